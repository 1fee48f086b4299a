import type { Page } from '@playwright/test';

import { type ShortcutId, SHORTCUTS } from '../../../renderer/features/help/shortcuts.ts';
import { startInSmallTown } from '../stories/desk-steps.ts';
import { goTo, logContact, PASSPHRASE, unlock } from '../stories/steps.ts';
import { expect, test } from '../support/loopback-app.ts';

test.use({ demo: false });

const form = (page: Page) => page.getByRole('dialog', { name: 'New contact' });
const palette = (page: Page) => page.getByRole('dialog', { name: 'Search and do' });
const sheet = (page: Page) => page.getByRole('dialog', { name: 'Keyboard shortcuts' });
const row = (page: Page, index: number) => page.locator(`[role="row"][data-index="${index}"]`);
const map = (page: Page) => page.getByRole('application');
const scale = (page: Page) => page.locator('.leaflet-control-scale-line');
const contactTitle = (page: Page) => page.locator('#contact-title');

async function toContacts(page: Page): Promise<void> {
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await expect(row(page, 1)).toBeVisible();
}

/** Presses the strokes of a shortcut as the register has them. */
async function press(page: Page, id: ShortcutId): Promise<void> {
  const strokes = SHORTCUTS.find((shortcut) => shortcut.id === id)?.strokes ?? [];
  for (const stroke of strokes) await page.keyboard.press(stroke);
}

