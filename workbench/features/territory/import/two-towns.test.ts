import { readFileSync } from 'node:fs';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { distanceMetres, type Line, type Position } from '#shared/domain/territory/geometry.ts';
import { OPEN_END } from '#shared/lib/dates.ts';

import { isMissing, sharedData } from '../../../../tests/factories/shared-data.ts';
import { collection, road, square } from '../../../../tests/factories/territory-files.ts';
import { type ImportBench, openImportBench } from '../../../../tests/factories/test-imports.ts';
import { undoImport } from './undo-import.ts';

let bench: ImportBench;
beforeEach(async () => {
  bench = await openImportBench();
});
afterEach(() => bench.dispose());

interface Piece {
  readonly code: string;
  readonly street: string;
  readonly streetCode: string;
  readonly municipality: string;
  readonly subMunicipality: string;
  readonly at: Position;
}

async function piecesNow(): Promise<readonly Piece[]> {
  const rows = await bench.store.read
    .selectFrom('segment')
    .innerJoin('street', 'street.id', 'segment.street_id')
    .select([
      'segment.official_id',
      'segment.geometry',
      'street.name_nl',
      'street.official_id as street',
      'street.municipality_code',
      'street.sub_municipality',
    ])
    .where('segment.valid_to', '=', OPEN_END)
    .orderBy('segment.official_id')
    .execute();
  return rows.map((row) => ({
    code: row.official_id,
    street: row.name_nl,
    streetCode: row.street,
    municipality: row.municipality_code,
    subMunicipality: row.sub_municipality,
    at: (JSON.parse(row.geometry) as Line)[0] ?? [0, 0],
  }));
}

/** Which lines share a street: what must not depend on the order of the files. */
function together(pieces: readonly Piece[]): string[] {
  return [...Map.groupBy(pieces, ({ streetCode }) => streetCode).values()]
    .map((group) => group.map(({ code }) => code).join(' '))
    .toSorted();
}

type File = readonly [name: string, content: string];
async function load(files: readonly File[]): Promise<void> {
  for (const [name, content] of files) await bench.import(name, content);
}

const town = (name: string, west: number): File => [
  'boundary.geojson',
  JSON.stringify({
    ...square('', west, name, 0.03),
    properties: { name },
  }),
];
const lines = (name: string, west: number): File => [
  'straten.geojson',
  collection(
    road(`${name}/1`, 'Kerkstraat', [west + 0.002, 51.005], [west + 0.009, 51.005]),
    road(`${name}/2`, 'Kerkstraat', [west + 0.009, 51.005], [west + 0.012, 51.005]),
    road(`${name}/3`, 'Dorpstraat', [west + 0.002, 51.008], [west + 0.009, 51.008]),
  ),
];
/** Some 14 kilometres from one to the other. */
const MEER = 4.4;
const DAM = 4.6;
const meerArea: File = ['gemeenten.geojson', collection(square('12025', MEER, 'Meerdorp', 0.03))];
const meerNames: File = [
  'straten.csv',
  'straatnaam,deelgemeente,postcode,nis\nKerkstraat,,2800,12025\nDorpstraat,,2800,12025\n',
];
const meerLines = lines('meer', MEER);
const damLines = lines('dam', DAM);
const damArea = town('Damdorp', DAM);
const APART = ['dam/1 dam/2', 'dam/3', 'meer/1 meer/2', 'meer/3'];

