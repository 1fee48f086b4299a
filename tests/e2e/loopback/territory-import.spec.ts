import { readFile } from 'node:fs/promises';

import type { Locator, Page } from '@playwright/test';

import { logInSmallTown, startInSmallTown } from '../stories/desk-steps.ts';
import {
  bringIn,
  chooseFile,
  closeWizard,
  continueToPreview,
  countOf,
  expectColumns,
  figures,
  fillDay,
  historyRow,
  importFile,
  openWizard,
  startAtTerritory,
} from '../stories/import-steps.ts';
import {
  collection,
  manyAddresses,
  NEIGHBOURHOODS,
  square,
  street,
  STREETS,
  textFile,
} from '../stories/small-town.ts';
import { goTo } from '../stories/steps.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { expect, test } from '../support/loopback-app.ts';

test.use({ demo: false });

test('names that nobody could guess are mapped by hand', async ({ app: { page } }) => {
  await startAtTerritory(page);
  const odd = textFile(
    'kaart.geojson',
    collection(
      square(0, { sleutel: 'A-1', omschrijving: 'Sluiskwartier', oms_f: 'Quartier de l’Écluse' }),
      square(1, { sleutel: 'A-2', omschrijving: 'Oude Markt', oms_f: 'Vieux Marché' }),
    ),
  );
  const wizard = await openWizard(page);
  await chooseFile(page, wizard, odd);
  await expectColumns(wizard);
  const forward = wizard.getByRole('button', { name: 'Continue' });
  await expect(
    wizard.getByText('Choose a column for: Official code, Name in Dutch.'),
  ).toBeVisible();
  await expect(forward).toBeDisabled();
  await expectAccessible(page);
  await wizard.getByRole('combobox', { name: 'Official code' }).selectOption('sleutel');
  await wizard.getByRole('combobox', { name: 'Name in Dutch' }).selectOption('omschrijving');
  await wizard.getByRole('combobox', { name: 'Name in French' }).selectOption('oms_f');
  await expect(wizard.getByText('Oude Markt')).toBeVisible();
  await continueToPreview(page, wizard);
  expect(await countOf(wizard, 'New')).toBe(2);
  await expect(wizard.getByRole('cell', { name: 'Vieux Marché' })).toBeVisible();
  await bringIn(page, wizard);
  await closeWizard(wizard);
  const neighbourhoods = page.getByRole('table', { name: /^All neighbourhoods/ });
  await expect(neighbourhoods.getByRole('row', { name: /Oude Markt.*A-2/ })).toBeVisible();
});

test('every refused row is reported with its reason, also as CSV', async ({ app: { page } }) => {
  await startAtTerritory(page);
  const names = textFile(
    'straten.csv',
    [
      'straatnaam,postcode,nis',
      'Zwanenkaai,2800,12025',
      ',2800,12025',
      'Lindeplein,2800',
      `${'x'.repeat(400)},2800,12025`,
      '=HYPERLINK(1),2800',
      '',
    ].join('\n'),
  );
  const wizard = await openWizard(page);
  await chooseFile(page, wizard, names);
  await expectColumns(wizard);
  await continueToPreview(page, wizard);
  expect(await countOf(wizard, 'Refused')).toBe(4);
  await bringIn(page, wizard);
  expect(await countOf(wizard, 'New')).toBe(1);
  const csv = await downloadOf(page, wizard.getByRole('button', { name: 'Save as CSV' }));
  expect(csv).toContain('The name is missing.');
  expect(csv.split('\r\n')[0]).toBe('\uFEFFRow;Reason;Column;Content');
  expect(csv.trimEnd().split('\r\n')).toHaveLength(5);
  expect(csv).not.toMatch(/(^|;)=HYPERLINK/m);
  await closeWizard(wizard);

  // The report stays with the import.
  await historyRow(page, 'straten.csv')
    .getByRole('button', { name: /^Report of/ })
    .click();
  const report = page.getByRole('dialog', { name: 'Report of straten.csv' });
  await expect(report.getByRole('cell', { name: 'The name is missing.' })).toBeVisible();
  expect(await countOf(report, 'Refused')).toBe(4);
  await expectAccessible(page);
});

test('a newer version ends what disappeared, and can be undone', async ({ app: { page } }) => {
  await startAtTerritory(page);
  const first = await openWizard(page);
  await chooseFile(page, first, NEIGHBOURHOODS);
  await expectColumns(first);
  await fillDay(first, 'Valid from', '01/01/2020');
  await continueToPreview(page, first);
  await bringIn(page, first);
  await closeWizard(first);

  const newer = textFile(
    'wijken-nieuw.geojson',
    collection(
      square(0, { code: 'W1', naam: 'Sluiskwartier' }),
      square(1, { code: 'W2', naam: 'Grote Markt' }),
    ),
  );
  const wizard = await openWizard(page);
  await chooseFile(page, wizard, newer);
  await expectColumns(wizard);
  await wizard.getByRole('switch', { name: 'This file is complete' }).press('Space');
  await expect(wizard.getByRole('switch', { name: 'This file is complete' })).toBeChecked();
  await fillDay(wizard, 'Valid from', '01/01/2020');
  await wizard.getByRole('button', { name: 'Continue' }).click();
  await expect(wizard.getByRole('alert')).toContainText(
    'The version that is there begins on or after that day.',
  );
  await expectAccessible(page);
  await fillDay(wizard, 'Valid from', '01/06/2024');
  await continueToPreview(page, wizard);
  expect(await countOf(wizard, 'Ended')).toBe(1);
  expect(await countOf(wizard, 'Changed')).toBe(1);
  expect(await countOf(wizard, 'Unchanged')).toBe(1);
  await expect(wizard.getByText('1 row that is valid today will end.')).toBeVisible();
  await bringIn(page, wizard);
  await closeWizard(wizard);

  const neighbourhoods = page.getByRole('table', { name: /^All neighbourhoods/ });
  const named = (name: string) => neighbourhoods.getByRole('cell', { name, exact: true });
  await expect(named('Grote Markt')).toBeVisible();
  await expect(named('Vaartvelden')).toBeHidden();
  await expect(historyRow(page, 'wijken.geojson')).toContainText('01/01/2020');
  await expect(historyRow(page, 'wijken-nieuw.geojson')).toContainText('1 ended');
  await expectAccessible(page);

  // Only the newest can be taken back; then all is as it was.
  await expect(
    historyRow(page, 'wijken.geojson').getByRole('button', { name: /^Undo/ }),
  ).toBeHidden();
  await undo(page, 'wijken-nieuw.geojson');
  await expect(page.getByText('wijken-nieuw.geojson is undone.')).toBeVisible();
  await expect(named('Vaartvelden')).toBeVisible();
  await expect(named('Oude Markt')).toBeVisible();
  await expect(named('Grote Markt')).toBeHidden();
  await expect(historyRow(page, 'wijken-nieuw.geojson')).toContainText('undone: today');
});

