import { goTo } from '../stories/steps.ts';
import { openPlantedDemo } from '../support/demo-with-facts.ts';
import { expectGoodLooks } from '../support/good-looks.ts';
import { expect, test } from '../support/loopback-app.ts';

test('dossiers are found by words, state and neighbourhood, which stand in the address', async ({
  app,
}, info) => {
  test.slow();
  const { page } = app;
  await openPlantedDemo(app, 'casework', 60);
  await goTo(page, 'Dossiers');
  const list = page.getByRole('region', { name: 'Dossiers' });
  const rows = list.getByRole('row').filter({ has: page.getByRole('link') });
  const count = page.getByRole('main').getByRole('status');
  await expect(count).toHaveText('60 dossiers');
  await expect(rows).toHaveCount(50);
  await expectGoodLooks(page, info, 'all');
  await list.getByRole('button', { name: 'Show more' }).click();
  await expect(rows).toHaveCount(60);

  const field = page.getByRole('searchbox', { name: 'Search dossiers' });
  await field.pressSequentially('dossier 17');
  await expect(rows).toHaveCount(1);
  await expect(page).toHaveURL(/text=/);
  const where = await rows.first().getByRole('cell').nth(1).innerText();
  const [street = '', neighbourhood = ''] = where.split(', ');
  expect(neighbourhood).not.toBe('');
  await page.reload();
  await expect(field).toHaveValue('dossier 17');
  await expect(rows).toHaveCount(1);

  await field.fill(`${neighbourhood} ${street}`);
  await expect(rows.getByRole('link', { name: 'Dossier 17', exact: true })).toBeVisible();
  await expect(rows.filter({ hasNotText: neighbourhood })).toHaveCount(0);

  await field.fill('dossier nergens');
  await expect(list.getByText('Nothing found')).toBeVisible();
  await expect(count).toHaveText('0 dossiers');
  await expectGoodLooks(page, info, 'nothing');
  // From the field on by keyboard alone: state, neighbourhood, both ways back.
  await list.getByRole('button', { name: 'Show all dossiers' }).press('Enter');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('');
  await expect(count).toHaveText('60 dossiers');

  await page.getByRole('combobox', { name: 'Neighbourhood' }).selectOption(neighbourhood);
  await expect(page).toHaveURL(/neighbourhoodId=/);
  await expect(rows.filter({ hasNotText: neighbourhood })).toHaveCount(0);
  await expect(rows.first()).toBeVisible();
  const states = page.getByRole('radiogroup', { name: 'State' });
  await states.getByText('Closed', { exact: true }).click();
  await expect(list.getByText('Nothing found')).toBeVisible();
  await states.getByText('Open', { exact: true }).click();
  await expect(rows.first()).toBeVisible();
  await rows.first().getByRole('link').click();
  await expect(page.getByRole('main')).toContainText(neighbourhood);
  await page.goBack();
  await expect(states.getByRole('radio', { name: 'Open' })).toBeChecked();
  await page.getByRole('button', { name: 'Clear filters' }).press('Enter');
  await expect(field).toBeFocused();
  await expect(count).toHaveText('60 dossiers');
});
