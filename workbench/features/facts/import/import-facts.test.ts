import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { addDays } from '#shared/lib/dates.ts';

import { type FactBench, openFactBench } from '../../../../tests/factories/fact-bench.ts';
import { collect } from '../../../../tests/factories/test-imports.ts';
import {
  square,
  storeTerritory,
  territoryMaker,
} from '../../../../tests/factories/test-territory.ts';
import {
  importFacts,
  inspectFacts,
  listFacts,
  previewFacts,
  readFactImports,
  readFactReport,
  readFactSources,
  readSourceYears,
  readValues,
  redoFactImport,
  saveFactSource,
  undoFactImport,
} from '../index.ts';

const ALL = {
  from: null,
  to: null,
  sourceId: null,
  kind: null,
  origin: null,
  tie: null,
  streetId: null,
};

let bench: FactBench;
beforeEach(async () => {
  bench = await openFactBench();
});
afterEach(() => bench.dispose());

/** Two neighbourhoods side by side, each with its Kerkstraat, and one Molenstraat. */
async function storeTown(): Promise<void> {
  const town = territoryMaker();
  const west = town.area({ nameNl: 'West', geometry: square([4.4, 51], 0.01) });
  const east = town.area({ nameNl: 'Oost', geometry: square([4.41, 51], 0.01) });
  const street = (nameNl: string, neighbourhoodId: string, latitude: number, from: number) =>
    town.segment({
      streetId: town.street({ nameNl }).id,
      neighbourhoodId,
      geometry: [
        [from, latitude],
        [from + 0.009, latitude],
      ],
    });
  street('Kerkstraat', west.id, 51.005, 4.4);
  street('Kerkstraat', east.id, 51.005, 4.4102);
  street('Molenstraat', west.id, 51.0052, 4.4);
  await storeTerritory(bench.store, town.dataset);
}

const FILE = [
  'Nummer;Aard;Datum;Straat;Lengtegraad;Breedtegraad;Id',
  '1;Inbraak;05/12/2025 14:30;Molenstraat;4,405;51,00501;A1',
  '2;Diefstal;6/12/2025;;4,405;51,00501;A2',
  '3;Inbraak;12/2025;Molenstraat;;;A3',
  '4;Inbraak;2025;;;;A4',
  '5;Vandalisme;31/02/2025;;;;A5',
  '6;Inbraak;07/12/2025;;4,405;;A6',
  '7;Diefstal;07/12/2025;;4,405;51,00501;A1',
  '8;Iets nieuws;08/12/2025;;4,5;51,2;',
  '9;Inbraak;08/12/2025;Kerkstraat;4,4097;51,005;A9',
].join('\n');
const KINDS = { Inbraak: 'burglary', Diefstal: 'theft' };

