import { expect, type Page } from '@playwright/test';

import { jpegOfTelephone } from '../../factories/photos.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { expectGoodLayout } from '../support/layout.ts';
import type { DeskUnderTest } from './desk-under-test.ts';
import { goTo, unfoldMore, unlock } from './steps.ts';

const PASSPHRASE = 'wijkwerk demo';
const SUMMARY = 'De lamp aan het water is stuk sinds maandag';

/** A photo is taken into a contact of the demo town, and is there again after a restart. */
export async function aPhotoOnAContact(desk: DeskUnderTest): Promise<void> {
  let page = desk.page();
  await unlock(page, PASSPHRASE);
  await expect(page.getByText('Signed in:')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('main').press('c');
  const form = page.getByRole('dialog', { name: 'New contact' });
  const where = form.getByRole('combobox', { name: 'Where' });
  await where.pressSequentially('zoutk');
  await expect(page.getByRole('option', { name: /Zoutkaai/ }).first()).toBeVisible();
  await where.press('Enter');
  await form.getByRole('radio', { name: 'Nuisance', exact: true }).check({ force: true });
  await form.getByRole('radio', { name: 'Nothing', exact: true }).check({ force: true });
  await unfoldMore(form);
  await form.getByLabel('What was said or seen').fill(SUMMARY);
  const choosing = page.waitForEvent('filechooser');
  await form.getByRole('button', { name: 'Add a file' }).click();
  await (
    await choosing
  ).setFiles({
    name: 'lamp.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from(jpegOfTelephone()),
  });
  const item = form.getByRole('list', { name: 'Attachments' }).getByRole('listitem');
  await expect(item.locator('img')).toBeVisible();
  await expect(item).toContainText('place of the photo taken out');
  await item.scrollIntoViewIfNeeded();
  await desk.picture('log-form-with-photo');
  await expectAccessible(page);
  await expectGoodLayout(page);
  await page.keyboard.press('Control+Enter');
  await expect(form).toBeHidden();
  await expectPhoto(page);
  await desk.picture('contact-with-photo');
  await expectAccessible(page);

  await desk.restart();
  page = desk.page();
  await unlock(page, PASSPHRASE);
  await expectPhoto(page);
}

/** Finds the contact in the list, and the photo on its page: decoded, not just named. */
async function expectPhoto(page: Page): Promise<void> {
  await goTo(page, 'Contacts');
  await page.getByRole('row').filter({ hasText: SUMMARY }).press('Enter');
  await page.getByRole('link', { name: 'On a page of its own' }).press('Enter');
  const photo = page.getByRole('list', { name: 'Attachments' }).locator('img');
  await expect(photo).toBeVisible();
  await expect
    .poll(() =>
      photo.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)),
    )
    .toBeGreaterThan(0);
}
