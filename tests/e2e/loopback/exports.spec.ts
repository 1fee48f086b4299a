import { readFile } from 'node:fs/promises';

import { parse } from 'csv-parse/sync';

import { choose, openContacts, total } from '../stories/contact-list-steps.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { expectGoodLayout } from '../support/layout.ts';
import { expect, test } from '../support/loopback-app.ts';
import { takePicture } from '../support/picture.ts';

/** What leaves the desk: files and paper, and what is kept of it. */

test.beforeEach(async ({ app: { page } }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await openContacts(page);
});

test('is exported as it stands: CSV, GeoJSON and paper', async ({ app: { page } }, info) => {
  await choose(page, 'What about', 'School');
  await expect(page.getByRole('button', { name: 'What about: School' })).toBeVisible();
  const schools = await total(page);
  const save = async (kind: string): Promise<string> => {
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Export the list' });
    await dialog.getByRole('radio', { name: kind }).check();
    await dialog.getByRole('checkbox', { name: 'Restricted contacts as well' }).check();
    const assessments = dialog.getByRole('checkbox', { name: 'Personal assessments as well' });
    await assessments.check();
    await dialog.getByRole('textbox', { name: 'For whom' }).fill('Dienst Mobiliteit');
    await expect(assessments).not.toBeChecked();
    await expect(assessments).toBeDisabled();
    await expect(dialog.getByText('since you say for whom it is')).toBeVisible();
    await expectAccessible(page);
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Make the file' }).click();
    const path = info.outputPath((await download).suggestedFilename());
    await (await download).saveAs(path);
    await expect(dialog.getByText(/was made/)).toBeVisible();
    await page.keyboard.press('Escape');
    return readFile(path, 'utf8');
  };

  const csv = await save('Spreadsheet (CSV)');
  expect(csv.startsWith('\uFEFFWhen;Place;')).toBe(true);
  const rows: string[][] = parse(csv, { delimiter: ';', bom: true, relax_column_count: true });
  expect(rows.filter((cells) => cells[3] === 'School')).toHaveLength(schools);
  expect(rows[1]?.[0]).toMatch(/^\d\d\/\d\d\/\d{4} \d\d:\d\d$/);
  expect(rows).toContainEqual(['What about', 'School']);
  expect(rows).toContainEqual(['Restricted contacts', 'included']);
  expect(rows).toContainEqual(['Assessments', 'left out']);
  expect(rows).toContainEqual(['For', 'Dienst Mobiliteit']);

  const geojson = JSON.parse(await save('Map (GeoJSON)')) as {
    features: { properties: { reason: string } }[];
    wijkwerk: { withoutPlace: number; about: { label: string; value: string }[] };
  };
  expect(geojson.features.length + geojson.wijkwerk.withoutPlace).toBe(schools);
  expect(geojson.features[0]?.properties.reason).toBe('School');
  expect(geojson.wijkwerk.about).toContainEqual({ label: 'What about', value: 'School' });

  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('radio', { name: 'Print or PDF' }).check();
  await page.getByRole('button', { name: 'Show the page' }).click();
  await expect(page.getByRole('heading', { name: 'Contacts: print' })).toBeVisible();
  await expect(page.getByRole('table')).toBeVisible();
  await expectAccessible(page);
  await expectGoodLayout(page);
  await takePicture(page, info.outputPath('paper.png'));
  const pdf = await page.pdf({ path: info.outputPath('paper.pdf'), preferCSSPageSize: true });
  // A page object each; a sheet holds some thirty rows, so that the list goes on from sheet to sheet.
  const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  expect(sheets).toBeGreaterThan(1);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation')).toBeHidden();
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('columnheader').first()).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('link', { name: 'Back to the list' }).click();
  await expect.poll(() => total(page)).toBe(schools);

  await page.getByRole('navigation').getByRole('link', { name: 'Desk' }).click();
  const left = page.getByRole('region', { name: 'What left this desk' });
  const kept = left.getByRole('listitem');
  await expect(kept.filter({ hasText: 'Spreadsheet (CSV)' })).toContainText(
    /contacts.*with restricted ones.*For: Dienst Mobiliteit.*What about: School/s,
  );
  await expect(kept.filter({ hasText: 'Map (GeoJSON)' })).toHaveCount(1);
  await expect(kept.filter({ hasText: 'Print or PDF' })).not.toHaveCount(0);
  await expectAccessible(page);
  await expectGoodLayout(page);
  await kept.first().getByRole('link', { name: 'Open the list' }).click();
  await expect.poll(() => total(page)).toBe(schools);
});
