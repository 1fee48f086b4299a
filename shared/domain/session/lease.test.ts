import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { leaseAt } from './lease.ts';

const start = Date.parse('2026-06-15T08:00:00.000Z');
const at = (milliseconds: number): string => new Date(start + milliseconds).toISOString();
const DAY = 86_400_000;
const moment = fc.integer({ min: -100 * DAY, max: 100 * DAY });

describe('a lease', () => {
  it('tells what is left of it, and says so in time', () => {
    const facts = { signedInUntil: at(14 * DAY), latestKnown: at(0) };
    expect(leaseAt(facts, at(0))).toEqual({ state: 'valid', daysLeft: 14, endsSoon: false });
    expect(leaseAt(facts, at(11 * DAY))).toEqual({ state: 'valid', daysLeft: 3, endsSoon: false });
    expect(leaseAt(facts, at(12 * DAY))).toEqual({ state: 'valid', daysLeft: 2, endsSoon: true });
    expect(leaseAt(facts, at(14 * DAY - 1))).toEqual({
      state: 'valid',
      daysLeft: 0,
      endsSoon: true,
    });
    expect(leaseAt(facts, at(14 * DAY))).toEqual({ state: 'over' });
  });

  it('is over for good once its end has been seen, whatever the clock says afterwards', () => {
    fc.assert(
      fc.property(moment, moment, moment, (end, seen, now) => {
        const facts = { signedInUntil: at(end), latestKnown: at(seen) };
        const over = leaseAt(facts, at(now)).state === 'over';
        expect(over).toBe(seen >= end || now >= end);
      }),
    );
  });

  it('never grows as time passes', () => {
    fc.assert(
      fc.property(moment, moment, moment, fc.nat(50 * DAY), (end, seen, now, later) => {
        const facts = { signedInUntil: at(end), latestKnown: at(seen) };
        const daysOf = (milliseconds: number): number => {
          const lease = leaseAt(facts, at(milliseconds));
          return lease.state === 'over' ? -1 : lease.daysLeft;
        };
        expect(daysOf(now + later)).toBeLessThanOrEqual(daysOf(now));
      }),
    );
  });
});
