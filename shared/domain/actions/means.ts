import { z } from 'zod';

import { instantSchema } from '../../lib/dates.ts';
import { type Id, idSchema } from '../../lib/ids.ts';
import { LONGEST_TEXT } from '../contacts/contact.ts';
import { isHeavy, lighterThan, MEANS, type Means } from './vocabulary.ts';

/** `tried` says what came of it, `not-tried` why not, `taken` that this is the step now taken. */
export const STEP_KINDS = ['tried', 'not-tried', 'taken'] as const;

export type StepKind = (typeof STEP_KINDS)[number];

/** What can be said of a means. Whoever tries a heavy one takes it, with all that this needs. */
export function stepKindsOf(means: Means): readonly StepKind[] {
  return STEP_KINDS.filter((kind) => kind !== 'tried' || !isHeavy(means));
}

/** Why a heavy means is taken, in words. */
export const REASONS = ['legalGround', 'necessity', 'proportionality'] as const;
export type Reason = (typeof REASONS)[number];

/** What taking a heavy means rests on. */
export const GROUNDS = [...REASONS, 'decidedBy'] as const;
export type Ground = (typeof GROUNDS)[number];

const text = z.string().max(LONGEST_TEXT);
const MOST_PROVISIONAL = 20;

/** Who filled in which grounds of an urgent step afterwards. */
const completionSchema = z.object({
  by: idSchema,
  at: instantSchema,
  grounds: z.array(z.enum(GROUNDS)).min(1),
});

/** A review that looked before the grounds were complete: it does not count, and stays to be read. */
const provisionalReviewSchema = z.object({
  by: idSchema,
  at: instantSchema.nullable(),
  note: text,
});

/** What somebody who looked at a step does not agree with, and why; `revision` counts how often it was revised by then. */
const objectionSchema = z.object({
  by: idSchema,
  at: instantSchema,
  reason: z.string().trim().min(1).max(LONGEST_TEXT),
  revision: z.number().int().min(0),
});
export type Objection = z.infer<typeof objectionSchema>;
const MOST_OBJECTIONS = 50;

/** Who gave a step new reasons after an objection, and what stood there before. */
const revisionSchema = z.object({
  by: idSchema,
  at: instantSchema,
  was: z.partialRecord(z.enum(REASONS), text),
});
const MOST_REVISIONS = 20;

/** One entry on the ladder of means of a dossier, without its id. */
export const meansStepFieldsSchema = z.object({
  dossierId: idSchema,
  actionId: idSchema.nullable(),
  authorId: idSchema,
  notedAt: instantSchema,
  means: z.enum(MEANS),
  kind: z.enum(STEP_KINDS),
  /** What came of it, why it was not tried, or what is done. */
  note: z.string().trim().min(1).max(LONGEST_TEXT),
  legalGround: text,
  necessity: text,
  proportionality: text,
  /** Who decided on it; needed for a heavy one. */
  decidedBy: idSchema.nullable(),
  /** It could not wait for what is missing, and somebody who leads looks at it afterwards. */
  urgent: z.boolean(),
  /** The second pair of eyes: see {@link mayLookAt}. */
  secondBy: idSchema.nullable(),
  secondAt: instantSchema.nullable(),
  reviewedBy: idSchema.nullable(),
  reviewedAt: instantSchema.nullable(),
  reviewNote: text,
  /** The review looked before the grounds were complete; null in rows from before that was kept. */
  reviewedTooEarly: z.boolean().nullable().default(null),
  /** The oldest first. Rows from before grounds could be filled in afterwards have none. */
  completions: z.array(completionSchema).max(GROUNDS.length).default([]),
  provisionalReviews: z.array(provisionalReviewSchema).max(MOST_PROVISIONAL).default([]),
  /** The oldest first. Rows from before a second pair of eyes could disagree have none, and were not withdrawn. */
  objections: z.array(objectionSchema).max(MOST_OBJECTIONS).default([]),
  revisions: z.array(revisionSchema).max(MOST_REVISIONS).default([]),
  withdrawnBy: idSchema.nullable().default(null),
  withdrawnAt: instantSchema.nullable().default(null),
});
export type MeansStepFields = z.infer<typeof meansStepFieldsSchema>;
export const meansStepSchema = meansStepFieldsSchema.extend({ id: idSchema });
export type MeansStep = z.infer<typeof meansStepSchema>;

