import type { Id } from '../../lib/ids.ts';
import type { Action, ActionForm } from './action.ts';
import type { Measure, MeasureFields } from './measure.ts';

export interface CopyTarget {
  readonly segmentId: Id;
  readonly streetId: Id;
}

/** Where an action is, or where a copy of it goes. */
export interface CopyPlace {
  readonly dossierId: Id;
  readonly segments: readonly Id[];
}

/** Where an action is: on the stretches of its measures, or of its dossier while it has none. */
export function placeOf(
  { dossierId }: Pick<Action, 'dossierId'>,
  measures: readonly Pick<Measure, 'segmentId' | 'removed'>[],
  ofDossier: readonly Id[],
): CopyPlace {
  const own = measures.filter(({ removed }) => !removed).map(({ segmentId }) => segmentId);
  return { dossierId, segments: own.length > 0 ? [...new Set(own)] : ofDossier };
}

/** Whether a copy goes where its source is not: to another dossier, or to another stretch. What differs is asked then. */
export function goesElsewhere(source: CopyPlace, target: CopyPlace): boolean {
  return (
    target.dossierId !== source.dossierId ||
    target.segments.some((id) => !source.segments.includes(id))
  );
}

/** What a copy brings along: its own baseline has to be counted there, so that the sign stays behind. */
export function copiedForm(source: Action, ownerId: Id): ActionForm {
  const { title, aim, priority } = source;
  return {
    title,
    aim,
    priority,
    sign: null,
    startsOn: null,
    endsOn: null,
    ownerId,
    coverId: null,
  };
}

/** Every kind of measure of the source once on each of the other segments. */
export function copiedMeasures(
  measures: readonly Measure[],
  targets: readonly CopyTarget[],
  to: { readonly actionId: Id; readonly dossierId: Id },
): readonly Omit<MeasureFields, 'since' | 'removedOn'>[] {
  const kinds = new Map<string, Measure>();
  for (const measure of measures) {
    if (!measure.removed) kinds.set(`${measure.type} ${measure.rung}`, measure);
  }
  return targets.flatMap(({ segmentId, streetId }) =>
    [...kinds.values()].map(({ type, rung, minutes, timesPerWeek, windows, note }) => ({
      ...to,
      segmentId,
      streetId,
      type,
      rung,
      minutes,
      timesPerWeek,
      windows,
      note,
      officerId: null,
      partnerId: null,
      removed: false,
    })),
  );
}
