import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { delaySeconds, NO_FAILURES, secondsToWait } from './unlock-delay.ts';

describe('the delay after wrong passphrases', () => {
  it('is nothing before the first and doubles up to five minutes', () => {
    expect([0, 1, 2, 3, 4, 9, 10, 60].map(delaySeconds)).toEqual([0, 1, 2, 4, 8, 256, 300, 300]);
    expect(secondsToWait(NO_FAILURES, '2026-06-15T08:00:00.000Z')).toBe(0);
  });

  it('never grows with time and never exceeds the delay, whatever the clock does', () => {
    const moment = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString());
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        moment,
        moment,
        moment,
        (count, lastAt, a, b) => {
          const [earlier, later] = a < b ? [a, b] : [b, a];
          const failures = { count, lastAt };
          const first = secondsToWait(failures, earlier);
          const second = secondsToWait(failures, later);
          expect(first).toBeLessThanOrEqual(delaySeconds(count));
          expect(second).toBeLessThanOrEqual(first);
          expect(second).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});
