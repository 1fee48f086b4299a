import { readFile } from 'node:fs/promises';

import type { Locator, Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';

import { goTo, unlock } from '../stories/steps.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { expectGoodLayout } from '../support/layout.ts';
import { expect, test } from '../support/loopback-app.ts';

/** The list of contacts in the demo town: which ones, in which order, kept, shared and exported. */

async function openContacts(page: Page): Promise<void> {
  await unlock(page, 'wijkwerk demo');
  await expect(page.getByText('Signed in:')).toBeVisible({ timeout: 60_000 });
  await goTo(page, 'Contacts');
  await expect(row(page, 0)).toBeVisible();
}

function row(page: Page, index: number): Locator {
  return page.locator(`[role="row"][data-index="${index}"]`);
}

/** The number in "5,733 contacts" under the title. */
async function total(page: Page): Promise<number> {
  const text = await page
    .getByText(/^[\d,]+ contacts?$/)
    .first()
    .innerText();
  return Number(text.replaceAll(/\D/g, ''));
}

async function choose(page: Page, field: string, ...values: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: `${field}: all` }).click();
  for (const value of values)
    await page.getByRole('checkbox', { name: value, exact: true }).check();
  await page.keyboard.press('Escape');
}

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
  await page.screenshot({ path: info.outputPath('grouped.png') });
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
  await page.screenshot({ path: info.outputPath('views.png') });
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

test('is exported as it stands: CSV, GeoJSON and paper', async ({ app: { page } }, info) => {
  await choose(page, 'What about', 'School');
  await expect(page.getByRole('button', { name: 'What about: School' })).toBeVisible();
  const schools = await total(page);
  const save = async (kind: string): Promise<string> => {
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Export the list' });
    await dialog.getByRole('radio', { name: kind }).check();
    await dialog.getByRole('checkbox', { name: 'Restricted contacts as well' }).check();
    await dialog.getByRole('textbox', { name: 'For whom' }).fill('Dienst Mobiliteit');
    await expectAccessible(page);
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Make the file' }).click();
    const path = info.outputPath((await download).suggestedFilename());
    await (await download).saveAs(path);
    await expect(dialog.getByText(/was made/)).toBeVisible();
    await page.keyboard.press('Escape');
    return readFile(path, 'utf8');
  };

  const csv = await save('Spreadsheet (CSV)');
  expect(csv.startsWith('\uFEFFWhen;Place;')).toBe(true);
  const rows: string[][] = parse(csv, { delimiter: ';', bom: true, relax_column_count: true });
  expect(rows.filter((cells) => cells[3] === 'School')).toHaveLength(schools);
  expect(rows[1]?.[0]).toMatch(/^\d\d\/\d\d\/\d{4} \d\d:\d\d$/);
  expect(rows).toContainEqual(['What about', 'School']);
  expect(rows).toContainEqual(['Restricted contacts', 'included']);
  expect(rows).toContainEqual(['For', 'Dienst Mobiliteit']);

  const geojson = JSON.parse(await save('Map (GeoJSON)')) as {
    features: { properties: { reason: string } }[];
    wijkwerk: { withoutPlace: number; about: { label: string; value: string }[] };
  };
  expect(geojson.features.length + geojson.wijkwerk.withoutPlace).toBe(schools);
  expect(geojson.features[0]?.properties.reason).toBe('School');
  expect(geojson.wijkwerk.about).toContainEqual({ label: 'What about', value: 'School' });

  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('radio', { name: 'Print or PDF' }).check();
  await page.getByRole('button', { name: 'Show the page' }).click();
  await expect(page.getByRole('heading', { name: 'Contacts: print' })).toBeVisible();
  await expect(page.getByRole('table')).toBeVisible();
  await expectAccessible(page);
  await expectGoodLayout(page);
  await page.screenshot({ path: info.outputPath('paper.png') });
  const pdf = await page.pdf({ path: info.outputPath('paper.pdf'), preferCSSPageSize: true });
  // A page object each; a sheet holds some thirty rows, so that the list goes on from sheet to sheet.
  const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  expect(sheets).toBeGreaterThan(1);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation')).toBeHidden();
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('columnheader').first()).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('link', { name: 'Back to the list' }).click();
  await expect.poll(() => total(page)).toBe(schools);

  await page.getByRole('navigation').getByRole('link', { name: 'Desk' }).click();
  const left = page.getByRole('region', { name: 'What left this desk' });
  const kept = left.getByRole('listitem');
  await expect(kept.filter({ hasText: 'Spreadsheet (CSV)' })).toContainText(
    /contacts.*with restricted ones.*For: Dienst Mobiliteit.*What about: School/s,
  );
  await expect(kept.filter({ hasText: 'Map (GeoJSON)' })).toHaveCount(1);
  await expect(kept.filter({ hasText: 'Print or PDF' })).not.toHaveCount(0);
  await expectAccessible(page);
  await expectGoodLayout(page);
  await kept.first().getByRole('link', { name: 'Open the list' }).click();
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
  await keyboard.press('ArrowRight');
  await expect(row(page, 0)).toHaveAttribute('aria-expanded', 'true');
  await expect(row(page, 1)).toHaveAttribute('aria-level', '2');
  await keyboard.press('ArrowDown');
  await expect(row(page, 1)).toBeFocused();
  await keyboard.press('Enter');
  await expect(page.locator('#contact-title')).toBeFocused();
  await keyboard.press('Escape');
  await expect(row(page, 1)).toBeFocused();
  await keyboard.press('ArrowUp');
  await keyboard.press('ArrowLeft');
  await expect(row(page, 0)).toHaveAttribute('aria-expanded', 'false');
});

test('is reached from the top of the page in a few keys', async ({ app: { page } }) => {
  await total(page);
  await page.getByRole('link', { name: 'Skip to content' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Go to the list' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(row(page, 0)).toBeFocused();
});

test('keeps the width of a column, set by mouse or keyboard, with the view', async ({
  app: { page },
}) => {
  await total(page);
  const head = page.getByRole('columnheader', { name: 'Place' });
  const width = async (): Promise<number> => (await head.boundingBox())?.width ?? 0;
  const before = await width();
  const edge = await page.locator('[data-edge="place"]').boundingBox();
  if (!edge) throw new Error('no edge');
  const y = edge.y + edge.height / 2;
  await page.mouse.move(edge.x + edge.width / 2, y);
  await page.mouse.down();
  await page.mouse.move(edge.x + edge.width / 2 + 48, y, { steps: 4 });
  await page.mouse.up();
  await expect.poll(width).toBeCloseTo(before + 48, -1);
  const dragged = await width();
  await expect(page).toHaveURL(/widths=/);

  await page.getByRole('button', { name: 'Columns' }).press('Enter');
  await page.getByRole('button', { name: 'Make Place wider' }).press('Enter');
  await expect.poll(width).toBe(dragged + 16);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Usual columns' }).press('Enter');
  await expect.poll(width).toBe(before);
});

test('leads from a row to the page of its street', async ({ app: { page } }) => {
  await total(page);
  await row(page, 0).getByRole('link').click();
  await expect(page).toHaveURL(/#\/streets\//);
});
