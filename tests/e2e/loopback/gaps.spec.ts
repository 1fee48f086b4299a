import { readFile } from 'node:fs/promises';

import { openDossierHere } from '../stories/casework-steps.ts';
import { goTo } from '../stories/steps.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { openDemoWithFacts } from '../support/demo-with-facts.ts';
import { expectGoodLayout } from '../support/layout.ts';
import { expect, test } from '../support/loopback-app.ts';
import { takePicture } from '../support/picture.ts';

test('feeling is set against fact on the map and in the table behind it', async ({ app }, info) => {
  const { page } = app;
  await openDemoWithFacts(app, 3_000);
  await goTo(page, 'Feeling and facts');
  const table = page.getByRole('region', { name: 'The table' }).getByRole('table');
  await expect(table.getByRole('row').nth(1)).toBeVisible();
  const legend = page.getByRole('region', { name: 'What the lines mean' });
  await expect(legend.getByRole('listitem')).toHaveCount(6);
  await expect(page.getByRole('region', { name: 'How far this goes' })).toContainText(
    /found by police. They take part in no ranking/,
  );
  await expectAccessible(page);
  await expectGoodLayout(page);
  for (const [width, height, scheme] of [
    [1280, 720, 'light'],
    [1920, 1080, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await takePicture(page, info.outputPath(`gaps-${scheme}.png`), { fullPage: true });
    await expectAccessible(page);
  }

  const show = table.getByRole('button', { name: /on the map$/ }).first();
  await show.press('Enter');
  await expect(show).toHaveAttribute('aria-pressed', 'true');
  const map = page.getByRole('application', { name: 'Map of feeling and facts' });
  await expect(map).toBeFocused();
  await expect(map).toBeInViewport({ ratio: 0.9 });
  await expectGoodLayout(page);
  await takePicture(page, info.outputPath('gaps-shown.png'));
  await page.getByRole('button', { name: 'Back to the table' }).press('Enter');
  await expect(show).toBeFocused();
  await expect(show).toBeInViewport();

  await page.getByLabel('Table: order').selectOption('least safe feeling first');
  await page.getByLabel('By', { exact: true }).selectOption('neighbourhood');
  await expect(table.getByRole('row').nth(1).getByRole('link')).toHaveAttribute(
    'href',
    /neighbourhoods/,
  );
  await expect(page).toHaveURL(/level=neighbourhood/);
  const area = table.getByRole('button', { name: /on the map$/ }).first();
  await area.press('Enter');
  await expect(area).toHaveAttribute('aria-pressed', 'true');
  await takePicture(page, info.outputPath('gaps-neighbourhoods.png'));

  await page.getByLabel('By', { exact: true }).selectOption('piece of street');
  const pieces = table.getByRole('button', { name: /, stretch \d+ on the map$/ });
  await pieces.first().press('Enter');
  await expect(table.locator('button[aria-pressed="true"]')).toHaveCount(1);
  await expect(page.getByText(/^On the map: .+, stretch \d+$/)).toBeVisible();
  await takePicture(page, info.outputPath('gaps-piece.png'));

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the table' }).click();
  const path = info.outputPath((await download).suggestedFilename());
  await (await download).saveAs(path);
  const lines = (await readFile(path, 'utf8')).split('\r\n');
  expect(lines[0]).toContain('Place;Stretch;Neighbourhood;Group;Answers');
  expect(lines.length).toBeGreaterThan(5);
});

test('a street tells what was recorded there, when, and what residents need', async ({
  app,
}, info) => {
  const { page } = app;
  await openDemoWithFacts(app, 3_000);
  await goTo(page, 'Feeling and facts');
  await page.getByRole('region', { name: 'The table' }).getByRole('link').first().click();
  const facts = page.getByRole('region', { name: 'Recorded facts' });
  await expect(facts.getByRole('img', { name: /^Recorded facts by quarter/ })).toBeVisible();
  await facts.getByText('As a table').click();
  await expect(facts.getByRole('row')).toHaveCount(13);
  const week = page.getByRole('region', { name: 'When facts happen' });
  await week.getByText('Hour by hour').press('Enter');
  await expect(week.getByRole('img', { name: /^Facts by hour and day\. Most/ })).toBeVisible();
  await week.getByText('As a table').press('Enter');
  await expect(week.getByRole('row', { name: /^23–24 h/ }).getByRole('cell')).toHaveCount(7);
  await expectAccessible(page);
  await expectGoodLayout(page);
  await expect(page.getByRole('region', { name: 'What residents need' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Kinds of facts' })).toBeVisible();
  const pieces = page.getByRole('region', { name: 'Pieces of the street' });
  const piece = pieces.getByRole('button').first();
  await piece.press('Enter');
  await expect(pieces).toContainText('those of the chosen piece');
  await expect(piece).toHaveAttribute('aria-pressed', 'true');
  for (const [width, height, scheme] of [
    [1280, 720, 'light'],
    [1920, 1080, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await facts.scrollIntoViewIfNeeded();
    await takePicture(page, info.outputPath(`profile-${scheme}.png`));
    await expectAccessible(page);
    await expectGoodLayout(page);
  }
});

test('a hot street is found, and a dossier is made about it', async ({ app }, info) => {
  const { page } = app;
  await openDemoWithFacts(app, 3_000);
  await goTo(page, 'Feeling and facts');
  const table = page.getByRole('region', { name: 'The table' }).getByRole('table');
  const hottest = table.getByRole('row').nth(1);
  await expect(hottest.getByText('hot', { exact: true })).toBeVisible();
  const link = hottest.getByRole('link');
  const street = await link.innerText();
  await link.click();
  await expect(page.getByRole('heading', { name: street, level: 1 })).toBeVisible();
  await openDossierHere(page, 'Drukke straat in de avond', 'vandalism');
  await expect(page.getByRole('heading', { name: 'Drukke straat in de avond' })).toBeVisible();
  await expect(page.getByText(street).first()).toBeVisible();
  await takePicture(page, info.outputPath('dossier-of-hot-street.png'));
  await expectAccessible(page);
  await expectGoodLayout(page);
});

test('the period that was chosen goes along to the page of a street', async ({ app }, info) => {
  const { page } = app;
  await openDemoWithFacts(app, 3_000);
  await goTo(page, 'Feeling and facts');
  const from = page.getByLabel('From', { exact: true });
  await from.fill('01/09/2025');
  await from.press('Tab');
  const to = page.getByLabel('Up to and with');
  await to.fill('31/12/2025');
  await to.press('Tab');
  const table = page.getByRole('region', { name: 'The table' });
  await expect(page).toHaveURL(/from=2025-09-01.*to=2025-12-31/);
  await table.getByRole('link').first().click();
  const kinds = page.getByRole('region', { name: 'Kinds of facts' });
  await expect(kinds).toContainText('From 01/09/2025 to 31/12/2025.');
  const chosen = page.getByRole('note').filter({ hasText: 'as chosen at feeling and facts' });
  await expect(chosen).toContainText('from 01/09/2025 to 31/12/2025');
  const facts = page.getByRole('region', { name: 'Recorded facts' });
  await expect(facts.getByRole('img', { name: /In Q4 2025/ })).toBeVisible();
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await chosen.scrollIntoViewIfNeeded();
  await takePicture(page, info.outputPath('chosen-period-dark.png'));
  await expectAccessible(page);
  await expectGoodLayout(page);
  await chosen.getByRole('link', { name: 'Show the last twelve months' }).click();
  await expect(chosen).toBeHidden();
  await expect(kinds).toContainText(/^Kinds of factsSince /);
});

test('says what is missing where there is nothing to compare', async ({ app }) => {
  const { page } = app;
  await openDemoWithFacts(app, 0);
  await goTo(page, 'Feeling and facts');
  await expect(page.getByText('Whether this map predicts anything cannot be told')).toBeVisible();
  await page.getByLabel('From', { exact: true }).fill('01/01/2001');
  await page.getByLabel('From', { exact: true }).press('Tab');
  await expect(page.getByText('at most ten years apart')).toBeVisible();
  await page.getByLabel('Up to and with').fill('31/12/2001');
  await page.getByLabel('Up to and with').press('Tab');
  await expect(page.getByText('Nothing in this period')).toBeVisible();
  await expectAccessible(page);
});
