import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import type { Page } from '@playwright/test';

import { createProfile, goTo, PASSPHRASE, unlock } from '../stories/steps.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { expectGoodLayout } from '../support/layout.ts';
import { expect, type LoopbackApp, test } from '../support/loopback-app.ts';
import { takePicture } from '../support/picture.ts';

const PLANT = join(import.meta.dirname, '..', 'support', 'plant-verdicts-process.ts');

test.use({ demo: false });

/**
 * @param words how many days after the beginning of the actions the facts go, to their end where it is left out; and the
 * day on which they began, of a year in which the method may have changed
 */
async function openWithActions(
  app: LoopbackApp,
  ...words: readonly [reach?: number, beganOn?: string]
): Promise<void> {
  await createProfile(app.page, 'Noor Voorbeeld');
  await app.page.goto('about:blank');
  expect(await app.host().stop()).toBe(0);
  await promisify(execFile)(process.execPath, [
    PLANT,
    app.profileDirectory,
    PASSPHRASE,
    ...words.map(String),
  ]);
  await app.startAgain();
  await unlock(app.page, PASSPHRASE);
}

/** Opens an action by the title that it shares with its dossier. */
async function openAction(page: Page, title: string): Promise<void> {
  await goTo(page, 'Dossiers');
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('main').getByRole('link', { name: title }).click();
  await expect(page.getByRole('region', { name: 'What came of it' })).toBeVisible();
}

async function close(page: Page, verdict: string): Promise<void> {
  const closing = page.getByRole('dialog', { name: 'Close the action' });
  await closing.getByRole('radio', { name: verdict, exact: true }).check();
  await closing.getByLabel('How residents heard of it').selectOption('meeting');
  await closing.getByLabel('What residents were told').fill('Wat we telden, hier en elders');
  await expectAccessible(page);
  await closing.getByRole('button', { name: 'Close', exact: true }).last().click();
}

test('an action ends as helped, and another as worse, by what was counted there and elsewhere', async ({
  app,
}, testInfo) => {
  test.slow();
  const { page } = app;
  const picture = async (name: string): Promise<void> => {
    await takePicture(page, testInfo.outputPath(`${name}.png`));
  };
  await openWithActions(app);

  for (const { title, counted, difference, verdict, other } of [
    {
      title: 'Trager aan de school',
      counted: '40 were counted before, and 8 since it began',
      difference: /a difference of -32, with 95 % certainty between -3\d and -2\d/,
      verdict: 'Helped',
      other: 'Worse',
    },
    {
      title: 'Trager aan het station',
      counted: '10 were counted before, and 45 since it began',
      difference: /a difference of \+35, with 95 % certainty between \+\d/,
      verdict: 'Worse',
      other: 'Helped',
    },
  ]) {
    await openAction(page, title);
    const outcome = page.getByRole('region', { name: 'What came of it' });
    await expect(outcome).toContainText(counted);
    await expect(outcome).toContainText(difference);
    await outcome.getByText('All stretches that were counted').click();
    await expect(outcome.getByRole('rowheader', { name: /Dwarsstraat/ })).toHaveCount(12);
    for (const group of ['Streets of the action', 'Comparable streets', 'Streets around']) {
      await expect(outcome.getByRole('rowheader', { name: group })).toBeVisible();
    }
    await expectAccessible(page);
    await expectGoodLayout(page);
    for (const [width, height] of [
      [1280, 720],
      [1920, 1080],
    ] as const) {
      await page.setViewportSize({ width, height });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await picture(`${verdict}-${width}-${colorScheme}`);
      }
      await page.emulateMedia({ colorScheme: 'light' });
    }

    const stands = page.getByRole('region', { name: 'Where it stands' });
    await stands.getByRole('button', { name: 'Close the action' }).click();
    const closing = page.getByRole('dialog', { name: 'Close the action' });
    await expect(closing).toContainText(difference);
    await expect(closing.getByRole('radio', { name: other, exact: true })).toBeDisabled();
    await picture(`closing-${verdict}`);
    await close(page, verdict);
    await expect(stands).toContainText(verdict);
    await expect(outcome).toContainText('how it was counted when the action was closed');
    await expect(outcome).toContainText(counted);
  }
});

