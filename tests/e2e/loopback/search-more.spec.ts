import { expectAccessible } from '../support/accessibility.ts';
import { openPlantedDemo } from '../support/demo-with-facts.ts';
import { expectGoodLayout } from '../support/layout.ts';
import { expect, test } from '../support/loopback-app.ts';
import { takePicture } from '../support/picture.ts';

test('what is not shown at first is said of every kind, and shown when asked for', async ({
  app,
}, info) => {
  test.slow();
  const { page } = app;
  await openPlantedDemo(app, 'casework', 30);
  const look = async (text: string): Promise<void> => {
    await page.evaluate((q) => {
      window.location.hash = `#/search?q=${q}`;
    }, text);
    await expect(page.getByRole('heading', { name: 'Search', level: 1 })).toBeVisible();
  };
  await look('dossier');
  const dossiers = page.getByRole('region', { name: 'Dossiers and actions' });
  await expect(dossiers.getByRole('listitem')).toHaveCount(25);
  const more = dossiers.getByRole('button', { name: 'More dossiers and actions' });
  await expectAccessible(page);
  await more.press('Enter');
  await expect(dossiers.getByRole('listitem')).toHaveCount(30);
  await expect(more).toHaveCount(0);

  await look('straat');
  const streets = page.getByRole('region', { name: 'Streets and addresses' });
  await expect(streets.getByRole('listitem')).toHaveCount(20);
  await streets.getByRole('button', { name: 'More streets and addresses' }).press('Enter');
  await expect(streets.getByRole('listitem').nth(20)).toBeVisible();
  await expect(streets.getByRole('button')).toHaveCount(0);
  await expectAccessible(page);
  await expectGoodLayout(page);
  await takePicture(page, info.outputPath('more.png'), { fullPage: true });
});
