import fc from 'fast-check';
import { expect, it } from 'vitest';

import type { RowBeside } from '../operations/entity-rules.ts';
import { ACTION_STATES } from './action.ts';
import { changedCount, DOSSIER_STAYS, runningCount } from './count-stays.ts';
import { SIGN_COUNTS } from './sign.ts';

const dossier = fc.record({
  problem: fc.constantFrom('vandalism', 'other', null),
  factKinds: fc.constantFrom(['theft'], ['theft', 'robbery'], null),
  title: fc.constantFrom('Een', 'Twee'),
  segments: fc.constant(['a']),
});
const action = fc.record({
  state: fc.constantFrom(...ACTION_STATES),
  sign: fc.option(fc.record({ counted: fc.constantFrom(...SIGN_COUNTS) })),
});
const refusal = (...[after, others, before]: Parameters<typeof DOSSIER_STAYS.refuse>) =>
  DOSSIER_STAYS.matters(after, before) ? DOSSIER_STAYS.refuse(after, others, before) : undefined;

it('lets what is counted change at desk and centre alike, but while an action runs by it', () => {
  fc.assert(
    fc.property(dossier, dossier, fc.array(action), (before, after, actions) => {
      const others = actions.map((fields, at): RowBeside => ({
        id: `a${at}`,
        entity: 'action',
        fields,
      }));
      const isOther =
        before.problem !== after.problem || String(before.factKinds) !== String(after.factKinds);
      const counts = actions.some(
        ({ state, sign }) =>
          state === 'active' && (sign?.counted === 'facts' || sign?.counted === 'contacts'),
      );
      expect(changedCount(before, after) !== undefined).toBe(isOther);
      expect(runningCount(actions) !== undefined).toBe(counts);
      expect(refusal(after, others, before)).toBe(isOther && counts ? 'count-running' : undefined);
    }),
  );
});

it('takes a field that is not there for none, has no word against a new dossier, and still asks of its stretches', () => {
  const running = {
    id: 'a',
    entity: 'action',
    fields: { state: 'active', sign: { counted: 'facts' } },
  };
  const before = { problem: 'other', segments: ['a', 'b'] };
  expect(changedCount(before, { ...before, factKinds: null })).toBeUndefined();
  expect(refusal(before, [running], undefined)).toBeUndefined();
  expect(refusal({ ...before, segments: [] }, [running], before)).toBe('no-stretch');
  // A dossier without stretches, from before one had to have any, is not asked for one by the way.
  expect(
    refusal({ problem: 'vandalism', segments: [] }, [], { problem: 'other', segments: [] }),
  ).toBeUndefined();
});
