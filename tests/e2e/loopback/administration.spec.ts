import type { Page } from '@playwright/test';

import { makeId } from '#shared/lib/ids.ts';
import type { WireOperation } from '#shared/protocol/push.ts';

import { generateDemoTown } from '../../../workbench/features/demo/town.ts';
import { makeDeskKey } from '../../../workbench/sync/desk-key.ts';
import { httpCentre } from '../../../workbench/sync/http-transport.ts';
import { createProfile, goTo, unlock } from '../stories/steps.ts';
import { expectAccessible } from '../support/accessibility.ts';
import type { DemoCentre } from '../support/demo-centre.ts';
import { expectGoodLayout } from '../support/layout.ts';
import { expect, test } from '../support/loopback-app.ts';
import { takePicture } from '../support/picture.ts';

const LOOKS = [
  { width: 1280, height: 720, colorScheme: 'light' },
  { width: 1920, height: 1080, colorScheme: 'dark' },
] as const;

/** Looks at the page as it is, small and light, large and dark. */
async function look(page: Page, name: string): Promise<void> {
  for (const { width, height, colorScheme } of LOOKS) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const path = test.info().outputPath(`${name}-${colorScheme}.png`);
    await takePicture(page, path);
    await expectGoodLayout(page);
    await expectAccessible(page);
  }
}

async function signIn(page: Page, name: string): Promise<void> {
  await page.getByRole('radio', { name: new RegExp(name) }).check({ force: true });
  await unlock(page, 'wijkwerk demo');
  await expect(page.getByText(`Signed in: ${name}`)).toBeVisible({ timeout: 60_000 });
  // The first time, all that this officer may see comes over.
  const line = page.getByTestId('line');
  await expect(line).toHaveText('Connected to the centre', { timeout: 240_000 });
}

/** As a link that somebody kept does. */
const openAddress = (page: Page, hash: string) =>
  page.evaluate((address) => {
    location.hash = address;
  }, hash);
const row = (page: Page, text: string | RegExp) =>
  page.getByRole('row').filter({ hasText: text, has: page.getByRole('cell') });
const openPart = async (page: Page, name: string) => {
  await page.getByRole('tab', { name, exact: true }).click();
};
const undo = (page: Page) => page.getByRole('button', { name: 'Undo' }).last().click();
const menu = (page: Page) => page.getByRole('navigation', { name: 'Main menu' });

/** Another desk of Samir's pushes what he has no right to: two contacts, and a promise on the first. */
async function pushWithoutRight(centre: DemoCentre) {
  const { officerId, password, code } = centre.guest('samir');
  const town = generateDemoTown(1);
  const area = town.areas.find(({ officialId }) => officialId === 'LM04');
  const street = town.streets[0];
  if (!area || !street) throw new Error('the town has no such place');
  const newId = () => makeId(Date.now(), crypto.getRandomValues(new Uint8Array(16)));
  const now = new Date().toISOString();
  const deviceId = newId();
  const desk = httpCentre({
    address: centre.address,
    deviceId,
    key: makeDeskKey(),
    clock: { now: () => new Date().toISOString(), monotonic: () => performance.now() },
    appVersion: '0.0.9',
  });
  await desk.enrol({ code, login: 'samir', password, officerId, label: 'Balie Noord' });
  const operations: WireOperation[] = [];
  const add = (given: Pick<WireOperation, 'entity' | 'change'> & Partial<WireOperation>) => {
    const operation = {
      opId: newId(),
      deviceSeq: operations.length + 1,
      authorId: officerId,
      madeAt: now,
      entityId: newId(),
      baseVersion: 0,
      baseEpoch: null,
      opVersion: 1,
      dependsOn: [],
      ...given,
    };
    operations.push(operation);
    return operation;
  };
  const contact = (summary: string) =>
    add({
      entity: 'contact',
      change: {
        kind: 'command',
        name: 'logContact',
        arguments: {
          occurredAt: now,
          loggedAt: now,
          authorId: officerId,
          streetId: street.id,
          houseNumber: '12',
          neighbourhoodId: area.id,
          position: null,
          placeSource: 'unknown',
          reason: 'nuisance',
          summary,
          nextStep: 'nothing',
          nextNote: '',
        },
      },
    });
  const first = contact('De poort van het pleintje blijft ’s nachts open.');
  add({
    entity: 'promise',
    dependsOn: [first.opId],
    change: {
      kind: 'command',
      name: 'makePromise',
      arguments: {
        contactId: first.entityId,
        ownerId: officerId,
        streetId: street.id,
        text: 'De sleuteldienst bellen',
        dueOn: now.slice(0, 10),
      },
    },
  });
  contact('Staat al genoteerd bij een collega.');
  const answer = await desk.push({ deviceId, epoch: null, waiting: 6, operations });
  expect(answer.results.map(({ outcome }) => outcome)).toEqual(Array(3).fill('quarantined'));
  return {
    /** Hands over one more, and says how many are left. */
    async handOver(left: number) {
      const one = contact('Wacht nog op dit bureau.');
      await desk.push({ deviceId, epoch: null, waiting: left + 1, operations: [one] });
    },
  };
}

