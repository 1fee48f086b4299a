import { readFile } from 'node:fs/promises';

import type { Locator, Page } from '@playwright/test';

import { jpegOfTelephone, plainPng, SECRETS } from '../../factories/photos.ts';
import { startInSmallTown } from '../stories/desk-steps.ts';
import { PASSPHRASE, unfoldMore, unlock } from '../stories/steps.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { expectGoodLayout } from '../support/layout.ts';
import { expect, test } from '../support/loopback-app.ts';

const TEXT = 'De lamp aan het water is stuk sinds maandag.';

test.use({ demo: false });

test('files hang on a contact, through a kill, and stay as evidence', async ({ app }) => {
  test.setTimeout(240_000);
  const { page } = app;
  await startInSmallTown(page, 'Noor Voorbeeld');
  await page.getByRole('main').press('c');
  const form = page.getByRole('dialog', { name: 'New contact' });

  await choose(form, [{ name: '../IMG 0042.JPEG', bytes: jpegOfTelephone() }]);
  await expect(itemOf(form, 'IMG 0042.jpeg')).toContainText('place of the photo taken out');
  await expect(itemOf(form, 'IMG 0042.jpeg').locator('img')).toBeVisible();
  await expect(form.getByRole('button', { name: 'Discard' })).toBeVisible();
  await expectAccessible(page);
  await expectGoodLayout(page);

  // A page that stays would look for the host at its old address.
  await page.goto('about:blank');
  await app.host().kill();
  await app.startAgain();
  await unlock(page, PASSPHRASE);
  const unfinished = page.getByRole('region', { name: 'Unfinished' });
  await unfinished.getByRole('button', { name: /^Go on/ }).click();
  await expect(itemOf(form, 'IMG 0042.jpeg').locator('img')).toBeVisible();

  await test.step('a file is dropped, and a picture is pasted', async () => {
    await hand(page, 'drop', 'text/plain', 'verklaring.txt', Buffer.from(TEXT));
    await expect(itemOf(form, 'verklaring.txt')).toBeVisible();
    await hand(page, 'paste', 'image/png', 'image.png', plainPng());
    await expect(itemOf(form, 'image.png').locator('img')).toBeVisible();
  });

  await test.step('a program is refused, with what to do, and keeps the contact from being saved', async () => {
    await choose(form, [{ name: 'foto.jpg', bytes: Buffer.from('MZ\u0000\u0001') }]);
    await expect(
      form.getByRole('alert').filter({ hasText: 'foto.jpg was not added' }),
    ).toContainText('PDFs and plain text can');
    await page.setViewportSize({ width: 1280, height: 720 });
    await fillIn(page, form);
    await page.keyboard.press('Control+Enter');
    // Under what was typed, and not below the edge of the window.
    await expect(form.getByText('A file was not added.')).toBeInViewport({ ratio: 1 });
    await expectAccessible(page);
    await form.getByRole('button', { name: 'Let it go' }).click();
    await expect(form.getByText('A file was not added.')).toBeHidden();
    await expect(form.getByRole('button', { name: 'Add a file' })).toBeFocused();
  });

  await test.step('one is removed, put back, and removed again', async () => {
    for (const isBack of [true, false]) {
      await form.getByRole('button', { name: 'Remove image.png' }).click();
      await expect(itemOf(form, 'image.png')).toBeHidden();
      if (!isBack) continue;
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect(itemOf(form, 'image.png')).toBeVisible();
    }
  });

  await form.getByRole('button', { name: /^Save Ctrl/ }).click();
  await expect(form).toBeHidden();
  await page.goto(`${app.origin()}/#/contacts`);
  await page.getByRole('row').filter({ hasText: 'Zwanenkaai' }).click();
  const panel = page.getByRole('region', { name: 'Nuisance' });
  await expect(itemOf(panel, 'verklaring.txt')).toBeVisible();
  await expect(itemOf(panel, 'image.png')).toBeHidden();
  await panel.getByRole('link', { name: 'On a page of its own' }).click();

  const files = page.getByRole('region', { name: 'Attachments' });
  await expect(files.getByRole('listitem')).toHaveCount(2);
  await expect(itemOf(files, 'IMG 0042.jpeg')).toContainText('only here');
  await expectAccessible(page);
  await expectGoodLayout(page);

  await test.step('a photo opens large, the arrow leads on, and it is saved as a file', async () => {
    await files.getByRole('button', { name: 'Open IMG 0042.jpeg' }).press('Enter');
    const large = page.getByRole('dialog', { name: 'IMG 0042.jpeg' });
    await expect(large.getByRole('img', { name: 'IMG 0042.jpeg' })).toBeVisible();
    await expectAccessible(page);
    const downloading = page.waitForEvent('download');
    await large.getByRole('button', { name: 'Save as a file' }).click();
    const saved = await readFile(await (await downloading).path(), 'latin1');
    for (const secret of SECRETS) expect(saved).not.toContain(secret);
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('dialog').getByText(TEXT)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  });

  await test.step('one is withdrawn with a reason; it stays, and comes back', async () => {
    await files.getByRole('button', { name: 'Withdraw verklaring.txt' }).click();
    const dialog = page.getByRole('dialog', { name: 'Withdraw file' });
    await dialog.getByRole('button', { name: 'Withdraw' }).click();
    await expect(dialog.getByText('Say briefly why.')).toBeVisible();
    await dialog.getByLabel('What is wrong with this file?').fill('Van een ander contact');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Withdraw' }).click();
    await expect(itemOf(files, 'verklaring.txt')).toContainText('Withdrawn: Van een ander contact');
    await expectAccessible(page);
    await files.getByRole('button', { name: /^Take back the withdrawal/ }).click();
    await expect(itemOf(files, 'verklaring.txt')).not.toContainText('Withdrawn');
  });
});

function itemOf(within: Locator, name: string): Locator {
  return within
    .getByRole('list', { name: 'Attachments' })
    .getByRole('listitem')
    .filter({ hasText: name });
}

async function choose(
  within: Locator,
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Promise<void> {
  const choosing = within.page().waitForEvent('filechooser');
  await within.getByRole('button', { name: 'Add a file' }).click();
  await (
    await choosing
  ).setFiles(
    files.map(({ name, bytes }) => ({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(bytes),
    })),
  );
}

/** Lets go of a file over the page, or pastes it, as a browser tells a page of it. */
async function hand(
  page: Page,
  event: 'drop' | 'paste',
  type: string,
  name: string,
  bytes: Uint8Array,
): Promise<void> {
  await page.evaluate(
    ({ content, ...given }) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(content)], given.name, { type: given.type }));
      const options = { bubbles: true, cancelable: true };
      document.body.dispatchEvent(
        given.event === 'drop'
          ? new DragEvent('drop', { ...options, dataTransfer: data })
          : new ClipboardEvent('paste', { ...options, clipboardData: data }),
      );
    },
    { event, type, name, content: [...bytes] },
  );
}

async function fillIn(page: Page, form: Locator): Promise<void> {
  const where = form.getByRole('combobox', { name: 'Where' });
  await where.fill('zwan');
  await expect(page.getByRole('option', { name: /Zwanenkaai/ }).first()).toBeVisible();
  await where.press('Enter');
  await form.getByRole('radio', { name: 'Nuisance', exact: true }).check({ force: true });
  await form.getByRole('radio', { name: 'Nothing', exact: true }).check({ force: true });
  await unfoldMore(form);
  await form.getByLabel('What was said or seen').fill('Lamp stuk');
}
