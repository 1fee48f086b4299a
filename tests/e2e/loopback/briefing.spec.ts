import type { Page } from '@playwright/test';

import { goTo } from '../stories/steps.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { openPlantedDemo } from '../support/demo-with-facts.ts';
import { expectGoodLayout } from '../support/layout.ts';
import { expect, test } from '../support/loopback-app.ts';
import { takePicture } from '../support/picture.ts';

/** How many sheets Chromium makes of the page: a page object each. */
async function sheetsOf(page: Page, path: string): Promise<number> {
  const pdf = await page.pdf({ path, preferCSSPageSize: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

async function openBriefing(page: Page): Promise<void> {
  await goTo(page, 'Dossiers');
  await page.getByRole('link', { name: 'Briefing sheet' }).click();
  await expect(page.getByRole('heading', { name: 'Briefing sheet', level: 1 })).toBeVisible();
}

test('a shift has its streets on one sheet: what, when and why, and nothing else', async ({
  app,
}, info) => {
  test.slow();
  const { page } = app;
  await openPlantedDemo(app, 'casework', 9);
  await openBriefing(page);
  const sheet = page.getByRole('region', { name: 'The sheet as it will be printed' });
  const shift = page.getByRole('radiogroup', { name: 'Shift' });
  // The shift of the hour is chosen already, and pressing it again leads nowhere: whichever it is, two are pressed.
  await shift.getByText('Early').click();
  await shift.getByText('Late').click();
  await expect(page).toHaveURL(/shift=late/);
  await shift.getByText('Early').click();
  await expect(page).toHaveURL(/shift=early/);
  await expect(sheet.getByRole('heading', { level: 2 })).toContainText('Early 06:00–14:00');
  await expect(sheet.getByRole('row').nth(1)).toContainText(/Visible presence|School|Speed|advice/);
  await expect(sheet).toContainText('Kinderen steken veilig over');
  await expect(sheet).toContainText(/\d of 3 times this week/);
  await expect(sheet.getByRole('note')).toHaveCount(0);
  for (const [width, height, scheme] of [
    [1280, 720, 'light'],
    [1920, 1080, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await takePicture(page, info.outputPath(`briefing-${scheme}.png`), { fullPage: true });
    await expectAccessible(page);
    await expectGoodLayout(page);
  }
  expect(await sheetsOf(page, info.outputPath('briefing.pdf'))).toBe(1);

  await sheet
    .getByRole('link', { name: /presence|School|Speed|advice/ })
    .first()
    .click();
  await expect(page.getByRole('region', { name: 'Measures by street' })).toBeVisible();
  await page.goBack();
  await expect(sheet).toBeVisible();

  await page.getByLabel('Day', { exact: true }).fill('01/01/2001');
  await page.getByLabel('Day', { exact: true }).press('Tab');
  await expect(page.getByText('Nothing planned in this shift')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Print or save as PDF' })).toBeDisabled();
  await expectAccessible(page);

  await goTo(page, 'Desk');
  const left = page.getByRole('region', { name: 'What left this desk' }).getByRole('listitem');
  await left
    .filter({ hasText: 'briefing sheet' })
    .first()
    .getByRole('link', { name: 'Open the sheet' })
    .click();
  await expect(page).toHaveURL(/briefing\?.*shift=early/);
});

test('what is too much for one sheet is counted on it, and where', async ({ app }, info) => {
  test.slow();
  const { page } = app;
  await openPlantedDemo(app, 'casework', 45);
  await openBriefing(page);
  await page.getByRole('radiogroup', { name: 'Shift' }).getByText('Late').click();
  const sheet = page
    .getByRole('main')
    .getByRole('region')
    .filter({ has: page.getByRole('table') });
  await expect(sheet.getByRole('heading', { level: 2 })).toContainText('Late 14:00–22:00');
  const note = page.getByRole('main').getByRole('note');
  await expect(note).toContainText(/Not on this sheet: \d+ measures/);
  await expect(note).toContainText(/And \d+ streets? more\./);
  await takePicture(page, info.outputPath('briefing-full.png'), { fullPage: true });
  await expectAccessible(page);
  expect(await sheetsOf(page, info.outputPath('full-en.pdf'))).toBe(1);
  for (const language of ['Nederlands', 'Français']) {
    await page.locator('header').getByRole('button').nth(-2).click();
    await page.getByRole('menuitemradio', { name: language }).click();
    await expect(page.getByRole('menu')).toBeHidden();
    await expect(note).toBeVisible();
    expect(await sheetsOf(page, info.outputPath(`full-${language}.pdf`)), language).toBe(1);
  }
});
