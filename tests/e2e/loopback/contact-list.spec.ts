import { choose, openContacts, row, total } from '../stories/contact-list-steps.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { expectGoodLayout } from '../support/layout.ts';
import { expect, test } from '../support/loopback-app.ts';
import { takePicture } from '../support/picture.ts';

/** The list of contacts in the demo town: which ones, in which order, kept and shared. */

test.beforeEach(async ({ app: { page } }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await openContacts(page);
});

/** A menu that lies over the page. */
const MENU = '[role="dialog"]';

test('is filtered, sorted, grouped and arranged, and the address keeps it', async ({
  app: { page },
}, info) => {
  const everything = await total(page);
  await choose(page, 'What about', 'Nuisance', 'Traffic');
  await expect(page.getByRole('button', { name: 'What about: 2 chosen' })).toBeVisible();
  await expect.poll(() => total(page)).toBeLessThan(everything);
  const narrowed = await total(page);
  await page.getByRole('button', { name: 'What about: 2 chosen' }).click();
  await expectAccessible(page, MENU);
  await expectGoodLayout(page);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Others', exact: true }).click();
  await page.getByRole('checkbox', { name: 'With an open promise' }).check();
  await expectAccessible(page, MENU);
  await expect.poll(() => total(page)).toBeLessThan(narrowed);
  await page.getByRole('checkbox', { name: 'With an open promise' }).uncheck();
  await page.keyboard.press('Escape');

  await expectAccessible(page);
  const place = page.getByRole('columnheader', { name: 'Place' });
  await place.getByRole('button').click();
  await expect(place).toHaveAttribute('aria-sort', 'ascending');
  const firstStreet = await row(page, 0).getByRole('gridcell').nth(1).innerText();
  await place.getByRole('button').click();
  await expect(place).toHaveAttribute('aria-sort', 'descending');
  await expect(row(page, 0).getByRole('gridcell').nth(1)).not.toHaveText(firstStreet);

  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Channel' }).check();
  await page.getByRole('button', { name: 'Move Place forward' }).click();
  await expectAccessible(page, MENU);
  await expectGoodLayout(page);
  await page.keyboard.press('Escape');
  const heads = page.getByRole('columnheader');
  await expect(heads.first()).toHaveText('Place');
  await expect(heads.last()).toHaveText('Channel');

  await page.getByLabel('Group', { exact: true }).selectOption('neighbourhood');
  const headings = page.locator('[role="row"][aria-level="1"]');
  await expect(headings.first()).toBeVisible();
  const counts = await headings.allInnerTexts();
  const sum = counts.reduce((whole, text) => {
    const count = /([\d,]+) contacts?$/.exec(text.trim())?.[1] ?? '';
    return whole + Number(count.replaceAll(',', ''));
  }, 0);
  expect(sum).toBe(narrowed);
  await headings.first().click();
  await expect(headings.first()).toHaveAttribute('aria-expanded', 'true');
  await expect(page.locator('[role="row"][aria-level="2"]').first()).toBeVisible();
  await expectAccessible(page);
  await expectGoodLayout(page);
  await takePicture(page, info.outputPath('grouped.png'));
  await page.getByRole('button', { name: 'Open all groups' }).click();
  await page.getByRole('button', { name: 'Close all groups' }).click();
  await expect(page.locator('[role="row"][aria-level="2"]')).toHaveCount(0);

  await page.reload();
  await expect(page.getByRole('button', { name: 'What about: 2 chosen' })).toBeVisible();
  await expect(headings.first()).toBeVisible();
  await expect(heads.first()).toHaveText('Place');
  expect(await total(page)).toBe(narrowed);
});

test('is kept under a name, changed back and shared by a link', async ({
  app: { page },
  context,
}, info) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await choose(page, 'What about', 'School');
  await expect(page.getByRole('button', { name: 'What about: School' })).toBeVisible();
  const schools = await total(page);
  const menu = page.getByRole('button', { name: 'Views', exact: true });

  await menu.click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save this view…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save the view' });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('Give the view a name.')).toBeVisible();
  await dialog.getByLabel('Name').fill('Scholen');
  await dialog.getByLabel('Share with the team').check();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();

  await page.getByRole('button', { name: 'Clear the choice' }).click();
  await expect.poll(() => total(page)).toBeGreaterThan(schools);
  await menu.click();
  await page.getByRole('button', { name: 'Open Scholen' }).click();
  await expect.poll(() => total(page)).toBe(schools);

  await menu.click();
  await page.getByRole('button', { name: 'Actions for Scholen' }).click();
  await takePicture(page, info.outputPath('views.png'));
  await expectGoodLayout(page);
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await menu.click();
  await expect(page.getByRole('button', { name: 'Open Scholen' })).toBeVisible();
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('The link is on the clipboard.')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/^wijkwerk:\/\/app\/#\/contacts\?/);

  await page.getByRole('button', { name: 'Clear the choice' }).click();
  await menu.click();
  await page.getByRole('button', { name: 'Open a link…' }).click();
  const paste = page.getByRole('dialog', { name: 'Link to a view' });
  await paste.getByLabel('Link').fill(`${link}&unheard=of`);
  await paste.getByRole('button', { name: 'Open' }).click();
  await expect(paste.getByText('This link is incomplete or damaged')).toBeVisible();
  await expectAccessible(page);
  await paste.getByLabel('Link').fill(link);
  await paste.getByRole('button', { name: 'Open' }).click();
  await expect(paste).toBeHidden();
  await expect.poll(() => total(page)).toBe(schools);
});

test('is filtered, sorted and grouped by keys alone', async ({ app: { page } }) => {
  const { keyboard } = page;
  const everything = await total(page);
  await page.getByRole('button', { name: 'What about: all' }).focus();
  await keyboard.press('Enter');
  await expect(page.getByLabel('Search in the list')).toBeFocused();
  await keyboard.type('verkeer');
  await expect(page.getByText('Nothing found')).toBeVisible();
  await keyboard.press('Control+a');
  await keyboard.type('traf');
  await keyboard.press('Tab');
  await keyboard.press('Space');
  await keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'What about: Traffic' })).toBeFocused();
  await expect.poll(() => total(page)).toBeLessThan(everything);

  await page.getByLabel('Group', { exact: true }).focus();
  await keyboard.type('By street');
  await expect(page.locator('[role="row"][aria-level="1"]').first()).toBeVisible();
  await row(page, 0).focus();
  // In one go: the second key reaches the line that stands for what is still being loaded.
  await Promise.all([keyboard.press('ArrowRight'), keyboard.press('ArrowDown')]);
  await expect(row(page, 0)).toHaveAttribute('aria-expanded', 'true');
  await expect(row(page, 1)).toHaveAttribute('data-contact', /./);
  await expect(row(page, 1)).toHaveAttribute('aria-level', '2');
  await expect(row(page, 1)).toBeFocused();
  await keyboard.press('Enter');
  await expect(page.locator('#contact-title')).toBeFocused();
  await keyboard.press('Escape');
  await expect(row(page, 1)).toBeFocused();
  await keyboard.press('ArrowUp');
  await keyboard.press('ArrowLeft');
  await expect(row(page, 0)).toHaveAttribute('aria-expanded', 'false');
});
