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

  // From the action to the ladder, where several lighter means are said at once.
  const stands = page.getByRole('region', { name: 'Where it stands' });
  await stands.getByRole('link', { name: 'To the ladder' }).click();
  await expect(page.getByRole('heading', { name: 'Te snel verkeer', level: 1 })).toBeVisible();
  const ladder = page.getByRole('region', { name: 'Ladder of means' });
  await expect(ladder).toBeInViewport();
  await page.getByRole('button', { name: 'Note a means' }).click();
  const step = page.getByRole('dialog', { name: 'Note a means' });
  await step.getByLabel('Which means').selectOption('warning');
  await step.getByLabel('What of it').selectOption('taken');
  await step.getByLabel('What came of it, or why not').fill('Gewaarschuwd');
  await step.getByRole('button', { name: 'Say it of these together' }).click();
  const several = page.getByRole('dialog', { name: 'Several at once' });
  await several.getByRole('button', { name: 'Note', exact: true }).click();
  await expect(several.getByText('Say of at least one means whether')).toBeVisible();
  for (const means of ['Talk', 'Information', 'Mediation']) {
    await several.getByLabel(`${means}: what of it`).selectOption('not tried');
  }
  await several.getByLabel(/^Agreement.*: what of it/).selectOption('tried');
  await several.getByRole('button', { name: 'Note', exact: true }).click();
  await expect(several.getByText('Write a reason: one for all')).toBeVisible();
  await several.getByLabel('One reason for all that are chosen').fill('Niemand te bereiken');
  await several.getByLabel(/^Agreement.*: a reason of its own/).fill('Hield twee weken');
  await expectGoodLooks(page, info, 'several-means');
  await several.getByRole('button', { name: 'Note', exact: true }).click();
  await expect(several).toBeHidden();
  // Back to the step, as it was left; now it can be taken.
  await expect(step.getByLabel('What came of it, or why not')).toHaveValue('Gewaarschuwd');
  await step.getByRole('button', { name: 'Note', exact: true }).click();
  await expect(step).toBeHidden();
  await expect(ladder.getByText('Niemand te bereiken')).toHaveCount(3);
  await expect(ladder).toContainText('Hield twee weken');
  await expect(ladder).toContainText('Gewaarschuwd');
  await expectGoodLooks(page, info, 'ladder');
});
