import fc from 'fast-check';
import { expect, it } from 'vitest';

import { planCases } from '../../../tests/factories/board-cases.ts';
import { isOurs, ONCE, plannedMinutes } from '../actions/measure.ts';
import { loadPerWeek, type PlacedMeasure } from './load.ts';
import { daysAsked } from './occurrences.ts';
import { weekOf, weeksFrom } from './week.ts';

const WEEK = weekOf('2026-06-15');
const placed = (measure: Partial<PlacedMeasure['measure']>, plan = WEEK): PlacedMeasure => ({
  measure: { minutes: 30, timesPerWeek: 2, officerId: 'noor', partnerId: null, ...measure },
  plan,
  neighbourhoodId: 'haven',
});

it('sums the minutes of a week by who does them and by neighbourhood', () => {
  const { officers, neighbourhoods } = loadPerWeek(
    [
      placed({}),
      placed({ officerId: null, minutes: 10 }),
      placed({ officerId: null, partnerId: 'school' }),
      placed({ officerId: 'samir', partnerId: 'school' }),
      placed({}, { from: '2026-06-22', to: '2026-06-24' }),
    ],
    weeksFrom('2026-06-15', 2),
  );
  expect([...officers]).toEqual([
    ['noor', [60, 30]],
    [null, [20, 0]],
    ['samir', [60, 0]],
  ]);
  expect([...neighbourhoods]).toEqual([['haven', [140, 30]]]);
});

it('counts what is done once in one week: the last one', () => {
  const plan = { from: '2026-06-15', to: '2026-07-01' };
  const once = { minutes: 60, timesPerWeek: ONCE, windows: [] };
  const asked = placed(once, daysAsked(once, plan));
  expect(loadPerWeek([asked], weeksFrom('2026-06-15', 3)).officers.get('noor')).toEqual([0, 0, 60]);
});

it('counts a plan of seven days over two weeks as one week of stops', () => {
  const plan = { from: '2026-06-18', to: '2026-06-24' };
  const asked = loadPerWeek([placed({ timesPerWeek: 3 }, plan)], weeksFrom('2026-06-15', 2));
  expect(asked.officers.get('noor')).toEqual([60, 30]);
});

it('says the same by officer and by neighbourhood, and over all weeks what the plan asks for', () => {
  const measures = fc.record({
    minutes: fc.integer({ min: 1, max: 600 }),
    timesPerWeek: fc.integer({ min: 1, max: 50 }),
    officerId: fc.constantFrom('noor', 'samir', null),
    partnerId: fc.constantFrom('school', null, null),
  });
  const cases = fc.array(
    fc.record({
      measure: measures,
      plan: planCases,
      neighbourhoodId: fc.constantFrom('haven', 'kouter', null),
    }),
    { maxLength: 12 },
  );
  const sum = (rows: Iterable<readonly number[]>): number =>
    [...rows].flat().reduce((one, other) => one + other, 0);
  fc.assert(
    fc.property(cases, (all) => {
      const { officers, neighbourhoods } = loadPerWeek(all, weeksFrom('2025-12-29', 70));
      expect(sum(officers.values())).toBe(sum(neighbourhoods.values()));
      const own = all.filter(({ measure }) => isOurs(measure));
      // Everything that an officer is named for, with a partner or not.
      for (const { measure } of all)
        expect(isOurs(measure) || measure.officerId === null).toBe(true);
      const asked = own.reduce((total, one) => total + plannedMinutes(one.measure, one.plan), 0);
      expect(sum(officers.values())).toBe(asked);
    }),
  );
});
