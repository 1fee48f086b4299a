import fc from 'fast-check';
import { expect, it } from 'vitest';

import { clockStretches } from './clock-stretches.ts';
import { ZONE } from './dates.ts';

const hourFormat = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  hourCycle: 'h23',
  timeZone: ZONE,
});
const moments = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

it('covers the time without a gap or an overlap, and knows the hour of every moment in it', () => {
  fc.assert(
    fc.property(moments, moments, moments, (one, other, moment) => {
      const [begin = '', end = ''] = [one, other].sort();
      const stretches = clockStretches(begin, end);
      if (begin === end) {
        expect(stretches).toEqual([]);
        return;
      }
      expect(stretches[0]?.begin).toBe(begin);
      expect(stretches.at(-1)?.end).toBe(end);
      for (const [index, stretch] of stretches.entries()) {
        expect(stretch.begin < stretch.end).toBe(true);
        if (index > 0) expect(stretch.begin).toBe(stretches[index - 1]?.end);
      }
      const holding = stretches.filter((part) => part.begin <= moment && moment < part.end);
      expect(holding).toHaveLength(begin <= moment && moment < end ? 1 : 0);
      for (const { offsetHours } of holding) {
        const hours = Math.floor(Date.parse(moment) / 3_600_000) + offsetHours;
        expect(hours % 24).toBe(Number(hourFormat.format(new Date(moment))));
      }
    }),
  );
});

it('cuts a year twice, where the clocks change', () => {
  const year = clockStretches('2025-12-31T23:00:00.000Z', '2026-12-31T23:00:00.000Z');
  expect(year.map(({ begin, offsetHours }) => [begin, offsetHours])).toEqual([
    ['2025-12-31T23:00:00.000Z', 1],
    ['2026-03-29T01:00:00.000Z', 2],
    ['2026-10-25T01:00:00.000Z', 1],
  ]);
});
