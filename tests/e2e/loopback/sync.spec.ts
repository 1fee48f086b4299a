import { type Browser, expect, type Page, test } from '@playwright/test';

import { smallTerritory } from '../../factories/small-territory.ts';
import { enrol, line } from '../stories/centre-steps.ts';
import { lock } from '../stories/desk-steps.ts';
import { goTo, logContact, PASSPHRASE, unlock } from '../stories/steps.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { type CentreProcess, startCentreProcess } from '../support/centre-process.ts';
import { expectGoodLooks } from '../support/good-looks.ts';
import { type PlantedDesk, startPlantedDesk } from '../support/planted-desk.ts';

const NEIGHBOURHOOD = smallTerritory().neighbourhoodId;
const SUMMARY = 'De lamp aan de speeltuin brandt niet';
const UNSENT = 'Ook aan de bank is het donker';

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

/** A desk of this officer, with an account that has a right to the neighbourhood. */
async function deskOf(
  browser: Browser,
  login: string,
  name: string,
): Promise<{ readonly page: Page; readonly rightId: string; readonly code: string }> {
  await centre.addAccount(login, name, 'officer');
  const rightId = await centre.addRight(login, 'neighbourhood', NEIGHBOURHOOD);
  const desk = await startPlantedDesk(browser, name);
  desks.push(desk);
  return { page: desk.page, rightId, code: await centre.code(login) };
}

const attention = (page: Page) => page.getByRole('region', { name: 'Needs attention' });

async function syncNow(page: Page): Promise<void> {
  await goTo(page, 'Sync');
  await page.getByRole('button', { name: 'Sync now' }).click();
  await expect(line(page)).toContainText('Connected to the centre');
}

async function renameParty(page: Page, from: string, to: string): Promise<void> {
  await goTo(page, 'People');
  await page.getByRole('link', { name: from }).click();
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  const form = page.getByRole('dialog', { name: 'Change' });
  await form.getByLabel('Name').fill(to);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeHidden();
}

