import type { Locator, Page } from '@playwright/test';

import { logInSmallTown, startInSmallTown } from '../stories/desk-steps.ts';
import { goTo, logContact, unfoldMore, unlock } from '../stories/steps.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { expectGoodLayout } from '../support/layout.ts';
import { expect, test } from '../support/loopback-app.ts';
import { takePicture } from '../support/picture.ts';

const FACTS = 'Drie jongeren fietsen over het plein';
const OPINION = 'Ze vervelen zich vooral';

test.describe('in a small town', () => {
  test.use({ demo: false });

  test('a contact of full breadth is logged by keys alone', async ({ app: { page } }) => {
    test.setTimeout(240_000);
    await startInSmallTown(page, 'Noor Voorbeeld');
    const { keyboard } = page;
    // Nothing from here on uses a pointer.
    await keyboard.press('Escape');
    await page.locator('body').press('c');
    const form = page.getByRole('dialog', { name: 'New contact' });
    await expect(form.getByRole('combobox', { name: 'Where' })).toBeFocused();
    await keyboard.type('zwanenkaai');
    await expect(optionsOf(form).first()).toBeVisible();
    await keyboard.press('Enter');
    await expect(
      form.getByText('No contacts and no open promises at this place yet.'),
    ).toBeVisible();
    await tabTo(page, radiosOf(form, 'What about').first());
    await keyboard.press('n');
    await keyboard.press('Tab');
    await keyboard.press('ArrowRight');
    await tabTo(page, form.getByLabel('What did you promise'));
    await keyboard.type('Ik spreek met hun ouders');
    await tabTo(page, form.getByRole('button', { name: '1 week' }));
    await keyboard.press('Enter');
    await tabTo(page, form.getByLabel('How will you tell them'));
    await keyboard.type('Tele');
    await expect(form.getByLabel('Who keeps it')).toHaveValue('');

    const more = form.getByRole('button', { name: 'Tell more' });
    await tabTo(page, more);
    await expect(more).toHaveAttribute('aria-expanded', 'false');
    await keyboard.press('Enter');
    await keyboard.press('Tab');
    await expect(form.getByLabel('What was said or seen')).toBeFocused();
    await keyboard.type(FACTS);
    await keyboard.press('Tab');
    const who = form.getByRole('combobox', { name: 'With whom' });
    await expect(who).toBeFocused();
    await keyboard.type('Mila Verzonnen');
    await expect(optionsOf(form)).toHaveCount(2);
    await expectAccessible(page);
    await keyboard.press('Enter');
    await keyboard.type('Buurtcomité Proef');
    await expect(form.getByRole('option', { name: /as an organisation/ })).toBeVisible();
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    const chosen = form.getByRole('list', { name: 'Chosen' });
    await expect(chosen.getByRole('listitem')).toHaveCount(2);
    await keyboard.press('Backspace');
    await expect(chosen.getByRole('listitem')).toHaveCount(1);
    await keyboard.type('Nog iemand');
    await keyboard.press('Control+Enter');
    await expect(who).toHaveAccessibleDescription(/Choose this name from the list, or add it\./);
    await expect(who).toBeFocused();
    await expectAccessible(page);
    await expect(chosen.getByRole('listitem')).toHaveCount(1);
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await expect(chosen.getByRole('listitem')).toHaveCount(2);
    await tabTo(page, form.getByRole('button', { name: 'Leave Nog iemand out' }));
    await keyboard.press('Enter');
    await expect(chosen).toHaveText(/Mila Verzonnen/);
    await expect(who).toBeFocused();

    await tabTo(page, form.getByLabel('How', { exact: true }));
    await keyboard.type('At h');
    await tabTo(page, form.getByLabel('Length (minutes)'));
    await keyboard.type('veel');
    await tabTo(page, form.getByRole('checkbox', { name: 'Noise by neighbours' }));
    await keyboard.press('Space');
    await tabTo(page, form.getByLabel('Need or expectation'));
    await keyboard.type('Een plek voor de jongeren');
    await keyboard.press('Tab');
    await keyboard.press('s');
    await expect(form.getByRole('radio', { name: 'Sometimes' })).toBeChecked();
    await keyboard.press('Tab');
    await expect(form.getByLabel('Assessment')).toBeFocused();
    await keyboard.type(OPINION);
    await keyboard.press('Tab');
    await keyboard.press('ArrowRight');
    await expect(form.getByRole('radio', { name: 'Restricted' })).toBeChecked();
    await keyboard.press('Control+Enter');
    const length = form.getByLabel('Length (minutes)');
    await expect(length).toBeFocused();
    await expect(form.getByText('Fill in a number of minutes: a day at most.')).toBeVisible();
    await expectAccessible(page);
    await keyboard.press('Control+a');
    await keyboard.type('20');
    await keyboard.press('Control+Enter');
    await expect(form).toBeHidden();

    // The next one begins with the same channel, the fields as they were left, and what happened there.
    await keyboard.press('c');
    await expect(more).toHaveAttribute('aria-expanded', 'true');
    await expect(form.getByLabel('How', { exact: true })).toHaveValue('at-home');
    await form.getByRole('combobox', { name: 'Where' }).focus();
    await keyboard.type('zwanenkaai');
    await expect(optionsOf(form).first()).toBeVisible();
    await keyboard.press('Enter');
    const nearby = form.getByRole('complementary', { name: 'Around here' });
    await expect(nearby).toContainText('Ik spreek met hun ouders');
    const earlier = nearby.getByRole('button', { name: /Nuisance/ });
    await earlier.focus();
    await keyboard.press('Enter');
    await expect(nearby.getByText(FACTS)).toBeVisible();
    await expect(nearby).not.toContainText(OPINION);
    await expectAccessible(page);
    await who.focus();
    await keyboard.type('verzonen mil');
    await expect(form.getByRole('option', { name: /Mila Verzonnen/ }).first()).toBeVisible();
  });

  test('what was typed is kept when a look elsewhere closes the form', async ({
    app: { page },
  }) => {
    await startInSmallTown(page, 'Noor Voorbeeld');
    await logInSmallTown(page, FACTS);
    await page.getByRole('main').press('c');
    const form = page.getByRole('dialog', { name: 'New contact' });
    await form.getByRole('combobox', { name: 'Where' }).fill('zwanenkaai');
    await optionsOf(form).first().click();
    await unfoldMore(form);
    await form.getByLabel('Assessment').fill(OPINION);
    const nearby = form.getByRole('complementary', { name: 'Around here' });
    await nearby.getByRole('button', { name: /Nuisance/ }).click();
    await nearby.getByRole('link', { name: /^Open/ }).click();
    await expect(page.getByRole('heading', { name: 'Nuisance' })).toBeVisible();
    await page.getByRole('main').press('c');
    await form.getByRole('button', { name: /^Go on/ }).click();
    await expect(form.getByLabel('Assessment')).toHaveValue(OPINION);
  });

  test('two entries of one person are merged and taken apart again', async ({ app: { page } }) => {
    await startInSmallTown(page, 'Noor Voorbeeld');
    await goTo(page, 'People');
    await expect(page.getByText('Nobody yet')).toBeVisible();
    await expectAccessible(page);
    const add = async (name: string) => {
      await page.getByRole('button', { name: 'Add', exact: true }).first().click();
      const dialog = page.getByRole('dialog', { name: 'Add' });
      await dialog.getByLabel('Name').fill(name);
      await expectAccessible(page);
      await dialog.getByRole('button', { name: 'Save' }).click();
      await expect(page.getByRole('heading', { name, level: 2 })).toBeFocused();
    };
    await add('Mila Verzonnen');
    await add('Mila Verzonen');
    const panel = page.getByRole('region', { name: 'Mila Verzonen' });
    await panel.getByRole('button', { name: 'This is the same: Mila Verzonnen' }).click();
    await expect(panel.getByRole('button', { name: 'Take apart: Mila Verzonnen' })).toBeVisible();
    await expect(page.getByRole('list', { name: 'People' }).getByRole('listitem')).toHaveCount(1);
    await expectAccessible(page);
    await panel.getByRole('button', { name: 'Change' }).click();
    const dialog = page.getByRole('dialog', { name: 'Change' });
    await dialog.getByLabel('How to reach').fill('0400 00 00 00');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(panel.getByText('0400 00 00 00').first()).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(panel.getByRole('definition').filter({ hasText: '0400' })).toBeHidden();
    await panel.getByRole('button', { name: 'Take apart: Mila Verzonnen' }).click();
    await expect(page.getByRole('list', { name: 'People' }).getByRole('listitem')).toHaveCount(2);
    await page.getByRole('searchbox', { name: 'Search by name' }).fill('verzonnen mila');
    await expect(page.getByRole('list', { name: 'People' })).toContainText('Mila Verzonnen');
    await expectAccessible(page);
  });
});

