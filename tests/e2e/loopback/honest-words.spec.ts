import {
  chooseFile,
  continueToPreview,
  countOf,
  expectColumns,
  importFile,
  openWizard,
} from '../stories/import-steps.ts';
import { collection, square, textFile } from '../stories/small-town.ts';
import { createProfile, goTo } from '../stories/steps.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { expect, test } from '../support/loopback-app.ts';

/** Where the page could say more than is known, it does not. */

test.use({ demo: false });

/** Latitude before longitude, as many programs write it. */
const SWAPPED = {
  type: 'Feature',
  properties: { code: 'W2', naam: 'Oude Markt' },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [51.02, 4.48],
        [51.03, 4.48],
        [51.03, 4.49],
        [51.02, 4.48],
      ],
    ],
  },
};

test('a preview without effect says why', async ({ app: { page } }) => {
  await createProfile(page, 'Noor Voorbeeld');
  await goTo(page, 'Territory');
  const right = square(0, { code: 'W1', naam: 'Sluiskwartier' });
  expect(await importFile(page, textFile('wijk.geojson', collection(right)), 'neighbourhood')).toBe(
    1,
  );
  const wizard = await openWizard(page);
  const preview = async (...features: readonly unknown[]) => {
    await chooseFile(page, wizard, textFile('wijken.geojson', collection(...features)));
    await expectColumns(wizard);
    await continueToPreview(page, wizard);
  };
  const again = async () => {
    await wizard.getByRole('button', { name: 'Back' }).click();
    await wizard.getByRole('button', { name: 'Back' }).click();
  };
  await preview(SWAPPED);
  expect(await countOf(wizard, 'Refused')).toBe(1);
  await expect(wizard.getByRole('status')).toContainText('not a single row can be used');
  const bringIn = wizard.getByRole('button', { name: 'Bring in', exact: true });
  await expect(bringIn).toBeDisabled();
  await expect(bringIn).toHaveAccessibleDescription(/not a single row can be used/);
  await expect(wizard.getByText('1 row was left out, for the reason given.')).toBeVisible();
  await again();
  await preview(right, SWAPPED);
  await expect(
    wizard.getByText('what can be used of this file is in Wijkwerk already'),
  ).toBeVisible();
  await again();
  await preview(right);
  await expect(wizard.getByText('all of this file is in Wijkwerk already')).toBeVisible();
  await expect(bringIn).toBeEnabled();
});

test('a street of which only the name is known is not called outside', async ({
  app: { page },
}) => {
  await createProfile(page, 'Noor Voorbeeld');
  await goTo(page, 'Territory');
  const names = textFile('straten.csv', 'straatnaam,nis\nZwanenkaai,12025\n');
  expect(await importFile(page, names, 'street-names')).toBe(1);
  await page.getByRole('main').press('c');
  const form = page.getByRole('dialog', { name: 'New contact' });
  await form.getByLabel('Where').fill('zwan');
  const suggestion = form.getByRole('option', { name: /Zwanenkaai/ });
  await expect(suggestion).toContainText('neighbourhood not known');
  await suggestion.click();
  await expect(form.getByText('neighbourhood not known')).toBeVisible();
  await expect(form.getByText('outside the neighbourhoods')).toBeHidden();
  await expectAccessible(page);
});
