import { expect, test } from '@playwright/test';

import { dayFromNow, fillDay } from '../stories/casework-steps.ts';
import {
  closeAndTell,
  confirmStop,
  findBusiestStreet,
  hasBristol,
  importFacts,
  openAction,
  openDossierOf,
  planAndStart,
  WHY_NO_BRISTOL,
} from '../stories/facts-to-result.ts';
import { goTo, PASSPHRASE, unlock } from '../stories/steps.ts';
import {
  createProfile,
  launchElectron,
  removeProfile,
  type RunningElectron,
} from '../support/electron-app.ts';
import { watchContext } from '../support/page-watch.ts';
import { plantProfile } from '../support/planted-desk.ts';

/** How many sheets the window would put on paper: a page object each. */
async function sheetsOf({ application }: RunningElectron): Promise<number> {
  const pdf = await application.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const bytes = await window?.webContents.printToPDF({ preferCSSPageSize: true });
    return bytes?.toString('latin1') ?? '';
  });
  return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

test('facts of Bristol become an action with a result, without a network', async ({}, info) => {
  test.skip(!hasBristol, WHY_NO_BRISTOL);
  test.setTimeout(300_000);
  const profile = await createProfile();
  await plantProfile(profile, 'Noor Voorbeeld', 'bristol');
  const running = await launchElectron(profile);
  const { page } = running;
  const watch = watchContext(running.application.context(), (url) => url.protocol === 'wijkwerk:');
  try {
    await watch.add(page);
    await unlock(page, PASSPHRASE);
    await expect(page.getByText('Signed in: Noor Voorbeeld')).toBeVisible();
    await importFacts(page);
    await openDossierOf(page, await findBusiestStreet(page));
    await planAndStart(page, Date.now());
    await goTo(page, 'Dossiers');
    await page.getByRole('link', { name: 'Briefing sheet' }).click();
    // After midnight the night shift is still yesterday's, and this plan begins today.
    await fillDay(page, 'Day', dayFromNow(0));
    await page.getByRole('radiogroup', { name: 'Shift' }).getByText('Late').click();
    await expect(
      page.getByRole('region', { name: 'The sheet as it will be printed' }),
    ).toContainText(/0 of \d+ times this week/);
    expect(await sheetsOf(running)).toBe(1);
    await openAction(page);
    await confirmStop(page);
    // The button takes two presses in a row for one: the second stop is another deed.
    await openAction(page);
    await expect(page.getByText('15 of 30 minutes: 50 % of the plan')).toBeVisible();
    await confirmStop(page);
    await openAction(page);
    await expect(page.getByText('30 of 30 minutes: 100 % of the plan')).toBeVisible();
    await closeAndTell(page);
    await page.screenshot({ path: info.outputPath('closed-action.png') });
    await watch.check();
  } finally {
    await running.quit();
    await removeProfile(profile);
  }
});
