import type { Page } from '@playwright/test';

import { openDossierHere, proposeAction } from '../stories/casework-steps.ts';
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
  await measures.getByRole('button', { name: /^Change: Visible presence, Zwanenkaai/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Change the measure' });
  await expect(dialog.getByLabel('Minutes each time')).toHaveValue('15');
  await dialog.getByLabel('Minutes each time').fill('');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('how long and how often');
  await dialog.getByLabel('Minutes each time').fill('20');
  await dialog.getByLabel('Times a week').fill('3');
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
