import { readFile, truncate } from 'node:fs/promises';

import type { Page, WebSocketRoute } from '@playwright/test';

import {
  chooseOfficer,
  expectNoTrace,
  lock,
  logInSmallTown,
  startInSmallTown,
} from '../stories/desk-steps.ts';
import { textFile } from '../stories/small-town.ts';
import {
  createProfile,
  goTo,
  PASSPHRASE,
  typeAndLeave,
  unfoldMore,
  unlock,
} from '../stories/steps.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { expect, test } from '../support/loopback-app.ts';
import { takePicture } from '../support/picture.ts';

test.use({ demo: false });

const FIRST = 'Zomerse klacht over fietsen bij de sluis';
const HALF = 'Half een zin over de markt';
const OTHER_PASSPHRASE = 'acht rode boten op de vaart';

test('a second officer of the desk sees nothing of the first', async ({ app: { page } }) => {
  await startInSmallTown(page, 'Noor Voorbeeld');
  await logInSmallTown(page, FIRST);
  await typeAndLeave(page, HALF);
  await page.keyboard.press('Escape');
  await lock(page);
  await expectNoTrace(page, [FIRST, HALF, 'Zwanenkaai']);

  await page.getByRole('button', { name: 'Make a new file' }).click();
  await page.getByLabel('Your name').fill('Sam Staaltje');
  await page.getByLabel('New passphrase', { exact: true }).fill(OTHER_PASSPHRASE);
  await page.getByLabel('The same passphrase again').fill(OTHER_PASSPHRASE);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Make the file and open it' }).click();
  await expect(page.getByText('Signed in: Sam Staaltje')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Unfinished' })).toBeHidden();
  await expectAccessible(page);
  for (const [name, sign] of [
    ['Contacts', 'No contacts yet'],
    ['Map', 'No territory to draw yet'],
    ['Territory', 'No territory yet'],
  ] as const) {
    await goTo(page, name);
    await expect(page.getByText(sign)).toBeVisible();
    await expectNoTrace(page, [FIRST, HALF, 'Zwanenkaai']);
    await expectAccessible(page);
  }
  await page.getByRole('main').press('c');
  await expect(page.getByRole('dialog', { name: 'New contact' })).toBeVisible();
  await expectNoTrace(page, [FIRST, HALF, 'unfinished']);
  await page.keyboard.press('Escape');

  await lock(page);
  await chooseOfficer(page, 'Noor Voorbeeld');
  await unlock(page, OTHER_PASSPHRASE);
  await expect(page.getByText('This passphrase does not open this file.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Open', exact: true })).toBeEnabled();
  await unlock(page, PASSPHRASE);
  await expect(page.getByText('Signed in: Noor Voorbeeld')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Unfinished' })).toContainText(HALF);
});

test('a passphrase is changed, and only the new one opens the file', async ({ app: { page } }) => {
  await createProfile(page, 'Noor Voorbeeld');
  await goTo(page, 'Desk');
  const panel = page.getByRole('region', { name: 'Change passphrase' });
  const change = async (current: string, next: string) => {
    await panel.getByLabel('Current passphrase').fill(current);
    await panel.getByLabel('New passphrase', { exact: true }).fill(next);
    await panel.getByLabel('The same passphrase again').fill(next);
    await panel.getByRole('button', { name: 'Change passphrase' }).click();
  };
  await change('niet mijn wachtzin', OTHER_PASSPHRASE);
  const current = panel.getByLabel('Current passphrase');
  await expect(current).toHaveAccessibleDescription('This passphrase does not open this file.');
  await expectAccessible(page);
  await change(PASSPHRASE, 'te kort');
  await expect(panel.getByLabel('New passphrase', { exact: true })).toHaveAccessibleDescription(
    /Too short: use at least 12 characters\./,
  );
  await expectAccessible(page);
  await waitForSecondTry(page);
  await change(PASSPHRASE, OTHER_PASSPHRASE);
  await expect(page.getByText('The new passphrase holds from now on.')).toBeVisible();
  await expect(current).toHaveValue('');
  await expectAccessible(page);

  await lock(page);
  await unlock(page, PASSPHRASE);
  await expect(page.getByText('This passphrase does not open this file.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Open', exact: true })).toBeEnabled();
  await unlock(page, OTHER_PASSPHRASE);
  await expect(page.getByText('Signed in: Noor Voorbeeld')).toBeVisible();
});