test('a desk is enrolled, hands over, and colleagues settle what they wrote at the same time', async ({
  browser,
}, info) => {
  const noor = await deskOf(browser, 'noor', 'Noor Voorbeeld');
  const samir = await deskOf(browser, 'samir', 'Samir Verzonnen');

  // What was made before is only here, in words, and goes along with the enrolment.
  await logContact(noor.page, {
    typed: 'zonnebl',
    street: /Zonnebloemstraat/,
    reason: 'Nuisance',
    summary: SUMMARY,
  });
  await goTo(noor.page, 'Sync');
  await expect(line(noor.page)).toContainText('Not connected to a centre');
  const onlyHere = noor.page.getByRole('list', { name: 'Only here' });
  await expect(onlyHere).toContainText('Contact logged');
  await expect(onlyHere).toContainText(SUMMARY);
  await expectGoodLooks(noor.page, info, 'not-connected');

  await noor.page.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(noor.page.getByText('Fill this in.').first()).toBeVisible();
  await noor.page.getByLabel('Address of the centre').fill('http://centre.example');
  await expectAccessible(noor.page);
  await enrol(noor.page, centre, 'noor', noor.code);
  await expect(noor.page.getByTestId('only-here')).toContainText('No changes only here');
  await noor.page.getByText('Received', { exact: true }).click();
  const received = noor.page.getByRole('list', { name: 'Received' });
  await expect(received).toContainText(/receipt \S+/);
  await received.getByRole('link', { name: new RegExp(SUMMARY) }).click();
  await expect(noor.page.getByText('received', { exact: true })).toBeVisible();

  // A colleague sees it by itself, and what is written from now on within moments.
  await enrol(samir.page, centre, 'samir', samir.code);
  await expect(
    samir.page.getByRole('region', { name: 'What came in' }).getByRole('link', {
      name: new RegExp(SUMMARY),
    }),
  ).toBeVisible();
  await goTo(noor.page, 'People');
  await noor.page.getByRole('button', { name: 'Add', exact: true }).first().click();
  const form = noor.page.getByRole('dialog', { name: 'Add' });
  await form.getByLabel('Name').fill('An Verzonnen');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeHidden();
  await goTo(samir.page, 'People');
  await expect(samir.page.getByRole('link', { name: 'An Verzonnen' })).toBeVisible();

  // The centre is away: both desks say so, and both change the same name.
  await centre.stop();
  await expect(line(noor.page)).toContainText('The centre does not answer since');
  await expect(line(samir.page)).toContainText('The centre does not answer since');
  await renameParty(noor.page, 'An Verzonnen', 'Anna Verzonnen');
  await renameParty(samir.page, 'An Verzonnen', 'Annelies Verzonnen');
  await goTo(samir.page, 'Sync');
  await expect(samir.page.getByRole('list', { name: 'Only here' })).toContainText('changed');
  await expectAccessible(samir.page);

  // While one desk is locked, the other is the first to come back.
  await lock(samir.page);
  await centre.start();
  await syncNow(noor.page);
  await expect(noor.page.getByTestId('only-here')).toContainText('No changes only here');
  await unlock(samir.page, PASSPHRASE);
  await syncNow(samir.page);
  await syncNow(samir.page);
  await expect(samir.page.getByRole('link', { name: '1 needs you' })).toBeVisible();
  const conflict = attention(samir.page);
  await expect(conflict).toContainText('Before that: An Verzonnen');
  await expect(conflict).toContainText('Anna Verzonnen');
  await expect(conflict).toContainText('Annelies Verzonnen');
  await expect(conflict).toContainText(/The centre’s · Noor Voorbeeld, today/);
  await expectGoodLooks(samir.page, info, 'needs-attention');
  const keep = conflict.getByRole('button', { name: 'Keep it so' });
  await expect(keep).toBeDisabled();
  await conflict.getByRole('radio', { name: /^Yours/ }).check();
  await keep.click();
  await expect(samir.page.getByText('Your choice stands.')).toBeVisible();
  await goTo(noor.page, 'People');
  await expect(noor.page.getByRole('link', { name: 'Annelies Verzonnen' })).toBeVisible();

  // And back: the centre's value stands again everywhere, and the question is there again.
  await samir.page
    .getByRole('alert')
    .filter({ hasText: 'Your choice stands.' })
    .getByRole('button', { name: 'Undo' })
    .click();
  await expect(noor.page.getByRole('link', { name: 'Anna Verzonnen' })).toBeVisible();
  await expect(samir.page.getByRole('link', { name: '1 needs you' })).toBeVisible();
  await conflict.getByRole('radio', { name: /^The centre/ }).check();
  await keep.click();
  await expect(conflict).toContainText('Nothing needs your attention.');
  await expect(conflict).toContainText('chosen: the centre’s');

  // A right that ends takes its rows off the desk, and says so on every page.
  await goTo(samir.page, 'Today');
  await centre.stop();
  await logContact(samir.page, {
    typed: 'zonnebl',
    street: /Zonnebloemstraat/,
    reason: 'Nuisance',
    summary: UNSENT,
  });
  await centre.endRight(samir.rightId);
  await centre.start();
  await goTo(samir.page, 'Sync');
  await samir.page.getByRole('button', { name: 'Sync now' }).click();
  const banner = samir.page.getByRole('status').filter({ hasText: 'Your rights have changed' });
  await expect(banner).toContainText('No longer: Zonnewijk.');
  await expect(banner).toContainText('1 record was taken off this desk.');
  // What was not sent yet is set aside at the centre, and thrown away nowhere.
  await expect(banner).toContainText('1 change of yours was set aside at the centre');
  await expect(attention(samir.page)).toContainText(UNSENT);
  await expectGoodLooks(samir.page, info, 'rights-changed');
  await goTo(samir.page, 'Contacts');
  await expect(banner).toBeVisible();
  await expect(samir.page.getByText(SUMMARY)).toBeHidden();
  await banner.getByRole('button', { name: 'Read', exact: true }).click();
  await expect(banner).toBeHidden();
});
