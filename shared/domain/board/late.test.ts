import fc from 'fast-check';
import { expect, it } from 'vitest';

import { addDays } from '../../lib/dates.ts';
import { ACTION_STATES } from '../actions/action.ts';
import { latenessOf } from './late.ts';

const TODAY = '2026-06-15';
const action = { state: 'proposed', answerBy: TODAY, startsOn: null, endsOn: null } as const;

it('is late from the day after', () => {
  expect(latenessOf(action, TODAY)).toBeUndefined();
  expect(latenessOf(action, '2026-06-16')).toEqual({ kind: 'answer', dueOn: TODAY });
});

it('waits for a start once approved, for a verdict once it ran to its end, and for nothing after', () => {
  const plan = { ...action, startsOn: '2026-06-01', endsOn: '2026-06-10' };
  expect(latenessOf({ ...plan, state: 'approved' }, TODAY)).toEqual({
    kind: 'start',
    dueOn: '2026-06-01',
  });
  expect(latenessOf({ ...plan, state: 'active' }, TODAY)).toEqual({
    kind: 'end',
    dueOn: '2026-06-10',
  });
  expect(latenessOf({ ...plan, state: 'active' }, '2026-06-10')).toBeUndefined();
  expect(latenessOf({ ...action, state: 'approved' }, TODAY)).toBeUndefined();
  for (const state of ['closed', 'refused'] as const) {
    expect(latenessOf({ ...plan, state }, '2027-01-01')).toBeUndefined();
  }
});

const day = fc.integer({ min: -60, max: 60 }).map((days) => addDays(TODAY, days));
const some = fc.record({
  state: fc.constantFrom(...ACTION_STATES),
  answerBy: day,
  startsOn: fc.option(day),
  endsOn: fc.option(day),
});

it('what is late says the day that it is after, and stays late every day until somebody acts', () => {
  fc.assert(
    fc.property(some, day, fc.nat({ max: 90 }), (given, today, more) => {
      const late = latenessOf(given, today);
      if (!late) return;
      expect(late.dueOn < today).toBe(true);
      expect([given.answerBy, given.startsOn, given.endsOn]).toContain(late.dueOn);
      expect(latenessOf(given, addDays(today, more))).toEqual(late);
      expect(latenessOf(given, late.dueOn)).toBeUndefined();
    }),
  );
});

it('whoever has to act is waited for by their own day alone', () => {
  fc.assert(
    fc.property(some, some, day, (given, other, today) => {
      const late = latenessOf(given, today);
      const waits = { proposed: 'answer', approved: 'start', active: 'end' } as const;
      const field = { answer: 'answerBy', start: 'startsOn', end: 'endsOn' } as const;
      if (given.state === 'closed' || given.state === 'refused') {
        expect(late).toBeUndefined();
        return;
      }
      const kind = waits[given.state];
      if (late) expect(late.kind).toBe(kind);
      const due = given[field[kind]];
      expect(late !== undefined).toBe(due !== null && due < today);
      // The other days play no part.
      expect(latenessOf({ ...other, state: given.state, [field[kind]]: due }, today)).toEqual(late);
    }),
  );
});