describe('an import of facts', () => {
  it('ties what it reads, keeps what has no place apart, and reports what it leaves out', async () => {
    await storeTown();
    const source = await bench.source();
    const made = await bench.importFacts(source, 'feiten.csv', FILE, { kinds: KINDS });
    expect(made.counts).toEqual({
      read: 9,
      stored: 6,
      amount: 6,
      repeated: 1,
      known: 0,
      refused: 2,
      ties: {
        ...{ name: 2, nearest: 1, street: 1, ambiguous: 0 },
        ...{ border: 0, 'too-far': 0, outside: 1, 'no-place': 1 },
      },
      days: { first: '2025-12-05', last: '2025-12-08' },
      months: { '2025-12': 5 },
    });
    const { refused, total } = await readFactReport(bench.file, { importId: made.id, offset: 0 });
    expect(total).toBe(3);
    expect(refused).toEqual([
      { row: 6, reason: 'unreadable-time', column: 'Datum', value: '31/02/2025' },
      { row: 7, reason: 'half-coordinates', column: 'Breedtegraad', value: '' },
      { row: 8, reason: 'repeated', column: 'Id', value: 'A1' },
    ]);
    const { facts } = await listFacts(bench.file, { filter: ALL, after: null });
    const told = facts.map(({ externalId, kind, tie, streetNameNl, neighbourhoodNameNl }) =>
      [externalId, kind, tie, streetNameNl, neighbourhoodNameNl].join(' '),
    );
    expect(told).toEqual([
      ' other outside  ',
      // A point nearer to the other Kerkstraat, across the border, stays on this side.
      'A9 burglary name Kerkstraat West',
      'A2 theft nearest Kerkstraat West',
      'A1 burglary name Molenstraat West',
      'A3 burglary street Molenstraat West',
      'A4 burglary no-place  ',
    ]);
    expect(facts.find(({ externalId }) => externalId === 'A1')).toMatchObject({
      precision: 'moment',
      occurredAt: '2025-12-05T13:30:00.000Z',
    });
  });

  it('lies in the neighbourhood that holds its point, on no street across a border, and tells what is across one', async () => {
    const town = territoryMaker();
    const west = town.area({ nameNl: 'West', geometry: square([4.4, 51], 0.01) });
    const east = town.area({ nameNl: 'Oost', geometry: square([4.41, 51], 0.01) });
    const street = (nameNl: string, ...geometry: [number, number][]) =>
      town.segment({ streetId: town.street({ nameNl }).id, neighbourhoodId: east.id, geometry });
    street('Grensstraat', [4.41001, 51.001], [4.41001, 51.009]);
    street('Dwarsstraat', [4.4085, 51.005], [4.416, 51.005]);
    expect(west.id).not.toBe(east.id);
    await storeTerritory(bench.store, town.dataset);
    const source = await bench.source();
    // A metre west of the border, a metre east, some thirty west; on a street that crosses it; and what names nothing.
    const rows = [
      ['Grensstraat', '4,409986', '51,003'],
      ['Grensstraat', '4,410014', '51,003'],
      ['Grensstraat', '4,40958', '51,003'],
      ['Dwarsstraat', '4,4095', '51,005'],
      ['', '4,409986', '51,003'],
      ['Grensstraat', '4,402', '51,003'],
    ].map((row, at) => [at + 1, 'Inbraak', '05/12/2025', ...row, ''].join(';'));
    const file = [FILE.split('\n')[0], ...rows].join('\n');
    const { counts } = await bench.importFacts(source, 'grens.csv', file, { kinds: KINDS });
    expect(counts.ties).toMatchObject({ name: 1, border: 4, 'too-far': 1, nearest: 0 });
    const { facts } = await listFacts(bench.file, { filter: ALL, after: null });
    const named = facts.filter(({ tie }) => tie === 'name');
    expect(named.map(({ neighbourhoodNameNl }) => neighbourhoodNameNl)).toEqual(['Oost']);
    const rest = facts.filter(({ tie }) => tie !== 'name');
    expect(new Set(rest.map(({ neighbourhoodNameNl }) => neighbourhoodNameNl))).toEqual(
      new Set(['West']),
    );
  });

  it('stores exactly what its preview said, and a preview stores nothing', async () => {
    await storeTown();
    const source = await bench.source();
    const input = await bench.input(source, 'feiten.csv', FILE, { kinds: KINDS });
    const preview = await previewFacts(bench.file, input);
    expect(await readFactImports(bench.file)).toEqual([]);
    expect(preview.sample).toHaveLength(6);
    expect(preview.sample[0]).toMatchObject({ row: 2, streetNameNl: 'Molenstraat' });
    const made = await bench.importFacts(source, 'feiten.csv', FILE, { kinds: KINDS });
    expect(made.counts).toEqual(preview.counts);
    expect(preview.refused).toHaveLength(3);
    // The same file once more: what has no number would come in twice.
    const again = await bench.input(source, 'feiten.csv', FILE, { kinds: KINDS });
    expect(await previewFacts(bench.file, again)).toMatchObject({
      counts: { stored: 1, known: 5 },
      unnumbered: 1,
    });
  });

  it('knows what an earlier import brought, also after undo and redo', async () => {
    const source = await bench.source();
    const first = await bench.importFacts(source, 'een.csv', FILE);
    const again = bench.importFacts(source, 'twee.csv', FILE.split('\n').slice(0, 3).join('\n'));
    await expect(again).rejects.toMatchObject({ data: { reason: 'nothing-usable' } });
    const total = async () => (await listFacts(bench.file, { filter: ALL, after: null })).total;
    expect(await total()).toBe(6);

    const undone = await undoFactImport(bench.file, { importId: first.id });
    expect(undone).toMatchObject({ undoneAt: bench.clock.now(), here: 6 });
    expect(await total()).toBe(0);
    const twice = undoFactImport(bench.file, { importId: first.id });
    await expect(twice).rejects.toMatchObject({ data: { field: 'importId', reason: 'undone' } });

    const second = await bench.importFacts(source, 'twee.csv', FILE);
    expect(second.counts).toMatchObject({ stored: 6, known: 0 });
    await redoFactImport(bench.file, { importId: first.id });
    // Five have an id, and count once; one has none.
    expect(await total()).toBe(7);
    const operations = await bench.store.read
      .selectFrom('operation')
      .select(['entity', 'change'])
      .orderBy('device_seq')
      .execute();
    const names = operations.map(({ entity, change }) => {
      const { name } = JSON.parse(change) as { name?: string };
      return `${entity} ${name ?? 'patch'}`;
    });
    expect(names).toEqual([
      'fact-source patch',
      'fact-source patch',
      'fact-import importFacts',
      'fact-batch storeFacts',
      'fact-import undoFactImport',
      'fact-import importFacts',
      'fact-batch storeFacts',
      'fact-import redoFactImport',
    ]);
  });

  it('that is broken off, or fails, stores nothing', async () => {
    const source = await bench.source();
    const before = await readFactSources(bench.file);
    const rows = Array.from({ length: 2_000 }, (_, at) => `${at};Inbraak;05/12/2025;;;;B${at}`);
    const long = [FILE.split('\n')[0], ...rows].join('\n');
    const input = await bench.input(source, 'lang.csv', long);
    for await (const event of importFacts(bench.file, input)) {
      if (event.type === 'progress' && event.phase === 'writing') break;
    }
    const aborted = new AbortController();
    const events = importFacts(bench.file, input, aborted.signal);
    await events.next();
    aborted.abort();
    expect((await collect(events)).at(-1)).toEqual({ type: 'cancelled' });
    const gone = importFacts(bench.file, { ...input, sourceId: input.uploadId });
    await expect(collect(gone)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const columns = Object.fromEntries(
      Object.entries(input.plan.columns).filter(([name]) => name !== 'date'),
    );
    const noDate = { ...input.plan, columns };
    const wrong = importFacts(bench.file, { ...input, plan: noDate });
    await expect(collect(wrong)).rejects.toMatchObject({ data: { field: 'plan.columns.date' } });
    const noColumn = { ...input.plan, columns: { ...input.plan.columns, kind: 'Soort' } };
    const missing = importFacts(bench.file, { ...input, plan: noColumn });
    await expect(collect(missing)).rejects.toMatchObject({
      data: { field: 'plan.columns.kind', reason: 'no-such-column' },
    });
    const one = importFacts(bench.file, input);
    await one.next();
    await expect(collect(importFacts(bench.file, input))).rejects.toMatchObject({
      code: 'IMPORT_BUSY',
    });
    await one.return();
    expect(await readFactImports(bench.file)).toEqual([]);
    expect(await readFactSources(bench.file)).toEqual(before);
  });

  it('reads the next file of a source as it read the last', async () => {
    const source = await bench.source();
    await bench.importFacts(source, 'een.csv', FILE, { kinds: KINDS, reachMetres: 80 });
    const uploadId = await bench.upload('twee.csv', FILE);
    const saved = await inspectFacts(bench.file, { uploadId, sourceId: source.id });
    expect(saved).toMatchObject({ planFrom: 'saved', plan: { kinds: KINDS, reachMetres: 80 } });
    const other = await bench.upload('ander.csv', 'Datum\n2025\n');
    const guessed = await inspectFacts(bench.file, { uploadId: other, sourceId: source.id });
    expect(guessed).toMatchObject({ planFrom: 'general', plan: { columns: { date: 'Datum' } } });
  });

  it.each([
    ['UTF-8', new TextEncoder().encode('Datum;Straat\n2025;Élysée\n')],
    ['UTF-8 with its mark', new TextEncoder().encode('\uFEFFDatum,Straat\n2025,Élysée\n')],
    [
      'Windows-1252',
      Uint8Array.from([...'Datum\tStraat\n2025\t\u00C9lys\u00E9e\n'].map((c) => c.charCodeAt(0))),
    ],
  ])('reads %s, whatever parts its cells', async (_name, bytes) => {
    const source = await bench.source();
    await bench.importFacts(source, 'feiten.csv', bytes);
    const { facts } = await listFacts(bench.file, { filter: ALL, after: null });
    expect(facts[0]).toMatchObject({ placeText: 'Élysée', precision: 'year' });
  });

  it('tells the values of a column, and which codes they are called by', async () => {
    const uploadId = await bench.upload('feiten.csv', FILE);
    const { values, more } = await readValues(bench.file, { uploadId, column: 'Aard' });
    expect(more).toBe(false);
    expect(values).toEqual([
      { value: 'Inbraak', rows: 5, kind: 'burglary', origin: null },
      { value: 'Diefstal', rows: 2, kind: 'theft', origin: null },
      { value: 'Iets nieuws', rows: 1, kind: null, origin: null },
      { value: 'Vandalisme', rows: 1, kind: 'vandalism', origin: null },
    ]);
  });

  it('proposes whom the words for an origin mean, and refuses what somebody set to be refused', async () => {
    const text = 'Datum;Herkomst\n2025;burger\n2025;POLICE\n2025;partenaire\n2025;iemand\n';
    const uploadId = await bench.upload('herkomst.csv', text);
    const { values } = await readValues(bench.file, { uploadId, column: 'Herkomst' });
    const found = new Map(values.map(({ value, origin }) => [value, origin]));
    expect(Object.fromEntries(found)).toEqual({
      burger: 'public',
      POLICE: 'police',
      partenaire: 'partner',
      iemand: null,
    });
    const source = await bench.source();
    const origins = { ...Object.fromEntries(found), partenaire: null };
    const made = await bench.importFacts(source, 'herkomst.csv', text, { origins });
    expect(made.counts).toMatchObject({ stored: 2, refused: 2 });
  });
});

describe('the years of a source', () => {
  /** As many facts on each day, on places of which each day has one. */
  const uniform = (from: string, days: number): string =>
    [
      'Id;Datum;Straat',
      ...Array.from({ length: days * 3 }, (_, at) => {
        const day = addDays(from, Math.floor(at / 3));
        return `${from}-${at};${day};Plek ${at % (3 * 300)}`;
      }),
    ].join('\n');

  it('are told of without those that are cut short, which are no change of method', async () => {
    // The clock of the desk stands in June 2026.
    const source = await bench.source();
    await bench.importFacts(source, 'feiten.csv', uniform('2020-09-10', 2_080));
    const { years, told, trend, suspects } = await readSourceYears(bench.file, {
      sourceId: source.id,
    });
    expect(years.map(({ year, isWhole }) => `${year} ${isWhole}`)).toEqual([
      '2020 false',
      '2021 true',
      '2022 true',
      '2023 true',
      '2024 true',
      '2025 true',
      '2026 false',
    ]);
    expect(told).toEqual({ first: 2021, last: 2025 });
    expect(suspects).toEqual([]);
    if (trend.kind !== 'trend') throw new Error('no trend');
    expect(trend.factor).toBeCloseTo(1, 2);
  });

  it('are cut short where the import that held the rest is undone', async () => {
    const source = await bench.source();
    await bench.importFacts(source, 'een.csv', uniform('2024-01-01', 182));
    const { id } = await bench.importFacts(source, 'twee.csv', uniform('2024-07-01', 184));
    const isWhole = async () =>
      (await readSourceYears(bench.file, { sourceId: source.id })).years.map((of) => of.isWhole);
    expect(await isWhole()).toEqual([true]);
    await undoFactImport(bench.file, { importId: id });
    expect(await isWhole()).toEqual([false]);
  });
});

describe('a source of facts', () => {
  it('has a name of its own, and is changed where something is different', async () => {
    const source = await bench.source();
    await expect(bench.source()).rejects.toMatchObject({ code: 'ALREADY_EXISTS' });
    const fields = { name: 'Camera’s', origin: 'police', credit: 'De stad', breaks: [] } as const;
    const changed = await saveFactSource(bench.file, {
      id: source.id,
      fields: { ...fields, breaks: [{ on: '2022-01-01', note: 'nieuwe camera’s' }] },
    });
    expect(await readFactSources(bench.file)).toEqual([changed]);
    expect(changed).toMatchObject({ origin: 'police', breaks: [{ on: '2022-01-01' }] });
    await expect(
      saveFactSource(bench.file, {
        id: bench.store.identity.officerId,
        fields: { ...fields, breaks: [] },
      }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
