import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addDays, OPEN_END } from '#shared/lib/dates.ts';

import { type ImportBench, openImportBench } from '../../../../tests/factories/test-imports.ts';
import { WorkbenchError } from '../../../errors.ts';
import { undoImport } from './undo-import.ts';

/** A small town in which everything may change from one version to the next. */
const neighbourhoods = fc
  .uniqueArray(fc.integer({ min: 0, max: 3 }), { minLength: 1 })
  .chain((places) =>
    fc.record({
      places: fc.constant(places),
      name: fc.constantFrom('oud', 'nieuw'),
      shift: fc.constantFrom(0, 0.0013),
    }),
  )
  .map(({ places, name, shift }) => ({
    fileName: 'wijken.geojson',
    content: JSON.stringify({
      type: 'FeatureCollection',
      features: places.map((place) => {
        const west = 4.4 + place * 0.01 + shift;
        return {
          type: 'Feature',
          properties: { code: `12025W0${place}`, naam: `Wijk ${place} ${name}` },
          geometry: {
            type: 'Polygon',
            coordinates: [
              [
                [west, 51],
                [west + 0.01, 51],
                [west + 0.01, 51.02],
                [west, 51.02],
                [west, 51],
              ],
            ],
          },
        };
      }),
    }),
  }));
const STREETS = ['Kerkstraat', 'Dorpstraat', 'Nieuwstraat'];
const segments = fc
  .uniqueArray(
    fc.record({
      way: fc.integer({ min: 1, max: 4 }),
      street: fc.constantFrom(...STREETS),
      from: fc.integer({ min: 0, max: 4 }),
      length: fc.integer({ min: 1, max: 4 }),
    }),
    { minLength: 1, selector: ({ way }) => way },
  )
  .map((lines) => ({
    fileName: 'straten.geojson',
    content: JSON.stringify({
      type: 'FeatureCollection',
      features: lines.map(({ way, street, from, length }) => ({
        type: 'Feature',
        properties: { osm: `way/${way}`, name: street },
        geometry: {
          type: 'LineString',
          coordinates: [
            [4.395 + from * 0.01, 51.001 + way * 0.002],
            [4.395 + (from + length) * 0.01, 51.002 + way * 0.002],
          ],
        },
      })),
    }),
  }));
const names = fc
  .uniqueArray(
    fc.record({ code: fc.integer({ min: 1, max: 3 }), name: fc.constantFrom(...STREETS) }),
    {
      minLength: 1,
      selector: ({ code }) => code,
    },
  )
  .map((rows) => ({
    fileName: 'straten.csv',
    content: `street_id,streetname_nl,nis\n${rows.map(({ code, name }) => `${code},${name},12025\n`).join('')}`,
  }));
const addresses = fc
  .uniqueArray(
    fc.record({
      id: fc.integer({ min: 1, max: 5 }),
      name: fc.constantFrom(...STREETS),
      place: fc.integer({ min: 0, max: 40 }),
    }),
    { minLength: 1, selector: ({ id }) => id },
  )
  .map((rows) => ({
    fileName: 'adressen.csv',
    content: `address_id,streetname_nl,house_number,lon,lat\n${rows
      .map(({ id, name, place }) => `${id},${name},${id},${4.4 + place / 1000},51.01\n`)
      .join('')}`,
  }));
const step = fc.record({
  file: fc.oneof(neighbourhoods, segments, names, addresses),
  complete: fc.boolean(),
  /** Days since the import before: on one day, several. */
  days: fc.constantFrom(0, 0, 1, 30),
});

/** Nothing that is open-ended relies on something that has ended, and the bounds are in step. */
async function expectSound(bench: ImportBench): Promise<void> {
  const { read } = bench.store;
  for (const table of ['segment', 'address'] as const) {
    const stale = await read
      .selectFrom(table)
      .innerJoin('street', 'street.id', `${table}.street_id`)
      .leftJoin('area', 'area.id', `${table}.neighbourhood_id`)
      .select(`${table}.official_id`)
      .where(`${table}.valid_to`, '=', OPEN_END)
      .where((either) =>
        either.or([
          either('street.valid_to', '!=', OPEN_END),
          either('area.valid_to', '!=', OPEN_END),
        ]),
      )
      .execute();
    expect(stale).toEqual([]);
  }
  const { segment, segmentBounds, area, areaBounds } = await bench.contents();
  const keys = (rows: unknown[] = []) => rows.map((row) => (row as { row_id: number }).row_id);
  expect(keys(segmentBounds)).toEqual(keys(segment));
  expect(keys(areaBounds)).toEqual(keys(area));
}

describe('Any sequence of imports', () => {
  it('keeps the territory sound, and undoing them all, newest first, brings back each former state', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        const bench = await openImportBench();
        try {
          const states: { importId: string; before: unknown }[] = [];
          let day = '2026-01-01';
          for (const { file, complete, days } of steps) {
            day = addDays(day, days);
            const before = await bench.contents();
            try {
              const record = await bench.import(file.fileName, file.content, {
                validFrom: day,
                complete,
              });
              states.push({ importId: record.id, before });
            } catch (cause) {
              // A second version on the same day is the one thing that may be refused here.
              expect(cause).toBeInstanceOf(WorkbenchError);
              expect(cause).toMatchObject({ data: { reason: 'not-later' } });
              expect(await bench.contents()).toEqual(before);
            }
            await expectSound(bench);
          }
          for (const { importId, before } of states.toReversed()) {
            await undoImport(bench.file, { importId });
            expect(await bench.contents()).toEqual(before);
          }
        } finally {
          await bench.dispose();
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
