import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import {
  bringIn,
  chooseFile,
  closeWizard,
  continueToPreview,
  countOf,
  expectColumns,
  figures,
  importFile,
  openWizard,
  startAtTerritory,
} from '../stories/import-steps.ts';
import { collection, textFile } from '../stories/small-town.ts';
import { expect, test } from '../support/loopback-app.ts';

test.use({ demo: false });

const SHARED = join(import.meta.dirname, '../../../../shared/data');
const ORACLE = join(SHARED, 'oracles/spatial/lambert72_wgs84_mechelen_200.csv');
const LEUVEN = join(SHARED, 'territory/leuven/straten_leuven.geojson');

test('addresses in Lambert 72 land where they are', async ({ app: { page } }) => {
  test.skip(!existsSync(ORACLE), 'the control points are not beside this clone');
  const [header = '', ...lines] = (await readFile(ORACLE, 'utf8')).trim().split('\n');
  const names = header.split(',');
  const points = lines.slice(0, 2).map((line) => {
    const cells = line.split(',');
    const value = (name: string) => cells[names.indexOf(name)] ?? '';
    return {
      x: value('lambert72_x'),
      y: value('lambert72_y'),
      longitude: Number(value('wgs84_lon')),
      latitude: Number(value('wgs84_lat')),
    };
  });
  await startAtTerritory(page);
  // Each point gets a neighbourhood of a few metres: who finds the address is told which it lies in.
  const around = points.map(({ longitude, latitude }, index) =>
    boxAround(`Proefpunt ${index + 1}`, longitude, latitude),
  );
  await importFile(page, textFile('wijken.geojson', collection(...around)), 'neighbourhood');
  const rows = points.map(({ x, y }, index) => `${STREET_OF[index] ?? ''},1,2800,${x},${y}`);
  const table = ['straatnaam,huisnummer,postcode,x,y', ...rows].join('\n');
  const wizard = await openWizard(page);
  await chooseFile(page, wizard, textFile('adressen.csv', table));
  await expectColumns(wizard);
  await expect(wizard.getByLabel('Coordinates')).toHaveValue('EPSG:31370');
  await continueToPreview(page, wizard);
  await bringIn(page, wizard);
  expect(await countOf(wizard, 'Refused')).toBe(0);
  await closeWizard(wizard);
  await page.getByRole('main').press('c');
  for (const index of [0, 1] as const) {
    await page.getByRole('combobox', { name: 'Where' }).fill(`${STREET_OF[index]} 1`);
    const found = page.getByRole('option', { name: new RegExp(`^${STREET_OF[index]} 1`) });
    await expect(found).toContainText(`Proefpunt ${index + 1}`);
  }
});

test('a complete town comes in', async ({ app: { page } }) => {
  test.skip(!existsSync(LEUVEN), 'the open data of Leuven is not beside this clone');
  await startAtTerritory(page);
  expect(await importFile(page, LEUVEN, 'segments')).toBeGreaterThan(4_000);
  expect((await figures(page)).join(' ')).toMatch(/^streets\s+1,\d{3}/);
});

/** A street for each of the two control points. */
const STREET_OF = ['Proefstraat', 'Controlelaan'] as const;
/** Half the size of a box around a control point, degrees: some five metres. */
const HALF = 0.00005;

function boxAround(name: string, longitude: number, latitude: number): unknown {
  const ring = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
    [-1, -1],
  ].map(([x = 0, y = 0]) => [longitude + x * HALF, latitude + y * HALF]);
  const properties = { code: name, naam: name };
  return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } };
}
