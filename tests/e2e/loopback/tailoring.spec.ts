import { openDossierHere, openStreetWithFacts, proposeAction } from '../stories/casework-steps.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { openDemoWithFacts } from '../support/demo-with-facts.ts';
import { expectGoodLooks } from '../support/good-looks.ts';
import { expect, test } from '../support/loopback-app.ts';

test('measures are proposed with a reason: taken, changed, refused and taken back', async ({
  app,
}, info) => {
  test.slow();
  const { page } = app;
  await openDemoWithFacts(app, 20_000);
  await openStreetWithFacts(page);
  await openDossierHere(page, 'Fietsen verdwijnen', 'bicycle-theft');
  await proposeAction(page, 'Fietsen veilig');
  const proposals = page.getByRole('region', { name: 'Proposals by stretch' });
  const measures = page.getByRole('region', { name: 'Measures by street' });
  await expect(proposals).toContainText('Often tried first with this kind of problem');
  await expect(proposals).toContainText('Nothing is chosen by itself');
  await expect(measures).toContainText('No measures yet');
  // Why at these times, and where the dose comes from: each in a sentence.
  const [first] = await proposals.getByRole('listitem').allTextContents();
  expect(first).toMatch(/ordinary week|hours? (?:is|of|no|stand)|Hours of the whole|hour is known/);
  await expect(proposals.getByText('120 min, once in all').first()).toBeVisible();
  await expect(proposals.getByText('Once, by the last day of the action').first()).toBeVisible();
  await proposals.getByText('120 min, once in all').first().scrollIntoViewIfNeeded();
  await expectGoodLooks(page, info, 'proposals');

  const stretch = proposals
    .locator('section')
    .filter({ has: page.getByRole('button', { name: /^Take:/ }) })
    .first();
  await stretch.getByRole('button', { name: /^Take: Bicycle registration/ }).click();
  await expect(measures).toContainText('Bicycle registration');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(measures).toContainText('No measures yet');

  await stretch.getByRole('button', { name: /^Change: Bicycle registration/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a measure' });
  await expect(dialog.getByLabel('What', { exact: true })).toHaveValue('bicycle-prevention');
  await dialog.getByLabel('Minutes each time').fill('45');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(measures).toContainText('45 min, once in all');
  await expect(stretch.getByRole('button', { name: /^Take: Bicycle registration/ })).toHaveCount(0);

  await stretch.getByRole('button', { name: /^Refuse: Visible presence/ }).click();
  const refusing = page.getByRole('dialog', { name: 'Refuse the proposal' });
  await refusing.getByRole('button', { name: 'Refuse', exact: true }).click();
  await expect(refusing.getByText('Say why not.')).toBeVisible();
  await refusing.getByLabel('Why not').fill('Niemand is er ’s nachts');
  // Mended is mended: it does not wait for the next try.
  await expect(refusing.getByText('Say why not.')).toBeHidden();
  await expectAccessible(page);
  await refusing.getByRole('button', { name: 'Refuse', exact: true }).click();
  await expect(stretch).toContainText('Refused: Visible presence');
  await expect(stretch).toContainText('Niemand is er ’s nachts');
  await page.reload();
  await expect(stretch).toContainText('Niemand is er ’s nachts');
  await expectGoodLooks(page, info, 'refused');
  await stretch.getByRole('button', { name: /^Propose it after all/ }).click();
  await expect(stretch.getByRole('button', { name: /^Take: Visible presence/ })).toBeVisible();
});

test('a copy within its dossier asks for which stretches it is, and what differs there', async ({
  app,
}, info) => {
  test.slow();
  const { page } = app;
  await openDemoWithFacts(app, 20_000);
  await openStreetWithFacts(page);
  await openDossierHere(page, 'Fietsen verdwijnen', 'bicycle-theft');
  await proposeAction(page, 'Fietsen veilig');
  await page.getByRole('button', { name: 'Add a measure' }).first().click();
  await page
    .getByRole('dialog', { name: 'Add a measure' })
    .getByRole('button', { name: 'Add', exact: true })
    .click();
  await page.getByRole('button', { name: 'Adapt for other streets' }).click();
  const copying = page.getByRole('dialog', { name: 'Adapt for other streets' });
  const stretches = copying.getByRole('group', { name: 'Which stretches' }).getByRole('checkbox');
  // At first those where nothing is planned yet.
  await expect(stretches.first()).not.toBeChecked();
  await expect(stretches.last()).toBeChecked();
  const propose = copying.getByRole('button', { name: 'Propose', exact: true });
  await propose.click();
  await expect(copying.getByText('Say first what differs there.')).toBeVisible();
  await expectGoodLooks(page, info, 'copy-stretches');
  for (const one of await stretches.all()) await one.uncheck();
  await propose.click();
  await expect(copying.getByText('Choose at least one stretch.')).toBeVisible();
  await stretches.last().check();
  await copying.getByLabel('What differs there?').fill('Geen fietsenstalling');
  await propose.click();
  await expect(copying).toBeHidden();
  await expect(page.getByText('Geen fietsenstalling')).toBeVisible();
  const measures = page.getByRole('region', { name: 'Measures by street' });
  await expect(measures.getByRole('row')).toHaveCount(2);
});

test('a street tells everything for itself and for a piece of it', async ({ app }, info) => {
  const { page } = app;
  await openDemoWithFacts(app, 20_000);
  await openStreetWithFacts(page);
  for (const name of [
    'Promises',
    'How unsafe people feel',
    'What it is about',
    'What residents need',
    'Actions here and what came of them',
    'Partners and places',
    'Recorded facts',
  ]) {
    await expect(page.getByRole('region', { name, exact: true })).toBeVisible();
  }
  const contacts = page.getByRole('region', { name: /^[\d,]+ contacts?$/ });
  const all = await contacts.getByRole('heading').textContent();
  await page.getByLabel('Which part').selectOption({ index: 1 });
  await expect(page.getByText('What stands below is of this piece.')).toBeVisible();
  await expect(contacts.getByRole('heading')).not.toHaveText(all ?? '');
  await expectGoodLooks(page, info, 'piece');
  // The address holds the piece.
  const ofPiece = await contacts.getByRole('heading').textContent();
  await page.reload();
  await expect(page.getByText('What stands below is of this piece.')).toBeVisible();
  await expect(contacts.getByRole('heading')).toHaveText(ofPiece ?? '');
});

test('facts are linked to a dossier, counted by origin, and unlinked again', async ({
  app,
}, info) => {
  test.slow();
  const { page } = app;
  await openDemoWithFacts(app, 20_000);
  await openStreetWithFacts(page);
  await openDossierHere(page, 'Fietsen verdwijnen', 'bicycle-theft');
  const facts = page.getByRole('region', { name: 'Facts', exact: true });
  await expect(facts).toContainText('No facts are linked to this dossier yet.');
  await facts.getByRole('button', { name: 'Find facts' }).press('Enter');
  const finding = page.getByRole('dialog', { name: 'Find facts for this dossier' });
  await finding.getByLabel('Kind').selectOption('bicycle-theft');
  await finding.getByLabel('Origin').selectOption('police');
  await expect(finding.getByRole('listitem').first()).toContainText('Found by police');
  await finding
    .getByRole('button', { name: /^Link:/ })
    .first()
    .press('Enter');
  await finding.getByLabel('Origin').selectOption('public');
  await expect(finding.getByRole('listitem').first()).toContainText('Reported by the public');
  await finding
    .getByRole('button', { name: /^Link:/ })
    .first()
    .press('Enter');
  await expect(finding.getByRole('button', { name: /^Unlink:/ }).first()).toBeVisible();
  await expectGoodLooks(page, info, 'find-facts');
  await finding.getByRole('button', { name: /^Link all \d+$/ }).click();
  await expect(finding.getByRole('button', { name: /^Link:/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(finding.getByRole('button', { name: /^Unlink:/ })).toHaveCount(1);
  await finding.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(facts).toContainText('1 from the public · 0 from partners · 1 found by police');
  await facts.scrollIntoViewIfNeeded();
  await expectGoodLooks(page, info, 'facts');
  await facts
    .getByRole('button', { name: /^Unlink:/ })
    .first()
    .click();
  await expect(facts.getByRole('listitem')).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(facts.getByRole('listitem')).toHaveCount(2);
});
