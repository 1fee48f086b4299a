import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addDays } from '../../lib/dates.ts';
import {
  DOSE_STANDINGS,
  type DosedAction,
  type DosedMeasure,
  doseOfAction,
  dosePerSegment,
  dosesDue,
  doseStanding,
  planAtStart,
} from './dose.ts';
import { stopsUntil } from './measure.ts';

const FROM = '2026-06-01';
const TO = '2026-07-05';
/** Five weeks from a Monday to a Sunday. */
const PLAN: DosedAction = {
  startsOn: FROM,
  endsOn: TO,
  startedAt: null,
  plannedMinutes: null,
  plannedAtStart: null,
};
const measure = (id: string, changes: Partial<DosedMeasure> = {}): DosedMeasure => ({
  id,
  minutes: 15,
  timesPerWeek: 2,
  removed: false,
  since: '2026-05-20',
  removedOn: null,
  ...changes,
});
const stop = (measureId: string, day: string, minutes = 15) => ({
  measureId,
  day,
  minutes,
  withdrawn: false,
});
/** The action once it began with these measures. */
const begun = (...measures: readonly DosedMeasure[]): DosedAction => {
  const plannedAtStart = [...planAtStart(PLAN, measures, FROM)];
  return {
    ...PLAN,
    startedAt: `${FROM}T06:00:00.000Z`,
    plannedMinutes: plannedAtStart.reduce((sum, { minutes }) => sum + minutes, 0),
    plannedAtStart,
  };
};
const twiceAWeek = (id: string, weeks: number) =>
  Array.from({ length: weeks }, (_, week) =>
    [0, 3].map((day) => stop(id, addDays(FROM, week * 7 + day))),
  ).flat();
const gone = (one: DosedMeasure, removedOn: string | null): DosedMeasure => ({
  ...one,
  removed: true,
  removedOn,
});

