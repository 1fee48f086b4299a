import { expect, type Locator, type Page } from '@playwright/test';

import { expectAccessible } from '../support/accessibility.ts';

/** What an officer does, step by step, in the words the page shows in English. */

export const PASSPHRASE = 'vijf gele fietsen bij de sluis';

export async function createProfile(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Welcome to Wijkwerk' })).toBeVisible();
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('New passphrase', { exact: true }).fill(PASSPHRASE);
  await page.getByLabel('The same passphrase again').fill(PASSPHRASE);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Make the file and open it' }).click();
  await expect(page.getByText(`Signed in: ${name}`)).toBeVisible();
}

export async function unlock(page: Page, passphrase: string): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Who is at work?' })).toBeVisible();
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
}

export async function goTo(page: Page, name: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Main menu' })
    .getByRole('link', { name, exact: true })
    .click();
  await expect(page.getByRole('heading', { name, exact: true, level: 1 })).toBeVisible();
}

export interface ContactToLog {
  /** What is typed into the address field. */
  readonly typed: string;
  /** The suggestion that is taken. */
  readonly street: RegExp;
  readonly reason: string;
  readonly summary: string;
  readonly promise?: string;
}

/** Logs a contact with the keyboard: one key opens the form, Ctrl+Enter saves it. */
export async function logContact(page: Page, contact: ContactToLog): Promise<void> {
  await page.getByRole('main').press('c');
  const form = page.getByRole('dialog', { name: 'New contact' });
  await expect(form).toBeVisible();
  const where = form.getByRole('combobox', { name: 'Where' });
  await expect(where).toBeFocused();
  await where.pressSequentially(contact.typed);
  const option = page.getByRole('option', { name: contact.street }).first();
  await expect(option).toBeVisible();
  await expectAccessible(page);
  await where.press('Enter');
  await form.getByRole('radio', { name: contact.reason, exact: true }).check({ force: true });
  await unfoldMore(form);
  await form.getByLabel('What was said or seen').fill(contact.summary);
  if (contact.promise === undefined) {
    await form.getByRole('radio', { name: 'Nothing', exact: true }).check({ force: true });
  } else {
    await form.getByRole('radio', { name: 'Promise', exact: true }).check({ force: true });
    await form.getByLabel('What did you promise').fill(contact.promise);
    await form.getByRole('button', { name: '3 days' }).click();
  }
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(form).toBeHidden();
}

/** Everything typed so far is kept before this resolves: the form says so. */
export async function typeAndLeave(page: Page, summary: string): Promise<void> {
  await page.getByRole('main').press('c');
  const form = page.getByRole('dialog', { name: 'New contact' });
  await unfoldMore(form);
  await form.getByLabel('What was said or seen').fill(summary);
  await expect(form.getByText('Kept on this desk')).toBeVisible();
}

/** Everything beyond the four answers of a contact, where it is not unfolded already. */
export async function unfoldMore(form: Locator): Promise<void> {
  const more = form.getByRole('button', { name: 'Tell more' });
  if ((await more.getAttribute('aria-expanded')) === 'false') await more.click();
  await expect(more).toHaveAttribute('aria-expanded', 'true');
}
