import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type Random, seededRandom } from '../../lib/random.ts';
import {
  comparedDays,
  COMPARISON_STRETCHES,
  comparisonStretches,
  type CountedStretch,
  differenceFrom,
  sumOf,
} from './comparison-streets.ts';

const stretch = (
  id: string,
  before: number,
  after: number,
  { metres = 100, leadUp = before }: { metres?: number; leadUp?: number } = {},
): CountedStretch => ({ id, metres, count: { before, after }, leadUp: { count: leadUp } });
const anyStretch = fc.record({
  metres: fc.double({ min: 1, max: 2_000, noNaN: true }),
  count: fc.record({ before: fc.nat({ max: 60 }), after: fc.nat({ max: 60 }) }),
  leadUp: fc.record({ count: fc.nat({ max: 60 }) }),
});
const anyStretches = (minLength = 0): fc.Arbitrary<CountedStretch[]> =>
  fc
    .array(anyStretch, { minLength, maxLength: 40 })
    .map((all) => all.map((one, at) => ({ ...one, id: `s${String(at).padStart(2, '0')}` })));
const ids = (stretches: readonly CountedStretch[]): readonly string[] =>
  stretches.map(({ id }) => id);

it('compares the days of an action with as many before those that led up to it', () => {
  expect(comparedDays('2026-06-15', '2026-06-28')).toEqual({
    before: { from: '2026-05-18', to: '2026-06-01' },
    leadUp: { from: '2026-06-01', to: '2026-06-15' },
    after: { from: '2026-06-15', to: '2026-06-29' },
  });
  expect(comparedDays('2026-06-15', '2026-06-01').leadUp.from).toBe('2026-06-14');
});

describe('the stretches to compare with', () => {
  it('are those with the nearest level in the days that led up to it, by length', () => {
    const led = (id: string, leadUp: number, metres = 100): CountedStretch =>
      stretch(id, 100 - leadUp, leadUp, { leadUp, metres });
    const own = [led('own', 10)];
    const others = [led('a', 1), led('long', 40, 400), led('b', 12), led('c', 9)];
    expect(ids(comparisonStretches(own, others))).toEqual(['long', 'c', 'b', 'a']);
  });

  it('do not depend on the order of the candidates, nor on what is compared afterwards', () => {
    fc.assert(
      fc.property(anyStretches(1), anyStretches(), fc.nat(), (own, candidates, after) => {
        const chosen = ids(comparisonStretches(own, candidates));
        expect(chosen.length).toBe(Math.min(COMPARISON_STRETCHES, candidates.length));
        expect(ids(comparisonStretches(own, [...candidates].reverse()))).toEqual(chosen);
        const later = candidates.map((one, at) => ({
          ...one,
          count: { before: (after * (at + 5)) % 61, after: (after * (at + 7)) % 61 },
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
      leadUp: { count: before, of },
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

  it('is wide where two of the comparable stretches alone say how much counts vary', () => {
    const comparison = [stretch('a', 5, 40), stretch('b', 40, 5), stretch('c', 0, 0)];
    const found = differenceFrom([stretch('own', 40, 10)], comparison);
    expect(found?.low).toBeLessThan(0);
    expect(found?.high).toBeGreaterThan(0);
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

it('says of few actions that did nothing that they helped, though they began on the worst stretches', () => {
  const random = seededRandom(20);
  const towns = Array.from({ length: 1_000 }, () => idleTown(random));
  const helped = (of: (stretch: CountedStretch) => CountedStretch): number =>
    towns.filter(({ own, others }) => {
      const [here, there] = [own.map(of), others.map(of)];
      const found = differenceFrom(here, comparisonStretches(here, there));
      return found !== null && found.high < 0;
    }).length;
  // One in forty is what the interval promises; the counts here vary more than it can know of twelve stretches.
  expect(helped((stretch) => stretch)).toBeLessThan(55);
  // Held against the days that they began for, twice as many would.
  const naive = ({ count, leadUp, ...rest }: CountedStretch): CountedStretch => ({
    ...rest,
    leadUp,
    count: { before: leadUp.count, after: count.after },
  });
  expect(helped(naive)).toBeGreaterThan(75);
});

/** Sixty stretches of which each has its level and its runs of luck, and an action on the two that had the worst one. */
function idleTown(random: Random): { own: CountedStretch[]; others: CountedStretch[] } {
  const stretches = Array.from({ length: 60 }, (_, at): CountedStretch => {
    const level = 10 * gamma(random, 2);
    const counted = (): number => poisson(random, level * gamma(random, 5));
    const [before, leadUp, after] = [counted(), counted(), counted()];
    return stretch(`s${String(at).padStart(2, '0')}`, before, after, { leadUp });
  }).sort((one, other) => other.leadUp.count - one.leadUp.count);
  return { own: stretches.slice(0, 2), others: stretches.slice(2) };
}

/** Of mean 1, with the variance of one in `shape`, a whole number: a sum of exponential times. */
function gamma(random: Random, shape: number): number {
  const times = Array.from({ length: shape }, () => -Math.log(1 - random()));
  return times.reduce((sum, time) => sum + time, 0) / shape;
}

/** Events of a Poisson process within `mean` units of time. */
function poisson(random: Random, mean: number): number {
  let count = 0;
  for (let time = -Math.log(1 - random()); time < mean; time -= Math.log(1 - random())) count += 1;
  return count;
}