describe('the dose of an action', () => {
  it('leaves out what was withdrawn and what lies outside of the plan', () => {
    const { whole, share } = doseOfAction(
      begun(measure('one')),
      {
        measures: [measure('one')],
        deliveries: [
          stop('one', '2026-06-02'),
          { ...stop('one', '2026-06-03'), withdrawn: true },
          stop('one', '2026-07-06'),
          stop('one', '2026-05-31'),
          stop('another', '2026-06-02'),
        ],
      },
      FROM,
    );
    expect(whole).toEqual({ planned: 150, delivered: 15, counted: 15, stops: 1 });
    expect(share).toBe(0.1);
  });

  it('is half once half of the stops were done, whatever days the plan has over its weeks', () => {
    const measures = [measure('one')];
    // 43 days from a Monday: twelve stops.
    const days = { ...PLAN, endsOn: '2026-07-13' };
    const at = (weeks: number, more: readonly ReturnType<typeof stop>[] = []) =>
      doseOfAction(days, { measures, deliveries: [...twiceAWeek('one', weeks), ...more] }, FROM);
    expect(at(3)).toMatchObject({ owed: 180, share: 0.5, whole: { counted: 90 } });
    expect(at(2, [stop('one', addDays(FROM, 14))]).share).toBeLessThan(0.5);
    expect(at(6)).toMatchObject({ owed: 180, share: 1 });
  });

  it('asks a plan of few days for a stop', () => {
    const measures = [measure('one', { timesPerWeek: 1 })];
    const action = { ...PLAN, endsOn: '2026-06-02' };
    const deliveries = [stop('one', '2026-06-02')];
    expect(doseOfAction(action, { measures, deliveries: [] }, FROM)).toMatchObject({
      owed: 15,
      share: 0,
    });
    expect(doseOfAction(action, { measures, deliveries }, FROM)).toMatchObject({
      owed: 15,
      share: 1,
    });
  });

  it('does not make up in one street for another', () => {
    const measures = [measure('one'), measure('two')];
    const deliveries = [...twiceAWeek('one', 5), ...twiceAWeek('one', 5)];
    const { whole, share } = doseOfAction(begun(...measures), { measures, deliveries }, FROM);
    expect(whole).toMatchObject({ planned: 300, delivered: 300, counted: 150 });
    expect(share).toBe(0.5);
  });

  it('counts one long stop for no more than the plan asks of its week', () => {
    const measures = [measure('one')];
    const deliveries = [stop('one', FROM, 600)];
    const { whole, share } = doseOfAction(begun(...measures), { measures, deliveries }, FROM);
    expect(whole).toMatchObject({ planned: 150, delivered: 600, counted: 30 });
    expect(share).toBe(0.2);
  });

  it('counts whole what is done once, in whatever week', () => {
    const measures = [measure('one', { minutes: 60, timesPerWeek: 0 })];
    const deliveries = [stop('one', '2026-06-24', 60)];
    expect(doseOfAction(begun(...measures), { measures, deliveries }, FROM)).toMatchObject({
      owed: 60,
      share: 1,
    });
  });

  it('counts a week in which the plan begins or ends as a whole one', () => {
    const action = { ...PLAN, startsOn: '2026-06-04', endsOn: '2026-06-10' };
    const parts = {
      measures: [measure('one')],
      deliveries: [stop('one', '2026-06-05'), stop('one', '2026-06-06')],
    };
    expect(doseOfAction(action, parts, FROM)).toMatchObject({ owed: 30, share: 1 });
  });

  it('keeps what was delivered of a measure that was removed, up to its own plan', () => {
    const measures = [gone(measure('one'), '2026-06-15'), measure('two')];
    const action = begun(measure('one'), measure('two'));
    const deliveries = [
      ...twiceAWeek('one', 2),
      ...twiceAWeek('two', 5),
      // After the day on which it was removed there was nothing left to be done of it.
      stop('one', '2026-06-16'),
    ];
    const dose = doseOfAction(action, { measures, deliveries }, FROM);
    expect(dose.perMeasure.get('one')).toMatchObject({ planned: 60, delivered: 60, counted: 60 });
    expect(dose).toMatchObject({ owed: 300, share: 0.7 });
  });

  it('counts what takes the place of a removed measure from its own day on', () => {
    const later = measure('two', { since: '2026-06-15' });
    const measures = [gone(measure('one'), '2026-06-15'), later];
    const deliveries = [
      ...twiceAWeek('one', 2),
      stop('two', '2026-06-14'),
      ...[15, 18, 22, 25, 29].map((day) => stop('two', `2026-06-${String(day)}`)),
      stop('two', '2026-07-02'),
    ];
    const dose = doseOfAction(begun(measure('one')), { measures, deliveries }, FROM);
    expect(dose.perMeasure.get('two')).toMatchObject({ planned: 90, delivered: 90, counted: 90 });
    expect(dose).toMatchObject({ owed: 150, share: 1 });
  });

  it('says nothing of a measure that was removed before it began, or added by mistake', () => {
    const before = gone(measure('before'), FROM);
    const mistake = gone(measure('mistake', { since: '2026-06-10' }), '2026-06-10');
    const one = measure('one');
    const { perMeasure, owed } = doseOfAction(
      begun(one),
      { measures: [one, before, mistake], deliveries: [] },
      FROM,
    );
    expect(perMeasure.has('before')).toBe(false);
    expect(perMeasure.get('mistake')).toMatchObject({ planned: 0 });
    expect(owed).toBe(150);
    const notBegun = { measures: [one, before], deliveries: [] };
    expect([...doseOfAction(PLAN, notBegun, FROM).perMeasure.keys()]).toEqual(['one']);
  });

  it('counts rows from before days were kept by the whole plan', () => {
    const old = { since: null, removedOn: null };
    const measures = [measure('one', old), gone(measure('two', old), null)];
    const action = { ...begun(measure('one'), measure('two')), plannedAtStart: null };
    const deliveries = [...twiceAWeek('one', 2), ...twiceAWeek('two', 3)];
    expect(doseOfAction(action, { measures, deliveries }, FROM)).toMatchObject({
      whole: { planned: 150, delivered: 150, counted: 150 },
      owed: 300,
      share: 0.5,
    });
  });

  it('never reads as half when it is less', () => {
    const measures = [measure('one', { minutes: 9, timesPerWeek: 50 })];
    const action = begun(...measures);
    const deliveries = Array.from({ length: 5 }, (_, week) =>
      stop('one', addDays(FROM, week * 7), week === 0 ? 224 : 225),
    );
    const { whole, share } = doseOfAction(action, { measures, deliveries }, FROM);
    expect(whole).toMatchObject({ planned: 2250, counted: 1124 });
    expect(share).toBeLessThan(0.5);
  });
});

