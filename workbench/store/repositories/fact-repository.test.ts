import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Fact } from '#shared/domain/facts/fact.ts';

import { storeFactImport } from '../../../tests/factories/many-facts.ts';
import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import {
  countFactsAt,
  countFactsBySegment,
  countUntied,
  explainFacts,
  factsAt,
} from './fact-counts.ts';
import { markFactImport, putFactBatch, removeFactBatch } from './fact-repository.ts';

let test: TestFile;
beforeEach(async () => {
  test = await openTestFile();
});
afterEach(() => test.dispose());

const THEN = '2026-06-01T08:00:00.000Z';
const YEAR = { from: '2026-01-01', to: '2027-01-01' };
const ALL = { from: '1900-01-01', to: '2100-01-01' };
const base: Fact = { kind: 'theft', origin: 'public', time: '2026-03-04', tie: 'no-place' };
const tied = (segmentId: string, more: Partial<Fact> = {}): Fact => ({
  ...base,
  tie: 'nearest',
  streetId: 'street',
  segmentId,
  ...more,
});
const put = (importId: string, id: string, facts: readonly Fact[], neighbourhoodId = 'n1') =>
  test.store.write((handle) =>
    putFactBatch(handle, { id, importId, neighbourhoodId, facts, version: 1 }),
  );

describe('facts of a place', () => {
  it('are those of the period, the newest first, with what the source told', async () => {
    await storeFactImport(test.store, { id: 'i1' });
    await put('i1', 'b1', [
      tied('g1', { time: '2025-12-31' }),
      tied('g1', { time: '2026-01-01', placeText: 'Kerkstraat', outcome: 'closed' }),
      tied('g1', { time: '2026-05-06T10:30:00.000Z' }),
      tied('g2'),
    ]);
    const place = { column: 'segment_id', ids: ['g1'] } as const;
    const facts = await factsAt(test.store.read, place, YEAR, 10);
    expect(facts.map(({ firstDay }) => firstDay)).toEqual(['2026-05-06', '2026-01-01']);
    expect(facts[0]).toMatchObject({ hour: 12, weekday: 3, precision: 'moment' });
    expect(facts[1]).toMatchObject({ hour: null, placeText: 'Kerkstraat', outcome: 'closed' });
    const street = { column: 'street_id', ids: ['street'] } as const;
    expect(await factsAt(test.store.read, street, YEAR, 2)).toHaveLength(2);
    const area = { column: 'neighbourhood_id', ids: ['n1', 'n2'] } as const;
    expect(await factsAt(test.store.read, area, YEAR, 10)).toHaveLength(3);
  });

  it('lie in a period only when all days on which they may have happened do', async () => {
    await storeFactImport(test.store, { id: 'i1' });
    await put('i1', 'b1', [tied('g1', { time: '2026-03' }), tied('g1', { time: '2026' })]);
    const count = async (from: string, to: string) =>
      (await countFactsBySegment(test.store.read, { from, to })).map(({ amount }) => amount);
    expect(await count('2026-03-01', '2026-04-01')).toEqual([1]);
    expect(await count('2026-03-01', '2026-03-31')).toEqual([]);
    expect(await count('2026-03-02', '2026-04-01')).toEqual([]);
    expect(await count('2026-01-01', '2027-01-01')).toEqual([2]);
  });

  it('are summed by kind, origin, weekday and hour, as many as each row stands for', async () => {
    await storeFactImport(test.store, { id: 'i1' });
    await put('i1', 'b1', [
      tied('g1', { amount: 40, time: '2026-03' }),
      tied('g1', { amount: 2, time: '2026-03' }),
      tied('g1', { origin: 'police' }),
      tied('g2', { kind: 'burglary' }),
      { ...base, tie: 'too-far' },
      base,
      base,
    ]);
    const counts = await countFactsAt(test.store.read, { column: 'segment_id', ids: ['g1'] }, YEAR);
    expect(counts).toEqual([
      { kind: 'theft', origin: 'police', hour: null, weekday: 3, amount: 1 },
      { kind: 'theft', origin: 'public', hour: null, weekday: null, amount: 42 },
    ]);
    expect(await countFactsBySegment(test.store.read, YEAR)).toEqual([
      { segmentId: 'g1', kind: 'theft', origin: 'police', amount: 1 },
      { segmentId: 'g1', kind: 'theft', origin: 'public', amount: 42 },
      { segmentId: 'g2', kind: 'burglary', origin: 'public', amount: 1 },
    ]);
    expect(await countUntied(test.store.read, YEAR)).toEqual([
      { tie: 'no-place', amount: 2 },
      { tie: 'too-far', amount: 1 },
    ]);
  });

  it('are read by an index that holds all that is asked', async () => {
    const [facts, counts, segments] = await explainFacts(test.store.read);
    expect(facts).toContain('USING INDEX fact_by_segment');
    expect(counts).toContain('USING COVERING INDEX fact_by_segment');
    expect(segments).toContain('USING COVERING INDEX fact_by');
    expect(`${facts}${counts}${segments}`).not.toMatch(/SCAN fact(?! USING COVERING)/);
  });
});

