import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ACTION_STATES } from './action.ts';
import { byGoal, figuresOf, hasBegun, type ThreadedAction } from './golden-thread.ts';
import { VERDICTS } from './vocabulary.ts';

const GOALS = ['traffic', 'nuisance', 'theft', 'former'] as const;
const minutes = fc.integer({ min: 0, max: 10_000 });
const action = fc
  .record({
    goal: fc.constantFrom(...GOALS, null),
    state: fc.constantFrom(...ACTION_STATES),
    verdict: fc.constantFrom(...VERDICTS),
    planned: minutes,
    plannedSoFar: minutes,
    delivered: minutes,
    counted: minutes,
    contacts: fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 4 }),
  })
  .map((one): ThreadedAction => ({ ...one, verdict: one.state === 'closed' ? one.verdict : null }));
const actions = fc.array(action, { maxLength: 12 });
const isHere = (contact: string): boolean => contact < 'c';

describe('actions by goal', () => {
  it('stand under exactly one goal, and every goal of the zone is there in its order', () => {
    fc.assert(
      fc.property(actions, fc.subarray([...GOALS]), (all, goals) => {
        const threads = byGoal(all, goals);
        expect(threads.flatMap((one) => one.actions)).toHaveLength(all.length);
        for (const { goal, actions: own } of threads) {
          expect(own.every((one) => one.goal === goal)).toBe(true);
        }
        expect(threads.slice(0, goals.length).map(({ goal }) => goal)).toEqual(goals);
        expect(new Set(threads.map(({ goal }) => goal)).size).toBe(threads.length);
        const without = threads.findIndex(({ goal }) => goal === null);
        expect(without === -1 || without === threads.length - 1).toBe(true);
      }),
    );
  });
});

describe('the figures of a goal', () => {
  it('add up over goals, contacts apart: one may serve several', () => {
    fc.assert(
      fc.property(actions, (all) => {
        const whole = figuresOf(all, isHere);
        const parts = byGoal(all, GOALS).map((one) => figuresOf(one.actions, isHere));
        for (const field of ['actions', 'begun', 'closed', 'planned', 'delivered'] as const) {
          expect(parts.reduce((sum, one) => sum + one[field], 0)).toBe(whole[field]);
        }
        expect(parts.reduce((sum, one) => sum + one.contacts, 0)).toBeGreaterThanOrEqual(
          whole.contacts,
        );
        expect(whole.contacts).toBe(new Set(all.flatMap((one) => one.contacts)).size);
      }),
    );
  });

  it('owe no minutes for what never began, and say how many contacts are not here', () => {
    fc.assert(
      fc.property(actions, (all) => {
        const begun = all.filter(hasBegun);
        const figures = figuresOf(all, isHere);
        expect({ ...figures, actions: 0, contacts: 0, contactsElsewhere: 0 }).toEqual({
          ...figuresOf(begun, isHere),
          actions: 0,
          contacts: 0,
          contactsElsewhere: 0,
        });
        const here = figuresOf(all, () => true);
        expect(here.contactsElsewhere).toBe(0);
        expect(figures.contacts).toBe(here.contacts);
        const verdicts = Object.values(figures.verdicts).reduce((sum, count) => sum + count, 0);
        expect(verdicts).toBe(figures.closed);
      }),
    );
  });
});
