import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { expect as expectOf, type Locator, type Page } from '@playwright/test';
import ICAL from 'ical.js';

import { lock, startInSmallTown } from '../stories/desk-steps.ts';
import { goTo, unlock } from '../stories/steps.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { expectGoodLooks } from '../support/good-looks.ts';
import { expectGoodLayout } from '../support/layout.ts';
import { expect, type LoopbackApp, test } from '../support/loopback-app.ts';
import { takePicture } from '../support/picture.ts';

const DEMO = 'wijkwerk demo';
const PLANT = join(import.meta.dirname, '../support/plant-actions-process.ts');

async function openDemo(page: Page): Promise<void> {
  await unlock(page, DEMO);
  await expect(page.getByText('Signed in:')).toBeVisible({ timeout: 60_000 });
}

/** The demo town with actions in every state. */
async function openBoard(app: LoopbackApp): Promise<void> {
  await openDemo(app.page);
  await app.page.goto('about:blank');
  expect(await app.host().stop()).toBe(0);
  await promisify(execFile)(process.execPath, [PLANT, app.profileDirectory, DEMO]);
  await app.startAgain();
  await openDemo(app.page);
  await goTo(app.page, 'District board');
}

const view = (page: Page, name: string) =>
  page.getByRole('radiogroup', { name: 'Layout' }).getByText(name, { exact: true }).click();
/** Keys move it only once it is carried. */
async function pickUp(plan: Locator): Promise<void> {
  await plan.focus();
  await plan.press('Space');
  await expect(plan.page().getByRole('status').filter({ hasText: 'picked up' })).toBeAttached();
}

const undo = (page: Page) => page.getByRole('button', { name: 'Undo' }).last();

