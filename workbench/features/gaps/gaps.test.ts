import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { GAP_COLUMNS, gapMapSchema, type GapQuestion } from '#shared/contract/gaps.ts';
import type { Feeling } from '#shared/domain/contacts/code-lists.ts';
import { newContactSchema } from '#shared/domain/contacts/contact.ts';
import type { Fact } from '#shared/domain/facts/fact.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import {
  evenMonths,
  type PlantedCounts,
  storeFactImport,
} from '../../../tests/factories/many-facts.ts';
import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import {
  square,
  storeTerritory,
  type TerritoryMaker,
  territoryMaker,
} from '../../../tests/factories/test-territory.ts';
import { putFactBatch } from '../../store/repositories/fact-repository.ts';
import { insertFactWeights } from '../../store/repositories/fact-weights-repository.ts';
import { stretchNumbers } from '../../store/repositories/stretch-numbers.ts';
import { amendContact } from '../contacts/index.ts';
import { logContact } from '../contacts/log-contact.ts';
import { openTransfers } from '../transfers/index.ts';
import { exportGapTable, readGapLines, readGapMap } from './index.ts';

const random = seededRandom(19);
const newId = (): string => makeId(1_750_000_000_000, randomBytes(random, 16));

/** A file with many facts a day, of this period and the one before. */
const DAYS = { first: '2025-01-01', last: '2026-12-31' };
const TWO_YEARS: PlantedCounts = { days: DAYS, stored: 20_000, months: evenMonths(DAYS, 800) };

/** Pieces of the long street, from west to east, each some 280 metres. */
const PIECES = 30;

let test: TestFile;
let town: TerritoryMaker;
let noord: string;
let street: string;
let formerId: string;
let pieces: string[];
beforeEach(async () => {
  test = await openTestFile();
  town = territoryMaker();
  noord = town.area({ nameNl: 'Noord', geometry: square([4.4, 51], 0.2) }).id;
  formerId = town.street({ nameNl: 'Oude Baan', officialId: 'S1', validTo: '2026-01-01' }).id;
  street = town.street({ nameNl: 'Lange Baan', officialId: 'S1', validFrom: '2026-01-01' }).id;
  pieces = Array.from({ length: PIECES }, (_, piece) => {
    const geometry = [
      [4.4 + piece * 0.004, 51.01],
      [4.4 + (piece + 1) * 0.004, 51.01],
    ] as const;
    return town.segment({ streetId: street, geometry, neighbourhoodId: noord }).id;
  });
  await storeTerritory(test.store, town.dataset);
  await storeFactImport(test.store, { id: 'i1', counts: TWO_YEARS });
});
afterEach(() => test.dispose());

const question = (changes: Partial<GapQuestion> = {}): GapQuestion => ({
  level: 'segment',
  from: '2026-01-01',
  to: '2026-07-01',
  kinds: [],
  class: null,
  neighbourhoodId: null,
  order: 'hot',
  ...changes,
});
/** Says of the file that all facts are from that it has many in each month of these days, but for some. */
async function note(days: PlantedCounts['days'], without: readonly string[] = []): Promise<void> {
  const months = {
    ...evenMonths(days, 900),
    ...Object.fromEntries(without.map((one) => [one, 0])),
  };
  const counts = JSON.stringify({ days, stored: 20_000, months });
  await test.store.write(({ tables }) =>
    tables.updateTable('fact_import').set({ counts }).execute(),
  );
}
const ask = async (changes: Partial<GapQuestion> = {}) =>
  gapMapSchema.parse(await readGapMap(test.file, question(changes)));
const idOf = (piece: number): string => pieces[piece] ?? '';

/** Somebody on a piece of the street says how safe it feels. */
async function feel(feeling: Feeling, piece: number, day = '2026-03-02', count = 1) {
  const logged = [];
  for (let one = 0; one < count; one += 1) {
    const input = newContactSchema.parse({
      id: newId(),
      occurredAt: `${day}T10:00:00.000Z`,
      place: { streetId: formerId, houseNumber: '', position: [4.402 + piece * 0.004, 51.0101] },
      reason: 'nuisance',
      summary: '',
      feeling,
      next: { step: 'nothing', note: '' },
    });
    logged.push(await logContact(test.file, input));
  }
  return logged;
}

