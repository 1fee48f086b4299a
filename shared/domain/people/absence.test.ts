import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addDays } from '../../lib/dates.ts';
import {
  type Absence,
  type AbsencePeriod,
  endedOn,
  inOrder,
  MOST_PERIODS,
  problemOfPeriod,
  standInsOn,
  workOf,
} from './absence.ts';

const OFFICERS = ['noor', 'samir', 'fien', 'ward', 'mila'] as const;
const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2026-06-01', days));
const period = fc.record<AbsencePeriod>({
  firstDay: day,
  lastDay: day,
  substituteId: fc.constantFrom(...OFFICERS),
});

/** Periods of one officer as they come about: what may not stand beside the others was refused. */
const absences = fc
  .array(fc.tuple(fc.constantFrom(...OFFICERS), period), { maxLength: 25 })
  .map((all) => {
    const kept = new Map<string, AbsencePeriod[]>();
    for (const [officerId, next] of all) {
      const others = kept.get(officerId) ?? [];
      if (!problemOfPeriod(officerId, next, others)) kept.set(officerId, [...others, next]);
    }
    return [...kept].map(([officerId, periods]): Absence => ({ officerId, periods }));
  });
const isAway = ({ periods }: Absence, on: string): boolean =>
  periods.some(({ firstDay, lastDay }) => firstDay <= on && on <= lastDay);

describe('who stands in', () => {
  it('is somebody at work, for who is away and for nobody else', () => {
    fc.assert(
      fc.property(absences, day, (all, on) => {
        const away = new Set(all.filter((one) => isAway(one, on)).map((one) => one.officerId));
        for (const [officerId, standIn] of standInsOn(all, on)) {
          expect(away.has(officerId)).toBe(true);
          expect(away.has(standIn)).toBe(false);
        }
      }),
    );
  });

  it('is found for everybody who is away, unless their substitutes go round in a ring', () => {
    fc.assert(
      fc.property(absences, day, (all, on) => {
        const standIns = standInsOn(all, on);
        for (const absence of all.filter(
          (one) => isAway(one, on) && !standIns.has(one.officerId),
        )) {
          const names = new Set<string>();
          let at: Absence | undefined = absence;
          while (at && isAway(at, on) && !names.has(at.officerId)) {
            names.add(at.officerId);
            const next: string | undefined = at.periods.find(
              ({ firstDay, lastDay }) => firstDay <= on && on <= lastDay,
            )?.substituteId;
            at = all.find((one) => one.officerId === next);
          }
          expect(at && names.has(at.officerId)).toBe(true);
        }
      }),
    );
  });

  it('leaves everybody’s work with one person, on every day', () => {
    fc.assert(
      fc.property(absences, day, (all, on) => {
        const standIns = standInsOn(all, on);
        const done = OFFICERS.flatMap((id) => workOf(id, standIns));
        const inRing = all.filter((one) => isAway(one, on) && !standIns.has(one.officerId));
        expect(done.toSorted()).toEqual([...OFFICERS].toSorted());
        expect(
          inRing.every(({ officerId }) => workOf(officerId, standIns).includes(officerId)),
        ).toBe(true);
      }),
    );
  });

  it('goes on along who is away too', () => {
    const days = { firstDay: '2026-06-01', lastDay: '2026-06-05' };
    const all = [
      { officerId: 'noor', periods: [{ ...days, substituteId: 'samir' }] },
      { officerId: 'samir', periods: [{ ...days, lastDay: '2026-06-03', substituteId: 'fien' }] },
    ];
    expect(standInsOn(all, '2026-06-03').get('noor')).toBe('fien');
    expect(standInsOn(all, '2026-06-04').get('noor')).toBe('samir');
    expect(standInsOn(all, '2026-06-06').size).toBe(0);
    const ring = [...all, { officerId: 'fien', periods: [{ ...days, substituteId: 'noor' }] }];
    expect(standInsOn(ring, '2026-06-03').size).toBe(0);
  });
});

describe('a period', () => {
  it('ends on or after its first day, has somebody else standing in, and overlaps no other', () => {
    const days = { firstDay: '2026-06-10', lastDay: '2026-06-12', substituteId: 'samir' };
    expect(problemOfPeriod('noor', days, [])).toBeUndefined();
    expect(problemOfPeriod('noor', { ...days, lastDay: '2026-06-09' }, [])).toEqual({
      field: 'lastDay',
      reason: 'end-before-start',
    });
    expect(problemOfPeriod('samir', days, [])).toEqual({
      field: 'substituteId',
      reason: 'stands-in-for-oneself',
    });
    const beside = (firstDay: string, lastDay: string) =>
      problemOfPeriod('noor', { ...days, firstDay, lastDay }, [days])?.reason;
    expect(beside('2026-06-12', '2026-06-20')).toBe('absence-overlaps');
    expect(beside('2026-06-01', '2026-06-30')).toBe('absence-overlaps');
    expect(beside('2026-06-13', '2026-06-20')).toBeUndefined();
  });

  it('ends the day before its officer is back, and leaves the others alone', () => {
    fc.assert(
      fc.property(absences, fc.nat(), day, (all, which, today) => {
        const absence = all[which % Math.max(1, all.length)];
        const chosen = absence?.periods[which % absence.periods.length];
        if (!absence || !chosen) return;
        const after = endedOn(absence.periods, chosen.firstDay, today);
        const others = (of: readonly AbsencePeriod[]) =>
          of.filter(({ firstDay }) => firstDay !== chosen.firstDay);
        expect(others(after)).toEqual(others(absence.periods));
        const ended = after.find(({ firstDay }) => firstDay === chosen.firstDay);
        if (chosen.firstDay >= today) expect(ended).toBeUndefined();
        else {
          expect(ended && ended.lastDay < today && ended.lastDay <= chosen.lastDay).toBe(true);
          expect(ended && ended.firstDay <= ended.lastDay).toBe(true);
        }
      }),
    );
  });

  it('of long ago gives way where there are too many', () => {
    const periods = Array.from({ length: MOST_PERIODS + 3 }, (_, index) => {
      const firstDay = addDays('2026-01-01', index);
      return { firstDay, lastDay: firstDay, substituteId: 'samir' };
    });
    expect(inOrder(periods.toReversed())).toEqual(periods.slice(3));
  });
});