describe('Streets of one name in two towns', () => {
  it.each<readonly [string, readonly File[]]>([
    ['a register, then a map with a border', [meerArea, meerNames, meerLines, damArea, damLines]],
    ['a map with a border, then a register', [damArea, damLines, meerArea, meerNames, meerLines]],
    ['a register, then a map alone', [meerArea, meerNames, meerLines, damLines]],
    ['a map alone, then a register', [damLines, meerArea, meerNames, meerLines]],
    [
      'names without lines, then a map with a border',
      [meerArea, meerNames, damArea, damLines, meerLines],
    ],
    ['names without lines, then a map alone', [meerArea, meerNames, damLines, meerLines]],
    ['names without an area, then a map with a border', [meerNames, damArea, damLines, meerLines]],
    ['names and lines without an area, then a map alone', [meerNames, meerLines, damLines]],
    ['a map with a border, then names without an area', [damArea, damLines, meerNames, meerLines]],
    ['two maps alone', [meerLines, damLines]],
    ['two maps alone, the other way round', [damLines, meerLines]],
    ['two maps with borders', [town('Meerdorp', MEER), damArea, meerLines, damLines]],
    ['borders after the lines', [damLines, meerLines, damArea, meerArea]],
  ])('stay apart: %s', async (_, files) => {
    await load(files);
    expect(together(await piecesNow())).toEqual(APART);
  });

  it('stay apart in one file, whatever the order of its lines', async () => {
    const both = [meerLines, damLines].flatMap(
      ([, content]) => (JSON.parse(content) as { features: unknown[] }).features,
    );
    await bench.import('straten.geojson', collection(...both.toReversed()));
    expect(together(await piecesNow())).toEqual(APART);
    const again = await bench.import('straten.geojson', collection(...both), {
      validFrom: '2026-05-01',
      complete: true,
    });
    expect(again.counts).toMatchObject({ added: 0, changed: 0, unchanged: 6, ended: 0 });
  });

  it('take a long street for one, also when its stretches come from both ends', async () => {
    const stretch = (part: number) =>
      road(`way/${part}`, 'Steenweg', [4.4 + part * 0.01, 51], [4.41 + part * 0.01, 51]);
    await bench.import(
      'straten.geojson',
      collection(...[0, 9, 1, 8, 2, 7, 5, 3, 6, 4].map(stretch)),
    );
    expect(together(await piecesNow())).toHaveLength(1);
  });

  it('know a municipality without a code of the register by its own', async () => {
    await load([damArea, damLines]);
    expect(new Set((await piecesNow()).map(({ municipality }) => municipality))).toEqual(
      new Set(['Damdorp']),
    );
  });

  it('get the code of the register once its borders and names come', async () => {
    await load([damArea, damLines]);
    const before = await bench.contents();
    const area = await bench.import(
      'gemeenten.geojson',
      collection(square('24062', DAM, 'Damdorp', 0.03)),
    );
    const names = await bench.import(
      'straten.csv',
      'straatnaam,deelgemeente,postcode,nis\nKerkstraat,,3000,24062\nDorpstraat,,3000,24062\n',
    );
    expect(names.counts).toMatchObject({ added: 0, changed: 2 });
    expect(new Set((await piecesNow()).map(({ municipality }) => municipality))).toEqual(
      new Set(['24062']),
    );
    await undoImport(bench.file, { importId: names.id });
    await undoImport(bench.file, { importId: area.id });
    expect(await bench.contents()).toEqual(before);
  });

  it('get addresses of their own', async () => {
    await load([meerArea, meerNames, meerLines, damArea, damLines]);
    await bench.import(
      'adressen.csv',
      `address_id,streetname_nl,house_number,lon,lat\n1,Kerkstraat,1,${DAM + 0.003},51.005\n2,Kerkstraat,1,${MEER + 0.003},51.005\n`,
    );
    const rows = await bench.store.read
      .selectFrom('address')
      .innerJoin('street', 'street.id', 'address.street_id')
      .select(['address.official_id', 'street.municipality_code'])
      .orderBy('address.official_id')
      .execute();
    expect(rows).toEqual([
      { official_id: '1', municipality_code: 'Damdorp' },
      { official_id: '2', municipality_code: '12025' },
    ]);
  });

  it('make a line that may belong to several a street of its own', async () => {
    await load([
      meerArea,
      [
        'straten.csv',
        'straatnaam,deelgemeente,postcode,nis\nKerkstraat,Heffen,2801,12025\nKerkstraat,Leest,2811,12025\n',
      ],
      meerLines,
    ]);
    const pieces = (await piecesNow()).filter(({ street }) => street === 'Kerkstraat');
    expect(pieces.map(({ subMunicipality }) => subMunicipality)).toEqual(['', '']);
    expect(together(pieces)).toEqual(['meer/1 meer/2']);
  });

  it('are as they were after undoing', async () => {
    await load([meerArea, meerNames, meerLines]);
    const before = await bench.contents();
    const area = await bench.import(...damArea);
    const roads = await bench.import(...damLines);
    await undoImport(bench.file, { importId: roads.id });
    await undoImport(bench.file, { importId: area.id });
    expect(await bench.contents()).toEqual(before);
  });
});

const PATH = 'territory/';
const data = sharedData(PATH);
const real = (path: string): File => [
  path.split('/').at(-1) ?? '',
  readFileSync(new URL(path, data), 'utf8'),
];
const MECHELEN = [
  'gemeenten.geojson',
  'deelgemeenten.geojson',
  'wijken.geojson',
  'straten_mechelen.csv',
  'straten_osm_hoofdnet.geojson',
].map((name) => `mechelen/${name}`);
const LEUVEN = ['leuven/boundary.geojson', 'leuven/straten_leuven.geojson'];

describe.skipIf(isMissing(PATH))('Mechelen and Leuven in one territory', () => {
  const LEUVEN_CENTRE: Position = [4.7, 50.88];
  const isLeuven = (piece: Piece) => distanceMetres(piece.at, LEUVEN_CENTRE) < 12_000;

  it.each([
    ['Mechelen, Leuven', [...MECHELEN, ...LEUVEN]],
    ['Leuven, Mechelen', [...LEUVEN, ...MECHELEN]],
    ['Mechelen, Leuven without its border', [...MECHELEN, ...LEUVEN.slice(1)]],
    ['Leuven without its border, Mechelen', [...LEUVEN.slice(1), ...MECHELEN]],
    ['Mechelen without areas, Leuven', [...MECHELEN.slice(3), ...LEUVEN]],
  ])(
    'no street has lines in both: %s',
    async (_, paths) => {
      await load(paths.map(real));
      const pieces = await piecesNow();
      const leuven = new Set(pieces.filter(isLeuven).map(({ streetCode }) => streetCode));
      const mechelen = pieces.filter((piece) => !isLeuven(piece));
      expect(leuven.size).toBeGreaterThan(1170);
      expect(leuven.size).toBeLessThanOrEqual(1190);
      expect(mechelen.filter(({ streetCode }) => leuven.has(streetCode))).toEqual([]);
      expect([...leuven].filter((code) => code.startsWith('name:'))).toEqual([]);
      expect(new Set(mechelen.map(({ street }) => street)).size).toBe(70);
    },
    60_000,
  );
});