async function record(piece: number, count: number, changes: Partial<Fact> = {}) {
  const facts = Array.from({ length: count }, (): Fact => ({
    kind: 'vandalism',
    origin: 'public',
    time: '2026-03-02',
    tie: 'nearest',
    streetId: street,
    segmentId: idOf(piece),
    ...changes,
  }));
  const batch = { id: newId(), importId: 'i1', neighbourhoodId: noord, facts, version: 1 };
  await test.store.write((handle) => putFactBatch(handle, batch));
}

describe('feeling against fact, piece by piece of street', () => {
  it('is measured by the neighbourhoods that the desk holds, not by streets of which it knows nothing', async () => {
    const zuid = town.area({ nameNl: 'Zuid', geometry: square([4.4, 50.7], 0.2) }).id;
    const { id: streetId } = town.street({ nameNl: 'Verre Baan' });
    const elsewhere = Array.from({ length: PIECES }, (_, piece) => {
      const geometry = [
        [4.4 + piece * 0.004, 50.71],
        [4.4 + (piece + 1) * 0.004, 50.71],
      ] as const;
      return town.segment({ streetId, geometry, neighbourhoodId: zuid }).id;
    });
    await test.dispose();
    test = await openTestFile();
    await storeTerritory(test.store, town.dataset);
    await storeFactImport(test.store, { id: 'i1' });
    await record(0, 20);
    await record(1, 20);
    const all = await ask();
    await test.store.write(({ tables }) =>
      tables
        .insertInto('sync_scope')
        .values({
          scope: `neighbourhood:${noord}`,
          cursor: 1,
          generation: 1,
          whole: 1,
          row_count: 0,
          digest: '0'.repeat(16),
        })
        .execute(),
    );
    const held = await ask();
    // A degree of longitude is a little longer further south.
    expect(held.perKilometre).toBeCloseTo(2 * (all.perKilometre ?? 0), 1);
    expect(Object.values(held.classes).reduce((sum, count) => sum + count, 0)).toBe(PIECES);
    expect(held.drawn.some(({ id }) => elsewhere.includes(id))).toBe(false);
  });

  it('parts pieces into classes, and says nothing of the rest', async () => {
    await feel('always', 0, '2026-03-02', 6);
    await feel('never', 1, '2026-03-02', 6);
    await feel('always', 2, '2026-03-02', 6);
    await feel('never', 3, '2026-03-02', 6);
    await feel('always', 4, '2026-03-02', 2);
    await record(0, 20);
    await record(1, 20);
    const map = await ask();
    const classes = new Map(map.rows.map((row) => [row.id, row.class]));
    expect(classes.get(idOf(0))).toBe('felt-and-recorded');
    expect(classes.get(idOf(1))).toBe('recorded-only');
    expect(classes.get(idOf(2))).toBe('felt-only');
    expect(classes.get(idOf(3))).toBe('calm');
    expect(classes.get(idOf(4))).toBe('too-few');
    expect(map.classes['too-few']).toBe(PIECES - 4);
    expect(map).toMatchObject({ answers: 26, facts: 40, policeFacts: 0, elsewhere: 0 });
    expect(map.insecureShare).toBeCloseTo(14 / 26, 12);
    expect(map.drawn.map(({ id }) => id)).not.toContain(idOf(4));
  });

  it('N4: fifty facts found by police leave rank, class and hot places unchanged', async () => {
    for (const piece of [3, 4, 5]) await record(piece, 12);
    await feel('never', 20, '2026-03-02', 6);
    await feel('always', 5, '2026-03-02', 6);
    const before = await ask();
    await record(20, 50, { origin: 'police' });
    const after = await ask();
    const ranks = ({ rows }: typeof before) =>
      rows.map(({ id, class: of, score, isHot, perKilometre }) => [
        id,
        of,
        score,
        isHot,
        perKilometre,
      ]);
    expect(ranks(after)).toEqual(ranks(before));
    expect(after.prediction).toEqual(before.prediction);
    expect(after.policeFacts).toBe(50);
    expect(after.rows.find(({ id }) => id === idOf(20))?.policeFacts).toBe(50);
  });

  it('finds hot pieces beside one another, and tells whether last time foretold them', async () => {
    for (const piece of [10, 11, 12]) {
      await record(piece, 15, { time: '2025-09-10' });
      await record(piece, 15);
    }
    const map = await ask();
    expect(map.rows.slice(0, 3).map(({ id }) => id)).toContain(idOf(11));
    expect(map.rows.filter(({ isHot }) => isHot).map(({ id }) => id)).toHaveLength(map.hot);
    expect(map.hot).toBeGreaterThan(0);
    expect(map.prediction).toMatchObject({ total: 45, predicts: true });
    expect(map.uncovered).toEqual([]);
    const moved = await ask({ from: '2026-03-01', to: '2026-03-02' });
    expect(moved.prediction).toBeNull();
  });

  it('tells nothing of prediction where a source covers but a part of both periods, and which', async () => {
    for (const time of ['2025-09-10', '2026-03-02']) await record(11, 15, { time });
    await note({ first: '2025-08-01', last: '2026-06-20' });
    const map = await ask();
    expect(map.prediction).toBeNull();
    // Of 362 days: 31 of July, for the period before begins on the fourth, less three, and ten of June.
    expect(map.uncovered).toEqual([{ source: 'source', missing: 28 + 10 }]);
    expect((await ask({ kinds: ['drugs'] })).uncovered).toEqual([]);
  });

  it('tells nothing of prediction where a source lacks a month of either period', async () => {
    for (const time of ['2025-09-10', '2026-03-02']) await record(11, 15, { time });
    const days = { first: '2025-06-01', last: '2026-08-31' };
    await note(days);
    expect(await ask()).toMatchObject({ uncovered: [], prediction: { total: 15 } });
    await note(days, ['2025-10']);
    expect(await ask()).toMatchObject({
      uncovered: [{ source: 'source', missing: 31 }],
      prediction: null,
    });
  });

  it('ranks no piece with fewer than three facts before one that has them', async () => {
    await record(10, 40);
    await record(9, 1);
    await record(11, 2);
    await record(20, 3);
    for (const order of ['hot', 'recorded'] as const) {
      const { rows, hot } = await ask({ order });
      expect(rows.slice(0, 2).map(({ id }) => id)).toEqual([idOf(10), idOf(20)]);
      expect(rows.map(({ facts }) => facts >= 3)).toEqual([true, true, false, false]);
      expect(rows.filter(({ isHot }) => isHot).map(({ id }) => id)).toEqual([idOf(10)]);
      expect(hot).toBe(1);
    }
  });

  it('counts what lies in the period and is of the kinds asked for', async () => {
    await record(0, 2, { time: '2026-06-30' });
    await record(0, 4, { time: '2026-07-01' });
    await record(0, 8, { time: '2025' });
    await record(0, 16, { kind: 'drugs' });
    await feel('always', 0, '2025-12-31');
    await feel('always', 0, '2026-06-14');
    expect(await ask()).toMatchObject({ facts: 18, answers: 1 });
    expect(await ask({ kinds: ['drugs'] })).toMatchObject({ facts: 16, answers: 1 });
  });

  it('weighs facts as the zone did on the last day of the period', async () => {
    await record(0, 4);
    await record(0, 1, { kind: 'violence' });
    const weights = (validFrom: string, violence: number) => ({
      id: newId(),
      setAt: '2026-01-01T08:00:00.000Z',
      setById: test.store.identity.officerId,
      validFrom,
      note: 'Proef',
      weights: { vandalism: 1, violence },
    });
    await test.store.write(async (handle) => {
      await insertFactWeights(handle, weights('2026-02-01', 10), 1);
      await insertFactWeights(handle, weights('2026-07-01', 99), 1);
    });
    const map = await ask();
    expect(map.weightsSince).toBe('2026-02-01');
    const metres = map.rows[0]?.metres ?? 0;
    expect(map.rows[0]?.perKilometre).toBeCloseTo(14_000 / metres, 6);
    expect(map.facts).toBe(5);
  });
});

