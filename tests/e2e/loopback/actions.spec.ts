import { readFile } from 'node:fs/promises';

import type { Page } from '@playwright/test';

import { dayFromNow, fillDay, startAction } from '../stories/casework-steps.ts';
import { chooseLanguage, lock, logInSmallTown, startInSmallTown } from '../stories/desk-steps.ts';
import { goTo, PASSPHRASE, unlock } from '../stories/steps.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { expectGoodLooks } from '../support/good-looks.ts';
import { expectGoodLayout, expectNoticesAside } from '../support/layout.ts';
import { expect, test } from '../support/loopback-app.ts';
import { takePicture } from '../support/picture.ts';

test.use({ demo: false });

/** What the team makes of a problem; it is for the team alone. */
const SECRET = 'De uitbater werkt niet mee';

async function expectGood(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectGoodLayout(page);
}

test('from a contact to the verdict: dossier, plan, approval, delivery, closing, deal', async ({
  app: { page },
}, testInfo) => {
  test.slow();
  const picture = async (name: string): Promise<void> => {
    await takePicture(page, testInfo.outputPath(`${name}.png`), { fullPage: true });
  };
  await startInSmallTown(page, 'Noor Voorbeeld');

  await goTo(page, 'Dossiers');
  await expect(page.getByText('No dossiers yet')).toBeVisible();
  await expectGood(page);

  await logInSmallTown(page, 'Auto’s rijden te snel voorbij de school');
  await goTo(page, 'Contacts');
  await page.locator('[role="row"][tabindex="0"]').press('Enter');
  await page.getByRole('link', { name: 'Make it a dossier' }).click();
  const opening = page.getByRole('dialog', { name: 'New dossier' });
  await expect(opening.getByLabel('Title')).toHaveValue('Auto’s rijden te snel voorbij de school');
  await opening.getByLabel('Problem', { exact: true }).selectOption('unadapted-speed');
  await expectAccessible(page);
  await opening.getByRole('button', { name: 'Open', exact: true }).click();

  await expect(
    page.getByRole('heading', { name: 'Auto’s rijden te snel voorbij de school', level: 1 }),
  ).toBeVisible();
  await expect(page.getByRole('region', { name: 'Contacts' })).toContainText(
    'Auto’s rijden te snel',
  );
  await page.getByLabel('Who in the community experiences it?').fill('Kinderen en ouders');
  await page.keyboard.press('Tab');
  await expect(page.getByText('5 questions are open.')).toBeVisible();
  await expectGood(page);
  await picture('dossier');

  await page.getByRole('button', { name: 'Propose an action' }).click();
  await page.getByLabel('What do you propose?').fill('Trager aan de school');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Trager aan de school', level: 1 })).toBeVisible();
  const stands = page.getByRole('region', { name: 'Where it stands' });
  await expect(stands).toContainText('the sign of success with its baseline');
  await expect(stands).toContainText('at least one measure on a street');

  await stands.getByRole('button', { name: 'Answer' }).click();
  await page.getByRole('radio', { name: 'Refuse' }).check();
  await page.getByRole('button', { name: 'Give the answer' }).click();
  await expect(page.getByText('Say why you refuse')).toBeVisible();
  await page.getByRole('radio', { name: 'Approve' }).check();
  await page.getByRole('button', { name: 'Give the answer' }).click();
  await expect(stands.getByRole('button', { name: 'Start' })).toBeDisabled();

  const plan = page.getByRole('region', { name: 'Plan', exact: true });
  await page.getByLabel('Aim', { exact: true }).fill('Kinderen steken veilig over');
  await page.getByLabel('Sign of success: what do we count?').fill('auto’s boven 50 per uur');
  await chooseLanguage(page, 'nl');
  await page.getByLabel('Nulmeting', { exact: true }).fill('7,5');
  await chooseLanguage(page, 'en');
  await expect(page.getByLabel('Baseline', { exact: true })).toHaveValue('7.5');
  await page.getByLabel('Baseline', { exact: true }).fill('40');
  await fillDay(page, 'Counted from', dayFromNow(-40));
  await fillDay(page, 'Counted until', dayFromNow(-10));
  await expect(plan).toContainText(
    'The program counts 0 on 1 stretch. No file of facts covers all of these days',
  );
  await plan.getByRole('button', { name: 'Take 0 as the baseline' }).click();
  await expect(page.getByLabel('Baseline', { exact: true })).toHaveValue('0');
  await expect(plan).toContainText('That is the baseline.');
  await picture('baseline');
  await page.getByLabel('Baseline', { exact: true }).fill('40');
  await fillDay(page, 'Starts on', dayFromNow(0));
  await fillDay(page, 'Ends on', dayFromNow(6));
  // Still fading, it could come to lie over the button that is being pressed.
  expect(await page.locator('[data-dates-dropdown]').count(), 'calendars').toBe(0);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(stands).not.toContainText('the sign of success');

  await page.getByRole('button', { name: 'Add a measure' }).click();
  const measure = page.getByRole('dialog', { name: 'Add a measure' });
  await expectAccessible(page);
  await measure.getByLabel('Remark').fill('Aan het zebrapad');
  await measure.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Measures by street' })).toContainText(
    '15 min, 2 × a week',
  );
  // Nothing begins before it was said what stays for good.
  await stands.getByRole('button', { name: 'Start' }).click();
  const starting = page.getByRole('dialog', { name: 'Start this action' });
  await expect(starting).toContainText('auto’s boven 50 per uur');
  await expectGoodLooks(page, testInfo, 'start');
  await starting.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('running', { exact: true })).toBeHidden();
  await startAction(page);
  await expect(plan.getByRole('definition').first()).toHaveText('Kinderen steken veilig over');
  await expect(plan.locator(':disabled')).toHaveCount(0);
  await expect(plan.getByLabel('Who covers')).toBeEnabled();
  await expectGood(page);
  await picture('action');

  await goTo(page, 'Today');
  const due = page.getByRole('region', { name: 'This week in the streets' });
  await expect(due).toContainText('Aan het zebrapad');
  await expect(due).toContainText('Information');
  const done = due.getByRole('button', { name: /^Done, 15 min:/ });
  // A key held down, or a double click, is one stop. All in one go: a press some time after the last is another stop.
  await done.evaluate((button: HTMLElement) => {
    for (let press = 0; press < 5; press += 1) button.click();
  });
  await expect(page.getByText(/15 minutes confirmed/)).toBeVisible();
  const wide = page.viewportSize();
  for (const [width, height] of [
    [1280, 720],
    [1920, 1080],
    [640, 360],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expectNoticesAside(page);
    await picture(`notice-${width}`);
  }
  if (wide) await page.setViewportSize(wide);
  await expect(due).toContainText('1 of 2 times this week');
  await expectGood(page);

  await due.getByRole('button', { name: /^Otherwise:/ }).click();
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  await expect(due).toContainText('2 of 2 times this week');

  await goTo(page, 'Dossiers');
  await picture('dossiers');
  await page.getByRole('link', { name: 'Auto’s rijden te snel' }).click();
  const madeOfIt = page.getByRole('textbox', { name: 'What the team makes of it' });
  await madeOfIt.fill(SECRET);
  await madeOfIt.press('Tab');
  await page.reload();
  await expect(madeOfIt).toHaveValue(SECRET);
  await page.getByRole('link', { name: 'Trager aan de school' }).click();
  await expect(page.getByText('30 of 30 minutes: 100 % of the plan')).toBeVisible();

  await page.getByRole('button', { name: 'Make a deal' }).click();
  const deal = page.getByRole('dialog', { name: 'Make a deal' });
  await deal.getByLabel('New partner').fill('Dienst wegen');
  await deal.getByRole('button', { name: 'Record' }).click();
  await expect(deal).toContainText('“Dienst wegen” is no partner yet');
  await deal.getByRole('button', { name: 'Add', exact: true }).click();
  const partner = deal.getByRole('combobox', { name: 'Partner', exact: true });
  await expect(partner.locator('option:checked')).toHaveText('Dienst wegen');
  await deal.getByLabel('What the partner does').fill('Een drempel aanleggen');
  await deal.getByLabel('Who of us', { exact: true }).selectOption('Noor Voorbeeld');
  await deal.getByRole('checkbox', { name: 'Persons' }).check();
  await deal.getByRole('button', { name: 'Record' }).click();
  await expect(deal.getByText('Without a ground no person can be in it')).toBeVisible();
  await deal.getByRole('checkbox', { name: 'Persons' }).uncheck();
  await expectGoodLooks(page, testInfo, 'deal-form');
  await deal.getByRole('button', { name: 'Record' }).click();
  await page.getByRole('link', { name: 'Sheet for the partner' }).click();
  const sheet = page.getByRole('article');
  await expect(sheet).toContainText('Een drempel aanleggen');
  await expect(sheet).toContainText('Fromneighbourhood team');
  await expect(sheet).toContainText(`Date${dayFromNow(0)}`);
  await expect(sheet).toContainText(`The action runs until${dayFromNow(6)}`);
  // Who of us by office: no name goes out unless somebody chooses so.
  await expect(sheet).toContainText('Who of usneighbourhood team');
  await expect(sheet).not.toContainText('Noor');
  await expectGoodLooks(page, testInfo, 'deal-sheet');
  // The title was typed: it stands in no heading and in no name of a file.
  await expect(sheet.getByRole('heading', { name: 'Deal: Visible presence' })).toBeVisible();
  await expect(sheet).not.toContainText('Trager');
  // N11: what the team makes of it is in no hand-out, on paper or as a file.
  await expect(sheet).not.toContainText(SECRET);
  for (const [button, ending] of [
    ['Open311 file', 'json'],
    ['CSV file', 'csv'],
  ] as const) {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: button }).click();
    const fileName = (await download).suggestedFilename();
    expect(fileName).toMatch(/^\d{4}-\d{2}-\d{2}-dienst-wegen-visible-presence-[a-z-]+\./);
    expect(fileName).not.toContain('trager');
    expect(fileName.endsWith(ending)).toBe(true);
    const path = testInfo.outputPath(fileName);
    await (await download).saveAs(path);
    const text = await readFile(path, 'utf8');
    expect(text).toContain('Een drempel aanleggen');
    expect(text).not.toContain(SECRET);
  }
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'screen' });
  await goTo(page, 'Desk');
  const left = page.getByRole('region', { name: 'What left this desk' }).getByRole('listitem');
  await expect(left.filter({ hasText: 'Print or PDF' })).toContainText('For: Dienst wegen');
  await expectGood(page);
  await left
    .filter({ hasText: 'Request (Open311)' })
    .getByRole('link', { name: 'Open the deal' })
    .click();
  await page.getByRole('link', { name: 'Back to Trager aan de school' }).click();

  const deals = page.getByRole('region', { name: 'Deals with partners' });
  await deals.getByRole('button', { name: 'The partner did it' }).click();
  const doneBy = page.getByRole('dialog', { name: 'The partner did it' });
  const doneOn = doneBy.getByLabel('Done on');
  await doneOn.fill(dayFromNow(1));
  await doneBy.getByRole('button', { name: 'Note', exact: true }).click();
  await expect(doneBy.getByText('That day is still to come.')).toBeVisible();
  await doneOn.fill(dayFromNow(-1));
  await doneBy.getByRole('button', { name: 'Note', exact: true }).click();
  await expect(doneBy.getByRole('alert')).toContainText(
    'Partner done on: This day is before the day on which the deal was made.',
  );
  await expect(doneOn).toHaveAttribute('aria-invalid', 'true');
  await expectGoodLooks(page, testInfo, 'deal-done');
  await doneOn.fill(dayFromNow(0));
  await expectAccessible(page);
  await doneBy.getByRole('button', { name: 'Note', exact: true }).click();
  await expect(deals.getByText('kept', { exact: true })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(deals.getByText('kept', { exact: true })).toHaveCount(0);
  await deals.getByRole('button', { name: 'Correct the deal' }).click();
  const corrected = page.getByRole('dialog', { name: 'Correct the deal' });
  await corrected.getByLabel('What the partner does').fill('Twee drempels aanleggen');
  await corrected.getByRole('checkbox', { name: 'Who of us (name)' }).check();
  await corrected.getByLabel('Partner by').fill(dayFromNow(-1));
  // Not the next day, whose calendar would lie over the buttons.
  await corrected.getByLabel('What the partner does').click();
  await expect(corrected).toContainText('This day is over: the part is overdue from the start.');
  await picture('deal-corrected');
  await corrected.getByRole('button', { name: 'Record' }).click();
  await expect(deals.getByText('Twee drempels aanleggen')).toBeVisible();
  await deals.getByRole('link', { name: 'Sheet for the partner' }).click();
  await expect(sheet.getByRole('row', { name: /^Who of us \(name\)/ })).toContainText(
    'Noor Voorbeeld, neighbourhood team',
  );
  await page.getByRole('link', { name: 'Back to Trager aan de school' }).click();
  await deals.getByRole('button', { name: 'Withdraw', exact: true }).click();
  await expect(deals.getByText('No deals yet.', { exact: false })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(deals.getByText('Twee drempels aanleggen')).toBeVisible();
  await expectGood(page);

  await stands.getByRole('button', { name: 'Close the action' }).click();
  const closing = page.getByRole('dialog', { name: 'Close the action' });
  await expect(closing).toContainText('One part of a deal is still to be done (Dienst wegen).');
  await expect(closing.getByRole('radio', { name: 'Helped', exact: true })).toBeDisabled();
  await expect(closing.getByRole('radio', { name: 'Not really tried' })).toBeDisabled();
  await closing.getByRole('radio', { name: 'Cannot tell' }).check();
  await closing.getByRole('button', { name: 'Close', exact: true }).last().click();
  await expect(closing.getByText('Say how and what residents were told.')).toBeVisible();
  await closing.getByLabel('How residents heard of it').selectOption('meeting');
  await closing
    .getByLabel('What residents were told')
    .fill('Wat we deden en dat we nog niet weten of het hielp');
  await closing.getByLabel('What we learned').fill('Om acht uur beginnen');
  await closing.getByLabel('Under which circumstances').fill('Smalle straat met een school');
  await expectAccessible(page);
  await picture('closing');
  await closing.getByRole('button', { name: 'Close', exact: true }).last().click();
  await expect(stands).toContainText('Cannot tell');
  await expect(stands).toContainText('Wat we deden en dat we nog niet weten of het hielp');
  await expect(stands.getByText(`${dayFromNow(0)}, Meeting`, { exact: true })).toBeVisible();
  await expect(plan.getByRole('textbox').or(plan.getByRole('combobox'))).toHaveCount(0);
  await expect(plan).toContainText('auto’s boven 50 per uur');
  const measures = page.getByRole('region', { name: 'Measures by street' });
  await expect(measures.getByRole('columnheader')).toHaveCount(4);
  await expect(page.getByRole('columnheader', { name: 'Do', exact: true })).toHaveCount(0);
  await expect(stands).toContainText('Closed byNoor Voorbeeld');
  await expect(stands).toContainText('Under which circumstancesSmalle straat met een school');
  await expect(stands).toContainText('no more measures or deals are added to it');
  await expect(page.getByText(/closed by Noor Voorbeeld/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Make a deal' })).toHaveCount(0);
  await expect(deals.getByRole('button', { name: 'Correct' })).toHaveCount(0);
  await expectGoodLooks(page, testInfo, 'ended');

  // What a partner was to do is followed all the same.
  await goTo(page, 'District board');
  const late = page.getByRole('region', { name: 'Waits too long' });
  await expect(late.getByRole('heading', { name: 'Deal with a partner (1)' })).toBeVisible();
  await expect(late).toContainText(`Dienst wegen · was due on ${dayFromNow(-1)}`);
  await goTo(page, 'Dossiers');
  await page.getByText('Deal overdue', { exact: true }).click();
  await expect(page.getByText('1 dossier', { exact: true })).toBeVisible();
  await expectGoodLooks(page, testInfo, 'deal-late');
  await page.goBack();
  await late.getByRole('link', { name: 'Trager aan de school' }).click();
  await deals.getByRole('button', { name: 'Withdraw', exact: true }).click();
  await expect(deals.getByText('No deals yet.', { exact: false })).toBeVisible();
  await goTo(page, 'District board');
  await expect(late).toContainText('Nothing waits too long.');

  await goTo(page, 'Dossiers');
  await page.getByRole('link', { name: 'Proposals and lessons' }).click();
  await expect(page.getByText('Om acht uur beginnen')).toBeVisible();
  await expectGood(page);
  await picture('bench');
});

test('what is typed in a dossier outlives a reload after a pause, and a lock at once', async ({
  app,
}) => {
  const { page } = app;
  await startInSmallTown(page, 'Noor Voorbeeld');
  await logInSmallTown(page, 'Fietsen op het voetpad');
  await goTo(page, 'Contacts');
  await page.locator('[role="row"][tabindex="0"]').press('Enter');
  await page.getByRole('link', { name: 'Make it a dossier' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Open', exact: true }).click();
  const scanning = page.getByLabel('Scanning', { exact: true });
  const onlyHere = page.getByText(/changes? only here/);
  const before = await onlyHere.innerText();
  await scanning.fill('Elke ochtend om half negen');
  // The pause is over when it is a change.
  await expect(onlyHere).not.toHaveText(before);
  await page.reload();
  await expect(scanning).toHaveValue('Elke ochtend om half negen');

  // What was written in another window since is shown, and looking at it does not put the older text back.
  await scanning.fill('Elke ochtend om kwart voor negen');
  await expect(onlyHere).not.toHaveText(before);
  const other = await app.openWindow();
  await goTo(other, 'Dossiers');
  await other.getByRole('link', { name: 'Fietsen op het voetpad' }).click();
  const there = other.getByLabel('Scanning', { exact: true });
  await expect(there).toHaveValue('Elke ochtend om kwart voor negen');
  await there.fill('Ook op woensdagmiddag');
  await there.blur();
  await expect(scanning).toHaveValue('Ook op woensdagmiddag');
  await scanning.blur();
  await page.reload();
  await expect(scanning).toHaveValue('Ook op woensdagmiddag');
  await other.close();

  await scanning.fill('Elke ochtend, ook in de vakantie');
  await lock(page);
  await unlock(page, PASSPHRASE);
  await goTo(page, 'Dossiers');
  await page.getByRole('link', { name: 'Fietsen op het voetpad' }).click();
  await expect(scanning).toHaveValue('Elke ochtend, ook in de vakantie');
});
