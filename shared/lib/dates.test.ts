import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  addDays,
  clockDigitsOf,
  dayInterval,
  dayNumber,
  dayNumbered,
  dayOf,
  daysBetween,
  instantSchema,
  isValidOn,
  OPEN_END,
} from './dates.ts';

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-30'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('days of Europe/Brussels', () => {
  it('begin at local midnight, in summer and in winter', () => {
    expect(dayInterval('2026-07-01')).toEqual([
      '2026-06-30T22:00:00.000Z',
      '2026-07-01T22:00:00.000Z',
    ]);
    expect(dayInterval('2026-01-01')[0]).toBe('2025-12-31T23:00:00.000Z');
  });

  it('have a clock that goes with them in the name of a file', () => {
    const late = '2026-06-30T22:05:09.000Z';
    expect([dayOf(late), clockDigitsOf(late)]).toEqual(['2026-07-01', '000509']);
    expect(clockDigitsOf('2026-01-01T08:00:00.000Z')).toBe('090000');
  });

  it('are 23 and 25 hours long when the clocks change', () => {
    const hours = (of: string): number => {
      const [begin, end] = dayInterval(of);
      return (Date.parse(end) - Date.parse(begin)) / 3_600_000;
    };
    expect(hours('2026-03-29')).toBe(23);
    expect(hours('2026-10-25')).toBe(25);
  });

  it('meet without a gap, and every moment of a day falls on it', () => {
    fc.assert(
      fc.property(day, fc.double({ min: 0, max: 0.999999, noNaN: true }), (of, share) => {
        const [begin, end] = dayInterval(of);
        expect(end).toBe(dayInterval(addDays(of, 1))[0]);
        const length = Date.parse(end) - Date.parse(begin);
        const within = new Date(Date.parse(begin) + Math.floor(length * share)).toISOString();
        expect(instantSchema.safeParse(within).success).toBe(true);
        expect(dayOf(within)).toBe(of);
      }),
    );
  });
});

describe('days as numbers', () => {
  it('are counted from 1970, and between each other', () => {
    expect([dayNumber('1970-01-01'), dayNumber('1969-12-31'), dayNumber(OPEN_END)]).toEqual([
      0, -1, 2_932_896,
    ]);
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-12-31', '2026-01-01')).toBe(-364);
  });

  it('go back and forth, and as far as the calendar of the platform says', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -40_000, max: 40_000 }), (of, days) => {
        expect(dayNumbered(dayNumber(of))).toBe(of);
        const date = new Date(`${of}T00:00:00.000Z`);
        date.setUTCDate(date.getUTCDate() + days);
        const there = date.toISOString().slice(0, 10);
        expect(addDays(of, days)).toBe(there);
        expect(daysBetween(of, there)).toBe(days);
      }),
      { numRuns: 1_000 },
    );
  });

  it('refuse what is no day, every time', () => {
    for (const wrong of ['', '2026-02-30x', 'gisteren']) {
      expect(dayNumber(wrong)).toBeNaN();
      expect(() => addDays(wrong, 1)).toThrow(RangeError);
      expect(() => addDays(wrong, 1)).toThrow(RangeError);
    }
  });
});

describe('validity', () => {
  it('includes its first day and not its last', () => {
    const validity = { validFrom: '2026-01-01', validTo: '2026-02-01' };
    expect(isValidOn(validity, '2026-01-01')).toBe(true);
    expect(isValidOn(validity, '2026-01-31')).toBe(true);
    expect(isValidOn(validity, '2026-02-01')).toBe(false);
    expect(isValidOn({ validFrom: '2026-01-01', validTo: OPEN_END }, '2200-01-01')).toBe(true);
  });
});
