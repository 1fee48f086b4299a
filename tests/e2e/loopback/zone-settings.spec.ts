import type { Page } from '@playwright/test';

import { lock, signIn } from '../stories/desk-steps.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { expectGoodLooks } from '../support/good-looks.ts';
import { expectNoticesAside } from '../support/layout.ts';
import { expect, test } from '../support/loopback-app.ts';

test.use({ withCentre: true });
test.setTimeout(600_000);

async function open(page: Page, hash: string, title: string): Promise<void> {
  await page.evaluate((address) => {
    location.hash = address;
  }, hash);
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
}

const undo = (page: Page) => page.getByRole('button', { name: 'Undo' }).last();

test('an administrator sets the days to answer and the hours of the shifts; an officer reads them', async ({
  app: { page },
}, info) => {
  await signIn(page, 'Ward Nepbeheer');

  await test.step('days to answer', async () => {
    await open(page, '#/bench', 'Proposals and lessons');
    const proposals = page.getByRole('region', { name: 'Proposals', exact: true });
    await expect(proposals).toContainText('Those who lead answer within 14 days.');
    await proposals.getByRole('button', { name: 'Change the days' }).click();
    const dialog = page.getByRole('dialog', { name: 'Change the days' });
    const days = dialog.getByLabel('Days to answer');
    await expect(days).toBeFocused();
    for (const wrong of ['0', '91']) {
      await days.fill(wrong);
      await dialog.getByRole('button', { name: 'Set', exact: true }).click();
      await expect(dialog.getByRole('alert')).toHaveText(/Days to answer: fill in 1 to 90/);
      await expect(days).toHaveAttribute('aria-invalid', 'true');
      await expect(days).toHaveValue(wrong);
    }
    await expectAccessible(page);
    await days.fill('7');
    await days.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(proposals).toContainText('Those who lead answer within 7 days.');
    await page.setViewportSize({ width: 1280, height: 720 });
    await expectNoticesAside(page);
    await undo(page).click();
    await expect(proposals).toContainText('Those who lead answer within 14 days.');
    await proposals.getByRole('button', { name: 'Change the days' }).click();
    await days.fill('21');
    await days.press('Enter');
    await expect(proposals).toContainText('Those who lead answer within 21 days.');
  });

  await test.step('hours of the shifts', async () => {
    await open(page, '#/briefing?shift=early', 'Briefing sheet');
    const shifts = page.getByRole('radiogroup', { name: 'Shift' });
    await expect(shifts.getByRole('radio')).toHaveCount(3);
    await expect(page.getByText('The hours are the usual ones.')).toBeVisible();
    await page.getByRole('button', { name: 'Change the hours of the shifts' }).click();
    const dialog = page.getByRole('dialog', { name: 'Change the hours of the shifts' });
    const set = dialog.getByRole('button', { name: 'Set', exact: true });
    await dialog.getByLabel('Late: begins at').fill('06:00');
    await set.click();
    await expect(dialog.getByRole('alert')).toContainText(
      'Early, Late begin together at 06:00: give each a time of its own.',
    );
    for (const name of ['Early', 'Late', 'Night'])
      await dialog.getByLabel(name, { exact: true }).uncheck();
    await set.click();
    await expect(dialog.getByRole('alert')).toContainText('Choose at least one shift.');
    await dialog.getByLabel('Day', { exact: true }).check();
    await dialog.getByLabel('Night', { exact: true }).check();
    await dialog.getByLabel('Day: begins at').fill('07:30');
    await dialog.getByLabel('Night: begins at').fill('19:30');
    await expect(dialog.getByRole('status')).toHaveText('Day 07:30–19:30 · Night 19:30–07:30');
    await expectGoodLooks(page, info, 'shifts-dialog');
    await set.click();
    await expect(dialog).toBeHidden();
    await expect(shifts.getByRole('radio')).toHaveCount(2);
    await expect(page.getByText(/The hours were set by Ward Nepbeheer/)).toBeVisible();
    await undo(page).click();
    await expect(shifts.getByRole('radio')).toHaveCount(3);
    await page.getByRole('button', { name: 'Change the hours of the shifts' }).click();
    await dialog.getByLabel('Evening', { exact: true }).check();
    await set.click();
    await expect(shifts.getByRole('radio')).toHaveCount(4);
    await expect(shifts).toContainText('Evening 18:00–22:00');
    await expectGoodLooks(page, info, 'shifts');
  });

  await test.step('an officer of the same zone reads what was set, and has nothing to change it with', async () => {
    await expect(page.getByTestId('only-here')).toContainText('No changes only here', {
      timeout: 60_000,
    });
    await lock(page);
    await signIn(page, 'Noor Voorbeeld');
    await open(page, '#/bench', 'Proposals and lessons');
    await expect(page.getByText('Those who lead answer within 21 days.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Change the days' })).toHaveCount(0);
    await open(page, '#/briefing', 'Briefing sheet');
    await expect(page.getByText(/The hours were set by Ward Nepbeheer/)).toBeVisible();
    await expect(page.getByRole('radio', { name: 'Evening 18:00–22:00' })).toHaveCount(1);
    await expect(page.getByRole('button', { name: 'Change the hours' })).toHaveCount(0);
  });

  await test.step('nor imports facts, changes their sources or sets what they weigh', async () => {
    await open(page, '#/facts', 'Facts');
    await expect(page.getByText(/imports undone by whoever leads the team/)).toBeVisible();
    await expect(page.getByRole('table', { name: /^Facts by year/ }).first()).toBeVisible();
    for (const name of [/^Import facts/, /^Add a source/, /^Change /, /^Undo /, /^No, in/]) {
      await expect(page.getByRole('main').getByRole('button', { name })).toHaveCount(0);
    }
    await expectGoodLooks(page, info, 'facts-of-an-officer');
    await page.getByRole('tab', { name: 'Weights' }).click();
    await expect(page.getByText('An administrator of the zone sets them.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Set in my name' })).toHaveCount(0);
    await expectGoodLooks(page, info, 'weights-of-an-officer');
  });
});
