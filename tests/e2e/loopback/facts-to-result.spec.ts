import { expect, test } from '@playwright/test';

import { enrol } from '../stories/centre-steps.ts';
import {
  closeAndTell,
  confirmStop,
  DOSSIER,
  findHotStreet,
  hasBristol,
  importFacts,
  openAction,
  openDossierOf,
  planAndStart,
  SEEN,
  TOLD,
  WHY_NO_BRISTOL,
} from '../stories/facts-to-result.ts';
import { PASSPHRASE, unlock } from '../stories/steps.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { type CentreProcess, startCentreProcess } from '../support/centre-process.ts';
import { expectGoodLooks } from '../support/good-looks.ts';
import { type PlantedDesk, startPlantedDesk } from '../support/planted-desk.ts';

const DAY_MS = 86_400_000;

/** Types into a page that is killed afterwards; whatever rested is in the other window, and stays. */
async function typeAndKill(desk: PlantedDesk): Promise<void> {
  const window = await desk.openWindow();
  await window.getByRole('textbox', { name: 'Scanning' }).pressSequentially(SEEN);
  const kept = desk.page.getByRole('textbox', { name: 'Scanning' });
  await expect(kept).toHaveValue(SEEN);
  await window.close({ runBeforeUnload: false });
  await desk.page.reload();
  await expect(kept).toHaveValue(SEEN);
}

test('facts of Bristol become an action with a result, offline, and a second desk shows all of it', async ({
  browser,
}, info) => {
  test.skip(!hasBristol, WHY_NO_BRISTOL);
  test.setTimeout(600_000);
  const desks: PlantedDesk[] = [];
  const start = async (name: string, daysLater: number): Promise<PlantedDesk> => {
    const desk = await startPlantedDesk(browser, name, undefined, {
      territory: 'bristol',
      daysLater,
    });
    desks.push(desk);
    return desk;
  };
  let centre: CentreProcess | undefined;
  try {
    const noor = await start('Noor Voorbeeld', -5);
    const { page } = noor;
    await importFacts(page);
    const street = await findHotStreet(page);
    await expectGoodLooks(page, info, 'hot-street');
    await openDossierOf(page, street);
    await typeAndKill(noor);
    await planAndStart(page, Date.now() - 5 * DAY_MS);
    await confirmStop(page);

    await noor.restart(0);
    await unlock(page, PASSPHRASE);
    await confirmStop(page);
    await openAction(page);
    await expect(page.getByText('30 of 30 minutes: 100 % of the plan')).toBeVisible();
    await closeAndTell(page);
    await expectGoodLooks(page, info, 'closed-action');

    centre = await startCentreProcess();
    await centre.setAreas(noor.neighbourhoods.map((id) => ({ id })));
    for (const [login, name] of [
      ['noor', 'Noor Voorbeeld'],
      ['samir', 'Samir Verzonnen'],
    ] as const) {
      await centre.addAccount(login, name, 'team-lead');
      for (const id of noor.neighbourhoods) await centre.addRight(login, 'neighbourhood', id);
    }
    await enrol(page, centre, 'noor');
    await expect(page.getByTestId('only-here')).toContainText('No changes only here', {
      timeout: 60_000,
    });

    const samir = await start('Samir Verzonnen', 0);
    await enrol(samir.page, centre, 'samir');
    await expect(async () => {
      await openAction(samir.page);
    }).toPass({ timeout: 60_000 });
    await expect(samir.page.getByRole('region', { name: 'Where it stands' })).toContainText(
      'Cannot tell',
    );
    await expect(samir.page.getByText(TOLD)).toBeVisible();
    await expect(samir.page.getByText('30 of 30 minutes: 100 % of the plan')).toBeVisible();
    await samir.page.getByRole('link', { name: DOSSIER }).first().click();
    await expect(samir.page.getByRole('textbox', { name: 'Scanning' })).toHaveValue(SEEN);
    await expectAccessible(samir.page);
    expect(await findHotStreet(samir.page)).toBe(street);
  } finally {
    for (const desk of desks) await desk.dispose();
    await centre?.dispose();
  }
});
