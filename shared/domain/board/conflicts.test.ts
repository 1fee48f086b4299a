import fc from 'fast-check';
import { expect, it } from 'vitest';

import { planCases, windowCases } from '../../../tests/factories/board-cases.ts';
import { conflictsIn, type PlannedMeasure } from './conflicts.ts';
import { occurrencesIn } from './occurrences.ts';
import { weekOf } from './week.ts';

const WEEK = weekOf('2026-06-15');
const MOST = 10_000;

function planned(
  id: string,
  windows: PlannedMeasure['measure']['windows'],
  changes: Partial<PlannedMeasure['measure']> = {},
): PlannedMeasure {
  const plan = { from: '2026-06-01', to: '2026-06-30' };
  return {
    measure: { id, windows, minutes: 20, officerId: 'noor', ...changes },
    plan,
  };
}

it('tells the same officer at the same hour, and whether both can be done', () => {
  const school = planned('a', [{ days: [1, 2], from: 480, to: 540 }]);
  const square = planned('b', [{ days: [2], from: 510, to: 570 }]);
  expect(conflictsIn([school, square], WEEK, MOST)).toEqual([
    {
      officerId: 'noor',
      first: 'a',
      second: 'b',
      day: '2026-06-16',
      from: 510,
      to: 540,
      fits: true,
    },
  ]);
  const long = planned('b', [{ days: [2], from: 490, to: 530 }], { minutes: 40 });
  const whole = planned('a', [{ days: [1, 2], from: 480, to: 540 }], { minutes: 60 });
  expect(conflictsIn([whole, long], WEEK, MOST)).toMatchObject([{ fits: false }]);
});

it('leaves out windows that only touch, other officers and what nobody is named for', () => {
  const one = planned('a', [{ days: [1], from: 480, to: 540 }]);
  const after = planned('b', [{ days: [1], from: 540, to: 600 }]);
  const same = [{ days: [1], from: 480, to: 540 }];
  const others = [
    planned('c', same, { officerId: 'samir' }),
    planned('d', same, { officerId: null }),
  ];
  expect(conflictsIn([one, after, ...others], WEEK, MOST)).toEqual([]);
});

it('sees the night from the Sunday before into Monday', () => {
  const night = planned('a', [{ days: [7], from: 1_380, to: 120 }]);
  const early = planned('b', [{ days: [1], from: 60, to: 90 }]);
  expect(conflictsIn([night, early], WEEK, MOST)).toMatchObject([
    { day: '2026-06-15', from: 60, to: 90, first: 'a', second: 'b' },
  ]);
});

it('tells first of those that cannot both be done, and never leaves them out for others', () => {
  const many = Array.from({ length: 6 }, (_, at) =>
    planned(`m${at}`, [{ days: [1], from: 480, to: 540 }], { minutes: 5 }),
  );
  const late = [20, 21].map((at) =>
    planned(`n${at}`, [{ days: [6], from: 600, to: 660 }], { minutes: 50 }),
  );
  const found = conflictsIn([...many, ...late], WEEK, 5);
  expect(found.map(({ fits }) => fits)).toEqual([false, true, true, true, true]);
  expect(found[0]).toMatchObject({ day: '2026-06-20', first: 'n20', second: 'n21' });
});

it('stops at the most that is asked for', () => {
  const all = Array.from({ length: 9 }, (_, at) =>
    planned(`m${at}`, [{ days: [1], from: 480, to: 540 }]),
  );
  expect(conflictsIn(all, WEEK, MOST)).toHaveLength(36);
  expect(conflictsIn(all, WEEK, 5)).toHaveLength(5);
});

it('finds exactly the pairs that comparing everything with everything finds', () => {
  const cases = fc.array(
    fc.record({
      windows: fc.array(windowCases, { maxLength: 2 }),
      plan: planCases,
      minutes: fc.integer({ min: 1, max: 120 }),
      officerId: fc.constantFrom('noor', 'samir', null),
    }),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(cases, planCases, (made, { from }) => {
      const week = weekOf(from);
      const all = made.map(({ plan, ...measure }, at) => ({
        plan,
        measure: { ...measure, id: `m${at}` },
      }));
      const spans = all.flatMap(({ measure, plan }) =>
        occurrencesIn(measure, plan, { from: plan.from, to: plan.to }).map((one) => ({
          officerId: measure.officerId,
          id: measure.id,
          begin: Date.parse(one.day) / 60_000 + one.from,
          end: Date.parse(one.day) / 60_000 + one.to,
        })),
      );
      const begin = Date.parse(week.from) / 60_000;
      const expected = spans.flatMap((one, at) =>
        spans.slice(at + 1).flatMap((other) => {
          const start = Math.max(one.begin, other.begin);
          const isPair =
            one.officerId !== null && one.officerId === other.officerId && one.id !== other.id;
          const isIn = start >= begin && start < begin + 7 * 1_440;
          return isPair && isIn && start < Math.min(one.end, other.end)
            ? [`${[one.id, other.id].sort().join()} ${start} ${Math.min(one.end, other.end)}`]
            : [];
        }),
      );
      const found = conflictsIn(all, week, MOST).map(({ first, second, day, ...hours }) => {
        const midnight = Date.parse(day) / 60_000;
        const pair = [first, second].sort().join();
        return `${pair} ${midnight + hours.from} ${midnight + hours.to}`;
      });
      expect(found.sort()).toEqual(expected.sort());
    }),
  );
});
