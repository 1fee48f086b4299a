import { canonicalJson } from '../../lib/canonical-json.ts';
import type { EntityRules, Fields } from '../operations/entity-rules.ts';
import { STRETCHES_STAY } from './dossier-stretches.ts';

/** What of a dossier says which facts and contacts a sign of success counts. */
const COUNTED_BY = ['problem', 'factKinds'] as const;
export type CountedBy = (typeof COUNTED_BY)[number];

/** The field by which something else would be counted afterwards; undefined where the same is. */
export function changedCount(before: Fields, after: Fields): CountedBy | undefined {
  return COUNTED_BY.find(
    (field) => canonicalJson(before[field] ?? null) !== canonicalJson(after[field] ?? null),
  );
}

/** An action as far as what it counts goes; of a newer application it may hold anything. */
interface CountingAction {
  readonly state: unknown;
  readonly sign: unknown;
}

/**
 * The first action that runs by a sign that is counted from facts or contacts of the dossier. What it is measured by is
 * fixed beforehand, so what is counted stays until it is closed.
 */
export function runningCount<Action extends CountingAction>(
  actions: readonly Action[],
): Action | undefined {
  return actions.find(({ state, sign }) => {
    const counted: unknown = (sign as { readonly counted?: unknown } | null | undefined)?.counted;
    return state === 'active' && (counted === 'facts' || counted === 'contacts');
  });
}

/** The same at the centre, where actions of every desk meet, beside what is asked of the stretches of a dossier. */
export const DOSSIER_STAYS: NonNullable<EntityRules['beside']> = {
  matters: (after, before) => STRETCHES_STAY.matters(after, before) || isOtherCount(after, before),
  refuse: (after, others, before) => {
    const actions = others.flatMap(({ entity, fields: { state, sign } }) =>
      entity === 'action' ? [{ state, sign }] : [],
    );
    if (isOtherCount(after, before) && runningCount(actions)) return 'count-running';
    return STRETCHES_STAY.matters(after, before)
      ? STRETCHES_STAY.refuse(after, others, before)
      : undefined;
  },
};

function isOtherCount(after: Fields, before: Fields | undefined): boolean {
  return before !== undefined && changedCount(before, after) !== undefined;
}
