import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { MethodBreak } from './fact.ts';
import { breaksWithin, suspectBreaks } from './method-break.ts';

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
