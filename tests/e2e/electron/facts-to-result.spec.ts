import { expect, type Page, test } from '@playwright/test';

import { dayFromNow, fillDay } from '../stories/casework-steps.ts';
import { enrol } from '../stories/centre-steps.ts';
import {
  closeAndTell,
  confirmStop,
  findHotStreet,
  hasBristol,
  importFacts,
  openAction,
  openDossierOf,
  planAndStart,
  TOLD,
  WHY_NO_BRISTOL,
} from '../stories/facts-to-result.ts';
import { goTo, PASSPHRASE, unlock } from '../stories/steps.ts';
import { type CentreProcess, startCentreProcess } from '../support/centre-process.ts';
import {
  createProfile,
  launchElectron,
  removeProfile,
  type RunningElectron,
} from '../support/electron-app.ts';
import { watchContext } from '../support/page-watch.ts';
import { takePicture } from '../support/picture.ts';
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

const ARRIVES = { timeout: 60_000 };

/** A centre with two team leads who may see these neighbourhoods. */
async function zoneOf(neighbourhoods: readonly string[]): Promise<CentreProcess & AsyncDisposable> {
  const centre = await startCentreProcess();
  await centre.setAreas(neighbourhoods.map((id) => ({ id })));
  for (const [login, name] of [
    ['noor', 'Noor Voorbeeld'],
    ['samir', 'Samir Verzonnen'],
  ] as const) {
    await centre.addAccount(login, name, 'team-lead');
    for (const id of neighbourhoods) await centre.addRight(login, 'neighbourhood', id);
  }
  return { ...centre, [Symbol.asyncDispose]: () => centre.dispose() };
}

/** Connects a window of another desk of the zone, and watches what it asks for. */
async function onASecondDesk(
  centre: CentreProcess,
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const profile = await createProfile();
  await plantProfile(profile, 'Samir Verzonnen', 'bristol');
  const running = await launchElectron(profile);
  const watch = watchContext(running.application.context(), isOurs);
  try {
    await watch.add(running.page);
    await unlock(running.page, PASSPHRASE);
    await enrol(running.page, centre, 'samir');
    await work(running.page);
    await watch.check();
  } finally {
    await running.quit();
    await removeProfile(profile);
  }
}

/** A window asks nothing of a network, also while its desk is in touch with the centre. */
const isOurs = (url: URL): boolean => url.protocol === 'wijkwerk:';

test('facts of Bristol become an action with a result, without a network, and a second desk has it by the centre', async ({}, info) => {
  test.skip(!hasBristol, WHY_NO_BRISTOL);
  test.setTimeout(600_000);
  const profile = await createProfile();
  const neighbourhoods = await plantProfile(profile, 'Noor Voorbeeld', 'bristol');
  const running = await launchElectron(profile);
  const { page } = running;
  const watch = watchContext(running.application.context(), isOurs);
  try {
    await watch.add(page);
    await unlock(page, PASSPHRASE);
    await expect(page.getByText('Signed in: Noor Voorbeeld')).toBeVisible();
    await importFacts(page);
    await openDossierOf(page, await findHotStreet(page));
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
    await takePicture(page, info.outputPath('closed-action.png'));

    await using centre = await zoneOf(neighbourhoods);
    await enrol(page, centre, 'noor');
    await expect(page.getByTestId('only-here')).toContainText('No changes only here', ARRIVES);
    await watch.check();
    await onASecondDesk(centre, async (second) => {
      await expect(async () => {
        await openAction(second);
      }).toPass(ARRIVES);
      await expect(second.getByRole('region', { name: 'Where it stands' })).toContainText(
        'Cannot tell',
      );
      await expect(second.getByText(TOLD)).toBeVisible();
      await expect(second.getByText('30 of 30 minutes: 100 % of the plan')).toBeVisible();
      await takePicture(second, info.outputPath('second-desk.png'));
    });
  } finally {
    await running.quit();
    await removeProfile(profile);
  }
});
