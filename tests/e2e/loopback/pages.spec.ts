import type { Page } from '@playwright/test';

import { goTo, unlock } from '../stories/steps.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { expectGoodLayout } from '../support/layout.ts';
import { expect, test } from '../support/loopback-app.ts';
import { takePicture } from '../support/picture.ts';

const DEMO = 'wijkwerk demo';

async function openDemo(page: Page): Promise<void> {
  await unlock(page, DEMO);
  await expect(page.getByText('Signed in:')).toBeVisible({ timeout: 60_000 });
}

/** Opens the newest contact of the list on a page of its own, by the keyboard alone. */
async function openNewestContact(page: Page): Promise<void> {
  await goTo(page, 'Contacts');
  await page.locator('[role="row"][tabindex="0"]').press('Enter');
  await expect(page.locator('#contact-title')).toBeFocused();
  await page.getByRole('link', { name: 'On a page of its own' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Facts', level: 2 })).toBeVisible();
}

test('a contact is corrected beside what was noted first, and the correction taken back', async ({
  app: { page },
}) => {
  await openDemo(page);
  await openNewestContact(page);
  const facts = page.getByRole('region', { name: 'Facts' });
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Correct', exact: true }).press('Enter');
  const form = page.getByRole('dialog', { name: 'Correct the contact' });
  const note = form.getByLabel('Why do you correct this');
  await expect(note).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(form.getByText('Write down why.')).toBeVisible();
  await note.fill('Verkeerd verstaan');
  await page.keyboard.press('Control+Enter');
  await expect(form.getByText('Nothing has changed yet.')).toBeVisible();
  const before = await form.getByLabel('What was said or seen').inputValue();
  await form.getByLabel('What was said or seen').fill('Het was de bakker op de hoek');
  await form.getByLabel('How', { exact: true }).selectOption('telephone');
  await form.getByRole('combobox', { name: 'With whom', exact: true }).fill('Joris Bedacht');
  await form.getByRole('option', { name: /as a person/ }).click();
  await expect(form.getByText('Kept on this desk')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(form).toBeHidden();

  await expect(facts).toContainText('Het was de bakker op de hoek');
  await expect(facts.getByRole('link', { name: 'Joris Bedacht' })).toBeVisible();
  await expect(facts).toContainText(`corrected; before: ${before.slice(0, 20)}`);
  const history = page.getByRole('region', { name: 'Corrections' });
  await expect(history.getByRole('deletion').first()).toBeVisible();
  await expect(history).toContainText('Verkeerd verstaan');
  await expectAccessible(page);
  await expectGoodLayout(page);

  await history.getByRole('button', { name: /^Take back: Verkeerd verstaan/ }).press('Enter');
  await expect(page.getByText('The correction was taken back.')).toBeVisible();
  await expect(facts).not.toContainText('Het was de bakker');
  await expect(history.getByRole('listitem')).toHaveCount(2);
});

test('a correction that was not saved survives a stop of the host, and a contact is withdrawn', async ({
  app,
}) => {
  const { page } = app;
  await openDemo(page);
  await openNewestContact(page);
  await page.getByRole('button', { name: 'Correct', exact: true }).click();
  const form = page.getByRole('dialog', { name: 'Correct the contact' });
  await form.getByLabel('Why do you correct this').fill('Ander uur');
  await form.getByLabel('Need or expectation').fill('Wil weten wanneer');
  await expect(form.getByText('Kept on this desk')).toBeVisible();
  await page.goto('about:blank');
  await app.host().kill();
  await app.startAgain();
  await openDemo(page);
  const unfinished = page.getByRole('region', { name: 'Not saved yet' });
  await expect(unfinished).toContainText('Correction: Ander uur');
  await expectAccessible(page);
  await unfinished.getByRole('button', { name: /^Go on/ }).click();
  await expect(form.getByLabel('Need or expectation')).toHaveValue('Wil weten wanneer');
  // The key is for the form that has the keyboard: it gets it a moment after it is drawn.
  await expect(form.getByLabel('Why do you correct this')).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(form).toBeHidden();
  await expect(page.getByRole('region', { name: 'Facts' })).toContainText('Wil weten wanneer');

  await page.getByRole('button', { name: 'Withdraw', exact: true }).click();
  const withdraw = page.getByRole('dialog', { name: 'Withdraw the contact' });
  await withdraw.getByRole('radio', { name: 'In the wrong file' }).check();
  await expectAccessible(page);
  await withdraw.getByRole('button', { name: 'Withdraw', exact: true }).click();
  await expect(withdraw).toBeHidden();
  await expect(page.getByRole('note', { name: 'Withdrawn' })).toContainText('In the wrong file');
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(page.getByRole('note', { name: 'Withdrawn' })).toBeHidden();
  await goTo(page, 'Today');
  await expect(unfinished).toBeHidden();
});

test('a street and its neighbourhood tell what happens there', async ({ app: { page } }) => {
  await openDemo(page);
  await goTo(page, 'Contacts');
  await page.locator('[role="row"][tabindex="0"]').press('Enter');
  const facts = page.locator('[aria-labelledby="contact-title"] dl');
  const street = facts.locator('a[href*="/streets/"]');
  const name = await street.innerText();
  await street.press('Enter');
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
  for (const region of ['Promises', 'Map', 'What it is about', 'When there is contact']) {
    await expect(page.getByRole('region', { name: region, exact: true })).toBeVisible();
  }
  await expectAccessible(page);
  await expectGoodLayout(page);

  await page.getByRole('main').press('c');
  const where = page.getByRole('combobox', { name: 'Where' });
  await expect(where).toHaveValue(name);
  await page.keyboard.press('Escape');
  await page.getByText('As a table').first().click();
  await expectAccessible(page);

  await page.locator('main a[href*="/neighbourhoods/"]').first().press('Enter');
  const streets = page.getByRole('region', { name: 'Streets', exact: true });
  await expect(streets.getByRole('row').nth(1)).toBeVisible();
  await expect(page.getByText(/Neighbourhood officer|Nobody answers/).first()).toBeVisible();
  await expectAccessible(page);
  await expectGoodLayout(page);
  await streets.getByRole('link').first().click();
  await expect(page).toHaveURL(/#\/streets\//);

  await page.goto(`${page.url().split('#')[0] ?? ''}#/streets/geen-straat`);
  await expect(page.getByRole('heading', { name: 'This street is not here' })).toBeVisible();
  await expectAccessible(page);
});

test('a promise is handed over with its day, closed with how it was told, and found again', async ({
  app: { page },
}) => {
  await openDemo(page);
  const today = page.getByRole('region', { name: 'Open promises' });
  await expect(today.getByRole('heading', { level: 3 }).first()).toBeVisible();
  await today.getByText(/^Everybody/).click();
  const first = today.getByRole('listitem').first();
  const text = await first.getByRole('link').first().innerText();
  const days = await first.getByText(/^\d\d\/\d\d\/\d{4}$/).innerText();

  await first.getByRole('button', { name: /^Hand over/ }).press('Enter');
  const hand = page.getByRole('dialog', { name: 'Hand the promise over' });
  await expect(hand).toContainText(`stays ${days}`);
  await hand.getByRole('button', { name: 'Hand over' }).click();
  await expect(hand.getByText('Choose a colleague.')).toBeVisible();
  await hand.getByLabel('Who keeps it from now on').fill('Alsof');
  await page.getByRole('option', { name: 'Karim Alsof' }).click();
  await expectAccessible(page);
  await hand.getByRole('button', { name: 'Hand over' }).click();
  await expect(hand).toBeHidden();
  await expect(first).toContainText('Karim Alsof');
  await expect(first).toContainText(days);

  await first.getByRole('button', { name: /^Close/ }).press('Enter');
  const close = page.getByRole('dialog', { name: 'Close the promise' });
  await close.getByLabel('What did you tell the resident').fill('Gebeld: het bord is besteld');
  await close.getByLabel('How did you tell them').selectOption('telephone');
  await expectAccessible(page);
  await close.getByRole('button', { name: 'Close', exact: true }).last().click();
  await expect(close).toBeHidden();

  await page.getByRole('main').press('g');
  await page.keyboard.press('b');
  await expect(page.getByRole('heading', { name: 'Promises', level: 1 })).toBeVisible();
  await expectAccessible(page);
  await page.getByText('Kept', { exact: true }).click();
  await page.getByLabel('Who', { exact: true }).selectOption({ label: 'Karim Alsof' });
  const list = page.getByRole('list', { name: 'Promises' });
  await expect(list).toContainText('Told: Gebeld: het bord is besteld');
  await expect(list).toContainText(text);
  await expect(list).toContainText('Telephone');
  await expectAccessible(page);
});

for (const [scheme, width, height] of [
  ['light', 1280, 720],
  ['dark', 1920, 1080],
] as const) {
  test(`the pages look right: ${scheme} ${width}`, async ({ app: { page } }, info) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await openDemo(page);
    const check = async (name: string): Promise<void> => {
      await expect(page.locator('.mantine-Skeleton-root')).toHaveCount(0);
      await takePicture(page, info.outputPath(`${name}.png`));
      await expectGoodLayout(page);
      await expectAccessible(page);
    };
    await check('today');
    await goTo(page, 'Promises');
    await check('promises');
    await page.getByText('Kept', { exact: true }).click();
    await expect(page.getByText(/^Told:/).first()).toBeVisible();
    await check('promises-kept');
    await openNewestContact(page);
    await check('contact');
    await page.getByRole('button', { name: 'Correct', exact: true }).click();
    await page.getByLabel('Why do you correct this').fill('Verkeerd huisnummer');
    await page.getByLabel('Assessment').fill('Lijkt een misverstand');
    await check('correct');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('region', { name: 'Corrections' })).toBeVisible();
    // The notice lies over the page for a while; what it covers is no fault of the page.
    await page.getByRole('button', { name: 'Close', exact: true }).last().click();
    await expect(page.getByText('Contact corrected.')).toBeHidden();
    await check('contact-corrected');
    await page.locator('main a[href*="/streets/"]').first().click();
    await expect(page.getByRole('region', { name: 'Map' })).toBeVisible();
    await check('street');
    await page.getByRole('region', { name: 'When there is contact' }).scrollIntoViewIfNeeded();
    await takePicture(page, info.outputPath('street-end.png'));
    await page.locator('main').evaluate((main) => {
      main.scrollTo(0, 0);
    });
    await page.locator('main a[href*="/neighbourhoods/"]').first().click();
    await expect(page.getByRole('region', { name: 'Streets', exact: true })).toBeVisible();
    await check('neighbourhood');
  });
}

test('the wheel scrolls past a map until somebody takes it up', async ({ app: { page } }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await openDemo(page);
  await openNewestContact(page);
  await page.getByRole('region', { name: 'Facts' }).getByRole('link').first().click();
  const map = page.getByRole('application');
  await expect(map).toBeVisible();
  const scale = page.locator('.leaflet-control-scale-line');
  const before = await scale.textContent();
  await map.hover();
  await page.mouse.wheel(0, 300);
  await expect
    .poll(() => map.evaluate((element) => element.getBoundingClientRect().top))
    .toBeLessThan(0);
  await expect(scale).toHaveText(before ?? '');

  await map.scrollIntoViewIfNeeded();
  await map.click({ position: { x: 20, y: 20 } });
  await page.mouse.wheel(0, 300);
  await expect(scale).not.toHaveText(before ?? '');
});

test('an address that leads nowhere says what to do, and so does a page of a centre there is not', async ({
  app: { page },
}) => {
  await openDemo(page);
  await page.evaluate(() => {
    window.location.hash = '#/nergens';
  });
  await expect(page.getByRole('heading', { name: 'This page does not exist' })).toBeVisible();
  await expect(page.getByRole('main').getByText('Choose a page on the left')).toBeVisible();
  await expect(page.getByText('This page does not exist')).toHaveCount(1);
  await page.evaluate(() => {
    window.location.hash = '#/administration';
  });
  await page.getByRole('main').getByRole('link', { name: 'To Sync' }).click();
  await expect(page.getByRole('heading', { name: 'Sync', level: 1 })).toBeVisible();
});
