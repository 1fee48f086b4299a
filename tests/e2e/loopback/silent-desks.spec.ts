import { expect, type Page, test } from '@playwright/test';

import { enrol } from '../stories/centre-steps.ts';
import { goTo, PASSPHRASE, unlock } from '../stories/steps.ts';
import { type CentreProcess, startCentreProcess } from '../support/centre-process.ts';
import { expectGoodLooks } from '../support/good-looks.ts';
import { type PlantedDesk, startPlantedDesk } from '../support/planted-desk.ts';

test.describe.configure({ timeout: 240_000 });

/** The page asks again every 15 s; that a desk can be reached again it tries in pauses that grow. */
const PATIENCE = { timeout: 60_000 };

let centre: CentreProcess;
const desks: PlantedDesk[] = [];
test.beforeAll(async () => {
  centre = await startCentreProcess();
  await centre.addAccount('ward', 'Ward Verzonnen', 'administrator');
  await centre.addAccount('noor', 'Noor Voorbeeld', 'officer');
});
test.afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.dispose();
});
test.afterAll(() => centre.dispose());

/** What whoever watches over the machines of the zone is told. */
async function silentByMetrics(): Promise<string | undefined> {
  const text = await (await fetch(`${centre.address}/metrics`)).text();
  return /^wijkwerk_silent_desks\{.*\} (\d+)$/m.exec(text)?.[1];
}

const alarm = (page: Page, text: RegExp) => page.getByRole('note').filter({ hasText: text });

test('an administrator is told of a desk that was silent for too long, until it is heard of again', async ({
  browser,
}, info) => {
  for (const [login, name] of [
    ['ward', 'Ward Verzonnen'],
    ['noor', 'Noor Voorbeeld'],
  ] as const) {
    const desk = await startPlantedDesk(browser, name);
    desks.push(desk);
    await enrol(desk.page, centre, login);
  }
  const [ward, noor] = desks.map(({ page }) => page);
  if (!ward || !noor) throw new Error('no desks');
  // A desk that is locked asks the centre nothing.
  await noor.getByRole('button', { name: 'Lock', exact: true }).click();

  await test.step('nothing stands out while both are heard of', async () => {
    await goTo(ward, 'Administration');
    await ward.getByRole('tab', { name: 'Desks', exact: true }).click();
    await expect(ward.getByRole('row', { name: /Bureau van noor/ })).toBeVisible();
    await expect(alarm(ward, /silent/)).toHaveCount(0);
    expect(await silentByMetrics()).toBe('0');
  });

  await test.step('after nine days hers does', async () => {
    await centre.silence('Bureau van noor', 9);
    await expect(alarm(ward, /^1 desk was silent for too long/)).toBeVisible(PATIENCE);
    await expect(ward.getByRole('row', { name: /Bureau van noor/ })).toContainText(
      'silent for 9 days',
    );
    await expect(ward.getByText(/silent for \d+ days/)).toHaveCount(1);
    expect(await silentByMetrics()).toBe('1');
    await expectGoodLooks(ward, info, 'silent');
  });

  await test.step('where the zone waits longer it does not, until that is undone', async () => {
    await ward.getByRole('button', { name: 'Report after 7 days of silence' }).click();
    const dialog = ward.getByRole('dialog');
    await dialog.getByLabel('After how many days').fill('10');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(alarm(ward, /silent/)).toHaveCount(0);
    await ward.getByRole('button', { name: 'Undo' }).last().click();
    await expect(alarm(ward, /^1 desk was silent/)).toBeVisible();
  });

  await test.step('and no more once it is heard of', async () => {
    await unlock(noor, PASSPHRASE);
    await expect(alarm(ward, /silent/)).toHaveCount(0, PATIENCE);
    expect(await silentByMetrics()).toBe('0');
  });
});
