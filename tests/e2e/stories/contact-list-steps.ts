import { expect, type Locator, type Page } from '@playwright/test';

import { goTo, unlock } from './steps.ts';

/** What is done with the list of contacts in the demo town, in the words the page shows in English. */

export async function openContacts(page: Page): Promise<void> {
  await unlock(page, 'wijkwerk demo');
  await expect(page.getByText('Signed in:')).toBeVisible({ timeout: 60_000 });
  await goTo(page, 'Contacts');
  await expect(row(page, 0)).toBeVisible();
}

export function row(page: Page, index: number): Locator {
  return page.locator(`[role="row"][data-index="${index}"]`);
}

/** The number in "5,733 contacts" under the title, of the choice that is made. */
export async function total(page: Page): Promise<number> {
  // Until the answer is there, what was asked before stays in sight.
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  const text = await page
    .getByText(/^[\d,]+ contacts?$/)
    .first()
    .innerText();
  return Number(text.replaceAll(/\D/g, ''));
}

export async function choose(
  page: Page,
  field: string,
  ...values: readonly string[]
): Promise<void> {
  await page.getByRole('button', { name: `${field}: all` }).click();
  for (const value of values)
    await page.getByRole('checkbox', { name: value, exact: true }).check();
  await page.keyboard.press('Escape');
}
