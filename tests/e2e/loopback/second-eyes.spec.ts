import type { Page } from '@playwright/test';

import { lock } from '../stories/desk-steps.ts';
import { goTo, unlock } from '../stories/steps.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { expectGoodLooks } from '../support/good-looks.ts';
import { expect, test } from '../support/loopback-app.ts';

test.use({ withCentre: true });
// Filling the centre with a year of work takes a while.
test.describe.configure({ timeout: 600_000 });

const A_MINUTE = 60_000;
const REASON = 'Wie na tien uur zit te praten, doet niets verkeerds.';

async function signIn(page: Page, name: string): Promise<void> {
  await page.getByRole('radio', { name: new RegExp(name) }).check({ force: true });
  await unlock(page, 'wijkwerk demo');
  await expect(page.getByText(`Signed in: ${name}`)).toBeVisible({ timeout: A_MINUTE });
  const line = page.getByTestId('line');
  await expect(line).toHaveText('Connected to the centre', { timeout: 4 * A_MINUTE });
}

test('N8: a second pair of eyes does not agree; who asked reads why, gives other reasons or withdraws', async ({
  app: { page },
}, info) => {
  await signIn(page, 'Fien Proefman');
  await goTo(page, 'Dossiers');
  await page.getByRole('link', { name: 'Proposals and lessons' }).click();
  const list = page.getByRole('region', { name: 'Waits for a second pair of eyes' });
  await list.getByRole('button', { name: 'Look at it' }).first().click({ timeout: A_MINUTE });
  const look = page.getByRole('dialog', { name: 'Second pair of eyes' });
  await expect(look).toContainText('ActionVaststellen na twee waarschuwingen');
  await expect(look).toContainText('Talk, tried: Zes avonden aangesproken.');
  await look.getByRole('radio', { name: 'I do not agree' }).check();
  await look.getByRole('button', { name: 'Save' }).click();
  await expect(look.getByText('Write why you do not agree.').first()).toBeVisible();
  await look.getByLabel('Why you do not agree').fill(REASON);
  await expectGoodLooks(page, info, 'disagree');
  const asker = (await look.getByText('Who decided').locator('xpath=..').innerText())
    .replace('Who decided', '')
    .trim();
  await look.getByRole('button', { name: 'Save' }).click();
  await expect(look).toBeHidden();
  await expect(list).toContainText('not agreed');
  await expect(list).toContainText(REASON);
  await expectGoodLooks(page, info, 'bench-not-agreed');

  await list.getByRole('link').first().click();
  await page.getByRole('link', { name: 'Vaststellen na twee waarschuwingen' }).click();
  const state = page.getByRole('region', { name: 'Where it stands' });
  await expect(state).toContainText('Fien Proefman');
  await expect(state).toContainText(REASON);
  await expect(state.getByRole('button', { name: 'Start', exact: true })).toBeDisabled();
  await expectGoodLooks(page, info, 'action-not-agreed');
  await expect(page.getByTestId('line')).toHaveText('Connected to the centre');
  await expect(page.getByText('No changes only here')).toBeVisible({ timeout: A_MINUTE });

  await lock(page);
  await signIn(page, asker);
  await goTo(page, 'Today');
  const today = page.getByRole('region', { name: 'Somebody does not agree with a heavy means' });
  await expect(today).toContainText(REASON, { timeout: A_MINUTE });
  await expectAccessible(page);
  await expectGoodLooks(page, info, 'today-not-agreed');
  await today.getByRole('button', { name: 'Change the reasons' }).click();
  const revise = page.getByRole('dialog', { name: 'Change the reasons' });
  await revise.getByRole('button', { name: 'Ask again' }).click();
  await expect(revise.getByText('Change at least one reason.')).toBeVisible();
  await revise.getByLabel('Why it is in proportion').fill('Alleen bij schade of lawaai.');
  await expectGoodLooks(page, info, 'revise');
  await revise.getByRole('button', { name: 'Ask again' }).click();
  await expect(today).toBeHidden();

  await goTo(page, 'Dossiers');
  await page.getByRole('link', { name: 'Proposals and lessons' }).click();
  await list.getByRole('link').first().click();
  const ladder = page.getByRole('region', { name: 'Ladder of means' });
  await expect(ladder).toContainText(`Does not agreeFien Proefman`);
  await expect(ladder).toContainText('Why it is in proportion, before: Alleen na een tweede');
  await expect(ladder).toContainText('waits for a second pair of eyes');
  await ladder.scrollIntoViewIfNeeded();
  await expectGoodLooks(page, info, 'ladder-revised');
});
