import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { expect, type Page } from '@playwright/test';

import { expectAccessible } from '../support/accessibility.ts';
import { openDossierHere, proposeAction, startAction } from './casework-steps.ts';
import { chooseFile, closeWizard } from './import-steps.ts';
import { goTo } from './steps.ts';

/** From recorded facts of Bristol to what residents were told, in the words the page shows in English. */

const DATA = join(import.meta.dirname, '../../../../shared/data');
const FACTS = join(DATA, 'facts/police-uk-bristol/bristol_centre_whitelion_bbox_subset.csv');
/** The open data of Bristol lies beside the project, not in it. */
export const hasBristol =
  existsSync(FACTS) && existsSync(join(DATA, 'territory/osm/whitelion_bristol_uk.osm.pbf'));
export const WHY_NO_BRISTOL = 'the open data of Bristol is not beside this clone';

export const DOSSIER = 'Inbraken langs de achterdeur';
const ACTION = 'Zichtbaar aanwezig op vrijdag';
export const SEEN = 'Elke vrijdag na twee uur een deur geforceerd';
export const TOLD = 'Wat we deden, en dat we nog niet weten of het hielp';

/** A day, so many days from this one, as 12/06/2026. */
function dayFrom(moment: number, days: number): string {
  const [year, month, day] = new Date(moment + days * 86_400_000)
    .toISOString()
    .slice(0, 10)
    .split('-');
  return `${day}/${month}/${year}`;
}

async function fillDay(page: Page, label: string, day: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(day);
  await page.keyboard.press('Tab');
}

/** Brings in every fact of the file, by a source that the officer adds. */
export async function importFacts(page: Page): Promise<void> {
  await goTo(page, 'Facts');
  await page.getByRole('button', { name: 'Import facts' }).click();
  const wizard = page.getByRole('dialog', { name: 'Import facts' });
  await wizard.getByRole('button', { name: 'Add a source' }).click();
  const adding = page.getByRole('dialog', { name: 'Add a source' });
  await adding.getByLabel('Name').fill('Aangiften');
  await adding.getByRole('button', { name: 'Save' }).click();
  await expect(adding).toBeHidden();
  await chooseFile(page, wizard, FACTS);
  await expect(wizard.getByText('Recognised as a file of police.uk.')).toBeVisible();
  await expectAccessible(page);
  await wizard.getByRole('button', { name: 'Continue' }).click();
  await expect(wizard.getByRole('heading', { name: 'This is what would happen' })).toBeVisible();
  await wizard.getByRole('button', { name: 'Bring in', exact: true }).click();
  await expect(wizard.getByText('has been brought in')).toBeVisible({ timeout: 60_000 });
  await closeWizard(wizard);
}

/**
 * The one street that is hot for burglary in the spring of 2019, by the table behind the map: of all kinds together no street
 * of these few lies above chance, and the page calls none of them hot.
 *
 * @returns its name.
 */
export async function findHotStreet(page: Page): Promise<string> {
  await goTo(page, 'Feeling and facts');
  await fillDay(page, 'From', '01/04/2019');
  await fillDay(page, 'Up to and with', '30/06/2019');
  await page.getByLabel('Table: order').selectOption('most facts per km first');
  const table = page.getByRole('region', { name: 'The table' }).getByRole('table');
  const hot = table.getByRole('row').filter({ has: page.getByText('hot', { exact: true }) });
  await expect(table.getByRole('row')).toHaveCount(9);
  await expect(hot).toHaveCount(0);
  await page.getByLabel('Kind of facts').selectOption('burglary');
  await expect(hot).toHaveCount(1);
  const show = hot.getByRole('button', { name: /on the map$/ });
  await show.press('Enter');
  await expect(show).toHaveAttribute('aria-pressed', 'true');
  await expectAccessible(page);
  return hot.getByRole('link').innerText();
}

/** From the table to the page of the street, and there to a dossier about it. */
export async function openDossierOf(page: Page, street: string): Promise<void> {
  await page
    .getByRole('region', { name: 'The table' })
    .getByRole('link', { name: street })
    .first()
    .click();
  await expect(page.getByRole('heading', { name: street, level: 1 })).toBeVisible();
  for (const name of [
    'Recorded facts',
    'Pieces of the street',
    'Actions here and what came of them',
  ]) {
    await expect(page.getByRole('region', { name, exact: true })).toBeVisible();
  }
  await expectAccessible(page);
  await openDossierHere(page, DOSSIER, 'home-burglary');
}

/** Proposes a week of presence from `today` on, answers, plans and starts it. */
export async function planAndStart(page: Page, today: number): Promise<void> {
  await proposeAction(page, ACTION);
  const stands = page.getByRole('region', { name: 'Where it stands' });
  await stands.getByRole('button', { name: 'Answer' }).click();
  await page.getByRole('radio', { name: 'Approve' }).check();
  await page.getByRole('button', { name: 'Give the answer' }).click();
  await expect(stands.getByRole('button', { name: 'Start' })).toBeDisabled();
  await page.getByLabel('Aim', { exact: true }).fill('Bewoners vinden hun deuren dicht terug');
  await page.getByLabel('Sign of success: what do we count?').fill('inbraken');
  await page.getByLabel('Baseline', { exact: true }).fill('12');
  await fillDay(page, 'Counted from', dayFrom(today, -40));
  await fillDay(page, 'Counted until', dayFrom(today, -10));
  await fillDay(page, 'Starts on', dayFrom(today, 0));
  await fillDay(page, 'Ends on', dayFrom(today, 6));
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(stands).not.toContainText('the sign of success');
  await page.getByRole('button', { name: 'Add a measure' }).click();
  const measure = page.getByRole('dialog', { name: 'Add a measure' });
  await measure.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(measure).toBeHidden();
  await startAction(page);
  await expectAccessible(page);
}

/** Confirms one stop of today with two keys. */
export async function confirmStop(page: Page): Promise<void> {
  await goTo(page, 'Today');
  const due = page.getByRole('region', { name: 'This week in the streets' });
  await due.getByRole('button', { name: /^Done, 15 min:/ }).press('Enter');
  await expect(page.getByText(/15 minutes confirmed/).last()).toBeVisible();
}

export async function openAction(page: Page): Promise<void> {
  await goTo(page, 'Dossiers');
  await page.getByRole('link', { name: DOSSIER }).click();
  await page.getByRole('link', { name: ACTION }).click();
  await expect(page.getByRole('heading', { name: ACTION, level: 1 })).toBeVisible();
}

/** Closes the action with the one verdict that is honest here, and says what residents were told. */
export async function closeAndTell(page: Page): Promise<void> {
  const stands = page.getByRole('region', { name: 'Where it stands' });
  await stands.getByRole('button', { name: 'Close the action' }).click();
  const closing = page.getByRole('dialog', { name: 'Close the action' });
  await expect(closing.getByRole('radio', { name: 'Not really tried' })).toBeDisabled();
  await closing.getByRole('radio', { name: 'Cannot tell' }).check();
  await closing.getByLabel('How residents heard of it').selectOption('meeting');
  await closing.getByLabel('What residents were told').fill(TOLD);
  await expectAccessible(page);
  await closing.getByRole('button', { name: 'Close', exact: true }).last().click();
  await expect(stands).toContainText('Cannot tell');
}
