import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  daysIn,
  type Delivery,
  deliveryFieldsSchema,
  DOSE_STANDINGS,
  dosePerMeasure,
  dosePerSegment,
  doseStanding,
  type Measure,
  ONCE,
  plannedMinutes,
  shareOf,
  sumOfDoses,
} from './measure.ts';

const PERIOD = { from: '2026-06-01', to: '2026-06-28' };
const measure = (id: string, changes: Partial<Measure> = {}): Measure => ({
  id,
  dossierId: 'd',
  actionId: 'a',
  segmentId: `segment of ${id}`,
  streetId: 's',
  type: 'presence',
  rung: 'information',
  minutes: 15,
  timesPerWeek: 2,
  windows: [],
  officerId: null,
  partnerId: null,
  note: '',
  removed: false,
  ...changes,
});
const delivery = (
  measureId: string,
  minutes: number,
  changes: Partial<Delivery> = {},
): Delivery => ({
  id: `${measureId} ${minutes}`,
  dossierId: 'd',
  actionId: 'a',
  measureId,
  segmentId: `segment of ${measureId}`,
  day: '2026-06-10',
  minutes,
  withdrawn: false,
  ...changes,
});

describe('the planned dose', () => {
  it('is the minutes of each time, as often as weeks ask for', () => {
    expect(daysIn(PERIOD)).toBe(28);
    expect(plannedMinutes(measure('m'), PERIOD)).toBe(120);
    expect(plannedMinutes(measure('m'), { from: '2026-06-01', to: '2026-06-01' })).toBe(4);
    expect(plannedMinutes(measure('m'), { from: '2026-06-02', to: '2026-06-01' })).toBe(0);
    const once = { ...measure('m'), timesPerWeek: ONCE, minutes: 60 };
    expect(plannedMinutes(once, PERIOD)).toBe(60);
    expect(plannedMinutes(once, { from: '2026-06-01', to: '2026-06-01' })).toBe(60);
    expect(plannedMinutes(once, { from: '2026-06-02', to: '2026-06-01' })).toBe(0);
  });

  it('counts a day across the change of the clock as a day', () => {
    expect(daysIn({ from: '2026-03-28', to: '2026-03-30' })).toBe(3);
  });
});

describe('the delivered dose', () => {
  it('leaves out what was withdrawn, what lies outside of the plan, and measures taken away', () => {
    const measures = [measure('one'), measure('gone', { removed: true })];
    const doses = dosePerMeasure(
      measures,
      [
        delivery('one', 20),
        delivery('one', 30, { withdrawn: true }),
        delivery('one', 40, { day: '2026-07-01' }),
        delivery('gone', 50),
      ],
      PERIOD,
    );
    expect([...doses.keys()]).toEqual(['one']);
    expect(doses.get('one')).toEqual({ planned: 120, delivered: 20, counted: 20, stops: 1 });
    expect(dosePerSegment(measures, doses).get('segment of one')?.delivered).toBe(20);
  });

  it('does not make up in one street for another', () => {
    const measures = [measure('one'), measure('two')];
    const sum = sumOfDoses(dosePerMeasure(measures, [delivery('one', 240)], PERIOD).values());
    expect(sum).toMatchObject({ planned: 240, delivered: 240, counted: 120 });
    expect(shareOf(sum, null)).toBe(0.5);
  });

  it('is a share from 0 to 1 that a smaller plan never raises, and nothing of nothing', () => {
    expect(shareOf({ planned: 0, delivered: 0, counted: 0, stops: 0 }, null)).toBe(0);
    const minutes = fc.integer({ min: 0, max: 10_000 });
    fc.assert(
      fc.property(minutes, minutes, minutes, (planned, delivered, atStart) => {
        const counted = Math.min(planned, delivered);
        const share = shareOf({ planned, delivered, counted, stops: 1 }, atStart);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        const smaller = Math.min(planned, Math.floor(planned / 2));
        const cut = shareOf(
          { planned: smaller, delivered, counted: Math.min(smaller, delivered), stops: 1 },
          planned,
        );
        expect(cut).toBeLessThanOrEqual(
          shareOf({ planned, delivered, counted, stops: 1 }, planned),
        );
      }),
    );
  });

  it('never reads as half when it is less', () => {
    expect(
      shareOf({ planned: 10_000, delivered: 4_999, counted: 4_999, stops: 1 }, null),
    ).toBeLessThan(0.5);
  });
});

it('N14: a delivery says neither who nor when on the day nor at which point', () => {
  expect(Object.keys(deliveryFieldsSchema.shape)).toEqual([
    'dossierId',
    'actionId',
    'measureId',
    'segmentId',
    'day',
    'minutes',
    'withdrawn',
  ]);
});

describe('how far the plan of a stretch was followed', () => {
  it('is told in steps that never fall when more is delivered', () => {
    const minutes = fc.nat(500);
    fc.assert(
      fc.property(minutes, minutes, minutes, (planned, delivered, more) => {
        const at = (done: number) =>
          DOSE_STANDINGS.indexOf(doseStanding({ planned, delivered: done }));
        expect(at(delivered + more)).toBeGreaterThanOrEqual(at(delivered));
      }),
    );
  });

  it('has its bounds at nothing, at half and at the whole', () => {
    const steps = [0, 1, 49, 50, 99, 100, 140].map((delivered) =>
      doseStanding({ planned: 100, delivered }),
    );
    expect(steps).toEqual([
      'nothing',
      'under-half',
      'under-half',
      'from-half',
      'from-half',
      'whole',
      'whole',
    ]);
  });
});