for (const [width, height, colorScheme] of [
  [1280, 720, 'light'],
  [1920, 1080, 'dark'],
] as const) {
  test(`the form and the people look right: ${width} ${colorScheme}`, async ({
    app: { page },
  }, info) => {
    test.setTimeout(240_000);
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const check = async (name: string) => {
      await takePicture(page, info.outputPath(`${name}.png`));
      await expectGoodLayout(page);
      await expectAccessible(page);
    };
    await unlock(page, 'wijkwerk demo');
    await expect(page.getByText('Signed in:')).toBeVisible({ timeout: 60_000 });
    await logContact(page, {
      typed: 'zoutk',
      street: /Zoutkaai/,
      reason: 'Nuisance',
      summary: FACTS,
    });
    await page.getByRole('main').press('c');
    const form = page.getByRole('dialog', { name: 'New contact' });
    await check('form-empty');
    await form.getByRole('combobox', { name: 'Where' }).fill('zoutk');
    await optionsOf(form).first().click();
    const nearby = form.getByRole('complementary', { name: 'Around here' });
    await nearby
      .getByRole('button', { name: /Nuisance/ })
      .first()
      .click();
    await check('form-nearby');
    await form.getByRole('combobox', { name: 'With whom' }).fill('de');
    await expect(optionsOf(form).nth(2)).toBeVisible();
    await check('form-who');
    await optionsOf(form).first().click();
    await form.getByLabel('Assessment').fill(OPINION);
    await form.getByRole('radio', { name: 'Often' }).check({ force: true });
    await form.getByLabel('Assessment').scrollIntoViewIfNeeded();
    await check('form-more');
    await page.keyboard.press('Escape');
    await goTo(page, 'People');
    await check('people');
    await page.getByRole('list', { name: 'People' }).getByRole('link').first().click();
    await expect(page.getByRole('heading', { level: 3 }).first()).toBeVisible();
    await check('person');
  });
}

function radiosOf(form: Locator, name: string): Locator {
  return form.getByRole('radiogroup', { name }).getByRole('radio');
}

/** What is suggested; the choices of a plain list are options as well. */
function optionsOf(form: Locator): Locator {
  return form.getByRole('listbox').getByRole('option');
}

/** Presses Tab until the focus is there; not many times. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let press = 0; press < 45; press += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}
