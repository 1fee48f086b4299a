import fc from 'fast-check';
import { expect, it } from 'vitest';

import { ACTION_STATES } from '#shared/domain/actions/action.ts';

import { boardQuestionOf, boardSearchOf, boardSearchSchema } from './board-search.ts';

const ID = '01a2038c-165e-7208-8c9c-1f24aee8ea84';

it('leaves what it cannot read to the page', () => {
  expect(boardSearchSchema.parse({ view: 'pie', week: 'soon', state: 7, officerId: 'x' })).toEqual(
    {},
  );
  expect(boardQuestionOf({}, '2026-06-18')).toEqual({
    view: 'state',
    week: '2026-06-15',
    filter: { states: [], neighbourhoodId: null, officerId: null },
  });
});

it('asks for the week and the states of the address', () => {
  expect(boardQuestionOf({ week: '2026-06-21', state: 'active' }, '2026-01-01')).toMatchObject({
    week: '2026-06-15',
    filter: { states: ['active'] },
  });
});

it('finds the way back to a filter', () => {
  const filters = fc.record({
    states: fc.constantFrom([], [...ACTION_STATES], ...ACTION_STATES.map((state) => [state])),
    neighbourhoodId: fc.constantFrom(null, ID),
    officerId: fc.constantFrom(null, ID),
  });
  fc.assert(
    fc.property(filters, (filter) => {
      const search = boardSearchSchema.parse(boardSearchOf(filter));
      expect(boardQuestionOf(search, '2026-06-18').filter).toEqual(filter);
    }),
  );
});
