import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addDays } from '../../lib/dates.ts';
import { seededRandom } from '../../lib/random.ts';
import type { MethodBreak } from './fact.ts';
import { breaksWithin, openSuspects, suspectBreaks, suspectsWithin } from './method-break.ts';

it('a break parts a series where something lies before it and after it', () => {
  const breaks = ['2018-01-01', '2018-01-02', '2020-06-15', '2022-12-31', '2023-01-01'].map(
    (on): MethodBreak => ({ on, note: 'new cameras' }),
  );
  expect(breaksWithin({ from: '2018-01-01', to: '2023-01-01' }, breaks)).toEqual(
    breaks.slice(1, 4),
  );
  fc.assert(
    fc.property(fc.nat({ max: 4 }), fc.nat({ max: 4 }), (first, last) => {
      const [from, to] = [breaks[first]?.on ?? '', breaks[last]?.on ?? ''];
      expect(breaksWithin({ from, to }, breaks)).toHaveLength(Math.max(0, last - first - 1));
    }),
  );
});

it('a year may part days where a change on one of its own days would', () => {
  const suspects = ['2023-01-01', '2024-01-01', '2025-01-01'];
  const start = fc.nat({ max: 1_200 }).map((days) => addDays('2022-06-01', days));
  fc.assert(
    fc.property(start, fc.integer({ min: 2, max: 500 }), (from, length) => {
      const days = { from, to: addDays(from, length) };
      const parted = suspects.filter((first) => {
        const year = Array.from({ length: 366 }, (_, at) => addDays(first, at));
        const changes = year
          .filter((on) => on.startsWith(first.slice(0, 4)))
          .map((on) => ({ on, note: 'new cameras' }));
        return breaksWithin(days, changes).length > 0;
      });
      expect(suspectsWithin(days, suspects)).toEqual(parted);
    }),
  );
});

describe('a year in which more was counted from more places', () => {
  const year = (at: number, amount: number, places: number, riseOfNew = 0) => ({
    year: 2019 + at,
    amount,
    places,
    riseOfNew,
  });

  it('is asked about where half of the rise is that of new places', () => {
    const years = [year(0, 100, 10), year(1, 90, 20, 90), year(2, 200, 21, 200)];
    expect(suspectBreaks([...years, year(3, 400, 30, 100)])).toEqual(['2022-01-01']);
    expect(suspectBreaks([...years, year(3, 400, 30, 99)])).toEqual([]);
    expect(suspectBreaks([])).toEqual([]);
    expect(suspectBreaks([year(0, 1, 0)])).toEqual([]);
  });

  it('is none of a source of which each place reports now and then, however fast it grows', () => {
    const random = seededRandom(3);
    // Streets of very different levels, and half as much again every year.
    const levels = Array.from({ length: 300 }, () => 0.1 * random() ** 3);
    const drawn = Array.from({ length: 5 }, (_, at) =>
      levels.map(
        (level) => Array.from({ length: 100 }).filter(() => random() < level * 1.5 ** at).length,
      ),
    );
    const years = drawn.map((counts, at) => {
      const [before, earlier] = [drawn[at - 1] ?? [], drawn[at - 2]];
      const rises = counts.map((count, street) => {
        const last = before[street] ?? 0;
        const isNew = earlier ? earlier[street] === 0 : count === 0 || last === 0;
        return isNew ? count - last : 0;
      });
      const sum = (of: readonly number[]): number => of.reduce((total, one) => total + one, 0);
      return year(at, sum(counts), counts.filter((count) => count > 0).length, sum(rises));
    });
    expect(years[1]?.places).toBeGreaterThan(1.1 * (years[0]?.places ?? 0));
    expect(suspectBreaks(years)).toEqual([]);
  });
});

it('is asked about until somebody said whether the method changed, of that year alone', () => {
  const few = fc.nat({ max: 99 });
  const years = fc.array(fc.record({ amount: few, places: fc.nat({ max: 20 }), riseOfNew: few }), {
    maxLength: 9,
  });
  fc.assert(
    fc.property(years, fc.nat(), fc.boolean(), (counts, which, changed) => {
      const all = counts.map((one, at) => ({ year: 2010 + at, ...one }));
      const asked = suspectBreaks(all);
      expect(openSuspects(all, { breaks: [], unchanged: [] })).toEqual(asked);
      const day = asked[which % Math.max(1, asked.length)];
      if (day === undefined) return;
      // A change is noted on its own day of the year, that there was none on the day that was asked about.
      const known = changed
        ? { breaks: [{ on: `${day.slice(0, 4)}-06-15`, note: 'new cameras' }], unchanged: [] }
        : { breaks: [], unchanged: [day] };
      expect(openSuspects(all, known)).toEqual(asked.filter((one) => one !== day));
    }),
  );
});