/** What each shortcut of the register does. One that is added without a line here does not compile. */
const EFFECTS: Readonly<Record<ShortcutId, (page: Page) => Promise<void>>> = {
  newContact: async (page) => {
    await press(page, 'newContact');
    await expect(form(page)).toBeVisible();
    await page.keyboard.press('Escape');
  },
  search: async (page) => {
    await press(page, 'search');
    await expect(palette(page).getByRole('combobox')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(palette(page)).toBeHidden();
  },
  palette: async (page) => {
    await press(page, 'palette');
    await expect(palette(page).getByRole('combobox')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(palette(page)).toBeHidden();
  },
  lock: async (page) => {
    await press(page, 'lock');
    await unlock(page, PASSPHRASE);
    await expect(page.getByRole('banner')).toBeVisible();
  },
  undo: async (page) => {
    await goTo(page, 'People');
    await page.getByRole('button', { name: 'Add', exact: true }).first().click();
    const name = page.getByRole('dialog').getByLabel('Name');
    await name.fill('Mila Verzonnen');
    await page.keyboard.press('Control+Enter');
    const panel = page.getByRole('region', { name: 'Mila Verzonnen' });
    await panel.getByRole('button', { name: 'Change' }).click();
    await name.fill('Mila Verzonen');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('region', { name: 'Mila Verzonen' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
    // In a field the key would take back what was typed there.
    await expect(page.getByRole('dialog')).toBeHidden();
    await press(page, 'undo');
    await expect(panel).toBeVisible();
  },
  help: async (page) => {
    await press(page, 'help');
    await expect(sheet(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(sheet(page)).toBeHidden();
  },
  nextRow: async (page) => {
    await toContacts(page);
    await press(page, 'nextRow');
    await expect(row(page, 0)).toBeFocused();
    await press(page, 'nextRow');
    await expect(row(page, 1)).toBeFocused();
  },
  previousRow: async (page) => {
    await press(page, 'previousRow');
    await expect(row(page, 0)).toBeFocused();
  },
  rowBelow: async (page) => {
    await press(page, 'rowBelow');
    await expect(row(page, 1)).toBeFocused();
  },
  rowAbove: async (page) => {
    await press(page, 'rowAbove');
    await expect(row(page, 0)).toBeFocused();
  },
  open: async (page) => {
    await press(page, 'open');
    await expect(contactTitle(page)).toBeFocused();
  },
  backToList: async (page) => {
    await press(page, 'backToList');
    await expect(row(page, 0)).toBeFocused();
  },
  firstLetter: async (page) => {
    await press(page, 'newContact');
    await form(page).getByRole('radio', { name: 'Help request' }).focus();
    await page.keyboard.press('t');
    await expect(form(page).getByRole('radio', { name: 'Traffic' })).toBeChecked();
  },
  save: async (page) => {
    // Nothing is filled in: saving says what is missing.
    await press(page, 'save');
    await expect(form(page).locator('[aria-invalid="true"]').first()).toBeFocused();
  },
  close: async (page) => {
    await press(page, 'close');
    await expect(form(page)).toBeHidden();
  },
  mapMove: async (page) => {
    await goTo(page, 'Map');
    await expect(page.getByText('2 contacts in view')).toBeVisible();
    await map(page).focus();
    // While the map glides it takes no further key.
    await expect(async () => {
      await page.keyboard.press('ArrowRight');
      await expect(page.getByText('No contacts in view').first()).toBeVisible({ timeout: 300 });
    }).toPass();
  },
  mapWhole: async (page) => {
    await press(page, 'mapWhole');
    await expect(page.getByText('2 contacts in view')).toBeVisible();
  },
  mapIn: async (page) => {
    const before = await scale(page).textContent();
    await press(page, 'mapIn');
    await expect(scale(page)).not.toHaveText(before ?? '');
  },
  mapOut: async (page) => {
    const before = await scale(page).textContent();
    await press(page, 'mapOut');
    await expect(scale(page)).not.toHaveText(before ?? '');
  },
  mapNext: async (page) => {
    await press(page, 'mapNext');
    await expect(page.getByText(/^1 of \d+\./)).toBeAttached();
  },
  mapPrevious: async (page) => {
    await press(page, 'mapPrevious');
    await expect(page.getByText(/^(\d+) of \1\./)).toBeAttached();
  },
  mapOpen: async (page) => {
    await page.keyboard.press('Escape');
    await press(page, 'mapOpen');
    await expect(page.getByRole('region', { name: 'This place' })).toBeVisible();
  },
};

test('every line of the sheet does what it says', async ({ app: { page } }) => {
  await startInSmallTown(page, 'Noor Voorbeeld');
  for (const summary of ['Een eerste contact', 'Een tweede contact']) {
    await logContact(page, { typed: 'zwanen', street: /Zwanenkaai/, reason: 'Traffic', summary });
  }
  await page.keyboard.press('?');
  await expect(sheet(page)).toBeVisible();
  const lines = await sheet(page)
    .locator('[data-shortcut]')
    .evaluateAll((all) => all.map((line) => line.getAttribute('data-shortcut') ?? ''));
  const links = page
    .getByRole('navigation', { name: 'Main menu' })
    .getByRole('link', { includeHidden: true });
  const pages = await links.evaluateAll((all) =>
    all.map((link) => (link.getAttribute('href') ?? '').replace(/^.*#/, '')),
  );
  expect(lines.toSorted()).toEqual([...Object.keys(EFFECTS), ...pages].toSorted());
  await page.keyboard.press('Escape');
  await expect(sheet(page)).toBeHidden();
  for (const [id, check] of Object.entries(EFFECTS)) await test.step(id, () => check(page));
});

test('single keys are silent while typing, and when they are switched off', async ({
  app: { page },
}) => {
  await startInSmallTown(page, 'Noor Voorbeeld');
  await page.evaluate(() => {
    window.location.hash = '#/search';
  });
  const field = page.getByRole('searchbox');
  await field.pressSequentially('c/?gcjk');
  await expect(field).toHaveValue('c/?gcjk');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await field.blur();
  await page.keyboard.press('?');
  await sheet(page).getByRole('switch', { name: 'Single-letter shortcuts' }).press('Space');
  await page.keyboard.press('Escape');
  await expect(sheet(page)).toBeHidden();
  for (const key of ['c', '/', '?', 'g', 'm', 'j']) await page.keyboard.press(key);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Search', level: 1 })).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(palette(page)).toBeVisible();
});

test('j and k walk along the rows of every page with a list', async ({ app: { page } }) => {
  await startInSmallTown(page, 'Noor Voorbeeld');
  const promised = 'Ik bel terug over de gracht';
  await logContact(page, {
    typed: 'zwanen',
    street: /Zwanenkaai/,
    reason: 'Traffic',
    summary: 'Een eerste contact',
    promise: promised,
  });
  const promise = page.getByRole('link', { name: promised });
  const contact = page.getByRole('link', { name: /Een eerste contact/ });

  await goTo(page, 'Today');
  await expect(promise).toBeVisible();
  await page.keyboard.press('j');
  await expect(promise).toBeFocused();
  await page.keyboard.press('j');
  await expect(contact).toBeFocused();
  await page.keyboard.press('k');
  await expect(promise).toBeFocused();

  await goTo(page, 'Promises');
  await expect(promise).toBeVisible();
  await page.keyboard.press('j');
  await expect(promise).toBeFocused();

  await goTo(page, 'People');
  for (const name of ['An Verzonnen', 'Bea Verzonnen']) {
    await page.getByRole('button', { name: 'Add', exact: true }).first().click();
    await page.getByRole('dialog').getByLabel('Name').fill(name);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
  await page.reload();
  await expect(page.getByRole('link', { name: 'Bea Verzonnen' })).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: 'Bea Verzonnen' })).toBeFocused();
  await page.keyboard.press('k');
  await expect(page.getByRole('link', { name: 'An Verzonnen' })).toBeFocused();

  await goTo(page, 'Map');
  const list = page.getByRole('listbox', { name: 'Contacts in view' });
  await expect(list.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('j');
  await expect(list).toBeFocused();
});
