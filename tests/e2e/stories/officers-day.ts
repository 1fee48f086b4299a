import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { expect } from '@playwright/test';

import { expectAccessible } from '../support/accessibility.ts';
import type { DeskUnderTest } from './desk-under-test.ts';
import { importFile } from './import-steps.ts';
import { createProfile, goTo, logContact, PASSPHRASE, typeAndLeave, unlock } from './steps.ts';

const MECHELEN = join(import.meta.dirname, '../../../../shared/data/territory/mechelen');
/** The open data of Mechelen lies beside the project, not in it. */
export const hasMechelen = existsSync(MECHELEN);
export const WHY_SKIPPED = 'the open data of Mechelen is not beside this clone';

const SUMMARY = 'Fietsen op het voetpad, vraagt om een gesprek met de school';

/**
 * The whole way once, on real data and without a network: a new officer brings the territory of
 * Mechelen in, logs a contact on a real street, finds it in the list, in another window and on the
 * map, locks, mistypes the passphrase, and finds it again after a restart.
 */
export async function firstDayInMechelen(desk: DeskUnderTest): Promise<void> {
  let page = desk.page();
  await createProfile(page, 'Noor Voorbeeld');
  await expectAccessible(page);

  await goTo(page, 'Territory');
  await expect(page.getByText('No territory yet')).toBeVisible();
  await expectAccessible(page);
  const bring = (file: string, layer: string) => importFile(page, join(MECHELEN, file), layer);
  expect(await bring('deelgemeenten.geojson', 'sub-municipality')).toBe(10);
  expect(await bring('wijken.geojson', 'neighbourhood')).toBe(27);
  // 673 features, of which 269 repeat another word for word and are reported as such.
  expect(await bring('straten_osm_hoofdnet.geojson', 'segments')).toBeGreaterThanOrEqual(404);
  expect(await bring('straten_mechelen.csv', 'street-names')).toBeGreaterThan(700);
  await desk.picture('territory-of-mechelen');
  await expectAccessible(page);

  await logContact(page, {
    typed: 'hanswijkstr',
    street: /Hanswijkstraat/,
    reason: 'Traffic',
    summary: SUMMARY,
    promise: 'Ik bel de directie en laat iets weten',
  });
  const other = await desk.openWindow();
  await goTo(other, 'Contacts');
  await expect(other.getByText('Hanswijkstraat')).toBeVisible();

  // Live: what is logged in one window shows in the other, without a reload.
  await logContact(page, {
    typed: 'bruul 12',
    street: /Bruul/,
    reason: 'Shopkeeper',
    summary: 'Kennismaking met de nieuwe winkelier',
  });
  await expect(other.getByText('Bruul 12')).toBeVisible();
  await expect(other.getByText('2 contacts')).toBeVisible();
  await other.close();

  await goTo(page, 'Contacts');
  await expect(page.getByText(SUMMARY)).toBeVisible();
  await desk.picture('contacts');
  await expectAccessible(page);
  await goTo(page, 'Map');
  await expect(page.getByText('2 contacts in view')).toBeVisible();
  await desk.picture('map-of-mechelen');
  await expectAccessible(page);
  await goTo(page, 'Today');
  await expect(page.getByText('Ik bel de directie en laat iets weten')).toBeVisible();
  await desk.picture('today');
  await expectAccessible(page);

  await typeAndLeave(page, 'Half een zin over de markt');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Lock' }).click();
  await unlock(page, 'niet mijn wachtzin');
  await expect(page.getByText('This passphrase does not open this file.')).toBeVisible();
  await desk.picture('wrong-passphrase');
  await expectAccessible(page);
  for (const trace of [SUMMARY, 'Bruul', 'Half een zin']) {
    await expect(page.getByText(trace)).toBeHidden();
  }
  await expect(page.getByRole('button', { name: 'Open', exact: true })).toBeEnabled();
  await unlock(page, PASSPHRASE);
  await expect(page.getByText('Signed in: Noor Voorbeeld')).toBeVisible();

  await desk.restart();
  page = desk.page();
  await expect(page.getByText(SUMMARY)).toBeHidden();
  await unlock(page, PASSPHRASE);
  await goTo(page, 'Contacts');
  await expect(page.getByText(SUMMARY)).toBeVisible();
  await expect(page.getByText('2 contacts')).toBeVisible();
  await goTo(page, 'Today');
  await expect(page.getByRole('region', { name: 'Unfinished' })).toContainText(
    'Half een zin over de markt',
  );
}

/** The same way on the demo town, which every clone has. */
export async function anHourInTheDemoTown(desk: DeskUnderTest): Promise<void> {
  let page = desk.page();
  await expect(page.getByText('wijkwerk demo')).toBeVisible();
  await expectAccessible(page);
  await unlock(page, 'wijkwerk demo');
  await expect(page.getByText('Signed in:')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible();
  await expectAccessible(page);
  await desk.picture('demo-today');

  await logContact(page, {
    typed: 'zoutk',
    street: /Zoutkaai/,
    reason: 'Nuisance',
    summary: SUMMARY,
  });
  await expect(page.getByText('1 change only here')).toBeVisible();
  await goTo(page, 'Contacts');
  await expect(page.getByText(SUMMARY)).toBeVisible();
  await expectAccessible(page);
  await desk.picture('demo-contacts');
  await goTo(page, 'Map');
  await expect(page.getByText(/contacts in view/)).toBeVisible();
  await expectAccessible(page);
  await desk.picture('demo-map');
  await goTo(page, 'Territory');
  await expectAccessible(page);
  await desk.picture('demo-territory');
  await goTo(page, 'Desk');
  await expectAccessible(page);
  await desk.picture('demo-desk');

  await page.getByRole('button', { name: 'Lock' }).click();
  await expect(page.getByRole('heading', { name: 'Who is at work?' })).toBeVisible();
  await expect(page.getByText(SUMMARY)).toBeHidden();
  await desk.restart();
  page = desk.page();
  await unlock(page, 'wijkwerk demo');
  await goTo(page, 'Contacts');
  await expect(page.getByText(SUMMARY)).toBeVisible();
}