/** What the fields say of a step that nobody else has looked at, with the grounds that it was noted with. */
export const AS_NOTED = {
  secondBy: null,
  secondAt: null,
  reviewedBy: null,
  reviewedAt: null,
  reviewNote: '',
  reviewedTooEarly: null,
  completions: [],
  provisionalReviews: [],
  objections: [],
  revisions: [],
  withdrawnBy: null,
  withdrawnAt: null,
} satisfies Partial<MeansStepFields>;

/**
 * Whether this officer may be the second pair of eyes, or review an urgent step: nobody who decided on it, noted it,
 * filled in its grounds or gave it other reasons, so that it never rests on one person.
 */
export function mayLookAt(
  {
    decidedBy,
    authorId,
    completions,
    revisions,
  }: Pick<MeansStepFields, 'decidedBy' | 'authorId' | 'completions' | 'revisions'>,
  officerId: Id,
): boolean {
  return (
    officerId !== decidedBy &&
    officerId !== authorId &&
    [...completions, ...revisions].every(({ by }) => by !== officerId)
  );
}

type Taken = Pick<MeansStepFields, 'kind' | 'means' | Ground>;

/** The grounds that a heavy step which is taken does not say; a light one needs none. */
export function lackingGrounds(step: Taken): readonly Ground[] {
  if (step.kind !== 'taken' || !isHeavy(step.means)) return [];
  return GROUNDS.filter((ground) => (step[ground] ?? '').trim() === '');
}

/**
 * The first ground without which a step cannot be noted: one that lacks, or who decided where it could not wait. The
 * others of an urgent one may come later.
 */
export function missingGround(step: Taken & Pick<MeansStepFields, 'urgent'>): Ground | undefined {
  return lackingGrounds(step).find((ground) => !step.urgent || ground === 'decidedBy');
}

/** What it says of a ground that nobody may fill in: it is there already, or what is given says nothing. */
export function unfitGround(
  step: Taken,
  given: Partial<Readonly<Record<Ground, string | null>>>,
): Ground | undefined {
  const lacking = lackingGrounds(step);
  return GROUNDS.filter((ground) => given[ground] !== undefined).find(
    (ground) => !lacking.includes(ground) || (given[ground] ?? '').trim() === '',
  );
}

/**
 * Whether this officer may fill in what an urgent step lacks, and answer for one that somebody does not agree with: who
 * noted it, who decided, or who leads in its place.
 *
 * @param leads whether the officer leads there.
 */
export function mayComplete(
  { authorId, decidedBy }: Pick<MeansStepFields, 'authorId' | 'decidedBy'>,
  officerId: Id,
  leads: boolean,
): boolean {
  return leads || officerId === authorId || officerId === decidedBy;
}

/** Lighter means of which nobody has said yet that they were tried, or why not. What was withdrawn says nothing. */
export function unsaidLighter(
  means: Means,
  earlier: readonly Pick<MeansStep, 'means' | 'withdrawnBy'>[],
): readonly Means[] {
  const said = new Set(
    earlier.filter((step) => step.withdrawnBy === null).map((step) => step.means),
  );
  return lighterThan(means).filter((lighter) => !said.has(lighter));
}

/**
 * `waits`: for a second pair of eyes; `objected`: those do not agree, and nobody answered yet; `withdrawn`: it is not
 * taken after all. Of an urgent one, `review`: nobody who leads has looked at it yet; `provisional`: somebody did, and
 * grounds still lack; `again`: they are complete since, and nobody looked yet.
 */
