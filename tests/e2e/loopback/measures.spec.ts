import type { Page } from '@playwright/test';

import {
  dayFromNow,
  fillDay,
  openDossierHere,
  proposeAction,
  startAction,
} from '../stories/casework-steps.ts';
import { logInSmallTown, startInSmallTown } from '../stories/desk-steps.ts';
import { goTo } from '../stories/steps.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { expectGoodLooks } from '../support/good-looks.ts';
import { expect, test } from '../support/loopback-app.ts';

test.use({ demo: false });

/** A proposed action with one measure, as the dialog suggests it. */
async function proposeWithMeasure(page: Page): Promise<void> {
  await startInSmallTown(page, 'Noor Voorbeeld');
  await logInSmallTown(page, 'Te snel verkeer');
  await goTo(page, 'Contacts');
  await page.locator('[role="row"][tabindex="0"]').press('Enter');
  await openDossierHere(page, 'Te snel verkeer', 'unadapted-speed');
  await proposeAction(page, 'Trager aan de school');
  await page.getByRole('button', { name: 'Add a measure' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a measure' });
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog).toBeHidden();
}

test('a planned measure is changed where it is, with a way back', async ({ app }, info) => {
  test.slow();
  const { page } = app;
  await proposeWithMeasure(page);
  const measures = page.getByRole('region', { name: 'Measures by street' });
  await expect(measures).toContainText('15 min, 2 × a week');
  await expect(measures).toContainText('no days yet');
  await measures.getByRole('button', { name: /^Change: Visible presence, Zwanenkaai/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Change the measure' });
  await expect(dialog.getByLabel('Minutes each time')).toHaveValue('15');
  await dialog.getByLabel('Minutes each time').fill('');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('how long and how often');
  await dialog.getByLabel('Minutes each time').fill('20');
  await dialog.getByLabel('Times a week').fill('3');
  await dialog.getByRole('button', { name: 'Add a time' }).click();
  await dialog
    .getByLabel(/^Time \d, from$/)
    .last()
    .fill('09:00');
  await dialog
    .getByLabel(/^Time \d, until$/)
    .last()
    .fill('08:00');
  await expect(dialog.getByText('Until 08:00 the next day, 23 hours.')).toBeVisible();
  await expectGoodLooks(page, info, 'next-day');
  await dialog
    .getByRole('button', { name: /^Remove time/ })
    .last()
    .click();
  await dialog.getByLabel('Who of the team').selectOption({ label: 'Noor Voorbeeld' });
  await dialog.getByLabel('Remark').fill('Aan de poort');
  await expect(dialog.getByText('Kept on this desk')).toBeVisible();
  await expectGoodLooks(page, info, 'measure-change');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(measures).toContainText('20 min, 3 × a week');
  await expect(measures).toContainText('Noor Voorbeeld');
  await expect(measures).toContainText('Aan de poort');
  await expectGoodLooks(page, info, 'measure-changed');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(measures).toContainText('15 min, 2 × a week');
  await expect(measures).not.toContainText('Noor Voorbeeld');
  await expect(measures).not.toContainText('Aan de poort');
  await expectAccessible(page);
});

test('what was typed over a measure and left does not go over what was written there since', async ({
  app: { page },
}) => {
  test.slow();
  await proposeWithMeasure(page);
  const measures = page.getByRole('region', { name: 'Measures by street' });
  const dialog = page.getByRole('dialog', { name: 'Change the measure' });
  const minutes = dialog.getByLabel('Minutes each time');
  const save = dialog.getByRole('button', { name: 'Save', exact: true });
  const open = async (): Promise<void> => {
    await measures.getByRole('button', { name: /^Change: Visible presence, Zwanenkaai/ }).click();
    await expect(minutes).toBeVisible();
  };
  await open();
  await minutes.fill('20');
  await save.click();
  await expect(measures).toContainText('20 min, 2 × a week');
  await open();
  await minutes.fill('30');
  await expect(dialog.getByText('Kept on this desk')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(measures).toContainText('15 min, 2 × a week');
  await page.reload();
  await open();
  await expect(minutes).toHaveValue('30');
  await save.click();
  await expect(dialog.getByRole('alert')).toContainText('changed this meanwhile');
  await expect(measures).toContainText('15 min, 2 × a week');
  await save.click();
  await expect(dialog).toBeHidden();
  await expect(measures).toContainText('30 min, 2 × a week');
});

test('a plan that nobody can mean is refused by its field; what was done of a removed measure stays', async ({
  app,
}, info) => {
  test.slow();
  const { page } = app;
  await proposeWithMeasure(page);
  const plan = page.getByRole('region', { name: 'Plan', exact: true });
  await plan.getByLabel('Aim', { exact: true }).fill('Kinderen steken veilig over');
  await plan.getByLabel('Sign of success: what do we count?').fill('auto’s boven 50 per uur');
  const save = plan.getByRole('button', { name: 'Save', exact: true });
  await save.click();
  await expect(plan.getByRole('alert')).toContainText('Baseline: fill this in');
  await expect(plan.getByLabel('Baseline', { exact: true })).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  await plan.getByLabel('Baseline', { exact: true }).fill('40');
  await save.click();
  await expect(plan.getByRole('alert')).toContainText('Counted from: fill this in');
  await fillDay(plan, 'Counted from', dayFromNow(-40));
  await fillDay(plan, 'Counted until', dayFromNow(-10));
  await fillDay(plan, 'Starts on', '01/01/1900');
  await fillDay(plan, 'Ends on', dayFromNow(6));
  await save.click();
  await expect(plan.getByRole('alert')).toContainText('Starts on:');
  await expect(plan.getByLabel('Starts on', { exact: true })).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  await expectGoodLooks(page, info, 'plan-refused');
  await fillDay(plan, 'Starts on', dayFromNow(0));
  await save.click();
  await expect(plan.getByRole('alert')).toBeHidden();

  const stands = page.getByRole('region', { name: 'Where it stands' });
  await stands.getByRole('button', { name: 'Answer' }).click();
  await page.getByRole('radio', { name: 'Approve' }).check();
  await page.getByRole('button', { name: 'Give the answer' }).click();
  await startAction(page);
  const measures = page.getByRole('region', { name: 'Measures by street' });
  await measures.getByRole('button', { name: /^Done: Visible presence/ }).click();
  const delivering = page.getByRole('dialog', { name: 'Confirm delivery' });
  await delivering.getByLabel('Minutes').fill('300');
  await delivering.getByRole('button', { name: 'Confirm', exact: true }).click();
  await expect(measures).toContainText('30 count');
  await expectGoodLooks(page, info, 'long-stop');
  await measures.getByRole('button', { name: /^Remove: Visible presence/ }).click();
  const deliveries = page.getByRole('region', { name: 'Confirmed' });
  await expect(deliveries).toContainText(`Visible presenceremoved on ${dayFromNow(0)}`);
  await expectGoodLooks(page, info, 'removed-measure');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(deliveries).not.toContainText('removed on');
});
