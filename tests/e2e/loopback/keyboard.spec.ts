import type { Locator, Page } from '@playwright/test';

import { startInSmallTown } from '../stories/desk-steps.ts';
import { unfoldMore } from '../stories/steps.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { expect, test } from '../support/loopback-app.ts';

test.use({ demo: false });

const SUMMARY = 'Alleen met het toetsenbord genoteerd';

test('a contact is logged and found again by keys alone', async ({ app: { page } }) => {
  await startInSmallTown(page, 'Noor Voorbeeld');
  const { keyboard } = page;
  // Nothing from here on uses a pointer.
  await keyboard.press('Escape');
  await page.locator('body').press('g');
  await keyboard.press('t');
  await expectPage(page, 'Today');

  await keyboard.press('c');
  const form = page.getByRole('dialog', { name: 'New contact' });
  const where = form.getByRole('combobox', { name: 'Where' });
  await expect(where).toBeFocused();
  await expect(where).toHaveAttribute('aria-expanded', 'false');
  await keyboard.type('l');
  const options = page.getByRole('listbox').getByRole('option');
  await expect(options).toHaveCount(1);
  await keyboard.press('Backspace');
  await keyboard.type('zwanenkaai 1');
  await expect(where).toHaveAttribute('aria-expanded', 'true');
  await expectActive(where, options.first());
  await expectAccessible(page);
  await keyboard.press('Enter');
  await expect(where).toHaveValue(/^Zwanenkaai 1/);
  await expect(where).toHaveAttribute('aria-expanded', 'false');

  await tabTo(
    page,
    form.getByRole('radiogroup', { name: 'What about' }).getByRole('radio').first(),
  );
  await keyboard.press('s');
  await expect(form.getByRole('radio', { name: 'School' })).toBeFocused();
  await keyboard.press('s');
  await expect(form.getByRole('radio', { name: 'Shopkeeper' })).toBeChecked();
  await keyboard.press('Tab');
  await expect(form.getByRole('radio', { name: 'Nothing' })).toBeFocused();
  await keyboard.press('ArrowRight');
  await expect(form.getByRole('radio', { name: 'Promise' })).toBeChecked();
  await keyboard.press('Tab');
  await expect(form.getByLabel('What did you promise')).toBeFocused();
  await keyboard.type('Ik kom terug met een antwoord');
  await tabTo(page, form.getByRole('button', { name: 'Tell more' }));
  await keyboard.press('Enter');
  await keyboard.press('Tab');
  await expect(form.getByLabel('What was said or seen')).toBeFocused();
  await keyboard.type(SUMMARY);
  await keyboard.press('Control+Enter');
  await expect(form.getByText('Choose by when.')).toBeVisible();
  await expect(form.getByLabel('By when')).toBeFocused();
  await expectAccessible(page);
  await keyboard.type('31/12');
  await keyboard.press('Control+Enter');
  await expect(form).toBeHidden();

  await keyboard.press('g');
  await keyboard.press('c');
  await expectPage(page, 'Contacts');
  const row = page.getByRole('row', { name: new RegExp(SUMMARY) });
  await tabTo(page, row);
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Shopkeeper' })).toBeFocused();
  await expectAccessible(page);
  await keyboard.press('Escape');
  await expect(row).toBeFocused();
});

