import {
  dayFromNow,
  fillDay,
  openDossierHere,
  openStreetWithFacts,
  proposeAction,
} from '../stories/casework-steps.ts';
import { goTo } from '../stories/steps.ts';
import { openDemoWithFacts } from '../support/demo-with-facts.ts';
import { expectGoodLooks } from '../support/good-looks.ts';
import { expect, test } from '../support/loopback-app.ts';

test('a dossier says which facts are its problem, and when its assessment is looked at again', async ({
  app,
}, info) => {
  test.setTimeout(150_000);
  const { page } = app;
  await openDemoWithFacts(app, 20_000);
  await openStreetWithFacts(page);
  await openDossierHere(page, 'Jongeren aan de fietsenstalling', 'other');
  const problem = page.getByRole('region', { name: 'The problem' });
  await expect(problem).toContainText('None: choose which');
  await problem.getByText('Choose others').click();
  const kinds = problem.getByRole('group', { name: 'Recorded facts that are this problem' });
  await kinds.getByLabel('Bicycle theft').click();
  await expect(kinds.getByLabel('Bicycle theft')).toBeChecked();
  await expect(problem).not.toContainText('None: choose which');
  await expectGoodLooks(page, info, 'kinds');

  const assessment = page.getByRole('region', { name: 'What the team makes of it' });
  const day = assessment.getByLabel('Look at it again by');
  await day.fill('32/13');
  await day.press('Tab');
  await expect(day).toHaveValue('32/13');
  await fillDay(assessment, 'Look at it again by', dayFromNow(-1));
  await expect(assessment).toContainText('This was to be looked at again by');
  await day.scrollIntoViewIfNeeded();
  await expectGoodLooks(page, info, 'review');
  await page.reload();
  await expect(day).toHaveValue(dayFromNow(-1));
  await expect(problem).toContainText('Bicycle theft');

  // Its facts can be counted now, though nothing usual belongs to such a problem.
  await proposeAction(page, 'Toezicht aan de stalling');
  const counted = page.getByLabel('What the program counts');
  await counted.selectOption('recorded facts');
  await expect(counted).toHaveValue('facts');

  await goTo(page, 'District board');
  const late = page.getByRole('region', { name: 'Waits too long' });
  const unfold = late.getByRole('button', { name: /more$/ });
  if (await unfold.isVisible()) await unfold.click();
  await expect(late).toContainText('Assessment to look at again (1)');
  await expectGoodLooks(page, info, 'board');
  await late.getByRole('link', { name: 'Jongeren aan de fietsenstalling' }).click();
  await fillDay(assessment, 'Look at it again by', '');
  await expect(assessment).not.toContainText('This was to be looked at again by');

  await goTo(page, 'Dossiers');
  await page
    .getByRole('radiogroup', { name: 'State' })
    .getByText('To look at again', { exact: true })
    .click();
  await expect(page.getByRole('region', { name: 'Dossiers' })).toContainText('Nothing found');
  await expectGoodLooks(page, info, 'list');
});
