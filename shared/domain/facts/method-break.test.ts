import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { MethodBreak } from './fact.ts';
import { breaksWithin, openSuspects, suspectBreaks } from './method-break.ts';

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

describe('a year in which places and counts rose together', () => {
  it('is asked about', () => {
    expect(
      suspectBreaks([
        { year: 2019, amount: 100, places: 10 },
        { year: 2020, amount: 90, places: 20 },
        { year: 2021, amount: 200, places: 21 },
        { year: 2022, amount: 400, places: 30 },
      ]),
    ).toEqual(['2022-01-01']);
    expect(suspectBreaks([])).toEqual([]);
    expect(suspectBreaks([{ year: 2019, amount: 1, places: 0 }])).toEqual([]);
  });
});

it('is asked about until somebody said whether the method changed, of that year alone', () => {
  const years = fc.array(fc.record({ amount: fc.nat({ max: 99 }), places: fc.nat({ max: 20 }) }), {
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
