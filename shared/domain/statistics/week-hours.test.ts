import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { seededRandom } from '../../lib/random.ts';
import { FEWEST_OF_WEEK, weekParts } from './week-hours.ts';

const hours = fc.array(fc.nat({ max: 20 }), { minLength: 168, maxLength: 168 });

describe('the week in parts of four hours', () => {
  it('counts everything once, each part in its interval', () => {
    fc.assert(
      fc.property(hours, (counts) => {
        const parts = weekParts(counts);
        expect(parts).toHaveLength(42);
        expect(parts.reduce((sum, { count }) => sum + count, 0)).toBe(
          counts.reduce((sum, count) => sum + count, 0),
        );
        for (const { count, interval } of parts) {
          expect(interval.low).toBeLessThanOrEqual(count);
          expect(interval.high).toBeGreaterThan(count);
        }
      }),
    );
  });

  it('lets Friday night stand out, and nothing of an even week', () => {
    const even = Array.from({ length: 168 }, () => 2);
    expect(weekParts(even).some(({ standsOut }) => standsOut)).toBe(false);
    const nights = even.map((count, hour) => (hour >= 116 && hour < 120 ? 12 : count));
    const out = weekParts(nights).filter(({ standsOut }) => standsOut);
    expect(out).toMatchObject([{ day: 4, from: 20, count: 48 }]);
  });

  it.each([42, 50, 67, 100, 300])(
    'marks an even week of %i by chance in one of twenty at most',
    (total) => {
      const random = seededRandom(total);
      const weeks = Array.from({ length: 1_000 }, () => {
        const counts = Array.from({ length: 168 }, () => 0);
        for (let fact = 0; fact < total; fact += 1) {
          const hour = Math.floor(random() * counts.length);
          counts[hour] = (counts[hour] ?? 0) + 1;
        }
        return counts;
      });
      const marked = weeks.filter((week) => weekParts(week).some(({ standsOut }) => standsOut));
      // Three standard errors above one in twenty.
      expect(marked.length / weeks.length).toBeLessThan(
        0.05 + 3 * Math.sqrt(0.0475 / weeks.length),
      );
    },
  );

  it('lets nothing stand out of a few', () => {
    const few = Array.from({ length: 168 }, () => 0);
    few[0] = FEWEST_OF_WEEK - 1;
    expect(weekParts(few).some(({ standsOut }) => standsOut)).toBe(false);
    few[0] = FEWEST_OF_WEEK;
    expect(weekParts(few)[0]?.standsOut).toBe(true);
    expect(() => weekParts([])).toThrow(RangeError);
  });
});
