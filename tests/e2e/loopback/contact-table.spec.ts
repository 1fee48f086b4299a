import { openContacts, row, total } from '../stories/contact-list-steps.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { expect, test } from '../support/loopback-app.ts';

/** The table of contacts: how it is reached, how wide its columns are, where its rows lead. */

test.beforeEach(async ({ app: { page } }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await openContacts(page);
});

test('is reached from the top of the page in a few keys', async ({ app: { page } }) => {
  await total(page);
  await page.getByRole('link', { name: 'Skip to content' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Go to the list' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(row(page, 0)).toBeFocused();
});

test('keeps the width of a column, set by mouse or keyboard, with the view', async ({
  app: { page },
}) => {
  await total(page);
  const head = page.getByRole('columnheader', { name: 'Place' });
  const width = async (): Promise<number> => (await head.boundingBox())?.width ?? 0;
  const before = await width();
  const edge = await page.locator('[data-edge="place"]').boundingBox();
  if (!edge) throw new Error('no edge');
  const y = edge.y + edge.height / 2;
  await page.mouse.move(edge.x + edge.width / 2, y);
  await page.mouse.down();
  await page.mouse.move(edge.x + edge.width / 2 + 48, y, { steps: 4 });
  await page.mouse.up();
  await expect.poll(width).toBeCloseTo(before + 48, -1);
  const dragged = await width();
  await expect(page).toHaveURL(/widths=/);

  await page.getByRole('button', { name: 'Columns' }).press('Enter');
  await page.getByRole('button', { name: 'Make Place wider' }).press('Enter');
  await expect.poll(width).toBe(dragged + 16);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Usual columns' }).press('Enter');
  await expect.poll(width).toBe(before);
});

test('leads from a row to the page of its street', async ({ app: { page } }) => {
  await total(page);
  await row(page, 0).getByRole('link').click();
  await expect(page).toHaveURL(/#\/streets\//);
});
