import type { Id } from '../../lib/ids.ts';
import type { Attempt } from '../operations/attempt.ts';
import type { CommandRefusal, EntityRules, Fields, RowBeside } from '../operations/entity-rules.ts';
import type { Change } from '../operations/operation.ts';
import {
  type Ground,
  GROUNDS,
  lackingGrounds,
  ladderOf,
  ladderStanding,
  mayLookAt,
  mayRun,
  type MeansStep,
  meansStepFieldsSchema,
  missingGround,
  standingOf,
  unfitGround,
  wasReviewedTooEarly,
} from './means.ts';
import { measureFieldsSchema } from './measure.ts';
import { isHeavy, type Means } from './vocabulary.ts';

/** What of a step on the ladder does not go with the rest of it. */
export function inconsistentStep(row: Fields): string | undefined {
  const step = row as MeansStep;
  // Who looked too early may fill in the grounds afterwards: somebody else looks again.
  const looked = wasReviewedTooEarly(step) ? (['secondBy'] as const) : LOOKS;
  return (
    missingGround(step) ??
    looked.find((field) => {
      const officer = step[field];
      return officer !== null && !mayLookAt(step, officer);
    })
  );
}

const LOOKS = ['secondBy', 'reviewedBy'] as const;

/** Why this officer cannot be the second pair of eyes now; an urgent step is reviewed instead. */
export function refuseSecondEyes(row: Fields, { authorId }: Attempt): CommandRefusal | undefined {
  const step = row as MeansStep;
  if (standingOf(step) !== 'waits') return 'wrong-state';
  return mayLookAt(step, authorId) ? undefined : 'same-person';
}

/** Why this officer cannot review an urgent step now. */
export function refuseReview(row: Fields, { authorId }: Attempt): CommandRefusal | undefined {
  const step = row as MeansStep;
  const standing = standingOf(step);
  if (standing !== 'review' && standing !== 'again') return 'wrong-state';
  return mayLookAt(step, authorId) ? undefined : 'same-person';
}

/**
 * What a review says besides its note. It came too early where grounds lack, or where its desk says that it did not
 * see them all yet. One that it follows stays to be read.
 */
export function setsOfReview({ authorId, madeAt, change }: Attempt, row: Fields): Fields {
  const said = change.kind === 'command' && change.arguments['reviewedTooEarly'] === true;
  const { reviewedBy, reviewedAt, reviewNote } = row as Partial<MeansStep>;
  return {
    reviewedBy: authorId,
    reviewedAt: madeAt,
    reviewedTooEarly: said || lackingGrounds(row as MeansStep).length > 0,
    ...(reviewedBy
      ? {
          provisionalReviews: {
            append: [{ by: reviewedBy, at: reviewedAt ?? null, note: reviewNote ?? '' }],
          },
        }
      : {}),
  };
}

/** Why grounds cannot be filled in: the step lacks none of those that are given, or they say nothing. */
export function refuseCompletion(row: Fields, { change }: Attempt): CommandRefusal | undefined {
  const given = groundsGiven(change);
  const isFit = Object.keys(given).length > 0 && !unfitGround(row as MeansStep, given);
  return isFit ? undefined : 'wrong-state';
}

/** Who filled in which grounds, and when. */
export function setsOfCompletion({ authorId, madeAt, change }: Attempt): Fields {
  const grounds = Object.keys(groundsGiven(change));
  return { completions: { append: [{ by: authorId, at: madeAt, grounds }] } };
}

function groundsGiven(change: Change): Partial<Record<Ground, string>> {
  if (change.kind !== 'command') return {};
  return Object.fromEntries(
    GROUNDS.flatMap((ground) => {
      const value = change.arguments[ground];
      return value === undefined ? [] : [[ground, typeof value === 'string' ? value : '']];
    }),
  );
}

/**
 * Why an action cannot end: a heavy means of it, or of its whole dossier, whose grounds are not complete. What this
 * application cannot read may be one.
 */
export function refuseClosing(
  actionId: Id,
  beside: readonly RowBeside[],
): CommandRefusal | undefined {
  const { steps, unreadable } = readLadder(actionId, beside);
  const lacks = unreadable || steps.some((step) => lackingGrounds(step).length > 0);
  return lacks ? 'grounds-lacking' : undefined;
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
