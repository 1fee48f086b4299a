import { readFile } from 'node:fs/promises';

import { parse } from 'csv-parse/sync';

import { goTo } from '../stories/steps.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { openPlantedDemo } from '../support/demo-with-facts.ts';
import { expectGoodLayout } from '../support/layout.ts';
import { expect, test } from '../support/loopback-app.ts';

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
    await page.screenshot({ path: info.outputPath(`thread-${scheme}.png`) });
    await expectAccessible(page);
    await expectGoodLayout(page);
  }

  await overview.getByRole('link', { name: 'Nuisance' }).press('Enter');
  await expect(page).toHaveURL(/goal=nuisance/);
  const goal = page.getByRole('region', { name: 'Nuisance' }).first();
  await expect(goal).toContainText(/actions · .*contacts.* · .*began/);
  await expect(goal.getByRole('link', { name: 'Not really tried' })).toBeVisible();
  await page.screenshot({ path: info.outputPath('thread-goal.png') });
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
  await page.goBack();
  await goal.getByRole('link', { name: 'Not really tried' }).first().click();
  await page.getByRole('link', { name: 'Golden thread' }).click();
  await expect(page).toHaveURL(/thread\?goal=nuisance/);
  await page.getByLabel('Goal').selectOption('Without a goal');
  await expect(page.getByRole('region', { name: 'Without a goal' }).first()).toBeVisible();
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
