import { expect, type Page } from '@playwright/test';

import { importFile } from './import-steps.ts';
import { STREETS } from './small-town.ts';
import { createProfile, goTo, logContact, unlock } from './steps.ts';

/** What an officer does with the desk itself: files, passphrases, locking. */

/** A new file with the streets of the small town in it: enough to log a contact. */
export async function startInSmallTown(page: Page, name: string): Promise<void> {
  await createProfile(page, name);
  await goTo(page, 'Territory');
  expect(await importFile(page, STREETS, 'segments')).toBe(3);
}

export async function logInSmallTown(page: Page, summary: string): Promise<void> {
  await logContact(page, { typed: 'zwan', street: /Zwanenkaai/, reason: 'Nuisance', summary });
}

export async function lock(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Who is at work?' })).toBeVisible();
}

/** Somebody of the demo zone opens their file, and waits for the line to the centre. */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.getByRole('radio', { name: new RegExp(name) }).check({ force: true });
  await unlock(page, 'wijkwerk demo');
  await expect(page.getByText(`Signed in: ${name}`)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByTestId('line')).toHaveText('Connected to the centre', {
    timeout: 240_000,
  });
}

export async function chooseOfficer(page: Page, name: string): Promise<void> {
  await page.getByRole('group', { name: 'Officer' }).getByText(name).click();
  await expect(page.getByRole('radio', { name: new RegExp(name) })).toBeChecked();
}

/** Nothing of these words is anywhere in the page, seen or not. */
export async function expectNoTrace(page: Page, words: readonly string[]): Promise<void> {
  const content = await page.content();
  expect(words.filter((word) => content.includes(word))).toEqual([]);
}

/** Chooses the language of the page by its own code, whatever language it is in. */
export async function chooseLanguage(page: Page, language: 'nl' | 'fr' | 'en'): Promise<void> {
  await page.locator('button:has(.tabler-icon-language)').click();
  await page.locator(`[role="menuitemradio"][lang="${language}"]`).click();
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}
