import type { Id } from '../../lib/ids.ts';
import type { EntityRules, Fields } from '../operations/entity-rules.ts';

/** A stretch of street as far as a dossier goes; rows of the territory that are the same place share their lineage. */
export interface PlacedStretch {
  readonly id: Id;
  readonly lineage: string;
  /** Lineage of its neighbourhood; null outside of every one. */
  readonly area: string | null;
}

/** What of a measure says which stretch its action uses. */
export interface StretchUse {
  readonly actionId: Id;
  readonly lineage: string;
}

/** Why the stretches of a dossier cannot become others. */
export type StretchesRefusal =
  | { readonly reason: 'no-stretch' }
  | { readonly reason: 'another-neighbourhood' }
  | { readonly reason: 'stretch-in-use'; readonly segmentId: Id; readonly actionId: Id };

/**
 * Why a dossier cannot have the stretches `after` instead of `before`; undefined when it can. It keeps at least one;
 * those that are added lie in its neighbourhood; one that an action uses stays. A row of the territory
 * that took the place of another is the same stretch.
 *
 * @param area lineage of the dossier's neighbourhood; null outside of every one.
 */
export function stretchesRefusal(
  before: readonly PlacedStretch[],
  after: readonly PlacedStretch[],
  area: string | null,
  uses: readonly StretchUse[],
): StretchesRefusal | undefined {
  if (after.length === 0) return { reason: 'no-stretch' };
  const known = lineagesOf(before);
  if (after.some((one) => !known.has(one.lineage) && one.area !== area)) {
    return { reason: 'another-neighbourhood' };
  }
  const kept = lineagesOf(after);
  for (const { id, lineage } of before) {
    const use = kept.has(lineage) ? undefined : uses.find((one) => one.lineage === lineage);
    if (use) return { reason: 'stretch-in-use', segmentId: id, actionId: use.actionId };
  }
  return undefined;
}

/** The ids of `chosen`, each by the row that the dossier names already where it names that stretch. */
export function asNamedBefore(
  before: readonly PlacedStretch[],
  chosen: readonly PlacedStretch[],
): readonly Id[] {
  const known = new Map(before.map(({ id, lineage }) => [lineage, id]));
  return [...new Set(chosen.map(({ id, lineage }) => known.get(lineage) ?? id))];
}

function lineagesOf(stretches: readonly PlacedStretch[]): ReadonlySet<string> {
  return new Set(stretches.map(({ lineage }) => lineage));
}

/** Measures that bind their stretch to the dossier: those that stand, of actions that nobody refused. */
export function bindingMeasures<
  Measure extends { readonly actionId: unknown; readonly removed: boolean },
>(
  measures: readonly Measure[],
  actions: readonly { readonly id: unknown; readonly state: unknown }[],
): readonly Measure[] {
  const refused = new Set(actions.filter(({ state }) => state === 'refused').map(({ id }) => id));
  return measures.filter(({ actionId, removed }) => !removed && !refused.has(actionId));
}

/**
 * The same at the centre, where measures of every desk meet: no stretch goes that one of them uses, and not the
 * last. It does not know where stretches lie, nor which rows of the territory follow one another.
 */
export const STRETCHES_STAY: NonNullable<EntityRules['beside']> = {
  matters: (after, before) => takenOut(before, after).size > 0,
  refuse: (after, others, before) => {
    if (segmentsOf(after).length === 0) return 'no-stretch';
    const measures = others.flatMap(({ entity, fields }) =>
      entity === 'measure'
        ? [
            {
              actionId: fields['actionId'],
              segmentId: fields['segmentId'],
              removed: fields['removed'] === true,
            },
          ]
        : [],
    );
    const actions = others.flatMap(({ entity, id, fields }) =>
      entity === 'action' ? [{ id, state: fields['state'] }] : [],
    );
    const out = takenOut(before, after);
    const isUsed = bindingMeasures(measures, actions).some(({ segmentId }) => out.has(segmentId));
    return isUsed ? 'stretch-in-use' : undefined;
  },
};

/** Ids that the dossier no longer names; an unknown value is no id of them. */
function takenOut(before: Fields | undefined, after: Fields): ReadonlySet<unknown> {
  const kept = new Set(segmentsOf(after));
  return new Set(segmentsOf(before).filter((id) => !kept.has(id)));
}

function segmentsOf(dossier: Fields | undefined): readonly unknown[] {
  const segments: unknown = dossier?.['segments'];
  return Array.isArray(segments) ? segments : [];
}