describe('in any history', () => {
  const days = fc.integer({ min: -3, max: 40 }).map((day) => addDays(FROM, day));
  const minutes = fc.integer({ min: 1, max: 600 });
  const stops = fc.array(
    fc.record({
      measureId: fc.constantFrom<string>('m0', 'm1', 'm2'),
      day: days,
      minutes,
      withdrawn: fc.boolean(),
    }),
    { maxLength: 30 },
  );
  const dosed = fc.record({
    minutes: fc.integer({ min: 1, max: 60 }),
    timesPerWeek: fc.integer({ min: 1, max: 7 }),
  });
  const plans = fc.tuple(dosed, dosed, dosed);
  const named = (plan: readonly Pick<DosedMeasure, 'minutes' | 'timesPerWeek'>[]) =>
    plan.map((one, at) => measure(`m${String(at)}`, one));

  it('counts at most what was delivered and what was planned, in whatever order', () => {
    fc.assert(
      fc.property(plans, plans, stops, (first, now, deliveries) => {
        const action = begun(...named(first));
        const measures = named(now);
        const dose = doseOfAction(action, { measures, deliveries }, FROM);
        expect(dose.share).toBeGreaterThanOrEqual(0);
        expect(dose.share).toBeLessThanOrEqual(1);
        for (const [id, one] of dose.perMeasure) {
          const start = action.plannedAtStart?.find(({ measureId }) => measureId === id);
          expect(one.counted).toBeLessThanOrEqual(one.delivered);
          expect(one.counted).toBeLessThanOrEqual(Math.max(one.planned, start?.minutes ?? 0));
        }
        const turned = { measures, deliveries: [...deliveries].reverse() };
        expect(doseOfAction(action, turned, FROM)).toEqual(dose);
      }),
    );
  });

  it('counts one stop more for no more than a week of its measure, and never for less than nothing', () => {
    fc.assert(
      fc.property(plans, stops, days, minutes, (plan, deliveries, day, long) => {
        const measures = named(plan);
        const action = begun(...measures);
        const counted = (more: typeof deliveries): number =>
          doseOfAction(action, { measures, deliveries: [...deliveries, ...more] }, FROM).whole
            .counted;
        const gain = counted([stop('m0', day, long)]) - counted([]);
        expect(gain).toBeGreaterThanOrEqual(0);
        const [one] = plan;
        expect(gain).toBeLessThanOrEqual(Math.min(long, one.minutes * one.timesPerWeek));
      }),
    );
  });

  it('is half once half of the planned stops were done as they fell due, and less before', () => {
    const begin = fc.nat(6);
    const length = fc.integer({ min: 1, max: 70 });
    const often = fc.integer({ min: 0, max: 20 });
    fc.assert(
      fc.property(dosed, often, begin, length, fc.nat(), (one, timesPerWeek, after, days, some) => {
        const plan = { from: addDays(FROM, after), to: addDays(FROM, after + days - 1) };
        const measures = [measure('m0', { ...one, timesPerWeek })];
        const falling = Array.from({ length: days }, (_, at) => addDays(plan.from, at)).flatMap(
          (day) =>
            Array.from(
              {
                length:
                  stopsUntil({ timesPerWeek }, plan, day) -
                  stopsUntil({ timesPerWeek }, plan, addDays(day, -1)),
              },
              () => stop('m0', day, one.minutes),
            ),
        );
        const done = some % (falling.length + 1);
        const dose = doseOfAction(
          { ...PLAN, startsOn: plan.from, endsOn: plan.to },
          { measures, deliveries: falling.slice(0, done) },
          FROM,
        );
        expect(dose.owed).toBe(falling.length * one.minutes);
        expect(dose.whole.counted).toBe(done * one.minutes);
        expect(dose.share >= 0.5).toBe(2 * done >= falling.length);
      }),
    );
  });

  it('never rises because a plan is made smaller or a measure is taken away', () => {
    fc.assert(
      fc.property(plans, stops, days, fc.nat(2), (plan, deliveries, removedOn, at) => {
        const measures = named(plan);
        const action = begun(...measures);
        const share = (now: readonly DosedMeasure[]): number =>
          doseOfAction(action, { measures: now, deliveries }, FROM).share;
        const less = measures.map((one, place) => (place === at ? { ...one, minutes: 1 } : one));
        expect(share(less)).toBeLessThanOrEqual(share(measures));
        const taken = measures.map((one, place) => (place === at ? gone(one, removedOn) : one));
        expect(share(taken)).toBeLessThanOrEqual(share(measures));
      }),
    );
  });
});