test('a backup brings the file back as it was', async ({ app: { page } }, info) => {
  await startInSmallTown(page, 'Noor Voorbeeld');
  await logInSmallTown(page, FIRST);
  await goTo(page, 'Desk');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Make a backup' }).click();
  const download = await downloading;
  const backup = info.outputPath(download.suggestedFilename());
  await download.saveAs(backup);
  await expect(page.getByText(`Saved as ${download.suggestedFilename()}`)).toBeVisible();
  await expectAccessible(page);
  const content = await readFile(backup);
  for (const word of [FIRST, 'Zwanenkaai', 'SQLite format']) {
    expect(content.includes(word), `the backup shows ${word}`).toBe(false);
  }

  const LATER = 'Dit is pas na de reservekopie genoteerd';
  await logInSmallTown(page, LATER);
  await goTo(page, 'Desk');
  const dialog = await openRestore(page);
  await choose(page, textFile('lijst.csv', 'straatnaam,nis\nKade,12025\n'));
  const unusable = dialog.getByRole('alert').filter({ hasText: 'This is not a usable backup' });
  await expect(unusable).toBeVisible();
  await expectAccessible(page);
  const cut = info.outputPath('cut-short.backup');
  await download.saveAs(cut);
  await truncate(cut, Math.floor(content.length / 2));
  await choose(page, cut);
  await expect(unusable.or(dialog.getByText('Made on'))).toBeVisible();

  await choose(page, backup);
  await expect(dialog.getByText('Noor Voorbeeld')).toBeVisible();
  await expect(dialog.getByText(/Made on \d{2}\/\d{2}\/\d{4} \d{2}:\d{2}/)).toBeVisible();
  await expect(dialog.getByText('This desk already has a file of this officer')).toBeVisible();
  await expect(
    dialog.getByText(/Last opened: .* In the file here: 4 changes only here/),
  ).toBeVisible();
  await expectAccessible(page);
  const restore = dialog.getByRole('button', { name: 'Restore and open' });
  await dialog.getByLabel('The backup’s passphrase').fill('niet mijn wachtzin');
  await expect(restore).toBeDisabled();
  await dialog.getByLabel('Set aside the file on this desk').check();
  await restore.click();
  const field = page.getByLabel('The backup’s passphrase');
  await expect(field).toHaveAccessibleDescription(/This passphrase does not open this file\./);
  await expectAccessible(page);
  await waitForSecondTry(page);
  await field.fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Restore and open' }).click();

  await expect(page.getByText('Signed in: Noor Voorbeeld')).toBeVisible();
  await goTo(page, 'Contacts');
  await expect(page.getByText(FIRST)).toBeVisible();
  await expect(page.getByText('1 contact', { exact: true })).toBeVisible();
  await expectNoTrace(page, [LATER]);
});

test('every wrong passphrase makes the wait longer, and the wait is counted down', async ({
  app: { page },
}) => {
  await createProfile(page, 'Noor Voorbeeld');
  await lock(page);
  const open = page.getByRole('button', { name: 'Open', exact: true });
  const wait = page.getByRole('button', { name: /^Wait \d+ more second/ });
  const longest: number[] = [];
  for (const attempt of ['eerste gok', 'tweede gok', 'derde gok']) {
    await unlock(page, attempt);
    await expect(wait).toBeVisible();
    await expect(wait).toBeDisabled();
    longest.push(Number.parseInt((await wait.innerText()).replace(/\D+/, ''), 10));
    await expectAccessible(page);
    await expect(open).toBeEnabled();
  }
  expect(longest[0]).toBe(1);
  expect(longest[2]).toBeGreaterThan(longest[0] ?? 0);

  // Neither the Enter key nor a reload goes round it.
  await unlock(page, 'vierde gok');
  await expect(wait).toBeVisible();
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Signed in:')).toBeHidden();
  await page.reload();
  await unlock(page, PASSPHRASE);
  await expect(page.getByText(/Too many wrong attempts. Wait \d more seconds?/)).toBeVisible();
  await expect(wait).toBeDisabled();
  await expectAccessible(page);
  await expect(open).toBeEnabled();
  await unlock(page, PASSPHRASE);
  await expect(page.getByText('Signed in: Noor Voorbeeld')).toBeVisible();
});

test('a desk left alone locks itself and keeps what was being typed', async ({ app: { page } }) => {
  await createProfile(page, 'Noor Voorbeeld');
  await goTo(page, 'Desk');
  await page.getByLabel('Lock when nothing happens for').selectOption('1 minute');
  await page.getByRole('main').press('c');
  const form = page.getByRole('dialog', { name: 'New contact' });
  await unfoldMore(form);
  await form.getByLabel('What was said or seen').fill(HALF);
  await expectAccessible(page);
  await expect(page.getByRole('heading', { name: 'Who is at work?' })).toBeVisible({
    timeout: 90_000,
  });
  await expectNoTrace(page, [HALF]);
  await expectAccessible(page);

  await unlock(page, PASSPHRASE);
  const unfinished = page.getByRole('region', { name: 'Unfinished' });
  await expect(unfinished).toContainText(HALF);
  await expectAccessible(page);
  await unfinished.getByRole('button', { name: /^Go on/ }).click();
  await expect(form.getByLabel('What was said or seen')).toHaveValue(HALF);
});

