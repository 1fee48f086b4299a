import type { Id } from '../../lib/ids.ts';
import type { Attempt } from '../operations/attempt.ts';
import type { CommandRefusal, EntityRules, Fields, RowBeside } from '../operations/entity-rules.ts';
import type { Change } from '../operations/operation.ts';
import {
  AS_NOTED,
  GROUNDS,
  lackingGrounds,
  lacksEyes,
  ladderOf,
  ladderStanding,
  mayLookAt,
  mayRun,
  type MeansStepFields,
  meansStepFieldsSchema,
  missingGround,
  type Reason,
  REASONS,
  standingObjections,
  standingOf,
  stepKindsOf,
  unfitGround,
  wasReviewedTooEarly,
} from './means.ts';
import { measureFieldsSchema } from './measure.ts';
import { isHeavy, type Means } from './vocabulary.ts';

/** What of a step on the ladder does not go with the rest of it. */
export function inconsistentStep(row: Fields): string | undefined {
  const step = stepIn(row);
  if (!step) return undefined;
  if (!stepKindsOf(step.means).includes(step.kind)) return 'kind';
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

/**
 * A row by its fields; those that are older than a field have none of it. Undefined where this application cannot read
 * it: then nothing can be done with it here.
 */
function stepIn(row: Fields): MeansStepFields | undefined {
  return meansStepFieldsSchema.safeParse({ ...AS_NOTED, ...row }).data;
}

/**
 * Why this officer cannot be the second pair of eyes now; an urgent step is reviewed instead. Whoever saw other reasons
 * than those of now looks again.
 */
export function refuseSecondEyes(row: Fields, attempt: Attempt): CommandRefusal | undefined {
  const step = stepIn(row);
  if (!step || standingOf(step) !== 'waits' || !sawReasons(step, attempt)) return 'wrong-state';
  return mayLookAt(step, attempt.authorId) ? undefined : 'same-person';
}

/** Why this officer cannot disagree now. Several may, each once with the same reasons. */
export function refuseObjection(row: Fields, attempt: Attempt): CommandRefusal | undefined {
  const step = stepIn(row);
  if (!step) return 'wrong-state';
  const did = standingObjections(step).some(({ by }) => by === attempt.authorId);
  if (!lacksEyes(step) || !sawReasons(step, attempt) || did) return 'wrong-state';
  return mayLookAt(step, attempt.authorId) ? undefined : 'same-person';
}

/** Who does not agree with which reasons, when and why. */
export function setsOfObjection({ authorId, madeAt, change }: Attempt, row: Fields): Fields {
  const reason = change.kind === 'command' ? (change.arguments['reason'] ?? '') : '';
  const revision = stepIn(row)?.revisions.length ?? 0;
  return { objections: { append: [{ by: authorId, at: madeAt, reason, revision }] } };
}

/** Why a step cannot be given other reasons: nobody objects to those of now, or nothing of them changes. */
export function refuseRevision(row: Fields, attempt: Attempt): CommandRefusal | undefined {
  const step = stepIn(row);
  if (!step) return 'wrong-state';
  const given = Object.values<string>(textsGiven(REASONS, attempt.change));
  const isFit =
    given.every((text) => text.trim() !== '') && changedReasons(step, attempt.change).length > 0;
  const isAsked = standingOf(step) === 'objected' && sawReasons(step, attempt);
  return isAsked && isFit ? undefined : 'wrong-state';
}

/** Who gave a step other reasons, when, and what stood there before. */
export function setsOfRevision({ authorId, madeAt, change }: Attempt, row: Fields): Fields {
  const step = stepIn(row);
  const was = step
    ? changedReasons(step, change).map((reason) => [reason, step[reason]] as const)
    : [];
  return {
    revisions: { append: [{ by: authorId, at: madeAt, was: Object.fromEntries(was) }] },
  };
}

/** Why a step cannot be withdrawn: only one to which nobody else agreed yet can. */
export function refuseWithdrawal(row: Fields): CommandRefusal | undefined {
  const step = stepIn(row);
  return step && lacksEyes(step) ? undefined : 'wrong-state';
}

export function setsOfWithdrawal({ authorId, madeAt }: Attempt): Fields {
  return { withdrawnBy: authorId, withdrawnAt: madeAt };
}

/** Whether the desk showed the reasons as they are now. It says so only of a step that was revised. */
function sawReasons({ revisions }: MeansStepFields, { change }: Attempt): boolean {
  const seen = change.kind === 'command' ? (change.arguments['revisionsSeen'] ?? 0) : 0;
  return seen === revisions.length;
}

function changedReasons(step: MeansStepFields, change: Change): readonly Reason[] {
  const given = textsGiven(REASONS, change);
  return REASONS.filter((reason) => given[reason] !== undefined && given[reason] !== step[reason]);
}

/** Why this officer cannot review an urgent step now. */
export function refuseReview(row: Fields, { authorId }: Attempt): CommandRefusal | undefined {
  const step = stepIn(row);
  if (!step) return 'wrong-state';
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
  const step = stepIn(row);
  const { reviewedBy, reviewedAt, reviewNote } = step ?? AS_NOTED;
  return {
    reviewedBy: authorId,
    reviewedAt: madeAt,
    reviewedTooEarly: said || (step !== undefined && lackingGrounds(step).length > 0),
    ...(reviewedBy
      ? {
          provisionalReviews: {
            append: [{ by: reviewedBy, at: reviewedAt, note: reviewNote }],
          },
        }
      : {}),
  };
}

/** Why grounds cannot be filled in: the step lacks none of those that are given, or they say nothing. */
export function refuseCompletion(row: Fields, { change }: Attempt): CommandRefusal | undefined {
  const given = textsGiven(GROUNDS, change);
  const step = stepIn(row);
  const isFit = step && Object.keys(given).length > 0 && !unfitGround(step, given);
  return isFit ? undefined : 'wrong-state';
}

/** Who filled in which grounds, and when. */
export function setsOfCompletion({ authorId, madeAt, change }: Attempt): Fields {
  const grounds = Object.keys(textsGiven(GROUNDS, change));
  return { completions: { append: [{ by: authorId, at: madeAt, grounds }] } };
}

/** The texts of a command by their fields; one that is no text counts as empty. */
function textsGiven<Field extends string>(
  fields: readonly Field[],
  change: Change,
): Partial<Record<Field, string>> {
  if (change.kind !== 'command') return {};
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = change.arguments[field];
      return value === undefined ? [] : [[field, typeof value === 'string' ? value : '']];
    }),
  ) as Partial<Record<Field, string>>;
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
  if (unreadable || steps.some(lacksEyes)) return 'same-person';
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