describe('how far the plan of a stretch was followed', () => {
  it('is told by the plan until today, of removed measures too', () => {
    const measures = [
      { ...measure('one'), segmentId: 'here' },
      { ...gone(measure('two'), '2026-06-08'), segmentId: 'here' },
    ];
    const deliveries = [...twiceAWeek('one', 1), ...twiceAWeek('two', 1)];
    const doses = dosesDue(
      { ...begun(measure('one'), measure('two')), closedAt: null },
      { measures, deliveries },
      '2026-06-14',
    );
    expect(dosePerSegment(measures, doses).get('here')).toEqual({
      planned: 90,
      delivered: 60,
      counted: 60,
      stops: 4,
    });
  });

  it('is never a part of a stop, and by the last day all of the plan', () => {
    const measures = [measure('one'), measure('two', { timesPerWeek: 3 })];
    const action = { ...begun(...measures), endsOn: '2026-07-08', closedAt: null };
    const parts = { measures, deliveries: [] };
    const { whole } = doseOfAction(action, parts, FROM);
    let before = 0;
    for (let day = FROM; day <= '2026-07-10'; day = addDays(day, 1)) {
      const due = [...dosesDue(action, parts, day).values()].map(({ planned }) => planned);
      expect(due.every((minutes) => minutes % 15 === 0)).toBe(true);
      const sum = due.reduce((one, other) => one + other, 0);
      expect(sum).toBeGreaterThanOrEqual(before);
      before = sum;
    }
    expect(before).toBe(whole.planned);
  });

  it('is due until the action was closed, and not before it begins', () => {
    const measures = [measure('one')];
    const parts = { measures, deliveries: [stop('one', FROM)] };
    const closed = (day: string) => ({
      ...begun(...measures),
      closedAt: `${day}T18:00:00.000Z`,
    });
    const later = '2026-08-01';
    const due = dosesDue(closed(TO), parts, later).get('one');
    expect(due).toMatchObject({ planned: 150, counted: 15 });
    expect(due && doseStanding(due)).toBe('under-half');
    // After two of its five weeks nothing more was asked.
    expect(dosesDue(closed('2026-06-14'), parts, later).get('one')).toMatchObject({ planned: 60 });
    expect(dosesDue(closed('2026-05-30'), parts, later).get('one')).toMatchObject({ planned: 0 });
    expect(dosesDue({ ...PLAN, closedAt: null }, parts, FROM).size).toBe(0);
  });

  it('is told in steps that never fall when more counts', () => {
    const minutes = fc.nat(500);
    fc.assert(
      fc.property(minutes, minutes, minutes, (planned, counted, more) => {
        const at = (done: number) =>
          DOSE_STANDINGS.indexOf(doseStanding({ planned, counted: done }));
        expect(at(counted + more)).toBeGreaterThanOrEqual(at(counted));
      }),
    );
  });

  it('has its bounds at nothing, at half and at the whole', () => {
    const steps = [0, 1, 49, 50, 99, 100].map((counted) => doseStanding({ planned: 100, counted }));
    expect(steps).toEqual([
      'nothing',
      'under-half',
      'under-half',
      'from-half',
      'from-half',
      'whole',
    ]);
  });
});
