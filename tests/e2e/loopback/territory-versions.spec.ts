import type { Page } from '@playwright/test';

import { importFile } from '../stories/import-steps.ts';
import { collection, square, textFile } from '../stories/small-town.ts';
import { goTo, unlock } from '../stories/steps.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { expectGoodLayout } from '../support/layout.ts';
import { expect, test } from '../support/loopback-app.ts';
import { takePicture } from '../support/picture.ts';

test.use({ withCentre: true });
// Filling the centre with a year of work takes a while.
test.describe.configure({ timeout: 600_000 });

const A_MINUTE = 60_000;

async function signIn(page: Page, name: string): Promise<void> {
  await page.getByRole('radio', { name: new RegExp(name) }).check({ force: true });
  await unlock(page, 'wijkwerk demo');
  await expect(page.getByText(`Signed in: ${name}`)).toBeVisible({ timeout: A_MINUTE });
  const line = page.getByTestId('line');
  await expect(line).toHaveText('Connected to the centre', { timeout: 4 * A_MINUTE });
}

/** Looks at the page as it is, small and light, large and dark. */
async function look(page: Page, name: string): Promise<void> {
  for (const [width, height, colorScheme] of [
    [1280, 720, 'light'],
    [1920, 1080, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const path = test.info().outputPath(`${name}-${colorScheme}.png`);
    await takePicture(page, path);
    await expectGoodLayout(page);
    await expectAccessible(page);
  }
}

async function openVersions(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/administration';
  });
  await page.getByRole('tab', { name: 'Territory and lists', exact: true }).click();
}

test('an administrator publishes the next version, and every desk gets it', async ({
  app: { page },
}) => {
  await signIn(page, 'Ward Nepbeheer');
  await goTo(page, 'Territory');
  const ofZone = page.getByRole('region', { name: 'Version of the zone' });
  await expect(ofZone).toContainText('works with version 1', { timeout: A_MINUTE });
  await look(page, 'administrator');

  await openVersions(page);
  const versions = page.getByRole('table', { name: 'Versions of the territory' });
  await expect(versions.getByRole('row')).toHaveCount(2);
  await expect(versions).toContainText('Demo', { timeout: A_MINUTE });
  await page.getByRole('button', { name: 'Publish' }).click();
  const dialog = page.getByRole('dialog', { name: 'Publish the territory' });
  await expect(dialog).toContainText('This is the newest version already');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await goTo(page, 'Territory');
  const file = textFile(
    'nieuwe-wijk.geojson',
    collection(square(40, { code: 'LM99', naam: 'Nieuwe Dokken' })),
  );
  expect(await importFile(page, file, 'neighbourhood')).toBe(1);
  await openVersions(page);
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(dialog).toContainText('neighbourhoods');
  await dialog.getByRole('button', { name: 'Publish' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Version 2 is published')).toBeVisible();
  await expect(versions.getByRole('row')).toHaveCount(3);
  await look(page, 'published');

  await page.getByRole('button', { name: 'Lock' }).click();
  await signIn(page, 'Noor Voorbeeld');
  await goTo(page, 'Territory');
  await expect(ofZone).toContainText('works with version 2', { timeout: A_MINUTE });
  await expect(ofZone).toContainText('Published by Ward Nepbeheer');
  await expect(ofZone).toContainText('only an administrator imports files here');
  await expect(page.getByRole('button', { name: 'Bring in a file' })).toHaveCount(0);
  await expect(page.getByRole('table', { name: /^All neighbourhoods/ })).toContainText(
    'Nieuwe Dokken',
  );
  await look(page, 'officer');
});