export const STEP_STANDINGS = [
  'light',
  'waits',
  'objected',
  'withdrawn',
  'review',
  'provisional',
  'again',
  'seen',
] as const;
export type StepStanding = (typeof STEP_STANDINGS)[number];

/** What of a step decides where it stands. */
export type StandingFields = Pick<
  MeansStep,
  | Ground
  | 'kind'
  | 'means'
  | 'urgent'
  | 'secondBy'
  | 'reviewedBy'
  | 'reviewedTooEarly'
  | 'completions'
  | 'objections'
  | 'revisions'
  | 'withdrawnBy'
>;

export function standingOf(step: StandingFields): StepStanding {
  if (step.kind !== 'taken') return 'light';
  if (step.urgent) {
    if (step.reviewedBy === null) return 'review';
    if (!wasReviewedTooEarly(step)) return 'seen';
    return lackingGrounds(step).length > 0 ? 'provisional' : 'again';
  }
  if (!isHeavy(step.means)) return 'light';
  if (step.withdrawnBy !== null) return 'withdrawn';
  if (step.secondBy !== null) return 'seen';
  return standingObjections(step).length > 0 ? 'objected' : 'waits';
}

/** Objections to the reasons as they are now: nobody has given others since. */
export function standingObjections({
  objections,
  revisions,
}: Pick<MeansStepFields, 'objections' | 'revisions'>): readonly Objection[] {
  return objections.filter(({ revision }) => revision === revisions.length);
}

/** Whether nobody else agreed yet to a step that needs it: its action does not begin. */
export function lacksEyes(step: StandingFields): boolean {
  const standing = standingOf(step);
  return standing === 'waits' || standing === 'objected';
}

/**
 * Whether the review looked before the grounds were complete. Where it does not say, it is from before grounds could
 * be filled in afterwards: then it saw what the step was noted with.
 */
export function wasReviewedTooEarly(step: StandingFields): boolean {
  if (step.reviewedBy === null) return false;
  return step.reviewedTooEarly ?? (lackingGrounds(step).length > 0 || step.completions.length > 0);
}

/** The steps of an action with those of its whole dossier: its ladder. */
export function ladderOf<Step extends Pick<MeansStepFields, 'actionId'>>(
  actionId: Id,
  steps: readonly Step[],
): readonly Step[] {
  return steps.filter((step) => step.actionId === null || step.actionId === actionId);
}

/** How a means stands on a ladder: `off` where it is heavy and no step takes it. */
export type LadderStanding = Exclude<StepStanding, 'withdrawn'> | 'off';

/** @param steps see {@link ladderOf}. */
export function ladderStanding(means: Means, steps: readonly StandingFields[]): LadderStanding {
  if (!isHeavy(means)) return 'light';
  const taken = steps.filter((step) => step.means === means && step.kind === 'taken');
  const standings = taken.map(standingOf).filter((one) => one !== 'withdrawn');
  return standings.find(mayRun) ?? standings[0] ?? 'off';
}

/** Whether what runs may use a means that stands so. */
export function mayRun(standing: LadderStanding): boolean {
  return standing !== 'off' && standing !== 'waits' && standing !== 'objected';
}

/**
 * How often each means was used, the lightest first; those that never were are left out. A step that was tried or
 * taken, and not withdrawn, counts once; so does a light means of the measures of an action that began, on however many stretches. A heavy
 * one counts by its step: without one no measure of it begins.
 *
 * @param actions the means of the measures of each action that began.
 */
export function mixOfMeans(
  steps: readonly Pick<MeansStep, 'means' | 'kind' | 'withdrawnBy'>[],
  actions: readonly ReadonlySet<Means>[],
): readonly { readonly means: Means; readonly count: number }[] {
  return MEANS.flatMap((means) => {
    const ofSteps = steps.filter(
      (step) => step.means === means && step.kind !== 'not-tried' && step.withdrawnBy === null,
    );
    const ofActions = isHeavy(means) ? [] : actions.filter((used) => used.has(means));
    const count = ofSteps.length + ofActions.length;
    return count === 0 ? [] : [{ means, count }];
  });
}
