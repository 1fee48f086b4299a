import { expect, type Locator, type Page } from '@playwright/test';

import { goTo } from './steps.ts';

/** What an officer does with dossiers and actions. */

/** Opens the page of the street with most recorded facts, by the table of feeling and facts. */
export async function openStreetWithFacts(page: Page): Promise<void> {
  await goTo(page, 'Feeling and facts');
  await page.getByLabel('Table: order').selectOption('most facts per km first');
  await page.getByRole('region', { name: 'The table' }).getByRole('link').first().click();
  await expect(page.getByRole('region', { name: 'Recorded facts' })).toBeVisible();
}

/** A day as it is typed, 12/06/2026: so many days from today in Brussels. */
export function dayFromNow(days: number): string {
  const day = new Date(Date.now() + days * 86_400_000);
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Brussels',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  }).format(day);
}

export async function fillDay(within: Page | Locator, label: string, day: string): Promise<void> {
  const field = within.getByLabel(label, { exact: true });
  await field.fill(day);
  await field.press('Tab');
}

/** From the page of a street to a dossier about it. */
export async function openDossierHere(page: Page, title: string, problem: string): Promise<void> {
  await page.getByRole('link', { name: 'Make it a dossier' }).click();
  const opening = page.getByRole('dialog', { name: 'New dossier' });
  await opening.getByLabel('Title').fill(title);
  await opening.getByLabel('Problem', { exact: true }).selectOption(problem);
  await opening.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
}

/** Starts the action that is open, once its page says that nothing is missing. */
export async function startAction(page: Page): Promise<void> {
  const stands = page.getByRole('region', { name: 'Where it stands' });
  await stands.getByRole('button', { name: 'Start' }).click();
  await page
    .getByRole('dialog', { name: 'Start this action' })
    .getByRole('button', { name: 'Start now' })
    .click();
  await expect(page.getByText('running', { exact: true })).toBeVisible();
}

/** Proposes an action in the dossier that is open, and goes to its page. */
export async function proposeAction(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Propose an action' }).click();
  await page.getByLabel('What do you propose?').fill(title);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
}