describe('what is kept in memory', () => {
  it('follows contacts that come, move and are withdrawn, and facts that come', async () => {
    const [first] = await feel('always', 0);
    expect((await ask()).answers).toBe(1);
    await feel('often', 1);
    test.file.announce(['contacts']);
    expect((await ask()).answers).toBe(2);
    const at = (map: Awaited<ReturnType<typeof ask>>, piece: number) =>
      map.rows.find(({ id }) => id === idOf(piece))?.answers ?? 0;
    await amendContact(test.file, {
      id: newId(),
      contactId: first?.id ?? '',
      note: 'Verderop',
      changes: { place: { streetId: street, houseNumber: '', position: [4.43, 51.01] } },
    });
    const moved = await ask();
    expect([at(moved, 0), at(moved, 1), at(moved, 7)]).toEqual([0, 1, 1]);
    await amendContact(test.file, {
      id: newId(),
      contactId: first?.id ?? '',
      note: 'Dubbel',
      changes: { withdrawn: true },
    });
    expect(await ask()).toMatchObject({ answers: 1, facts: 0 });
    await record(0, 3);
    expect((await ask()).facts).toBe(3);
  });
});

describe('streets and neighbourhoods', () => {
  it('count what names no piece of street, and a street under any of its names', async () => {
    const input = newContactSchema.parse({
      id: newId(),
      occurredAt: '2026-03-02T10:00:00.000Z',
      place: { streetId: formerId, houseNumber: '', position: null },
      reason: 'nuisance',
      summary: '',
      feeling: 'often',
      next: { step: 'nothing', note: '' },
    });
    await logContact(test.file, input);
    const batch = {
      id: newId(),
      importId: 'i1',
      neighbourhoodId: noord,
      facts: [
        { kind: 'drugs', origin: 'public', time: '2026-03', tie: 'street', streetId: street },
        // What police found is in no figure that stands beside what was reported.
        { kind: 'drugs', origin: 'police', time: '2026-03', tie: 'street', streetId: street },
      ],
      version: 1,
    } as const;
    await test.store.write((handle) => putFactBatch(handle, batch));
    expect(await ask()).toMatchObject({ answers: 0, facts: 0, elsewhere: 1 });
    for (const level of ['street', 'neighbourhood'] as const) {
      const map = await ask({ level });
      expect(map).toMatchObject({ answers: 1, facts: 1, elsewhere: 0 });
      expect(map.rows).toMatchObject([
        { id: level === 'street' ? street : noord, answers: 1, insecure: 1, facts: 1 },
      ]);
    }
    expect((await ask({ level: 'street', neighbourhoodId: noord })).total).toBe(1);
    expect((await ask({ level: 'street', neighbourhoodId: newId() })).total).toBe(0);
  });

  it('have the numbers by which every other page calls them', async () => {
    for (const piece of [0, 7, PIECES - 1]) await record(piece, 5);
    const { rows } = await ask();
    const numbers = await stretchNumbers(test.store.read, pieces, '2026-06-15');
    expect(new Map(rows.map(({ id, stretch }) => [id, stretch]))).toEqual(
      new Map([0, 7, PIECES - 1].map((piece) => [idOf(piece), piece + 1])),
    );
    for (const { id, stretch } of rows) expect(numbers.get(id)?.number).toBe(stretch);
    const ofStreet = await ask({ level: 'street' });
    expect(ofStreet.rows).toMatchObject([{ id: street, stretch: null }]);
  });

  it('have lines to be drawn by', async () => {
    const lines = await readGapLines(test.file);
    expect(lines).toHaveLength(PIECES);
    expect(lines[0]).toMatchObject({ id: idOf(0), streetId: street, roadClass: 'local' });
  });
});

