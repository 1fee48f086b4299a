import type { Page } from '@playwright/test';

import { goTo, unlock } from '../stories/steps.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { expectGoodLooks } from '../support/good-looks.ts';
import { expect, test } from '../support/loopback-app.ts';

async function goToBench(page: Page): Promise<void> {
  await goTo(page, 'Dossiers');
  await page.getByRole('link', { name: 'Proposals and lessons' }).click();
}

test('N8: an urgent means gets its grounds afterwards, and is then looked at again', async ({
  app: { page },
}, info) => {
  test.slow();
  await page.getByRole('radio', { name: /Samir Demoen/ }).check({ force: true });
  await unlock(page, 'wijkwerk demo');
  await goTo(page, 'Dossiers');
  await page.getByRole('link', { name: 'Te snel naar de school' }).click();
  await page.getByRole('link', { name: 'Trager langs de school' }).click();
  const state = page.getByRole('region', { name: 'Where it stands' });
  await expect(state).toContainText('Official report');
  await expect(state).toContainText('grounds lacking');
  await expectGoodLooks(page, info, 'grounds-lacking');
  await state.getByRole('button', { name: 'Close the action' }).click();
  const closing = page.getByRole('dialog', { name: 'Close the action' });
  await expect(closing.getByRole('note')).toContainText('Fill in those of: Official report.');
  await closing.getByRole('button', { name: 'Cancel' }).click();

  await goToBench(page);
  const reviews = page.getByRole('region', { name: 'To be reviewed' });
  await expect(reviews).toContainText('grounds lacking');
  await expectGoodLooks(page, info, 'bench');
  await reviews.getByRole('button', { name: 'Review' }).click();
  const review = page.getByRole('dialog', { name: 'Review' });
  await expect(review.getByRole('note')).toContainText('this review is provisional');
  await expect(review).toContainText('Why it is necessarynot said');
  await review.getByRole('button', { name: 'Reviewed' }).click();
  await expect(review.getByText('Write a sentence.')).toBeVisible();
  await review.getByLabel('Was it right').fill('Het kon niet anders');
  await expectGoodLooks(page, info, 'provisional-review');
  await review.getByRole('button', { name: 'Reviewed' }).click();
  await expect(review).toBeHidden();
  await expect(reviews).toContainText('reviewed provisionally');

  await reviews.getByRole('button', { name: 'Fill in the grounds' }).click();
  const grounds = page.getByRole('dialog', { name: 'Fill in the grounds' });
  await grounds.getByRole('button', { name: 'Fill in', exact: true }).click();
  await expect(grounds.getByText('Fill in at least one ground.')).toBeVisible();
  await grounds.getByLabel('Why it is necessary').fill('Er staken kinderen over');
  await expect(grounds.getByText('Kept on this desk')).toBeVisible();
  await page.reload();
  await reviews.getByRole('button', { name: 'Fill in the grounds' }).click();
  await expect(grounds.getByLabel('Why it is necessary')).toHaveValue('Er staken kinderen over');
  await grounds.getByLabel('Legal ground').fill('wegcode');
  await expectGoodLooks(page, info, 'grounds');
  await grounds.getByRole('button', { name: 'Fill in', exact: true }).click();
  await expect(grounds).toBeHidden();
  // One is left, and only that one is asked.
  await reviews.getByRole('button', { name: 'Fill in the grounds' }).click();
  await expect(grounds.getByLabel('Legal ground')).toBeHidden();
  await grounds.getByLabel('Why it is in proportion').fill('Niemand werd aangehouden');
  await grounds.getByRole('button', { name: 'Fill in', exact: true }).click();
  await expect(reviews).toContainText('to be reviewed again');
  await expect(reviews).not.toContainText('grounds lacking');
  await expect(reviews).toContainText('A colleague looks at this');

  await reviews.getByRole('link', { name: 'Official report' }).click();
  const ladder = page.getByRole('region', { name: 'Ladder of means' });
  await expect(ladder).toContainText('Filled in: Legal ground, Why it is necessarySamir Demoen');
  await expect(ladder).toContainText('Reviewed before the grounds were completeSamir Demoen');
  await expectGoodLooks(page, info, 'grounds-filled-in');
});

test('N8: heavy means that wait for a second pair of eyes stand on one list, each with its grounds', async ({
  app: { page },
}, info) => {
  test.slow();
  await page.getByRole('radio', { name: /Noor Voorbeeld/ }).check({ force: true });
  await unlock(page, 'wijkwerk demo');
  // The demo town is made as its file is opened for the first time.
  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible({
    timeout: 60_000,
  });
  const today = page.getByRole('region', { name: 'Waits for a second pair of eyes' });
  await expect(today).toContainText(
    '1 step up the ladder of means waits for a second pair of eyes.',
  );
  await expectGoodLooks(page, info, 'today-eyes');
  await goTo(page, 'District board');
  await expect(
    page.getByRole('heading', { name: 'Step that waits for a second pair of eyes (1)' }),
  ).toBeVisible();
  await expectGoodLooks(page, info, 'board-eyes');
  await goTo(page, 'Today');
  await today.getByRole('link', { name: 'See the list' }).click();
  await expect(
    page.getByRole('heading', { name: 'Proposals and lessons', level: 1 }),
  ).toBeVisible();
  const list = page.getByRole('region', { name: 'Waits for a second pair of eyes' });
  await expect(list.getByRole('link')).toHaveCount(1);
  await list.getByRole('button', { name: 'Look at it' }).click();
  const look = page.getByRole('dialog', { name: 'Second pair of eyes' });
  await expect(look).toContainText('Legal ground');
  await expect(look).toContainText('Lighter means');
  await expectGoodLooks(page, info, 'second-eyes');
  await look.getByRole('button', { name: 'Save' }).click();
  await expect(look.getByText('Choose whether you agree.').first()).toBeVisible();
  await look.getByRole('radio', { name: 'Seen and agreed' }).check();
  await look.getByRole('button', { name: 'Save' }).click();
  await expect(list).toContainText('No heavy means wait for a second pair of eyes.');
  await expectAccessible(page);
  // Nothing waits any more, and nothing is said of it.
  await goTo(page, 'Today');
  await expect(page.getByRole('region', { name: 'Open promises' })).toBeVisible();
  await expect(today).toBeHidden();
});
