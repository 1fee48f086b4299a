import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addDays } from '../../lib/dates.ts';
import {
  daysOfMonth,
  missingMonths,
  monthSchema,
  MOST_CHANCE,
  runsOfMonths,
} from './missing-months.ts';

const YEAR = Array.from({ length: 12 }, (_, at) => `2025-${String(at + 1).padStart(2, '0')}`);
const counted = (counts: readonly number[]) =>
  Object.fromEntries(YEAR.slice(0, counts.length).map((month, at) => [month, counts[at] ?? 0]));

describe('months that a source lacks', () => {
  it('are those without a fact between months with many', () => {
    expect(missingMonths([counted([900, 900, 0, 900, 900])])).toEqual(['2025-03']);
    expect(missingMonths([counted([900, 0, 0, 900])])).toEqual(['2025-02', '2025-03']);
    expect(missingMonths([{ '2024-12': 40, '2025-02': 40 }])).toEqual(['2025-01']);
    expect(missingMonths([])).toEqual([]);
    expect(missingMonths([counted([900])])).toEqual([]);
  });

  it('are none where another file of the source has them', () => {
    const gapped = counted([900, 900, 0, 900]);
    expect(missingMonths([gapped, { '2025-03': 850 }])).toEqual([]);
    expect(missingMonths([gapped, { '2025-03': 0 }])).toEqual(['2025-03']);
  });

  it('are none where facts are so rare that chance leaves a month empty', () => {
    expect(missingMonths([counted([3, 2, 0, 4, 3])])).toEqual([]);
    // Of one month: e^-4.5 is more than one in a hundred, e^-5 is less.
    expect(missingMonths([counted([4, 0, 5])])).toEqual([]);
    expect(missingMonths([counted([5, 0, 5])])).toEqual(['2025-02']);
    // The same pace over a year: one of ten months is empty by chance in one of fifteen such years.
    expect(missingMonths([counted([5, 0, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5])])).toEqual([]);
  });

  const counts = fc.array(fc.oneof(fc.constant(0), fc.nat({ max: 30 })), { maxLength: 12 });

  it('lie between months with facts and have none, whatever was counted, in whatever order', () => {
    fc.assert(
      fc.property(counts, counts, (one, other) => {
        const files = [counted(one), counted(other)];
        const sum = (month: string) => (files[0]?.[month] ?? 0) + (files[1]?.[month] ?? 0);
        const known = YEAR.filter((month) => sum(month) > 0);
        const missing = missingMonths(files);
        for (const month of missing) {
          expect(sum(month)).toBe(0);
          expect(month > (known[0] ?? '') && month < (known.at(-1) ?? '')).toBe(true);
        }
        const holes = YEAR.filter(
          (month) => month > (known[0] ?? '~') && month < (known.at(-1) ?? ''),
        );
        expect([0, holes.filter((month) => sum(month) === 0).length]).toContain(missing.length);
        expect(missingMonths([...files].reverse())).toEqual(missing);
      }),
    );
  });

  it('stay missing when more happened in the months that are there', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 20 }), (drawn, more) => {
        const denser = drawn.map((count) => (count === 0 ? 0 : count + more));
        expect(missingMonths([counted(denser)])).toEqual(
          expect.arrayContaining([...missingMonths([counted(drawn)])]),
        );
      }),
    );
  });

  it('are hardly ever found in a source that only has few facts', () => {
    // Each seed draws two hundred years at a pace of one to twelve a month, without a month taken away.
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.infiniteStream(fc.double({ min: 1e-9, max: 1, noNaN: true })),
        (pace, stream) => {
          let found = 0;
          for (let year = 0; year < 200; year += 1) {
            const drawn = YEAR.map(() => poisson(pace, () => stream.next().value));
            if (missingMonths([counted(drawn)]).length > 0) found += 1;
          }
          // Twice one in a hundred is expected; the rest is what chance adds to that.
          expect(found).toBeLessThanOrEqual(200 * MOST_CHANCE * 2 + 10);
        },
      ),
      { numRuns: 20, seed: 37 },
    );
  });
});

function poisson(mean: number, draw: () => number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let left = draw(); left > limit; left *= draw()) count += 1;
  return count;
}

describe('months in words', () => {
  it('are told together where they follow each other, over a new year as well', () => {
    expect(runsOfMonths(['2024-11', '2024-12', '2025-01', '2025-03'])).toEqual([
      { first: '2024-11', last: '2025-01' },
      { first: '2025-03', last: '2025-03' },
    ]);
    expect(runsOfMonths([])).toEqual([]);
  });

  it('have their days one after the other', () => {
    expect(daysOfMonth('2024-02')).toEqual({ from: '2024-02-01', to: '2024-03-01' });
    fc.assert(
      fc.property(
        fc.integer({ min: 1990, max: 2090 }),
        fc.integer({ min: 1, max: 12 }),
        (year, number) => {
          const month = `${year}-${String(number).padStart(2, '0')}`;
          expect(monthSchema.parse(month)).toBe(month);
          const { from, to } = daysOfMonth(month);
          expect(from.slice(0, 7)).toBe(month);
          expect(addDays(to, -1).slice(0, 7)).toBe(month);
          expect(to.endsWith('-01')).toBe(true);
        },
      ),
    );
  });
});
