import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { FACT_ORIGINS } from './fact.ts';
import { compareRankings, type PlaceCount, rankPlaces, yearEndingOn } from './ranking.ts';
import { weightsOn, type WeightsVersion } from './weights.ts';

const count = fc.record({
  placeId: fc.constantFrom('a', 'b', 'c', 'd'),
  kind: fc.constantFrom('theft', 'burglary', 'nuisance'),
  origin: fc.constantFrom(...FACT_ORIGINS),
  amount: fc.integer({ min: 1, max: 60 }),
});
const counts = fc.array(count, { maxLength: 20 });
const weights = fc.option(
  fc.dictionary(
    fc.constantFrom('theft', 'burglary', 'nuisance'),
    fc.integer({ min: 0, max: 100 }).map((tenths) => tenths / 10),
  ),
  { nil: undefined },
);
const ranksOf = (given: readonly PlaceCount[], by: Parameters<typeof rankPlaces>[1]) =>
  rankPlaces(given, by).map(({ placeId, rank, score }) => ({ placeId, rank, score }));

describe('a ranking', () => {
  it('adds up what facts weigh, and lets equals share a rank', () => {
    const given: PlaceCount[] = [
      { placeId: 'a', kind: 'theft', origin: 'public', amount: 3 },
      { placeId: 'b', kind: 'burglary', origin: 'partner', amount: 1 },
      { placeId: 'c', kind: 'dumping', origin: 'public', amount: 9 },
      { placeId: 'd', kind: 'theft', origin: 'public', amount: 1 },
    ];
    expect(ranksOf(given, { theft: 1, burglary: 3 })).toEqual([
      { placeId: 'a', rank: 1, score: 3 },
      { placeId: 'b', rank: 1, score: 3 },
      { placeId: 'd', rank: 3, score: 1 },
      { placeId: 'c', rank: 4, score: 0 },
    ]);
    expect(ranksOf(given, undefined)[0]).toEqual({ placeId: 'c', rank: 1, score: 9 });
  });

  it('N4: 50 police-found facts leave the rank unchanged', () => {
    fc.assert(
      fc.property(counts, weights, count, (given, by, one) => {
        const present = [...given, { ...one, origin: 'public' as const }];
        const found = { ...one, origin: 'police' as const, amount: 50 };
        expect(ranksOf([...present, found], by)).toEqual(ranksOf(present, by));
        const place = rankPlaces([...present, found], by).find(
          ({ placeId }) => placeId === one.placeId,
        );
        expect(place?.foundByPolice).toBeGreaterThanOrEqual(50);
      }),
    );
  });

  it('does not depend on the order of the counts', () => {
    fc.assert(
      fc.property(counts, weights, (given, by) => {
        expect(rankPlaces(given.toReversed(), by)).toEqual(rankPlaces(given, by));
      }),
    );
  });

  it('by other weights tells how far each place moves, and by the same ones none', () => {
    fc.assert(
      fc.property(counts, weights, weights, (given, before, after) => {
        expect(compareRankings(given, before, before).every(({ rises }) => rises === 0)).toBe(true);
        const there = compareRankings(given, before, after);
        const back = new Map(
          compareRankings(given, after, before).map(({ placeId, rises }) => [placeId, rises]),
        );
        for (const { placeId, rises } of there) expect(rises + (back.get(placeId) ?? 0)).toBe(0);
      }),
    );
  });
});

describe('weights', () => {
  const version = (
    id: string,
    validFrom: string,
    setAt: string,
    theft: number,
  ): WeightsVersion => ({
    id,
    validFrom,
    setAt,
    setById: 'noor',
    note: 'agreed',
    weights: { theft },
  });
  const old = version('1', '2026-01-01', '2025-12-01T08:00:00.000Z', 1);
  const next = version('2', '2026-07-01', '2026-06-01T08:00:00.000Z', 5);
  const mended = version('3', '2026-07-01', '2026-06-20T08:00:00.000Z', 4);

  it('N22: a report of an earlier day keeps the weights of that day', () => {
    const versions = [next, mended, old];
    expect(weightsOn(versions, '2025-12-31')).toBeUndefined();
    expect(weightsOn(versions, '2026-06-30')?.id).toBe('1');
    expect(weightsOn(versions, '2026-07-01')?.id).toBe('3');
    expect(weightsOn(versions.toReversed(), '2026-07-01')?.id).toBe('3');
    const given: PlaceCount[] = [
      { placeId: 'a', kind: 'theft', origin: 'public', amount: 2 },
      { placeId: 'b', kind: 'burglary', origin: 'public', amount: 3 },
    ];
    const report = rankPlaces(given, weightsOn([old], '2026-06-30')?.weights);
    expect(rankPlaces(given, weightsOn(versions, '2026-06-30')?.weights)).toEqual(report);
  });
});

describe('the year of a ranking', () => {
  it('is the twelve months that end with the month of a day', () => {
    expect(yearEndingOn('2024-02-10')).toEqual({ from: '2023-03-01', to: '2024-03-01' });
    const days = fc.date({
      min: new Date('2000-01-01'),
      max: new Date('2090-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10);
        const { from, to } = yearEndingOn(day);
        expect(from <= day && day < to).toBe(true);
        expect([from.slice(4), from.slice(8)]).toEqual([to.slice(4), '01']);
        expect(Number(to.slice(0, 4)) - Number(from.slice(0, 4))).toBe(1);
      }),
    );
  });
});