test('nothing typed is lost when the host is killed', async ({ app }) => {
  const { page } = app;
  app.watch.expectProblem(/ERR_CONNECTION_REFUSED|WebSocket/);
  await createProfile(page, 'Noor Voorbeeld');
  await typeAndLeave(page, HALF);
  const form = page.getByRole('dialog', { name: 'New contact' });
  const tick = (name: string) =>
    form
      .locator('label')
      .filter({ hasText: new RegExp(`^${name}$`) })
      .click();
  const who = form.getByRole('combobox', { name: 'With whom' });
  await who.fill('Mila Verzonnen');
  await form.getByRole('option', { name: 'Add “Mila Verzonnen” as a person' }).click();
  await who.fill('Nog iem');
  await form.getByLabel('How', { exact: true }).selectOption('Telephone');
  await form.getByLabel('Language').selectOption('French');
  await form.getByRole('button', { name: '15 minutes' }).click();
  await tick('Vandalism');
  await form.getByLabel('Need or expectation').fill('Een proper plein');
  await tick('Often');
  await form.getByLabel('Assessment').fill('Valt wel mee');
  await tick('Restricted');
  await tick('Promise');
  await form.getByLabel('What did you promise').fill('Terugbellen');
  await form.getByLabel('How will you tell them').selectOption('Mail or letter');
  await expect(form.getByText('Kept on this desk')).toBeVisible();
  const status = page.locator('footer');
  await expect(status).toContainText('only here');
  await app.host().kill();
  await expect(page.getByText('Wijkwerk does not answer', { exact: true })).toBeVisible();
  await expect(status).toContainText('Wijkwerk does not answer: what is only here');
  await expect(page.getByTestId('only-here')).toBeHidden();
  await expect(page.getByTestId('line')).toBeHidden();
  const more = `${HALF}, en nog een halve`;
  await form.getByLabel('What was said or seen').fill(more);
  await expect(form.getByLabel('What was said or seen')).toHaveValue(more);
  await expect(form.getByText('Not kept yet')).toBeVisible();
  await expectAccessible(page);

  await app.startAgain();
  await unlock(page, PASSPHRASE);
  await expect(page.getByTestId('only-here')).toBeVisible();
  await expect(page.getByTestId('away')).toBeHidden();
  await expect(page.getByText('Wijkwerk was not closed properly last time.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Unfinished' })).toContainText(HALF);
  await expectAccessible(page);
  await page.getByRole('main').press('c');
  await form.getByRole('button', { name: `Go on: ${HALF}` }).click();
  await expect(form.getByLabel('What was said or seen')).toHaveValue(HALF);
  await expect(form.getByRole('list', { name: 'Chosen' })).toContainText('Mila Verzonnen');
  await expect(who).toHaveValue('Nog iem');
  await expect(form.getByLabel('How', { exact: true })).toHaveValue('telephone');
  await expect(form.getByLabel('Language')).toHaveValue('fr');
  await expect(form.getByLabel('Length (minutes)')).toHaveValue('15');
  await expect(form.getByRole('checkbox', { name: 'Vandalism' })).toBeChecked();
  await expect(form.getByLabel('Need or expectation')).toHaveValue('Een proper plein');
  await expect(form.getByRole('radio', { name: 'Often' })).toBeChecked();
  await expect(form.getByLabel('Assessment')).toHaveValue('Valt wel mee');
  await expect(form.getByRole('radio', { name: 'Restricted' })).toBeChecked();
  await expect(form.getByLabel('What did you promise')).toHaveValue('Terugbellen');
  await expect(form.getByLabel('How will you tell them')).toHaveValue('mail');
});

/** After one wrong passphrase the desk takes no other for a second; here nothing counts it down. */
async function waitForSecondTry(page: Page): Promise<void> {
  await page.waitForTimeout(1_200);
}

async function openRestore(page: Page) {
  await page.getByRole('button', { name: 'Restore a backup' }).click();
  const dialog = page.getByRole('dialog', { name: 'Restore a backup' });
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  return dialog;
}

async function choose(page: Page, file: string | ReturnType<typeof textFile>): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^Choose (the|another) file$/ }).click();
  await (await choosing).setFiles(file);
}

test('a page whose workbench is away says so, and recovers when it is back', async ({
  app,
}, info) => {
  await createProfile(app.page, 'Noor Voorbeeld');
  let isAway = false;
  const open = new Set<WebSocketRoute>();
  await app.page.context().routeWebSocket(/\/workbench$/, (socket) => {
    if (isAway) {
      void socket.close();
      return;
    }
    open.add(socket);
    socket.connectToServer();
  });
  const window = await app.openWindow();
  await expect(window.getByTestId('only-here')).toBeVisible();
  await typeAndLeave(window, HALF);
  isAway = true;
  for (const socket of open) await socket.close();
  await expect(window.getByTestId('away')).toBeVisible();
  await expect(window.getByText('Wijkwerk does not answer', { exact: true })).toBeVisible();
  await takePicture(window, info.outputPath('away.png'));
  isAway = false;
  await expect(window.getByTestId('only-here')).toBeVisible({ timeout: 15_000 });
  await expect(window.getByTestId('away')).toBeHidden();
  const form = window.getByRole('dialog', { name: 'New contact' });
  await expect(form.getByLabel('What was said or seen')).toHaveValue(HALF);
});