test('the board shows what is late, planned and in conflict, in five layouts', async ({
  app,
}, info) => {
  test.slow();
  const { page } = app;
  await openBoard(app);
  const late = page.getByRole('region', { name: 'Waits too long' });
  await expect(late.getByRole('heading', { name: 'Proposal without an answer (1)' })).toBeVisible();
  await expect(late.getByRole('link', { name: 'Parkeren op het zebrapad' })).toBeVisible();
  await expect(late.getByRole('link', { name: 'Sluikstort bij de brug' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'approved (2)' })).toContainText(
    'Nachtlawaai op het plein',
  );
  const past = /^ended on \d\d\/\d\d\/\d{4}, not closed yet$/;
  await expect(page.getByRole('region', { name: /^running/ }).getByText(past)).toBeVisible();
  await expectGoodLooks(page, info, 'state');

  for (const [name, shown] of [
    ['Street', 'Trager aan de school'],
    ['Week', 'Visible presence'],
    ['Timeline', 'Trager aan de school'],
    ['Map', 'Trager aan de school'],
  ] as const) {
    await view(page, name);
    await expect(page.getByText(shown).first()).toBeVisible();
    if (name !== 'Week') await expect(page.getByText(past).first()).toBeVisible();
    await expectGoodLooks(page, info, name.toLowerCase());
    await takePicture(page, info.outputPath(`${name}-whole.png`), { fullPage: true });
  }

  await view(page, 'Week');
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.getByRole('main').evaluate((main) => {
    main.scrollTo(0, main.querySelector('tbody tr:nth-child(6)')?.getBoundingClientRect().top ?? 0);
  });
  await expect(page.getByRole('columnheader').nth(1)).toBeInViewport({ ratio: 1 });
  await takePicture(page, info.outputPath('week-scrolled.png'));
  await page.getByRole('button', { name: 'Next week' }).click();
  const conflicts = page.getByRole('region', { name: /^The same person at the same hour/ });
  await conflicts.getByText('it can be done one after the other').click();
  await expect(conflicts.getByRole('link', { name: 'Trager aan de school' }).first()).toBeVisible();
  await expect(
    conflicts.getByRole('link', { name: 'Fietsers op het voetpad' }).first(),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Show the table' }).click();
  await expect(page.getByRole('row', { name: /^Samir Demoen/ })).toBeVisible();
  await expectAccessible(page);
  await expectGoodLayout(page);
  await takePicture(page, info.outputPath('load-table.png'), { fullPage: true });

  await page.getByRole('combobox', { name: 'State', exact: true }).selectOption('proposed');
  await expect(page).toHaveURL(/state=proposed/);
  await page.reload();
  await expect(page.getByRole('combobox', { name: 'State', exact: true })).toHaveValue('proposed');
});

test('what waits too long is three lines that unfold, and leaves the plan in view', async ({
  app: { page },
}, info) => {
  await openDemo(page);
  await goTo(page, 'District board');
  const late = page.getByRole('region', { name: 'Waits too long' });
  const more = late.getByRole('button', { name: /^\d+ more$/ });
  await expect(more).toHaveAttribute('aria-expanded', 'false');
  await expect(late.getByRole('listitem')).toHaveCount(3);
  const plan = page.getByRole('region', { name: 'Actions by their state' });
  await expect(plan.getByRole('heading', { level: 3 }).first()).toBeInViewport({ ratio: 1 });
  await expect(plan.getByRole('listitem').first()).toBeInViewport({ ratio: 0.5 });
  await expectGoodLooks(page, info, 'folded');
  await more.click();
  await expect(late.getByRole('heading', { name: /^Over and without a verdict/ })).toBeVisible();
  await expectGoodLooks(page, info, 'unfolded');
  await late.getByRole('button', { name: 'Show fewer' }).click();
  await expect(late.getByRole('listitem')).toHaveCount(3);
});

test('plans are moved by keyboard, by dragging and by typing, and taken back', async ({
  app,
}, info) => {
  test.slow();
  const { page } = app;
  await openBoard(app);
  await view(page, 'Week');
  await page.getByRole('button', { name: 'Next week' }).click();
  const cell = (day: number, hour: number) =>
    page
      .getByRole('table')
      .locator('tbody tr')
      .nth(hour - 8)
      .locator('td')
      .nth(day);
  const school = (day: number, hour: number) =>
    cell(day, hour).getByRole('button', { name: /^0?\d+:00/ });

  await pickUp(school(0, 8));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  await expect(cell(1, 10)).toHaveAttribute('data-over', 'true');
  await expect(page.getByRole('status').filter({ hasText: '10:00' })).toBeAttached();
  await takePicture(page, info.outputPath('carried.png'));
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(school(0, 8)).toBeVisible();
  await pickUp(school(0, 8));
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/is on Monday at 10:00 from now on/)).toBeVisible();
  await expect(school(0, 10)).toBeVisible();
  await expect(school(0, 10)).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(school(0, 8)).toBeVisible();
  await expect(school(0, 10)).toHaveCount(0);

  await pickUp(school(0, 8));
  await page.keyboard.press('PageDown');
  await page.keyboard.press('Enter');
  await expect(school(0, 9)).toBeVisible();
  await lock(page);
  await openDemo(page);
  await goTo(page, 'District board');
  await view(page, 'Week');
  await page.getByRole('button', { name: 'Next week' }).click();
  await expect(school(0, 9)).toBeVisible();
  // What somebody did is not undone by whoever unlocks next.
  await expect(undo(page)).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(school(0, 9)).toBeVisible();
  await school(0, 9).dragTo(cell(0, 8));

  await school(0, 8).dragTo(cell(5, 11));
  await expect(school(5, 11)).toBeVisible();
  await expect(school(0, 8)).toHaveCount(0);
  await undo(page).click();
  await expect(school(0, 8)).toBeVisible();

  await school(0, 8).click();
  const dialog = page.getByRole('dialog', { name: 'Move this time' });
  await dialog.getByLabel('Day').selectOption({ index: 6 });
  const from = dialog.getByLabel('From', { exact: true });
  await expect(from).toHaveValue('08:00');
  await from.fill('2:00 PM');
  await from.press('Enter');
  await expect(dialog.getByText('Write a time as 14:00.')).toBeVisible();
  // What could not be read stays, and is not left out of what is sent.
  await dialog.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(from).toBeFocused();
  await expect(from).toHaveValue('2:00 PM');
  await from.fill('9u30');
  await from.press('Tab');
  await expect(from).toHaveValue('09:30');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(cell(6, 9).getByRole('button')).toBeVisible();

  await view(page, 'Timeline');
  await page.getByRole('button', { name: 'Previous week' }).click();
  const bar = page.getByRole('button', { name: /^Honden in het park:/ });
  const before = await bar.getAttribute('aria-label');
  await pickUp(bar);
  await page.keyboard.press('PageDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Honden in het park: \d/)).toBeVisible();
  await expect(bar).not.toHaveAttribute('aria-label', before ?? '');
  await page.keyboard.press('Control+z');
  await expect(bar).toHaveAttribute('aria-label', before ?? '');

  // The room of the notice that goes is given back to the page: the pointer comes once the bar stands still.
  await bar.hover({ position: { x: 8, y: 8 } });
  const box = await bar.boundingBox();
  if (!box) return expectOf(box).not.toBeNull();
  await page.mouse.down();
  await page.mouse.move(box.x + 120, box.y + box.height / 2, { steps: 6 });
  await page.mouse.up();
  await expect(bar).not.toHaveAttribute('aria-label', before ?? '');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await undo(page).click();
  await expect(bar).toHaveAttribute('aria-label', before ?? '');

  await pickUp(bar);
  for (let weeks = 0; weeks < 9; weeks += 1) await page.keyboard.press('PageUp');
  await expect(page.getByRole('status').filter({ hasText: 'It cannot be there' })).toBeAttached();
  await page.keyboard.press('Enter');
  await expect(page.getByText('The last day would be over already.')).toBeVisible();

  await view(page, 'State');
  await page.getByRole('button', { name: 'Move the plan: Honden in het park' }).click();
  const plan = page.getByRole('dialog', { name: 'Move the plan' });
  await plan.getByLabel('Last day').fill('01/01/2020');
  await page.keyboard.press('Tab');
  await plan.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(plan.getByText('The last day is before the first.')).toBeVisible();
  await expectAccessible(page);
});

