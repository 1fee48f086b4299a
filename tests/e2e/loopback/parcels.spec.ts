import { readFile } from 'node:fs/promises';

import { type Browser, expect, type Locator, type Page, test } from '@playwright/test';

import { smallTerritory } from '../../factories/small-territory.ts';
import { enrol, line } from '../stories/centre-steps.ts';
import { lock } from '../stories/desk-steps.ts';
import { goTo, logContact, PASSPHRASE, unlock } from '../stories/steps.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { type CentreProcess, startCentreProcess } from '../support/centre-process.ts';
import { expectGoodLooks } from '../support/good-looks.ts';
import { type PlantedDesk, startPlantedDesk } from '../support/planted-desk.ts';

const NEIGHBOURHOOD = smallTerritory().neighbourhoodId;
const SUMMARY = 'Overstroming aan de kade, geen verbinding';

test.describe.configure({ timeout: 240_000 });

let centre: CentreProcess;
const desks: PlantedDesk[] = [];
test.beforeAll(async () => {
  centre = await startCentreProcess();
  await centre.setAreas([{ id: NEIGHBOURHOOD }]);
});
test.afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.dispose();
});
test.afterAll(() => centre.dispose());

async function enrolledDesk(browser: Browser, login: string, name: string): Promise<Page> {
  await centre.addAccount(login, name, 'officer');
  await centre.addRight(login, 'neighbourhood', NEIGHBOURHOOD);
  const desk = await startPlantedDesk(browser, name);
  desks.push(desk);
  const { page } = desk;
  await enrol(page, centre, login);
  return page;
}

const panel = (page: Page) => page.getByRole('region', { name: 'Hand over without a line' });

/** What the page saves when this is pressed. */
async function saved(page: Page, button: Locator): Promise<{ name: string; bytes: Buffer }> {
  const download = page.waitForEvent('download');
  await button.click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

async function takeIn(page: Page, file: { name: string; bytes: Buffer }): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await panel(page).getByRole('button', { name: 'Take a file in' }).click();
  const mimeType = 'application/octet-stream';
  await (await chooser).setFiles({ name: file.name, mimeType, buffer: file.bytes });
}

test('what a desk without a line made is brought by a colleague, and its receipts come back', async ({
  browser,
}, info) => {
  const noor = await enrolledDesk(browser, 'noor', 'Noor Voorbeeld');
  const samir = await enrolledDesk(browser, 'samir', 'Samir Verzonnen');
  await expect(panel(noor)).toContainText('Nothing waits for the centre');
  await expect(panel(noor).getByRole('button', { name: 'Make a parcel' })).toBeDisabled();

  // The line is down, at both desks.
  await centre.stop();
  await expect(line(noor)).toContainText('The centre does not answer since');
  await logContact(noor, {
    typed: 'zonnebl',
    street: /Zonnebloemstraat/,
    reason: 'Nuisance',
    summary: SUMMARY,
  });
  await goTo(noor, 'Sync');
  await expect(panel(noor)).toContainText(/A parcel would now hold \d+ changes?\./);
  const parcel = await saved(noor, panel(noor).getByRole('button', { name: 'Make a parcel' }));
  expect(parcel.name).toMatch(/\.wijkwerk-parcel$/);
  expect(parcel.bytes.includes('Overstroming')).toBe(false);
  await expect(panel(noor)).toContainText('The receipts are not back yet.');
  await expect(noor.getByRole('list', { name: 'Only here' })).toContainText(SUMMARY);
  await expectGoodLooks(noor, info, 'parcel-made');

  // A colleague takes it along: a bad copy first.
  await goTo(samir, 'Sync');
  await takeIn(samir, { name: parcel.name, bytes: parcel.bytes.subarray(0, 900) });
  await expect(panel(samir).getByRole('alert')).toContainText('This file is cut short.');
  await takeIn(samir, parcel);
  await expect(panel(samir)).toContainText('A colleague’s parcel is here');
  await expect(panel(samir)).toContainText('Not at the centre yet');
  await takeIn(samir, parcel);
  await expect(panel(samir)).toContainText('This parcel was here already.');
  await expectAccessible(samir);

  // Only the colleague has a line: meanwhile nobody is at the first desk.
  await lock(noor);
  await centre.start();
  await samir.getByRole('button', { name: 'Sync now' }).click();
  await expect(panel(samir)).toContainText('At the centre since');
  await expectGoodLooks(samir, info, 'parcel-delivered');
  const receipts = await saved(
    samir,
    panel(samir).getByRole('button', { name: 'Save the receipts' }),
  );
  expect(receipts.name).toMatch(/\.wijkwerk-receipts$/);
  await takeIn(samir, receipts);
  await expect(panel(samir).getByRole('alert')).toContainText('receipts of another desk');

  await centre.stop();
  await unlock(noor, PASSPHRASE);
  await goTo(noor, 'Sync');
  await takeIn(noor, receipts);
  await expect(panel(noor)).toContainText(/The centre has answered \d+ changes?/);
  await expect(panel(noor)).toContainText('Receipts back today');
  await noor.getByText('Received', { exact: true }).click();
  const received = noor.getByRole('list', { name: 'Received' });
  await expect(received).toContainText(/receipt \S+/);
  await received.getByRole('link', { name: new RegExp(SUMMARY) }).click();
  await expect(noor.getByText('received', { exact: true })).toBeVisible();

  // As everywhere: once the line is back, nothing is sent twice.
  await centre.start();
  await panel(samir).getByRole('button', { name: 'Remove' }).click();
  await expect(panel(samir).getByText('At the centre since')).toBeHidden();
});
