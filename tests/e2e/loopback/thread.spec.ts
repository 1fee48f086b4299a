import { readFile } from 'node:fs/promises';

import { parse } from 'csv-parse/sync';

import { goTo } from '../stories/steps.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { openPlantedDemo } from '../support/demo-with-facts.ts';
import { expectGoodLooks } from '../support/good-looks.ts';
import { expectGoodLayout } from '../support/layout.ts';
import { expect, test } from '../support/loopback-app.ts';
import { takePicture } from '../support/picture.ts';

test('a goal leads to its actions, contacts, what was done and the result, and back', async ({
  app,
}, info) => {
  test.slow();
  const { page } = app;
  await openPlantedDemo(app, 'casework', 14);
  await goTo(page, 'Dossiers');
  await page.getByRole('link', { name: 'Golden thread' }).click();
  await expect(page.getByRole('heading', { name: 'Golden thread', level: 1 })).toBeVisible();
  const overview = page.getByRole('region', { name: 'Done of what was planned' });
  await expect(overview.getByRole('listitem')).toHaveCount(6);
  await expect(
    overview.getByRole('img', { name: /^Traffic safety: \d+ of [\d,]+ min/ }),
  ).toBeVisible();
  await expect(page.getByText('No action serves this goal yet.').first()).toBeVisible();
  for (const [width, height, scheme] of [
    [1280, 720, 'light'],
    [1920, 1080, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await takePicture(page, info.outputPath(`thread-${scheme}.png`));
    await expectAccessible(page);
    await expectGoodLayout(page);
  }

  await overview.getByRole('link', { name: 'Nuisance' }).press('Enter');
  await expect(page).toHaveURL(/goal=nuisance/);
  const goal = page.getByRole('region', { name: 'Nuisance' }).first();
  await expect(goal).toContainText(/actions · .*contacts.* · .*began/);
  await expect(goal.getByRole('link', { name: 'Not really tried' })).toBeVisible();
  await takePicture(page, info.outputPath('thread-goal.png'));
  const rows = goal.getByRole('row');
  const shown = (await rows.count()) - 1;

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  const path = info.outputPath((await download).suggestedFilename());
  await (await download).saveAs(path);
  const cells: string[][] = parse(await readFile(path, 'utf8'), { delimiter: ';', bom: true });
  expect(cells).toHaveLength(shown + 1);
  expect(new Set(cells.slice(1).map(([first]) => first))).toEqual(new Set(['Nuisance']));

  await goal
    .getByRole('link', { name: /contacts?$/ })
    .first()
    .click();
  await expect(page.getByRole('region', { name: 'Contacts' })).toBeVisible();
  await expect(page.locator(':focus').getByRole('region', { name: 'Contacts' })).toBeVisible();
  await page.goBack();
  await goal
    .getByRole('link', { name: /\d+ of [\d,]+ min/ })
    .first()
    .click();
  await expect(page.locator(':focus').getByRole('region', { name: 'Dose' })).toBeVisible();
  await page.goBack();
  await goal.getByRole('link', { name: 'Not really tried' }).first().click();
  await page.getByRole('link', { name: 'Golden thread' }).click();
  await expect(page).toHaveURL(/thread\?goal=nuisance/);
  await page.getByLabel('Goal').selectOption('Without a goal');
  await expect(page.getByRole('region', { name: 'Without a goal' }).first()).toBeVisible();
});

test('only what counts is measured, only of what began, and what is past its last day does not run', async ({
  app,
}, info) => {
  test.slow();
  const { page } = app;
  await openPlantedDemo(app, 'actions');
  await goTo(page, 'Dossiers');
  await page.getByRole('link', { name: 'Golden thread' }).click();
  const row = (title: string) => page.getByRole('row').filter({ hasText: title });
  const past = row('Sluikstort bij de brug');
  await expect(past).toContainText(/ended on \d\d\/\d\d\/\d{4}, not closed yet/);
  await expect(past).not.toContainText('running');
  await expect(row('Nachtlawaai op het plein')).toContainText('not started yet');
  await expect(row('Nachtlawaai op het plein')).not.toContainText('min');

  await past.getByRole('link', { name: 'Sluikstort bij de brug' }).click();
  await expect(page.getByText(/^ended on .*, not closed yet$/)).toBeVisible();
  const proposals = page.getByRole('region', { name: 'Proposals by stretch' });
  await expect(proposals).toContainText('The last day of this action is past');
  await expect(page.getByRole('button', { name: 'Add a measure' })).toHaveCount(0);
  await expectGoodLooks(page, info, 'past-end');
  await page.keyboard.press('Control+k');
  await page
    .getByRole('dialog', { name: 'Search and do' })
    .getByRole('combobox')
    .fill('Sluikstort');
  await expect(page.getByRole('option', { name: /ended on .*, not closed yet/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.goBack();

  await row('Meer licht in de doorsteek').getByRole('link', { name: 'Meer licht' }).click();
  await page.getByRole('button', { name: 'Answer', exact: true }).click();
  await page.getByRole('radio', { name: 'Refuse' }).check();
  await page.getByLabel('Why').fill('Daar komt al licht');
  await page.getByRole('button', { name: 'Give the answer' }).click();
  await expect(page.getByText('refused', { exact: true })).toBeVisible();
  await page.goBack();
  await expect(row('Meer licht in de doorsteek')).toContainText('Daar komt al licht');
  await expect(row('Meer licht in de doorsteek')).not.toContainText('min');

  // Twice a quarter of an hour a week is planned: of a hundred minutes in one go thirty count.
  await row('Trager aan de school').getByRole('link', { name: 'Trager aan de school' }).click();
  await page.getByRole('button', { name: /^Done: / }).click();
  const delivering = page.getByRole('dialog');
  await delivering.getByLabel('Minutes').fill('100');
  await delivering.getByRole('button', { name: 'Confirm', exact: true }).click();
  const doses = page.getByRole('table', { name: 'Dose by stretch, in minutes' });
  await expect(doses.getByRole('columnheader')).toHaveText([
    'Stretch',
    'Planned',
    'Until today',
    'Done',
    'Counts',
    'Times',
  ]);
  await expect(doses.getByRole('cell', { name: '100', exact: true })).toBeVisible();
  await expect(doses.getByRole('cell', { name: '30', exact: true })).toBeVisible();
  await doses.scrollIntoViewIfNeeded();
  await expectGoodLooks(page, info, 'dose');
  await page.goBack();
  await expect(row('Trager aan de school')).toContainText(/30 of \d+ min count; .*Done: 100;/);
  await row('Trager aan de school').scrollIntoViewIfNeeded();
  await expectGoodLooks(page, info, 'counts');
});

test('says what will stand there while nothing was proposed', async ({ app }) => {
  const { page } = app;
  await openPlantedDemo(app, 'casework', 0);
  await goTo(page, 'Dossiers');
  await page.getByRole('link', { name: 'Golden thread' }).click();
  await expect(page.getByText('No actions yet')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save as CSV' })).toBeDisabled();
  await expectAccessible(page);
  await expectGoodLayout(page);
});
