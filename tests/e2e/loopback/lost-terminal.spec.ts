import { createProfile, goTo } from '../stories/steps.ts';
import { expect, test } from '../support/loopback-app.ts';

test.use({ demo: false });

test('work goes on when the terminal is gone that it was started from, and it ends as it should', async ({
  app,
}) => {
  await createProfile(app.page, 'Noor Voorbeeld');
  // Each says something to nobody; that it did not end by itself, nor in error, is checked at the end.
  app.host().loseTerminal();
  app.host().loseTerminal();
  await goTo(app.page, 'Desk');
  await app.page.reload();
  await expect(app.page.getByRole('heading', { name: 'Desk', level: 1 })).toBeVisible();
});