/** The list of desks looks again four times a minute. */
const PATIENCE = { timeout: 60_000 };

test.describe('with the demo’s centre', () => {
  test.use({ withCentre: true });
  // Filling the centre with a year of work takes a while, once for each test.
  test.describe.configure({ timeout: 600_000 });

  test('a team lead decides on what was set aside', async ({ app: { page, centre } }) => {
    await signIn(page, 'Fien Proefman');
    await expect(menu(page).getByRole('link', { name: 'Set aside' })).toBeVisible();
    await expect(menu(page).getByRole('link', { name: 'Administration' })).toHaveCount(0);
    await goTo(page, 'Set aside');
    await expect(page.getByText('Nothing set aside')).toBeVisible();
    // The centre tells nobody: what is set aside while one looks comes by itself.
    await pushWithoutRight(centre());
    const list = page.getByRole('list', { name: 'Waits for a decision' });
    await expect(list.getByRole('button')).toHaveCount(3, { timeout: 40_000 });
    const whole = page.getByRole('region', { name: 'What it says' });
    await expect(whole).toContainText('De poort van het pleintje');
    await expect(whole).toContainText('Samir Demoen');
    await expect(whole).toContainText('Balie Noord');
    await look(page, 'set-aside');
    await goTo(page, 'Today');
    const waiting = page.getByRole('region', { name: 'Set aside' });
    await expect(waiting).toContainText('3 pieces of work were set aside');
    await look(page, 'set-aside-today');
    await waiting.getByRole('link', { name: 'Look' }).click();

    await whole.getByRole('button', { name: 'Release' }).click();
    await expect(page.getByText('Released, with what builds on it.')).toBeVisible();
    await expect(list.getByRole('button')).toHaveCount(1);
    await expect(whole).toContainText('Staat al genoteerd');
    await whole.getByRole('button', { name: 'Refuse' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Refuse' }).click();
    await expect(dialog.getByText('Give a reason')).toBeVisible();
    await look(page, 'refuse');
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Dit staat er al.');
    await dialog.getByRole('button', { name: 'Refuse' }).click();
    await expect(page.getByText('Nothing set aside')).toBeVisible();
    await look(page, 'nothing-set-aside');

    await openAddress(page, '#/administration');
    await expect(page.getByText('Only for administrators')).toBeVisible();
    await look(page, 'only-for-administrators');
  });

  test('an administrator looks after accounts, rights and desks', async ({
    app: { page, centre },
  }) => {
    const other = await pushWithoutRight(centre());
    await signIn(page, 'Ward Nepbeheer');
    await expect(menu(page).getByRole('link', { name: 'Administration' })).toBeVisible();
    await page.getByRole('main').press('g');
    await page.getByRole('main').press('a');
    await expect(page.getByRole('heading', { name: 'Administration', level: 1 })).toBeVisible();
    await test.step('accounts', () => accounts(page));
    await test.step('rights', () => rights(page));
    await test.step('desks', () => desks(page, other));
    await test.step('territory and what was done', () => territoryAndActs(page));

    await goTo(page, 'Set aside');
    // An administrator has no right to contacts, and sees none of what was set aside.
    await expect(page.getByText('Nothing set aside')).toBeVisible();
    await centre().stop();
    await goTo(page, 'Administration');
    await openPart(page, 'Desks');
    await expect(page.getByText('Only with a connection')).toBeVisible();
    await look(page, 'only-with-a-connection');
  });
});

async function accounts(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await expect(row(page, 'Noor')).toBeVisible();
  await look(page, 'accounts');
  await page.getByRole('button', { name: 'Add an account' }).click();
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Give a name.')).toBeVisible();
  await look(page, 'account');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Aafje Aspirant');
  await dialog.getByRole('textbox', { name: 'Login' }).fill('noor');
  await dialog
    .getByLabel('New password', { exact: false })
    .first()
    .fill('vier rode stoelen buiten');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('There is an account with this login')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Login' }).fill('aafje');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(row(page, 'Aafje')).toContainText('Officer');

  await page.getByRole('button', { name: 'Change Aafje Aspirant' }).click();
  await dialog.getByRole('combobox', { name: 'Role' }).selectOption('team-lead');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(row(page, 'Aafje')).toContainText('Team lead');
  await undo(page);
  await expect(row(page, 'Aafje')).toContainText('Officer');

  await page.getByRole('button', { name: 'New password for Aafje Aspirant' }).click();
  await dialog.getByLabel('New password', { exact: false }).first().fill('kort');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('too short')).toBeVisible();
  await dialog.getByLabel('New password', { exact: false }).first().fill('zeven groene ramen open');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Aafje Aspirant has a new password.')).toBeVisible();

  await page.getByRole('button', { name: 'One-time code for Aafje Aspirant' }).click();
  await dialog.getByRole('button', { name: 'Make a code' }).click();
  await expect(dialog.getByRole('status')).toHaveText(/^([A-Z2-9]{4}-){3}[A-Z2-9]{4}$/);
  await look(page, 'one-time-code');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(dialog).toBeHidden();

  await page.getByRole('button', { name: 'Close the account of Aafje Aspirant' }).click();
  await expect(row(page, 'Aafje')).toContainText('closed');
  await undo(page);
  await expect(row(page, 'Aafje')).not.toContainText('closed');
  await page.getByRole('button', { name: 'Close the account of Ward Nepbeheer' }).click();
  await expect(page.getByText('This is the last administrator')).toBeVisible();
  await expect(row(page, 'Ward')).not.toContainText('closed');
}

async function rights(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await openPart(page, 'Rights');
  await expect(row(page, 'Fien Proefman')).toContainText('The whole zone');
  await look(page, 'rights');
  await page.getByRole('button', { name: 'Give a right' }).click();
  await dialog.getByRole('button', { name: 'Give a right' }).click();
  await expect(dialog.getByText('Choose who gets the right.')).toBeVisible();
  await look(page, 'right');
  await dialog.getByRole('combobox', { name: 'Who' }).fill('Aafje');
  await page.getByRole('option', { name: 'Aafje Aspirant' }).click();
  await dialog.getByRole('combobox', { name: 'Neighbourhood' }).click();
  await page.getByRole('option', { name: 'Binnenstad' }).click();
  await dialog.getByRole('button', { name: 'Give a right' }).click();
  await expect(dialog).toBeHidden();
  await expect(row(page, 'Aafje')).toContainText('without an end');

  await page.getByRole('button', { name: /End the right of Aafje/ }).click();
  await expect(dialog.getByText('Neighbourhood Binnenstad')).toBeVisible();
  await dialog.getByLabel('No longer holds from').fill('31/12/2099');
  await look(page, 'end-right');
  await dialog.getByRole('button', { name: 'End', exact: true }).click();
  await expect(row(page, 'Aafje')).toContainText('31/12/2099');
  await undo(page);
  await expect(row(page, 'Aafje')).toContainText('without an end');
}

type OtherDesk = Awaited<ReturnType<typeof pushWithoutRight>>;

async function desks(page: Page, other: OtherDesk): Promise<void> {
  const dialog = page.getByRole('dialog');
  await openPart(page, 'Desks');
  await expect(row(page, 'Balie Noord')).toContainText('Samir Demoen');
  await expect(row(page, 'Balie Noord').getByRole('cell').nth(4)).toHaveText('3');
  await look(page, 'desks');
  // The list keeps up with what the centre hears, and leaves the focus and what is typed where they are.
  const shutOut = page.getByRole('button', { name: 'Shut out Balie Noord of Samir Demoen' });
  await shutOut.focus();
  await other.handOver(8);
  await expect(row(page, 'Balie Noord').getByRole('cell').nth(4)).toHaveText('8', PATIENCE);
  await expect(shutOut).toBeFocused();
  await page.getByRole('button', { name: 'Report after 7 days of silence' }).click();
  await dialog.getByLabel('After how many days').fill('5');
  await other.handOver(3);
  const behind = page.locator('tr', { hasText: 'Balie Noord' }).locator('td').nth(4);
  await expect(behind).toHaveText('3', PATIENCE);
  await expect(dialog.getByLabel('After how many days')).toHaveValue('5');
  await expect(dialog.getByLabel('After how many days')).toBeFocused();
  await dialog.getByLabel('After how many days').fill('0');
  await expect(dialog.getByText('Give a number of days')).toBeVisible();
  await dialog.getByLabel('After how many days').fill('3');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: 'Report after 3 days of silence' })).toBeVisible();
  await undo(page);
  await expect(page.getByRole('button', { name: 'Report after 7 days of silence' })).toBeVisible();

  await page.getByRole('button', { name: 'Shut out Balie Noord of Samir Demoen' }).click();
  await expect(dialog.getByText('It still held 3 changes')).toBeVisible();
  await expect(dialog.getByText(/^Last seen: .*\. Number: [0-9a-f]{6}\.$/)).toBeVisible();
  await look(page, 'shut-out');
  await dialog.getByRole('button', { name: 'Shut out' }).click();
  await expect(row(page, 'Balie Noord')).toContainText('shut out');
}

