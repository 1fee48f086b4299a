import type { Id } from '../../lib/ids.ts';
import type { Attempt } from '../operations/attempt.ts';
import type { CommandRefusal, Fields, RowBeside } from '../operations/entity-rules.ts';
import {
  mayLookAt,
  type MeansStep,
  meansStepFieldsSchema,
  missingGround,
  standingOf,
} from './means.ts';
import { isHeavy } from './vocabulary.ts';

/** What of a step on the ladder does not go with the rest of it. */
export function inconsistentStep(row: Fields): string | undefined {
  const step = row as MeansStep;
  const looked = (['secondBy', 'reviewedBy'] as const).find((field) => {
    const officer = step[field];
    return officer !== null && !mayLookAt(step, officer);
  });
  return missingGround(step) ?? looked;
}

/** Why this officer cannot be the second pair of eyes now. */
export function refuseSecondEyes(row: Fields, { authorId }: Attempt): CommandRefusal | undefined {
  const step = row as MeansStep;
  if (step.secondBy !== null || step.kind !== 'taken' || !isHeavy(step.means)) return 'wrong-state';
  return mayLookAt(step, authorId) ? undefined : 'same-person';
}

/** Why this officer cannot review an urgent step now. */
export function refuseReview(row: Fields, { authorId }: Attempt): CommandRefusal | undefined {
  const step = row as MeansStep;
  if (standingOf(step) !== 'review') return 'wrong-state';
  return mayLookAt(step, authorId) ? undefined : 'same-person';
}

/** A heavy means of the action, or of its whole dossier, that nobody else has looked at. */
export function refuseUnseenMeans(
  actionId: Id,
  beside: readonly RowBeside[],
): CommandRefusal | undefined {
  const waits = beside
    .filter(({ entity }) => entity === 'means-step')
    .map(({ fields }) => meansStepFieldsSchema.safeParse(fields).data)
    // What this application cannot read may be what nobody has looked at.
    .some(
      (step) =>
        step === undefined ||
        ((step.actionId ?? actionId) === actionId && standingOf(step) === 'waits'),
    );
  return waits ? 'same-person' : undefined;
}
