import { expect, type Page, test } from '@playwright/test';

import { openDossierHere } from '../stories/casework-steps.ts';
import { goTo, logContact } from '../stories/steps.ts';
import { expectGoodLooks } from '../support/good-looks.ts';
import { type PlantedDesk, startPlantedDesk } from '../support/planted-desk.ts';

let desk: PlantedDesk;
let page: Page;
let other: Page;
test.describe.configure({ timeout: 180_000 });
test.beforeEach(async ({ browser }) => {
  desk = await startPlantedDesk(browser, 'Noor Voorbeeld');
  ({ page } = desk);
});
test.afterEach(() => desk.dispose());

/**
 * What another window of the desk wrote comes to this one as what arrives from a colleague. A draft is of the officer, so
 * the other window shows it as well.
 */
async function openBoth(): Promise<void> {
  other = await desk.openWindow();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(
    await page.getByRole('heading', { level: 1 }).innerText(),
  );
}

test('a text of a dossier never goes over what somebody else wrote meanwhile: both are shown, and one is chosen', async () => {
  await logContact(page, {
    typed: 'zonnebl',
    street: /Zonnebloemstraat/,
    reason: 'Nuisance',
    summary: 'Hard rijden',
  });
  await goTo(page, 'Contacts');
  await page.locator('[role="row"][tabindex="0"]').press('Enter');
  await openDossierHere(page, 'Hard rijden', 'unadapted-speed');
  await openBoth();

  const mine = page.getByRole('textbox', { name: 'Scanning' });
  const theirs = other.getByRole('textbox', { name: 'Scanning' });
  // It is begun before the other text is there, and stored after it.
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 1_000);
  await mine.fill('Van mij');
  await theirs.fill('Van de collega');
  await theirs.blur();
  await expect(other.getByRole('textbox', { name: 'Scanning' })).toHaveValue('Van de collega');
  await page.clock.resume();
  const asked = page.getByRole('status').filter({ hasText: 'A colleague wrote here meanwhile' });
  await expect(asked).toContainText('Van de collega');
  await expect(mine).toHaveValue('Van mij');
  await expectGoodLooks(page, test.info(), 'which-stays');

  // Left and come back to, both are still there.
  await goTo(page, 'Today');
  await page.goBack();
  await expect(mine).toHaveValue('Van mij');
  await expect(asked).toContainText('Van de collega');
  await asked.getByRole('button', { name: 'Keep mine' }).click();
  await expect(asked).toBeHidden();
  await expect(theirs).toHaveValue('Van mij');
});

test('a form writes what was changed in it, says what somebody else wrote, and undoes nothing of theirs', async () => {
  await goTo(page, 'People');
  await page.getByRole('button', { name: 'Add', exact: true }).first().click();
  const adding = page.getByRole('dialog', { name: 'Add' });
  await adding.getByLabel('Name').fill('An Verzonnen');
  await adding.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('link', { name: 'An Verzonnen' }).click();
  await openBoth();
  const change = async (window: Page, field: string, text: string): Promise<void> => {
    const form = window.getByRole('dialog', { name: 'Change' });
    if (await form.isHidden()) {
      await window.getByRole('button', { name: 'Change', exact: true }).click();
    }
    await form.getByLabel(field).fill(text);
  };
  const press = (window: Page) =>
    window.getByRole('dialog', { name: 'Change' }).getByRole('button', { name: 'Save' }).click();
  const save = async (window: Page): Promise<void> => {
    await press(window);
    await expect(window.getByRole('dialog', { name: 'Change' })).toBeHidden();
  };

  await change(page, 'Name', 'Anna Verzonnen');
  await change(other, 'How to reach', '0400 00 00 01');
  await save(other);
  await save(page);
  await expect(page.getByRole('main')).toContainText('0400 00 00 01');
  await expect(page.getByRole('heading', { name: 'Anna Verzonnen' })).toBeVisible();

  await change(page, 'How to reach', '0400 00 00 02');
  await change(other, 'How to reach', '0400 00 00 03');
  await save(other);
  await press(page);
  const form = page.getByRole('dialog', { name: 'Change' });
  await expect(form.getByRole('alert')).toContainText('0400 00 00 03');
  await expect(form.getByLabel('How to reach')).toHaveValue('0400 00 00 02');
  await save(page);

  await change(other, 'How to reach', '0400 00 00 04');
  await save(other);
  await expect(page.getByRole('main')).toContainText('0400 00 00 04');
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(page.getByText('Somebody else changed this meanwhile')).toBeVisible();
  await expect(page.getByRole('main')).toContainText('0400 00 00 04');
});