test('every page, the palette, the sheet and the lock are reached by keys', async ({
  app: { page },
}) => {
  await startInSmallTown(page, 'Noor Voorbeeld');
  const { keyboard } = page;
  await page.locator('body').press('Escape');
  for (const [key, name] of [
    ['m', 'Map'],
    ['c', 'Contacts'],
    ['b', 'Promises'],
    ['p', 'People'],
    ['r', 'Territory'],
    ['l', 'Code lists'],
    ['s', 'Sync'],
    ['d', 'Desk'],
    ['t', 'Today'],
  ] as const) {
    await keyboard.press('g');
    await keyboard.press(key);
    await expectPage(page, name);
  }

  await keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Search and do' });
  const search = palette.getByRole('combobox');
  await expect(search).toBeFocused();
  await expectAccessible(page);
  await keyboard.type('terr');
  await expect(palette.getByText('Territory')).toBeVisible();
  await keyboard.press('Enter');
  await expect(palette).toBeHidden();
  await expectPage(page, 'Territory');

  await keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet).toBeVisible();
  await expectAccessible(page);
  // Single letters do nothing while a dialog is open.
  await keyboard.press('c');
  await expect(page.getByRole('dialog', { name: 'New contact' })).toBeHidden();
  await keyboard.press('Escape');
  await expect(sheet).toBeHidden();

  await keyboard.press('c');
  const form = page.getByRole('dialog', { name: 'New contact' });
  await unfoldMore(form);
  await form.getByLabel('What was said or seen').focus();
  await keyboard.type(SUMMARY);
  await keyboard.press('Control+l');
  await expect(page.getByRole('heading', { name: 'Who is at work?' })).toBeVisible();
  await expect(page.getByLabel('Passphrase', { exact: true })).toBeFocused();
  await expectAccessible(page);
  await keyboard.type('vijf gele fietsen bij de sluis');
  await keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Unfinished' })).toContainText(SUMMARY);
});

test.describe('in the demo town', () => {
  test.use({ demo: 'opened before' });
  test('arrows walk through the list of contacts and of suggestions', async ({ app: { page } }) => {
    const { keyboard } = page;
    await page.getByLabel('Passphrase', { exact: true }).fill('wijkwerk demo');
    await keyboard.press('Enter');
    await expect(page.getByRole('banner')).toBeVisible({ timeout: 60_000 });
    await expectPage(page, 'Today');
    await keyboard.press('g');
    await keyboard.press('c');
    await expectPage(page, 'Contacts');
    const row = (index: number) => page.locator(`[role="row"][data-index="${index}"]`);
    await tabTo(page, row(0));
    await keyboard.press('ArrowDown');
    await keyboard.press('ArrowDown');
    await expect(row(2)).toBeFocused();
    await keyboard.press('ArrowUp');
    await expect(row(1)).toBeFocused();
    await keyboard.press('PageDown');
    await expect(row(1)).not.toBeFocused();
    // Quickly, before the list has moved: no key may be lost.
    for (let times = 0; times < 5; times++) {
      await keyboard.press('End');
      await keyboard.press('Home');
    }
    await expect(row(0)).toBeFocused();
    await keyboard.press('End');
    const focused = page.locator('[role="row"]:focus');
    await expect(focused).not.toHaveAttribute('data-index', '0');
    await expect(focused).toBeInViewport();
    await keyboard.press('Home');
    await expect(row(0)).toBeFocused();
    await expectAccessible(page);

    await keyboard.press('c');
    const where = page.getByRole('combobox', { name: 'Where' });
    await expect(where).toBeFocused();
    await keyboard.type('kerk');
    const options = page.getByRole('listbox').getByRole('option');
    await expect(options.nth(2)).toBeVisible();
    await expectActive(where, options.nth(0));
    await keyboard.press('ArrowDown');
    await expectActive(where, options.nth(1));
    await keyboard.press('ArrowUp');
    await keyboard.press('ArrowUp');
    await expectActive(where, options.last());
    await expectAccessible(page);
    const last = await options.last().locator('p').first().innerText();
    await keyboard.press('Enter');
    await expect(where).toHaveValue(new RegExp(`^${last.trim()}`));
    await keyboard.press('Escape');
  });
});

async function expectPage(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('heading', { name, exact: true, level: 1 })).toBeVisible();
}

/** What a screen reader is told of as the suggestion that Enter takes. */
async function expectActive(where: Locator, option: Locator): Promise<void> {
  // The list is made anew while answers come in, with other ids.
  await expect(async () => {
    const id = await option.getAttribute('id');
    expect(await where.getAttribute('aria-activedescendant')).toBe(id ?? 'an option without an id');
    expect(await option.getAttribute('data-combobox-selected')).toBe('true');
  }).toPass({ timeout: 15_000 });
}

/** Presses Tab until the focus is there; not many times. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let press = 0; press < 45; press += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}
