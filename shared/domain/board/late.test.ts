import { expect, it } from 'vitest';

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
