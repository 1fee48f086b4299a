import { expect, type Locator, type Page } from '@playwright/test';

import { expectAccessible } from '../support/accessibility.ts';
import type { GeneratedFile } from './small-town.ts';
import { createProfile, goTo } from './steps.ts';

/** What an officer does in the wizard that brings a file in, in the words the page shows in English. */

const A_MINUTE = 60_000;

export async function openWizard(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Bring in a file' }).first().click();
  return page.getByRole('dialog', { name: 'Bring in territory' });
}

/** Gives the wizard a file; what it makes of it is for the caller to expect. */
export async function chooseFile(
  page: Page,
  wizard: Locator,
  file: string | GeneratedFile,
): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await wizard.getByRole('button', { name: 'Choose a file' }).click();
  await (await choosing).setFiles(file);
}

/** The step in which the officer says what the file is. */
export async function expectColumns(wizard: Locator): Promise<void> {
  await expect(wizard.getByRole('heading', { name: 'What is it?' })).toBeVisible({
    timeout: A_MINUTE,
  });
}

export async function continueToPreview(page: Page, wizard: Locator): Promise<void> {
  await expectAccessible(page);
  await wizard.getByRole('button', { name: 'Continue' }).click();
  await expect(wizard.getByRole('heading', { name: 'This is what would happen' })).toBeVisible({
    timeout: A_MINUTE,
  });
  await expectAccessible(page);
}

export async function bringIn(page: Page, wizard: Locator): Promise<void> {
  await wizard.getByRole('button', { name: 'Bring in', exact: true }).click();
  await expect(wizard.getByText('has been brought in')).toBeVisible({ timeout: 2 * A_MINUTE });
  await expectAccessible(page);
}

export async function closeWizard(wizard: Locator): Promise<void> {
  await wizard.getByRole('button', { name: 'Close' }).last().click();
  await expect(wizard).toBeHidden();
}

export type Count = 'New' | 'Changed' | 'Unchanged' | 'Ended' | 'Refused';

/** A figure of the preview or the report. */
export async function countOf(wizard: Locator, count: Count): Promise<number> {
  const name = wizard.getByRole('term').filter({ hasText: new RegExp(`^${count}$`) });
  const figure = await name.locator('xpath=following-sibling::dd').innerText();
  return Number(figure.replaceAll(/\D/g, ''));
}

/** Types a day into a field of days, as 22/11/2026. */
export async function fillDay(wizard: Locator, label: string, day: string): Promise<void> {
  const field = wizard.getByLabel(label);
  await field.fill(day);
  await field.press('Tab');
  await expect(field).toHaveValue(day);
}

/** Brings a file in by the wizard as it proposes, and returns how many rows were new. */
export async function importFile(
  page: Page,
  file: string | GeneratedFile,
  layer: string,
): Promise<number> {
  const wizard = await openWizard(page);
  await chooseFile(page, wizard, file);
  await expectColumns(wizard);
  await expect(wizard.getByLabel('What is in this file?')).toHaveValue(layer);
  await continueToPreview(page, wizard);
  await bringIn(page, wizard);
  const added = await countOf(wizard, 'New');
  await closeWizard(wizard);
  return added;
}

/** The row of the history of files, by the name of the file; the newest where there are several. */
export function historyRow(page: Page, fileName: string): Locator {
  return page
    .getByRole('table', { name: 'All files that were brought in, the newest first' })
    .getByRole('row')
    .filter({ hasText: fileName })
    .first();
}

/** A desk of one's own, at the page of the territory. */
export async function startAtTerritory(page: Page): Promise<void> {
  await createProfile(page, 'Noor Voorbeeld');
  await goTo(page, 'Territory');
}

/** What the page says is valid today, name and figure. */
export async function figures(page: Page): Promise<readonly string[]> {
  const panel = page.getByRole('region', { name: 'What is valid today' });
  await expect(panel.getByRole('term').first()).toBeVisible();
  return await panel.locator('dl > div').allInnerTexts();
}
