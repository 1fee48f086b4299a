import type { Locator } from '@playwright/test';

import {
  dayFromNow,
  fillDay,
  openDossierHere,
  proposeAction,
  startAction,
} from '../stories/casework-steps.ts';
import { logInSmallTown, startInSmallTown } from '../stories/desk-steps.ts';
import { goTo } from '../stories/steps.ts';
import { expectGoodLooks } from '../support/good-looks.ts';
import { expect, test } from '../support/loopback-app.ts';

test.use({ demo: false });

const MARKED = '[aria-invalid="true"]';

/** This field, and no other of its form, is marked. */
async function expectMarked(form: Locator, field: Locator): Promise<void> {
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(form.locator(MARKED)).toHaveCount(1);
}

test('each dialog marks the field that was refused, and only that one', async ({
  app: { page },
}, info) => {
  test.slow();
  await startInSmallTown(page, 'Noor Voorbeeld');
  await logInSmallTown(page, 'Te snel verkeer');
  await goTo(page, 'Contacts');
  await page.locator('[role="row"][tabindex="0"]').press('Enter');
  await openDossierHere(page, 'Te snel verkeer', 'unadapted-speed');
  const dossier = page.url();

  await page.getByRole('button', { name: 'Change stretches' }).click();
  const stretches = page.getByRole('dialog', { name: 'Change stretches' });
  for (const one of await stretches.getByRole('checkbox', { checked: true }).all()) {
    await one.press('Space');
  }
  await stretches.getByRole('button', { name: 'Save' }).click();
  await expect(stretches.getByText('Check this.')).toBeVisible();
  await expectGoodLooks(page, info, 'stretches');
  await stretches.getByRole('button', { name: 'Cancel' }).click();

  await page.getByRole('button', { name: 'Note a means' }).click();
  const step = page.getByRole('dialog', { name: 'Note a means' });
  await step.getByLabel('Which means').selectOption('warning');
  await step.getByLabel('What of it').selectOption('taken');
  await step.getByRole('button', { name: 'Note', exact: true }).click();
  await expectMarked(step, step.getByLabel('What came of it, or why not'));
  await step.getByLabel('What came of it, or why not').fill('Een verwittiging');
  await expect(step.locator(MARKED)).toHaveCount(0);
  await step.getByRole('button', { name: 'Note', exact: true }).click();
  await expectMarked(step, step.getByLabel('Which means'));
  await expectGoodLooks(page, info, 'step');
  await step.getByRole('button', { name: 'Cancel' }).click();

  await proposeAction(page, 'Trager aan de school');
  await page.getByRole('button', { name: 'Add a measure' }).click();
  const adding = page.getByRole('dialog', { name: 'Add a measure' });
  await adding.getByLabel('Times a week').fill('');
  await adding.getByRole('button', { name: 'Add', exact: true }).click();
  await expectMarked(adding, adding.getByLabel('Times a week'));
  await expectGoodLooks(page, info, 'measure');
  await adding.getByLabel('Times a week').fill('2');
  await expect(adding.locator(MARKED)).toHaveCount(0);
  // Typed key by key, a number is never made into another.
  const minutes = adding.getByLabel('Minutes each time');
  await minutes.fill('');
  await minutes.pressSequentially('7,5');
  await minutes.press('Tab');
  await expect(minutes).toHaveValue('7.5');
  await expect(adding.getByText('A whole number.')).toBeVisible();
  await minutes.fill('99999');
  await minutes.press('Tab');
  await expect(minutes).toHaveValue('99999');
  await expect(adding.getByText('From 1 to 480.')).toBeVisible();
  await minutes.fill('20');
  await adding.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(adding).toBeHidden();

  await page.getByRole('button', { name: 'Make a deal' }).click();
  const deal = page.getByRole('dialog', { name: 'Make a deal' });
  await deal.getByRole('button', { name: 'Record' }).click();
  await expectMarked(deal, deal.getByRole('combobox', { name: 'Partner', exact: true }));
  await deal.getByLabel('New partner').fill('Dienst wegen');
  await deal.getByRole('button', { name: 'Add', exact: true }).click();
  await deal.getByRole('button', { name: 'Record' }).click();
  await expectMarked(deal, deal.getByLabel('What the partner does'));
  await deal.getByLabel('What the partner does').fill('Een drempel aanleggen');
  await fillDay(deal, 'Partner by', '01/01/1900');
  // The calendar of the next day stands before the buttons.
  await deal.getByLabel('What the partner does').focus();
  await deal.getByRole('button', { name: 'Record' }).click();
  await expect(deal.getByRole('alert')).toContainText(
    'Partner by: This day is too far in the past',
  );
  await expectMarked(deal, deal.getByLabel('Partner by'));
  await expectGoodLooks(page, info, 'deal');
  await fillDay(deal, 'Partner by', dayFromNow(20));
  await deal.getByLabel('What the partner does').focus();
  await deal.getByRole('button', { name: 'Record' }).click();
  await expect(deal).toBeHidden();
  await page.getByRole('button', { name: 'The partner did it' }).click();
  const done = page.getByRole('dialog', { name: 'The partner did it' });
  await fillDay(done, 'Done on', dayFromNow(1));
  await done.getByRole('button', { name: 'Note', exact: true }).click();
  await expectMarked(done, done.getByLabel('Done on'));
  await done.getByRole('button', { name: 'Cancel' }).click();

  const plan = page.getByRole('region', { name: 'Plan', exact: true });
  await plan.getByLabel('Aim', { exact: true }).fill('Kinderen steken veilig over');
  await plan.getByLabel('Sign of success: what do we count?').fill('auto’s boven 50 per uur');
  const baseline = plan.getByLabel('Baseline', { exact: true });
  await baseline.pressSequentially('-12,5');
  await baseline.press('Tab');
  await expect(baseline).toHaveValue('-12.5');
  await expect(plan.getByText('At least 0.')).toBeVisible();
  await baseline.fill('40');
  await fillDay(plan, 'Counted from', dayFromNow(-40));
  await fillDay(plan, 'Counted until', dayFromNow(-10));
  await fillDay(plan, 'Starts on', dayFromNow(0));
  await fillDay(plan, 'Ends on', dayFromNow(-3));
  const save = plan.getByRole('button', { name: 'Save', exact: true });
  await save.click();
  await expect(plan.getByLabel('Ends on')).toHaveAttribute('aria-invalid', 'true');
  await fillDay(plan, 'Ends on', dayFromNow(6));
  await plan.getByLabel('Title', { exact: true }).fill('');
  await save.click();
  await expectMarked(plan, plan.getByLabel('Title', { exact: true }));
  await plan.getByLabel('Title', { exact: true }).fill('Trager aan de school');
  await expect(plan.locator(MARKED)).toHaveCount(0);
  await save.click();
  await expect(save).toBeHidden();
  const stands = page.getByRole('region', { name: 'Where it stands' });
  await stands.getByRole('button', { name: 'Answer' }).click();
  const answer = page.getByRole('dialog', { name: 'Answer' });
  await answer.getByRole('radio', { name: 'Refuse' }).check();
  await answer.getByRole('button', { name: 'Give the answer' }).click();
  await expectMarked(answer, answer.getByLabel('Why'));
  await answer.getByRole('radio', { name: 'Approve' }).check();
  await answer.getByRole('button', { name: 'Give the answer' }).click();
  await startAction(page);

  const measures = page.getByRole('region', { name: 'Measures by street' });
  await measures.getByRole('button', { name: /^Done: Visible presence/ }).click();
  const delivering = page.getByRole('dialog', { name: 'Confirm delivery' });
  await fillDay(delivering, 'Day', dayFromNow(1));
  await delivering.getByRole('button', { name: 'Confirm', exact: true }).click();
  await expect(delivering.getByRole('alert')).toContainText('has not come yet');
  await expectMarked(delivering, delivering.getByLabel('Day', { exact: true }));
  await expectGoodLooks(page, info, 'delivery');
  await delivering.getByRole('button', { name: 'Cancel' }).click();

  await stands.getByRole('button', { name: 'Close the action' }).click();
  const closing = page.getByRole('dialog', { name: 'Close the action' });
  const close = closing.getByRole('button', { name: 'Close', exact: true }).last();
  await close.click();
  await expect(closing.getByText('Check this.')).toBeVisible();
  await expectGoodLooks(page, info, 'closing-verdict');
  await closing.getByRole('radio', { name: 'Not really tried' }).check();
  await close.click();
  await expectMarked(closing, closing.getByLabel('How residents heard of it'));
  await closing.getByLabel('How residents heard of it').selectOption('meeting');
  await expectMarked(closing, closing.getByLabel('What residents were told'));
  await closing.getByLabel('What residents were told').fill('Dat er nog niets gedaan is');
  await closing.getByLabel('What we learned').fill('Om acht uur beginnen');
  await expectMarked(closing, closing.getByLabel('Under which circumstances'));
  await expectGoodLooks(page, info, 'closing-lesson');
  await closing.getByLabel('Under which circumstances').fill('Smalle straat met een school');
  await expect(closing.locator(MARKED)).toHaveCount(0);

  await page.goto(dossier);
  await page.getByRole('button', { name: 'Note a means' }).click();
  await step.getByLabel('Which means').selectOption('coercion');
  await step.getByLabel('What came of it, or why not').fill('Meteen weggehaald');
  await step.getByLabel('What of it').selectOption('taken');
  await step.getByLabel('Could not wait').check();
  await step.getByRole('button', { name: 'Note', exact: true }).click();
  await expectMarked(step, step.getByLabel('Who decided'));
  await step.getByLabel('Who decided').selectOption({ label: 'Noor Voorbeeld' });
  await step.getByRole('button', { name: 'Note', exact: true }).click();
  await expect(step).toBeHidden();
  await page.getByRole('button', { name: 'Fill in the grounds' }).first().click();
  const grounds = page.getByRole('dialog', { name: 'Fill in the grounds' });
  await grounds.getByRole('button', { name: 'Fill in', exact: true }).click();
  await expect(grounds.locator(MARKED)).toHaveCount(3);
  await expectGoodLooks(page, info, 'grounds');
  await grounds.getByLabel('Legal ground').fill('wet');
  await expect(grounds.locator(MARKED)).toHaveCount(0);
});
