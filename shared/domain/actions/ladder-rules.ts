import type { Id } from '../../lib/ids.ts';
import type { Attempt } from '../operations/attempt.ts';
import type { CommandRefusal, EntityRules, Fields, RowBeside } from '../operations/entity-rules.ts';
import {
  ladderOf,
  ladderStanding,
  mayLookAt,
  mayRun,
  type MeansStep,
  meansStepFieldsSchema,
  missingGround,
  standingOf,
} from './means.ts';
import { measureFieldsSchema } from './measure.ts';
import { isHeavy, type Means } from './vocabulary.ts';

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

/**
 * Why an action cannot begin: a heavy means of it, or of its whole dossier, that nobody else has looked at, or a
 * measure with a heavy means that no step takes. What this application cannot read may be either.
 */
export function refuseStart(
  actionId: Id,
  beside: readonly RowBeside[],
): CommandRefusal | undefined {
  const { steps, unreadable } = readLadder(actionId, beside);
  if (unreadable || steps.some((step) => standingOf(step) === 'waits')) return 'same-person';
  const isOff = beside
    .filter(({ entity, fields }) => entity === 'measure' && fields['actionId'] === actionId)
    .map(({ fields }) => usedSchema.safeParse(fields).data)
    .some((used) => !used || (!used.removed && !mayRun(ladderStanding(used.rung, steps))));
  return isOff ? 'off-ladder' : undefined;
}

/** What a measure has to do with the ladder of means once its action runs. */
export const MEASURE_ON_LADDER: NonNullable<EntityRules['beside']> = {
  matters: (after, before) => {
    const used = usedSchema.safeParse(after).data;
    if (!used || used.removed || !isHeavy(used.rung)) return false;
    return before?.['rung'] !== used.rung || before['removed'] === true;
  },
  refuse: ({ actionId, rung }, others) => {
    const action = others.find(({ entity, id }) => entity === 'action' && id === actionId);
    if (action?.fields['state'] !== 'active') return undefined;
    const { steps } = readLadder(action.id, others);
    return mayRun(ladderStanding(rung as Means, steps)) ? undefined : 'off-ladder';
  },
};

const usedSchema = measureFieldsSchema.pick({ rung: true, removed: true });

/** The ladder of an action, and whether something in its dossier cannot be read by this application. */
function readLadder(actionId: Id, beside: readonly RowBeside[]) {
  const read = beside
    .filter(({ entity }) => entity === 'means-step')
    .map(({ fields }) => meansStepFieldsSchema.safeParse(fields).data);
  const steps = read.filter((step) => step !== undefined);
  return { steps: ladderOf(actionId, steps), unreadable: steps.length < read.length };
}