test('a street that is no comparison is left out with a reason, and one of which little was done says so', async ({
  app,
}, testInfo) => {
  test.slow();
  const { page } = app;
  await openWithActions(app);
  await openAction(page, 'Trager aan de school');
  const outcome = page.getByRole('region', { name: 'What came of it' });
  await outcome.getByText('All stretches that were counted').click();
  const first = outcome.getByRole('button', { name: /^Leave out/ }).first();
  const name = ((await first.getAttribute('aria-label')) ?? '').replace('Leave out ', '');
  await first.click();
  const dialog = page.getByRole('dialog', { name: 'Not to be compared with' });
  await dialog.getByRole('button', { name: 'Leave out' }).click();
  await expect(dialog).toContainText('Say why it is no comparison.');
  await dialog.getByLabel('Why not').fill('Daar lag de straat open');
  await expectAccessible(page);
  await takePicture(page, testInfo.outputPath('leave-out.png'));
  await dialog.getByRole('button', { name: 'Leave out' }).click();
  await expect(dialog).toBeHidden();
  await expect(outcome).toContainText(/Not compared with .*Dwarsstraat: Daar lag de straat open/);
  const rows = outcome.getByRole('rowheader', { name: /Dwarsstraat/ });
  await expect(rows).toHaveCount(12);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(outcome).not.toContainText('Daar lag de straat open');
  await outcome
    .getByRole('button', { name: `Leave out ${name}` })
    .first()
    .click();
  await dialog.getByLabel('Why not').fill('Een school die sloot');
  await dialog.getByRole('button', { name: 'Leave out' }).click();
  await expect(dialog).toBeHidden();
  await expectAccessible(page);
  await takePicture(page, testInfo.outputPath('left-out.png'), { fullPage: true });
  const stands = page.getByRole('region', { name: 'Where it stands' });
  await stands.getByRole('button', { name: 'Close the action' }).click();
  await close(page, 'Helped');
  await expect(stands).toContainText('Helped');
  await expect(outcome).toContainText('Een school die sloot');
  await expect(outcome.getByRole('button')).toHaveCount(0);

  await openAction(page, 'Trager aan het park');
  await stands.getByRole('button', { name: 'Close the action' }).click();
  const closing = page.getByRole('dialog', { name: 'Close the action' });
  for (const verdict of ['Helped', 'Worse', 'Cannot tell', 'No sign that it helped']) {
    await expect(closing.getByRole('radio', { name: verdict, exact: true })).toBeDisabled();
  }
  await close(page, 'Not really tried');
  await expect(stands).toContainText('Not really tried');
});

test('days that no file covers are no zero: only "cannot tell" is left, and that is kept', async ({
  app,
}, testInfo) => {
  test.slow();
  const { page } = app;
  await openWithActions(app, 9);
  await openAction(page, 'Trager aan de school');
  const outcome = page.getByRole('region', { name: 'What came of it' });
  // Of 29 days, today among them, ten are covered.
  await expect(outcome).toContainText(/The facts reach until .*; 19 days after are not covered/);
  await expect(outcome).not.toContainText('since it began');
  await expectAccessible(page);
  await expectGoodLayout(page);
  const stands = page.getByRole('region', { name: 'Where it stands' });
  await stands.getByRole('button', { name: 'Close the action' }).click();
  const closing = page.getByRole('dialog', { name: 'Close the action' });
  await expect(closing).toContainText('19 days after are not covered');
  for (const verdict of ['Helped', 'Worse', 'No sign that it helped', 'Not really tried']) {
    await expect(closing.getByRole('radio', { name: verdict, exact: true })).toBeDisabled();
  }
  for (const [width, height] of [
    [1280, 720],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await takePicture(page, testInfo.outputPath(`closing-uncovered-${width}-${colorScheme}.png`));
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await close(page, 'Cannot tell');
  await expect(stands).toContainText('Cannot tell');
  await expect(outcome).toContainText('19 days after are not covered');
  await takePicture(page, testInfo.outputPath('uncovered.png'));
});

test('while nobody said whether a source changed how it counts, only "cannot tell" is left, and the page leads to where that is said', async ({
  app,
}, testInfo) => {
  test.slow();
  const { page } = app;
  const year = String(new Date().getUTCFullYear() - 1);
  await openWithActions(app, 28, `${year}-06-15`);
  await openAction(page, 'Trager aan de school');
  const outcome = page.getByRole('region', { name: 'What came of it' });
  await expect(outcome).toContainText('a source may have changed how it counts');
  await expect(outcome.getByRole('note')).toContainText(
    `whether Meldingen began to count in another way in ${year}`,
  );
  await expectAccessible(page);
  await expectGoodLayout(page);
  await takePicture(page, testInfo.outputPath('doubted.png'));
  const stands = page.getByRole('region', { name: 'Where it stands' });
  await stands.getByRole('button', { name: 'Close the action' }).click();
  const closing = page.getByRole('dialog', { name: 'Close the action' });
  await expect(closing).toContainText('until somebody says whether it did');
  for (const verdict of ['Helped', 'Worse', 'No sign that it helped', 'Not really tried']) {
    await expect(closing.getByRole('radio', { name: verdict, exact: true })).toBeDisabled();
  }
  await expect(closing.getByRole('radio', { name: 'Cannot tell', exact: true })).toBeEnabled();
  await takePicture(page, testInfo.outputPath('closing-doubted.png'));
  await page.keyboard.press('Escape');

  await outcome.getByRole('link', { name: 'To the sources' }).click();
  await page.getByRole('button', { name: `No, in ${year} the method did not change` }).click();
  await openAction(page, 'Trager aan de school');
  await expect(outcome).toContainText('a difference of -32');
  await expect(outcome).not.toContainText('another way');
  await stands.getByRole('button', { name: 'Close the action' }).click();
  await close(page, 'Helped');
  await expect(stands).toContainText('Helped');
});
