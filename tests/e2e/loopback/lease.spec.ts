import { expect, test } from '@playwright/test';

import { smallTerritory } from '../../factories/small-territory.ts';
import { enrol, line } from '../stories/centre-steps.ts';
import { goTo, PASSPHRASE, unlock } from '../stories/steps.ts';
import { type CentreProcess, startCentreProcess } from '../support/centre-process.ts';
import { expectGoodLooks } from '../support/good-looks.ts';
import { startPlantedDesk } from '../support/planted-desk.ts';

const NEIGHBOURHOOD = smallTerritory().neighbourhoodId;

test.describe.configure({ timeout: 240_000 });

let centre: CentreProcess;
test.beforeAll(async () => {
  centre = await startCentreProcess();
  await centre.setAreas([{ id: NEIGHBOURHOOD }]);
});
test.afterAll(() => centre.dispose());

test('a desk that the centre has not heard of for too long warns first, then opens only to hand over', async ({
  browser,
}, info) => {
  await centre.addAccount('noor', 'Noor Voorbeeld', 'officer');
  await centre.addRight('noor', 'neighbourhood', NEIGHBOURHOOD);
  const desk = await startPlantedDesk(browser, 'Noor Voorbeeld');
  const { page } = desk;
  await enrol(page, centre, 'noor');
  const warning = page.getByRole('status').filter({ hasText: 'The centre asks for you again' });
  await expect(warning).toBeHidden();
  await centre.stop();

  await desk.restart(12);
  await unlock(page, PASSPHRASE);
  await expect(warning).toContainText('within 2 days');
  await goTo(page, 'People');
  await page.getByRole('button', { name: 'Add', exact: true }).first().click();
  const form = page.getByRole('dialog', { name: 'Add' });
  await form.getByLabel('Name').fill('An Verzonnen');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeHidden();
  await expectGoodLooks(page, info, 'lease-ends-soon');

  await desk.restart(15);
  await unlock(page, PASSPHRASE);
  await expect(
    page.getByRole('heading', { name: 'Sign in at the centre', level: 1 }),
  ).toBeVisible();
  await expect(page.getByText('1 change is only here and is kept.')).toBeVisible();
  await expect(page.getByText('An Verzonnen')).toBeHidden();
  await expectGoodLooks(page, info, 'lease-over');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Make a parcel' }).click();
  expect((await saved).suggestedFilename()).toMatch(/\.wijkwerk-parcel$/);
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await unlock(page, PASSPHRASE);
  await expect(
    page.getByRole('heading', { name: 'Sign in at the centre', level: 1 }),
  ).toBeVisible();

  // Its clock was wrong: the centre answers, and by its own clock nothing is over.
  await centre.start();
  await page.getByRole('button', { name: 'Sync now' }).click();
  await expect(line(page)).toContainText('Connected to the centre');
  await expect(page.getByRole('contentinfo')).toContainText('Clock is wrong');
  await page.getByRole('link', { name: 'Clock is wrong' }).click();
  await expect(page.getByText(/clock is 21,600 minutes ahead of the centre/)).toBeVisible();
  await expectGoodLooks(page, info, 'clock-off');
  await goTo(page, 'People');
  await expect(page.getByText('An Verzonnen')).toBeVisible();
  await desk.dispose();
});
