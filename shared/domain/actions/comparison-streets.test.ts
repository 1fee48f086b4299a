import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  comparedDays,
  COMPARISON_STRETCHES,
  comparisonStretches,
  type CountedStretch,
  differenceFrom,
  sumOf,
} from './comparison-streets.ts';

const stretch = (id: string, before: number, after: number, metres = 100): CountedStretch => ({
  id,
  metres,
  count: { before, after },
});
const anyStretch = fc.record({
  metres: fc.double({ min: 1, max: 2_000, noNaN: true }),
  count: fc.record({ before: fc.nat({ max: 60 }), after: fc.nat({ max: 60 }) }),
});
const anyStretches = (minLength = 0): fc.Arbitrary<CountedStretch[]> =>
  fc
    .array(anyStretch, { minLength, maxLength: 40 })
    .map((all) => all.map((one, at) => ({ ...one, id: `s${String(at).padStart(2, '0')}` })));
const ids = (stretches: readonly CountedStretch[]): readonly string[] =>
  stretches.map(({ id }) => id);

it('compares the days of an action with as many just before it', () => {
  expect(comparedDays('2026-06-15', '2026-06-28')).toEqual({
    before: { from: '2026-06-01', to: '2026-06-15' },
    after: { from: '2026-06-15', to: '2026-06-29' },
  });
  expect(comparedDays('2026-06-15', '2026-06-01').before.from).toBe('2026-06-14');
});

describe('the stretches to compare with', () => {
  it('are those whose level before was nearest, by length', () => {
    const own = [stretch('own', 10, 0, 100)];
    const long = stretch('long', 40, 3, 400);
    const others = [stretch('a', 1, 9), long, stretch('b', 12, 0), stretch('c', 9, 50)];
    expect(ids(comparisonStretches(own, others))).toEqual(['long', 'c', 'b', 'a']);
  });

  it('do not depend on the order of the candidates, nor on what came afterwards', () => {
    fc.assert(
      fc.property(anyStretches(1), anyStretches(), fc.nat(), (own, candidates, after) => {
        const chosen = ids(comparisonStretches(own, candidates));
        expect(chosen.length).toBe(Math.min(COMPARISON_STRETCHES, candidates.length));
        expect(ids(comparisonStretches(own, [...candidates].reverse()))).toEqual(chosen);
        const later = candidates.map((one, at) => ({
          ...one,
          count: { ...one.count, after: (after * (at + 7)) % 61 },
        }));
        expect(ids(comparisonStretches(own, later))).toEqual(chosen);
      }),
    );
  });

  it('leave out where nobody was asked', () => {
    const asked = (id: string, before: number, of: number): CountedStretch => ({
      id,
      metres: 100,
      count: { before, after: 0, of: { before: of, after: 4 } },
    });
    const chosen = comparisonStretches(
      [asked('own', 3, 6)],
      [asked('none', 0, 0), asked('far', 9, 9), asked('near', 5, 9)],
    );
    expect(ids(chosen)).toEqual(['near', 'far']);
    expect(comparisonStretches([asked('own', 0, 0)], [asked('near', 5, 9)])).toEqual([]);
    expect(sumOf(chosen).of).toEqual({ before: 18, after: 8 });
  });
});

describe('the difference from them', () => {
  const calm = [1, 2, 3, 4].map((at) => stretch(`c${at}`, 20, 20));

  it('is what happened here and not there, and unsure for small numbers', () => {
    const fell = differenceFrom([stretch('own', 40, 8)], calm);
    expect(fell?.estimate).toBeCloseTo(-32, 9);
    expect(fell?.high).toBeLessThan(0);
    const small = differenceFrom([stretch('own', 4, 1)], calm);
    expect(small?.estimate).toBeCloseTo(-3, 9);
    expect(small?.high).toBeGreaterThan(0);
  });

  it('is less sure where the others changed unevenly', () => {
    const uneven = [stretch('a', 2, 38), stretch('b', 38, 2), ...calm.slice(2)];
    expect(differenceFrom([stretch('own', 40, 8)], uneven)?.high).toBeGreaterThan(0);
  });

  it('is none with too few streets, or where nothing happened', () => {
    expect(differenceFrom([stretch('own', 40, 8)], calm.slice(2))).toBeNull();
    expect(differenceFrom([stretch('own', 0, 0)], calm)).toBeNull();
    const empty = calm.map(({ id }) => stretch(id, 0, 0));
    expect(differenceFrom([stretch('own', 40, 8)], empty)).toBeNull();
    const unasked = {
      ...stretch('own', 3, 0),
      count: { before: 3, after: 0, of: { before: 4, after: 0 } },
    };
    expect(differenceFrom([unasked], calm)).toBeNull();
  });

  it('holds its estimate, whatever was counted', () => {
    fc.assert(
      fc.property(anyStretches(1), anyStretches(3), (own, comparison) => {
        const found = differenceFrom(own, comparison);
        if (!found) return;
        expect(found.low).toBeLessThanOrEqual(found.estimate);
        expect(found.high).toBeGreaterThanOrEqual(found.estimate);
      }),
    );
  });
});