describe('a fact that came more than once', () => {
  const total = async () => {
    const place = { column: 'neighbourhood_id', ids: ['n1'] } as const;
    const counts = await countFactsAt(test.store.read, place, ALL);
    return counts.reduce((sum, { amount }) => sum + amount, 0);
  };
  const named = (externalId: string): Fact => ({ ...base, externalId });

  it('counts once, by the first import that stands', async () => {
    await storeFactImport(test.store, { id: 'i1' });
    await storeFactImport(test.store, { id: 'i2' });
    await put('i2', 'b2', [named('a'), named('b'), base]);
    await put('i1', 'b1', [named('a'), named('a'), base]);
    expect(await total()).toBe(4);
    const undo = (id: string, undone: boolean) =>
      test.store.write((handle) => markFactImport(handle, id, undone ? THEN : null));
    await undo('i1', true);
    expect(await total()).toBe(3);
    await undo('i2', true);
    expect(await total()).toBe(0);
    await undo('i1', false);
    expect(await total()).toBe(2);
    await undo('i2', false);
    expect(await total()).toBe(4);
    await test.store.write((handle) => removeFactBatch(handle, 'b1'));
    expect(await total()).toBe(3);
  });

  it('is not the same as one that another source calls so', async () => {
    await storeFactImport(test.store, { id: 'i1' });
    await storeFactImport(test.store, { id: 'i2', sourceId: 'other' });
    await put('i1', 'b1', [named('a')]);
    await put('i2', 'b2', [named('a')]);
    expect(await total()).toBe(2);
  });

  it('counts the same on every desk, in whatever order its imports come and go', async () => {
    const batch = fc.record({
      importId: fc.constantFrom('i1', 'i2', 'i3'),
      names: fc.array(fc.constantFrom('a', 'b', 'c', undefined), { maxLength: 4 }),
    });
    const act = fc.record({ importId: fc.constantFrom('i1', 'i2', 'i3'), undone: fc.boolean() });
    for (const id of ['i1', 'i2', 'i3']) await storeFactImport(test.store, { id });
    await fc.assert(
      fc.asyncProperty(fc.array(batch, { maxLength: 5 }), fc.array(act), async (batches, acts) => {
        const keyed = batches.map((one, at) => ({ ...one, id: `b${at}` }));
        const carryOut = async (order: typeof keyed) => {
          await test.store.write(async ({ tables }) => {
            await tables.deleteFrom('fact_batch').execute();
            await tables.updateTable('fact_import').set({ undone_at: null }).execute();
          });
          for (const { id, importId, names } of order) {
            const facts = names.map((name) => (name === undefined ? base : named(name)));
            await put(importId, id, facts);
          }
          for (const { importId, undone } of acts) {
            await test.store.write((handle) =>
              markFactImport(handle, importId, undone ? THEN : null),
            );
          }
          return total();
        };
        const undone = new Map(acts.map((one) => [one.importId, one.undone]));
        const standing = keyed.filter(({ importId }) => undone.get(importId) !== true);
        const names = standing.flatMap((one) => one.names);
        const expected =
          new Set(names.filter((name) => name !== undefined)).size +
          names.filter((name) => name === undefined).length;
        expect(await carryOut(keyed)).toBe(expected);
        expect(await carryOut(keyed.toReversed())).toBe(expected);
      }),
      { numRuns: 40 },
    );
  });
});