test('what contacts rely on is not taken back', async ({ app: { page } }) => {
  await startInSmallTown(page, 'Noor Voorbeeld');
  await logInSmallTown(page, 'Geluid van de kade');
  await undo(page, STREETS.name);
  const dialog = page.getByRole('dialog', { name: 'Undo this file?' });
  await expect(dialog.getByRole('alert')).toContainText(
    'This cannot be undone now: a contact, promise, post, partner or row of a later file relies on it.',
  );
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await goTo(page, 'Contacts');
  await expect(page.getByRole('gridcell', { name: 'Zwanenkaai' })).toBeVisible();
});

test('an import that is stopped leaves nothing', async ({ app: { page } }) => {
  test.setTimeout(180_000);
  await startAtTerritory(page);
  await importFile(page, STREETS, 'segments');
  const before = await figures(page);
  const wizard = await openWizard(page);
  await chooseFile(page, wizard, manyAddresses(150_000));
  await expectColumns(wizard);
  await expect(wizard.getByText('150,000 rows')).toBeVisible();
  await continueToPreview(page, wizard);
  expect(await countOf(wizard, 'New')).toBeGreaterThan(100_000);
  await wizard.getByRole('button', { name: 'Bring in', exact: true }).click();
  await expect(wizard.getByText(/^Storing: [1-9][\d,]* of/)).toBeVisible();
  await expectAccessible(page);
  await wizard.getByRole('button', { name: 'Stop' }).click();
  await expect(wizard.getByText('Stopped. Nothing was stored.')).toBeVisible();
  await expectAccessible(page);
  await closeWizard(wizard);
  await expect(page.getByRole('table', { name: /^All files/ })).not.toContainText('adressen.csv');
  expect(await figures(page)).toEqual(before);
  await page.reload();
  await expect(page.getByText('What is valid today')).toBeVisible();
  expect(await figures(page)).toEqual(before);
});

const NOT_A_TABLE = textFile('adressen.csv', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 8, 0, 0xff]));
const BAD_FILES = [
  {
    what: 'cut short',
    file: textFile('wijken.geojson', NEIGHBOURHOODS.buffer.subarray(0, 400)),
    says: /The file is cut short/,
  },
  { what: 'binary', file: NOT_A_TABLE, says: /not a text file/ },
  { what: 'empty', file: textFile('wijken.geojson', ''), says: /The file is empty/ },
  {
    what: 'without a header',
    file: textFile('adressen.csv', 'Zwanenkaai,1,2800,4.48,51.02\nZwanenkaai,3,2800,4.48,51.02\n'),
    says: /The first line must hold the names of the columns/,
  },
  {
    what: 'of the wrong geometry',
    file: textFile('wijken.geojson', collection(street('Zwanenkaai', 0, 1, 0.5))),
    layer: 'neighbourhood',
    says: /The shapes do not fit/,
  },
] as const;

test('bad files are refused with a clear reason and change nothing', async ({ app: { page } }) => {
  await startAtTerritory(page);
  const wizard = await openWizard(page);
  for (const bad of BAD_FILES) {
    await test.step(bad.what, async () => {
      await chooseFile(page, wizard, bad.file);
      if ('layer' in bad) {
        await expectColumns(wizard);
        await wizard.getByLabel('What is in this file?').selectOption(bad.layer);
        await wizard.getByRole('combobox', { name: 'Official code' }).selectOption('straatnaam');
        await wizard.getByRole('button', { name: 'Continue' }).click();
      }
      const alert = wizard.getByRole('alert');
      await expect(alert).toContainText('This file cannot be brought in');
      await expect(alert).toContainText(bad.says);
      await expect(alert).toContainText('Nothing was changed.');
      await expectAccessible(page);
    });
  }
  await closeWizard(wizard);
  await expect(page.getByText('No territory yet')).toBeVisible();
  await expect(page.getByText('No file has been brought in yet.')).toBeVisible();
});

async function undo(page: Page, fileName: string): Promise<void> {
  await historyRow(page, fileName).getByRole('button', { name: /^Undo/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Undo this file?' });
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Undo', exact: true }).click();
}

async function downloadOf(page: Page, button: Locator): Promise<string> {
  const downloading = page.waitForEvent('download');
  await button.click();
  return await readFile(await (await downloading).path(), 'utf8');
}
