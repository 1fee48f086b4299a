import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { seededRandom } from '../../lib/random.ts';
import { FEWEST_WITH_HOUR, standingHours, type WeekWindow } from './standing-hours.ts';

const at = (...hours: readonly number[]): number[] => {
  const counts = Array.from({ length: 168 }, () => 0);
  for (const hour of hours) counts[hour % 168] = (counts[hour % 168] ?? 0) + 1;
  return counts;
};
const times = (count: number, hour: number): number[] => Array.from({ length: count }, () => hour);
const NONE = at();
const look = (facts: readonly number[]) => standingHours({ facts, told: NONE, toldShare: () => 1 });
/** As officers at work have it: by day on workdays, now and then in the evening. */
const atWork = ({ hours }: WeekWindow): number =>
  hours.reduce((sum, hour) => sum + shareOfHour(hour), 0);
const shareOfHour = (hour: number): number =>
  hour < 120 && hour % 24 >= 9 && hour % 24 < 17 ? 0.8 / 40 : 0.2 / 128;

/** Most within some hours of the day, the rest anywhere. */
const signs = fc
  .record({
    from: fc.nat(23),
    near: fc.array(fc.record({ day: fc.nat(6), after: fc.nat(3) }), { maxLength: 30 }),
    far: fc.array(fc.nat(167), { maxLength: 30 }),
  })
  .map(({ from, near, far }) => [
    ...near.map(({ day, after }) => (day * 24 + from + after) % 168),
    ...far,
  ]);

describe('hours of the week that stand out', () => {
  it('are the evenings of a street of which most happens then', () => {
    const evenings = Array.from({ length: 60 }, (_, one) => (one % 7) * 24 + 18 + (one % 4));
    const anywhere = Array.from({ length: 28 }, (_, one) => one * 6);
    expect(look(at(...evenings, ...anywhere))).toMatchObject({
      window: { days: [1, 2, 3, 4, 5, 6, 7], arcs: [{ from: 18, length: 4 }] },
    });
  });

  it('are two arcs where a school begins and ends, and some days where it is those', () => {
    const school = [0, 1, 2, 3, 4].flatMap((day) => [
      ...times(6, day * 24 + 8),
      ...times(6, day * 24 + 16),
    ]);
    const { window } = look(at(...school)) ?? expect.fail();
    expect(window.days).toEqual([1, 2, 3, 4, 5]);
    expect(window.arcs).toHaveLength(2);
    expect(look(at(...times(12, 116), ...times(12, 141)))?.window).toMatchObject({
      days: [5, 6],
      arcs: [{ length: 2 }],
    });
  });

  it('go on after midnight and into the next week', () => {
    const nights = [0, 1, 2, 3, 4, 5, 6].flatMap((day) => [day * 24 + 23, day * 24 + 24]);
    expect(look(at(...nights))?.window.arcs).toEqual([{ from: 23, length: 2 }]);
  });

  it('are none of few, nor of an even week, nor where an ordinary week has them as well', () => {
    expect(look(at(...times(FEWEST_WITH_HOUR - 1, 20)))).toBeNull();
    expect(look(at(...times(6, 20)))?.inside).toBe(6);
    expect(look(Array.from({ length: 168 }, () => 40))).toBeNull();
    const told = at(...Array.from({ length: 80 }, (_, one) => (one % 5) * 24 + 9 + (one % 8)));
    expect(standingHours({ facts: NONE, told, toldShare: atWork })).toBeNull();
    expect(look(told)).not.toBeNull();
    expect(() => look([])).toThrow(RangeError);
  });

  it('come of what was told, at hours at which little else is', () => {
    const told = at(...times(6, 20), ...times(3, 10));
    expect(standingHours({ facts: NONE, told, toldShare: atWork })?.inside).toBe(6);
    // What is always told then takes nothing away from facts.
    const facts = at(...times(6, 20));
    expect(standingHours({ facts, told, toldShare: () => 1 })?.window.hours).toContain(20);
  });

  it('are named of chance alone in at most one of twenty weeks', () => {
    const random = seededRandom(20);
    let named = 0;
    const weeks = 400;
    for (let week = 0; week < weeks; week += 1) {
      const chance = Array.from({ length: 5 + (week % 40) }, () => Math.floor(random() * 168));
      if (look(at(...chance))) named += 1;
    }
    expect(named / weeks).toBeLessThanOrEqual(0.05);
  });

  it('keep the hour of one more that falls in them', () => {
    fc.assert(
      fc.property(signs, signs, fc.nat(), fc.boolean(), (facts, told, choice, isFact) => {
        const asked = (more: readonly number[], said: readonly number[]) =>
          standingHours({ facts: at(...more), told: at(...said), toldShare: atWork });
        const found = asked(facts, told);
        if (!found) return;
        const hour = found.window.hours[choice % found.window.hours.length] ?? 0;
        const again = isFact ? asked([...facts, hour], told) : asked(facts, [...told, hour]);
        expect(again?.window.hours).toContain(hour);
      }),
      { numRuns: 300 },
    );
  });

  it('do not depend on the order in which it happened', () => {
    fc.assert(
      fc.property(signs, (hours) => {
        expect(look(at(...[...hours].reverse()))).toEqual(look(at(...hours)));
      }),
      { numRuns: 50 },
    );
  });
});
