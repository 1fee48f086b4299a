import { openDossierHere, proposeAction } from '../stories/casework-steps.ts';
import { logInSmallTown, startInSmallTown } from '../stories/desk-steps.ts';
import { goTo } from '../stories/steps.ts';
import { expectGoodLooks } from '../support/good-looks.ts';
import { expect, test } from '../support/loopback-app.ts';

test.use({ demo: false });

test('N8: a measure that weighs on somebody says that it needs its step on the ladder', async ({
  app: { page },
}, info) => {
  test.slow();
  await startInSmallTown(page, 'Noor Voorbeeld');
  await logInSmallTown(page, 'Te snel verkeer');
  await goTo(page, 'Contacts');
  await page.locator('[role="row"][tabindex="0"]').press('Enter');
  await openDossierHere(page, 'Te snel verkeer', 'unadapted-speed');
  await proposeAction(page, 'Trager aan de school');
  await page.getByRole('button', { name: 'Add a measure' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a measure' });
  await dialog.getByLabel('Means').selectOption('coercion');
  await expect(dialog.getByRole('status').first()).toContainText('This means weighs on somebody.');
  await expectGoodLooks(page, info, 'heavy-measure');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog).toBeHidden();
  const measures = page.getByRole('region', { name: 'Measures by street' });
  await expect(measures).toContainText('not on the ladder');
  await expect(page.getByRole('region', { name: 'Where it stands' })).toContainText(
    'a step on the ladder for each measure with a heavy means',
  );
  await expectGoodLooks(page, info, 'heavy-measure-planned');
});
