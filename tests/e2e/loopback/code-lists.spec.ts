import type { Page } from '@playwright/test';

import { createProfile, goTo } from '../stories/steps.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { expectGoodLayout } from '../support/layout.ts';
import { expect, test } from '../support/loopback-app.ts';
import { takePicture } from '../support/picture.ts';

test.use({ demo: false });

const rows = (page: Page) => page.getByRole('row').filter({ has: page.getByRole('cell') });
/** The Dutch names of the list that is shown, in its order. */
const names = async (page: Page): Promise<readonly string[]> =>
  rows(page).evaluateAll((all) =>
    all.map((row) => row.querySelector('td[data-name]')?.textContent ?? ''),
  );

async function openList(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name, exact: true }).click();
  await expect(page.getByRole('region', { name, exact: true })).toBeVisible();
  await expect(rows(page).first()).toBeVisible();
}

test('a code is added, worded, moved, ended and taken up again, each with a way back', async ({
  app: { page },
}) => {
  await createProfile(page, 'Noor Voorbeeld');
  await goTo(page, 'Code lists');
  await openList(page, 'Problems');
  await expect(page.getByRole('main').getByRole('note')).toContainText('never deleted');
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Give a Dutch name.')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('textbox', { name: 'Dutch' }).fill('Leegstand');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(rows(page).last()).toContainText('Leegstand');

  await page.getByRole('button', { name: 'Reword Leegstand' }).click();
  await dialog.getByRole('textbox', { name: 'English' }).fill('Vacant buildings');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(rows(page).last()).toContainText('Vacant buildings');

  const before = await names(page);
  const up = page.getByRole('button', { name: 'Move Vacant buildings up' });
  await up.focus();
  await page.keyboard.press('Enter');
  await expect
    .poll(() => names(page))
    .toEqual([...before.slice(0, -2), before.at(-1), before.at(-2)]);
  await expect(up).toBeFocused();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect.poll(() => names(page)).toEqual(before);

  await page.getByRole('button', { name: 'End: Vacant buildings' }).click();
  await dialog.getByLabel('No longer to be chosen from').fill('01/01/2000');
  await page.keyboard.press('Tab');
  await expect(dialog.getByText(/Choose a day after/)).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel('No longer to be chosen from').fill('31/12/2030');
  await dialog.getByRole('button', { name: 'End', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(rows(page).last()).toContainText('until 31/12/2030');
  await page.getByRole('button', { name: 'Take up again: Vacant buildings' }).click();
  await expect(rows(page).last()).not.toContainText('until');
  await expectAccessible(page);
});

test('what was worded is what an officer chooses from', async ({ app: { page } }) => {
  await createProfile(page, 'Noor Voorbeeld');
  await goTo(page, 'Code lists');
  await page.getByRole('button', { name: 'Reword School' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'English' }).fill('School or day care');
  await dialog.getByRole('combobox', { name: 'Colour on the map' }).selectOption('care');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await page.getByRole('main').press('c');
  await expect(
    page
      .getByRole('dialog', { name: 'New contact' })
      .getByRole('radio', { name: 'School or day care' }),
  ).toBeVisible();
});

for (const { width, height, scheme } of [
  { width: 1280, height: 720, scheme: 'light' },
  { width: 1920, height: 1080, scheme: 'dark' },
] as const) {
  test(`a closed list is worded only, and all look right: ${width} ${scheme}`, async ({
    app: { page },
  }, info) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    const shoot = async (name: string) => {
      await takePicture(page, info.outputPath(`${name}.png`));
      await expectGoodLayout(page);
      await expectAccessible(page);
    };
    await createProfile(page, 'Noor Voorbeeld');
    await goTo(page, 'Code lists');
    await expect(rows(page)).toHaveCount(14);
    await shoot('reasons');
    await openList(page, 'Feeling of insecurity');
    await expect(page.getByRole('main').getByRole('note')).toContainText('add and end nothing');
    await expect(page.getByRole('button', { name: 'Add', exact: true })).toHaveCount(0);
    await expect(page.getByRole('button', { name: /^End|^Move/ })).toHaveCount(0);
    await page.getByRole('button', { name: 'Reword Often' }).click();
    await shoot('reword');
  });
}

for (const [width, height] of [
  [1280, 720],
  [1920, 1080],
] as const) {
  test(`all that can be done with a code is in sight: ${width}`, async ({ app: { page } }) => {
    await page.setViewportSize({ width, height });
    await createProfile(page, 'Noor Voorbeeld');
    await goTo(page, 'Code lists');
    for (const language of ['English', 'Nederlands', 'Français']) {
      await page.locator('header').getByRole('button').nth(-2).click();
      await page.getByRole('menuitemradio', { name: language }).click();
      await expect(page.getByRole('menu')).toBeHidden();
      const last = page.getByRole('row').nth(1).getByRole('button').last();
      await expect(last).toBeInViewport({ ratio: 1 });
      expect(await last.evaluate(hiddenByScrolling), language).toBe(0);
    }
    await expectGoodLayout(page);
  });
}

/** Runs in the page: how far what holds the element would have to be scrolled sideways, pixels. */
function hiddenByScrolling(element: Element): number {
  let hidden = 0;
  for (let box = element.parentElement; box !== null; box = box.parentElement) {
    if (getComputedStyle(box).overflowX !== 'visible') {
      hidden = Math.max(hidden, box.scrollWidth - box.clientWidth);
    }
  }
  return hidden;
}

test('what was typed in a dialog is not thrown away by a key that was hit by mistake', async ({
  app: { page },
}) => {
  await createProfile(page, 'Noor Voorbeeld');
  await goTo(page, 'Code lists');
  await openList(page, 'Problems');
  const add = page.getByRole('button', { name: 'Add', exact: true });
  const dialog = page.getByRole('dialog', { name: 'Add to' });
  const question = page.getByRole('dialog', { name: 'Throw away what you typed?' });
  const name = dialog.getByRole('textbox', { name: 'Dutch' });

  await add.click();
  await name.focus();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await add.click();
  await name.fill('Leegstand');
  await page.keyboard.press('Escape');
  await expect(question).toBeVisible();
  await expectAccessible(page);
  await expectGoodLayout(page);
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await expect(name).toHaveValue('Leegstand');
  await expect(name).toBeFocused();

  await page.keyboard.press('Escape');
  await question.getByRole('button', { name: 'Throw away' }).click();
  await expect(dialog).toBeHidden();
  await add.click();
  await expect(name).toHaveValue('');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