test('a calendar is saved that another program reads, and it stands with what left the desk', async ({
  app,
}, info) => {
  const { page } = app;
  await openBoard(app);
  await page.getByRole('button', { name: 'Save as a calendar' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save as a calendar' });
  await dialog.getByLabel('For whom').fill('Dienst Planning');
  await expectAccessible(page);
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  const path = info.outputPath((await download).suggestedFilename());
  expect(path).toMatch(/district-board-[\d-]+\.ics$/);
  await (await download).saveAs(path);
  const text = await readFile(path, 'utf8');
  expect(text).not.toMatch(/Trager|Honden|Samir|zebrapad/);
  const events = new ICAL.Component(ICAL.parse(text) as unknown[])
    .getAllSubcomponents('vevent')
    .map((one) => new ICAL.Event(one));
  // Seven actions, and a window of each of three measures.
  expect(events).toHaveLength(10);
  const [school] = events.filter(
    (event) =>
      event.startDate.hour === 8 && event.startDate.minute === 0 && !event.startDate.isDate,
  );
  expect(school?.summary).toBe('Visible presence');
  const next = school?.iterator();
  const starts: string[] = [];
  for (let time = next?.next(); time; time = next?.next()) starts.push(time.toString());
  expect(starts).toHaveLength(20);
  expect(starts.every((start) => start.endsWith('T08:00:00'))).toBe(true);

  await goTo(page, 'Desk');
  const left = page.getByRole('region', { name: 'What left this desk' });
  await expect(left).toContainText('Calendar of the district board');
  await expect(left).toContainText('10 entries');
  await expect(left).toContainText('Dienst Planning');
  await left.getByRole('link', { name: 'Open the board' }).first().click();
  await expect(page.getByRole('heading', { name: 'District board', level: 1 })).toBeVisible();
});

test.describe('a desk without actions', () => {
  test.use({ demo: false });

  test('says what to do', async ({ app: { page } }, info) => {
    await startInSmallTown(page, 'Noor Voorbeeld');
    await goTo(page, 'District board');
    await expect(page.getByText('No actions yet')).toBeVisible();
    await expectGoodLooks(page, info, 'empty');
    await page.getByRole('link', { name: 'To the dossiers' }).click();
    await expect(page.getByRole('heading', { name: 'Dossiers', level: 1 })).toBeVisible();
  });
});
