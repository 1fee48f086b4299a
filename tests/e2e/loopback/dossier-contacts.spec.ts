import { openDossierHere } from '../stories/casework-steps.ts';
import { logInSmallTown, startInSmallTown } from '../stories/desk-steps.ts';
import { goTo } from '../stories/steps.ts';
import { expectGoodLooks } from '../support/good-looks.ts';
import { expect, test } from '../support/loopback-app.ts';

test.use({ demo: false });

test('contacts are linked to a dossier from both sides, with a way back', async ({
  app: { page },
}, info) => {
  test.slow();
  await startInSmallTown(page, 'Noor Voorbeeld');
  await logInSmallTown(page, 'Lawaai aan de kade');
  await logInSmallTown(page, 'Afval bij het water');
  await goTo(page, 'Contacts');
  await page.locator('[role="row"][tabindex="0"]').press('Enter');
  await openDossierHere(page, 'Onrust aan de kade', 'other');
  const linked = page.getByRole('region', { name: 'Contacts' });
  await expect(linked.getByRole('listitem')).toHaveCount(1);

  await linked.getByRole('button', { name: 'Find contacts' }).press('Enter');
  const finding = page.getByRole('dialog', { name: 'Find contacts for this dossier' });
  await expect(finding.getByText('No contacts found')).toBeVisible();
  await finding.getByRole('checkbox', { name: /^Only about/ }).uncheck();
  await expect(finding.getByRole('listitem')).toHaveCount(2);
  await finding.getByLabel('Words').fill('lawaai');
  await expect(finding.getByRole('listitem')).toHaveCount(1);
  await finding.getByRole('button', { name: 'Link: Lawaai aan de kade' }).press('Enter');
  await expect(finding.getByRole('button', { name: 'Unlink: Lawaai aan de kade' })).toBeVisible();
  await expectGoodLooks(page, info, 'find-contacts');
  await finding.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(linked.getByRole('listitem')).toHaveCount(2);
  await linked.getByRole('button', { name: 'Unlink: Lawaai aan de kade' }).click();
  await expect(linked.getByRole('listitem')).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(linked.getByRole('listitem')).toHaveCount(2);
  await expectGoodLooks(page, info, 'linked');
  await linked.getByRole('button', { name: 'Unlink: Lawaai aan de kade' }).click();

  await linked.getByRole('button', { name: 'Find contacts' }).click();
  await finding.getByRole('checkbox', { name: /^Only about/ }).uncheck();
  await finding.getByRole('link', { name: 'Lawaai aan de kade' }).click();
  const dossiers = page.getByRole('region', { name: 'Dossiers' });
  await expect(dossiers).toContainText('This contact is in no dossier yet.');
  await dossiers.getByRole('button', { name: 'Add to dossier' }).press('Enter');
  const adding = page.getByRole('dialog', { name: 'Add this contact to a dossier' });
  await adding.getByRole('button', { name: 'Link: Onrust aan de kade' }).press('Enter');
  await expect(adding.getByRole('button', { name: /^Unlink/ })).toBeVisible();
  await expectGoodLooks(page, info, 'add-to-dossier');
  await adding.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(dossiers.getByRole('link', { name: 'Onrust aan de kade' })).toBeVisible();
});