it('exports the table as it stands, in a form that a spreadsheet reads', async () => {
  await feel('always', 0, '2026-03-02', 6);
  await record(0, 20);
  const transfers = await openTransfers(join(test.directory, 'transfers'), newId);
  const done = await exportGapTable(test.file, transfers, {
    question: question({ order: 'recorded' }),
    french: false,
    fileName: 'gevoel-en-feiten',
    titles: [...GAP_COLUMNS],
    classes: {
      'felt-and-recorded': 'beide',
      'felt-only': 'gevoel',
      'recorded-only': 'feiten',
      calm: 'rustig',
      'too-few': 'te weinig',
    },
    yes: 'ja',
    no: 'nee',
    about: [['Periode', '2026']],
  });
  expect(done).toMatchObject({ rows: 1, fileName: expect.stringMatching(/^gevoel.*\.csv$/) });
  const { bytes } = await transfers.read({ downloadId: done.downloadId, offset: 0 });
  const text = Buffer.from(bytes, 'base64').toString('utf8');
  const [head, row, , about] = text.split('\r\n');
  expect(head).toBe(`\uFEFF${GAP_COLUMNS.join(';')}`);
  expect(row).toMatch(/^Lange Baan;1;Noord;(beide|feiten);6;6;/);
  expect(row?.split(';')).toHaveLength(GAP_COLUMNS.length);
  expect(about).toBe('Periode;2026');
});
