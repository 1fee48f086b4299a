import type { Page } from '@playwright/test';

import { unlock } from '../stories/steps.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { expectGoodLayout } from '../support/layout.ts';
import { expect, test } from '../support/loopback-app.ts';
import { takePicture } from '../support/picture.ts';

const palette = (page: Page) => page.getByRole('dialog', { name: 'Search and do' });
const field = (page: Page) => palette(page).getByRole('combobox');
const options = (page: Page) => palette(page).getByRole('option');

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
}

/** What a screen reader is told of as the line that Enter takes. */
async function expectActive(page: Page, name: RegExp): Promise<void> {
  const active = palette(page).getByRole('option', { selected: true });
  await expect(active).toHaveCount(1);
  await expect(active).toHaveAccessibleName(name);
  // The list is made anew while answers come in, with other ids.
  await expect(async () => {
    const id = (await active.getAttribute('id')) ?? 'an option without an id';
    expect(await field(page).getAttribute('aria-activedescendant')).toBe(id);
  }).toPass({ timeout: 15_000 });
}

test.beforeEach(async ({ app: { page } }) => {
  await unlock(page, 'wijkwerk demo');
  await expect(page.getByRole('banner')).toBeVisible({ timeout: 60_000 });
});

test('the palette finds everything while one types, by keys alone', async ({ app: { page } }) => {
  const { keyboard } = page;
  await openPalette(page);
  await expect(options(page).first()).toHaveAccessibleName(/New contact/);
  await expectAccessible(page);

  await keyboard.type('fiets');
  const contacts = palette(page).getByRole('group', { name: 'Contacts' });
  await expect(contacts.getByRole('option')).toHaveCount(4);
  await expect(contacts.locator('mark').first()).toHaveText(/^fiets/i);
  await expectAccessible(page);
  await expectGoodLayout(page);

  const first = await contacts.getByRole('option').first().innerText();
  const all = await options(page).allInnerTexts();
  for (let step = all.indexOf(first); step > 0; step -= 1) await keyboard.press('ArrowDown');
  await expectActive(page, /fiets/i);
  await keyboard.press('Enter');
  await expect(palette(page)).toBeHidden();
  await expect(page.locator('#contact-title')).toBeFocused();
});

test('a misspelled street leads to its page', async ({ app: { page } }) => {
  await page.keyboard.press('/');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('kerkstrat');
  const street = palette(page).getByRole('group', { name: 'Streets' }).getByRole('option').first();
  await expect(street).toContainText(/Kerkstraat/);
  await street.click();
  await expect(palette(page)).toBeHidden();
  await expect(page).toHaveURL(/#\/streets\/[0-9a-f-]+/);
});

test('commands are done: colours, language, pages, a new contact', async ({ app: { page } }) => {
  const { keyboard } = page;
  await openPalette(page);
  await keyboard.type('dark');
  await expectActive(page, /dark/i);
  await keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await openPalette(page);
  await expectAccessible(page);
  await keyboard.type('territory');
  await expectActive(page, /Territory/);
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Territory', level: 1 })).toBeVisible();
  await openPalette(page);
  await keyboard.type('frança');
  await expectActive(page, /Français/);
  await keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await page.keyboard.press('Control+k');
  await keyboard.type('nouveau');
  await keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Nouveau contact' })).toBeVisible();
});

test('a letter that follows the shortcut at once finds the field; what had the focus gets it back', async ({
  app: { page },
}) => {
  const link = page.getByRole('navigation').getByRole('link', { name: 'Contacts' });
  await link.focus();
  const isFieldFocused = await page.evaluate(async () => {
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, bubbles: true, cancelable: true }),
    );
    // Before anything that waits its turn; a pressed key has precedence over a timer.
    await Promise.resolve();
    return document.activeElement?.getAttribute('role') === 'combobox';
  });
  expect(isFieldFocused).toBe(true);
  await page.keyboard.press('Escape');
  await expect(palette(page)).toBeHidden();
  await expect(link).toBeFocused();
});

test('a shared view is opened, and nothing else that looks like one', async ({ app: { page } }) => {
  await openPalette(page);
  await field(page).fill('wijkwerk://app/#/contacts?reason=traffic');
  await expectActive(page, /Open this view/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/contacts\?reason=traffic$/);
  await openPalette(page);
  await field(page).fill('wijkwerk://app.voorbeeld.test/#/contacts');
  await expect(options(page)).toHaveCount(0);
  await expect(palette(page).getByRole('alert')).toContainText('does not lead to a view');
  await expectAccessible(page);
});

test('all results stand on a page, more of them when asked', async ({ app: { page } }) => {
  const { keyboard } = page;
  await openPalette(page);
  await keyboard.type('van de buren');
  // Chosen while the answer is under way: what arrives above it does not take its place.
  await keyboard.press('ArrowUp');
  await expect(palette(page).getByRole('group', { name: 'Contacts' })).toBeVisible();
  await expectActive(page, /All results/);
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Search', level: 1 })).toBeVisible();
  const contacts = page.getByRole('region', { name: 'Contacts' });
  await expect(contacts.getByRole('listitem')).toHaveCount(25);
  await expectAccessible(page);
  await expectGoodLayout(page);
  await contacts.getByRole('button', { name: 'More contacts' }).click();
  await expect(contacts.getByRole('listitem')).toHaveCount(50);

  const search = page.getByRole('searchbox', { name: 'What are you looking for?' });
  await search.fill('"fiets gestolen" qqqq');
  await expect(page.getByText('Nothing found')).toBeVisible();
  await expectAccessible(page);
  await search.fill('');
  await expect(page.getByText('Type one or more words')).toBeVisible();
  await search.fill('fiets');
  await expect(contacts.locator('mark').first()).toBeVisible();
  await expect(page).toHaveURL(/q=fiets$/);

  // From row to row by one key, which is silent in the field itself.
  await search.press('j');
  await expect(search).toHaveValue('fietsj');
  await search.fill('fiets');
  await expect(contacts.locator('mark').first()).toBeVisible();
  await page.getByRole('heading', { name: 'Search', level: 1 }).click();
  await search.blur();
  await keyboard.press('j');
  await expect(contacts.getByRole('link').first()).toBeFocused();
  await keyboard.press('j');
  await expect(contacts.getByRole('link').nth(1)).toBeFocused();
  await keyboard.press('k');
  await keyboard.press('Enter');
  await expect(page.locator('#contact-title')).toBeFocused();
  await page.goBack();
  await expect(page.getByRole('searchbox')).toHaveValue('fiets');
});

for (const { width, height, scheme } of [
  { width: 1280, height: 720, scheme: 'light' },
  { width: 1920, height: 1080, scheme: 'dark' },
] as const) {
  test(`searching looks right: ${width} ${scheme}`, async ({ app: { page } }, info) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    const shoot = async (name: string) => {
      await takePicture(page, info.outputPath(`${name}.png`));
      await expectGoodLayout(page);
      await expectAccessible(page);
    };
    await openPalette(page);
    await shoot('palette-empty');
    await page.keyboard.type('kerk');
    await expect(palette(page).locator('mark').first()).toBeVisible();
    await shoot('palette');
    await page.keyboard.press('Escape');
    await page.evaluate(() => {
      window.location.hash = '#/search?q=lawaai';
    });
    await expect(page.locator('main mark').first()).toBeVisible();
    await shoot('results');
    await page.getByRole('main').press('Escape');
    await page.getByRole('heading', { level: 1 }).click();
    await page.getByRole('searchbox').blur();
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    await shoot('sheet');
  });
}