async function territoryAndActs(page: Page): Promise<void> {
  await openPart(page, 'Territory and lists');
  await expect(row(page, 'at the centre and here').first()).toBeVisible();
  await expect(page.getByText('not at the centre yet')).toHaveCount(0);
  await look(page, 'territory');
  await openPart(page, 'What was done');
  const acts = page.getByRole('row').filter({ has: page.getByRole('cell') });
  await expect(acts.first()).toContainText('desk shut out');
  await expect(acts.first()).toContainText('ward');
  await expect(row(page, 'right given')).toContainText('aafje');
  await look(page, 'acts');
  await openPart(page, 'Territory and lists');
  await page.getByRole('link', { name: 'To the code lists' }).click();
  await expect(page.getByRole('heading', { name: 'Code lists', level: 1 })).toBeVisible();
}

test.describe('without a centre', () => {
  test.use({ demo: false });

  test('neither page is in the menu, and both say why they are empty', async ({
    app: { page },
  }) => {
    await createProfile(page, 'Noor Voorbeeld');
    for (const address of ['#/administration', '#/quarantine']) {
      await openAddress(page, address);
      await expect(page.getByText('This desk belongs to no centre')).toBeVisible();
      await expectAccessible(page);
    }
    await expect(menu(page).getByRole('link', { name: 'Administration' })).toHaveCount(0);
    await look(page, 'no-centre');
  });
});
