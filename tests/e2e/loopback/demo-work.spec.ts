import { unlock } from '../stories/steps.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { expectGoodLayout } from '../support/layout.ts';
import { expect, test } from '../support/loopback-app.ts';
import { takePicture } from '../support/picture.ts';

for (const [withCentre, officer] of [
  [false, 'Noor Voorbeeld'],
  [true, 'Fien Proefman'],
] as const) {
  test.describe(withCentre ? 'with a centre' : 'on a desk alone', () => {
    test.use({ demo: 'first time', withCentre });

    test('the demo shows what its team does and did', async ({ app: { page } }, info) => {
      test.slow();
      const arrives = { timeout: 60_000 };
      await page.getByRole('radio', { name: new RegExp(officer) }).check({ force: true });
      await unlock(page, 'wijkwerk demo');
      await expect(page.getByText(`Signed in: ${officer}`)).toBeVisible(arrives);
      await page.goto(`${new URL(page.url()).origin}/#/board`);
      await expect(page.getByText('Bewaakte stalling op zaterdag').first()).toBeVisible(arrives);
      await expect(page.getByText('Trager langs de school').first()).toBeVisible(arrives);
      await expectAccessible(page);
      await expectGoodLayout(page);
      for (const [name, text] of [
        ['board', 'Voetpad vrij in de ochtend'],
        ['thread', 'Voetpad vrij in de ochtend'],
        ['dossiers', 'Sluikstort naast de glasbol'],
        ['bench', 'Losvak dichter bij de winkels'],
      ] as const) {
        await page.goto(`${new URL(page.url()).origin}/#/${name}`);
        await expect(page.getByText(text).first()).toBeVisible(arrives);
        await takePicture(page, info.outputPath(`${name}.png`), { fullPage: true });
      }
      // What somebody counted by hand stands with the action as it does in the thread.
      await page.goto(`${new URL(page.url()).origin}/#/thread`);
      await page.getByRole('link', { name: 'Avondrondes in het weekend' }).click();
      await expect(page.getByRole('region', { name: 'What came of it' })).toContainText(
        'herstellingen door de groendienst in acht weken: 5 before, 6 afterwards.',
      );
      await expectAccessible(page);
      await expectGoodLayout(page);
      await takePicture(page, info.outputPath('counted-by-hand.png'));
    });
  });
}
