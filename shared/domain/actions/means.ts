import { z } from 'zod';

import { instantSchema } from '../../lib/dates.ts';
import { type Id, idSchema } from '../../lib/ids.ts';
import { LONGEST_TEXT } from '../contacts/contact.ts';
import { isHeavy, lighterThan, MEANS, type Means } from './vocabulary.ts';

/** `tried` says what came of it, `not-tried` why not, `taken` that this is the step now taken. */
export const STEP_KINDS = ['tried', 'not-tried', 'taken'] as const;

const text = z.string().max(LONGEST_TEXT);

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
});
export type MeansStepFields = z.infer<typeof meansStepFieldsSchema>;
export const meansStepSchema = meansStepFieldsSchema.extend({ id: idSchema });
export type MeansStep = z.infer<typeof meansStepSchema>;

/** What the fields say of a step that nobody else has looked at. */
export const AS_NOTED = {
  secondBy: null,
  secondAt: null,
  reviewedBy: null,
  reviewedAt: null,
  reviewNote: '',
} as const satisfies Partial<MeansStepFields>;

/**
 * Whether this officer may be the second pair of eyes, or review an urgent step: neither who decided on it nor who
 * noted it, so that it never rests on one person.
 */
export function mayLookAt(
  { decidedBy, authorId }: Pick<MeansStepFields, 'decidedBy' | 'authorId'>,
  officerId: Id,
): boolean {
  return officerId !== decidedBy && officerId !== authorId;
}

const GROUNDS = ['legalGround', 'necessity', 'proportionality', 'decidedBy'] as const;

/**
 * The first field that a step lacks, by itself. Taking a heavy one needs a legal ground, why it is
 * necessary and in proportion, and who decided; an urgent one may lack the words, not who decided.
 */
export function missingGround(
  step: Pick<MeansStepFields, 'kind' | 'means' | 'urgent' | (typeof GROUNDS)[number]>,
): (typeof GROUNDS)[number] | undefined {
  if (step.kind !== 'taken' || !isHeavy(step.means)) return undefined;
  if (step.urgent) return step.decidedBy === null ? 'decidedBy' : undefined;
  return GROUNDS.find((field) => (step[field] ?? '').trim() === '');
}

/** Lighter means of which nobody has said yet that they were tried, or why not. */
export function unsaidLighter(
  means: Means,
  earlier: readonly Pick<MeansStep, 'means'>[],
): readonly Means[] {
  const said = new Set(earlier.map((step) => step.means));
  return lighterThan(means).filter((lighter) => !said.has(lighter));
}

/** `waits`: for a second pair of eyes; `review`: urgent, and nobody who leads has looked at it yet. */
export type StepStanding = 'light' | 'waits' | 'review' | 'seen';

export function standingOf(
  step: Pick<MeansStep, 'kind' | 'means' | 'urgent' | 'secondBy' | 'reviewedBy'>,
): StepStanding {
  if (step.kind !== 'taken') return 'light';
  if (step.urgent) return step.reviewedBy === null ? 'review' : 'seen';
  if (!isHeavy(step.means)) return 'light';
  return step.secondBy === null ? 'waits' : 'seen';
}

/** The steps of an action with those of its whole dossier: its ladder. */
export function ladderOf<Step extends Pick<MeansStepFields, 'actionId'>>(
  actionId: Id,
  steps: readonly Step[],
): readonly Step[] {
  return steps.filter((step) => step.actionId === null || step.actionId === actionId);
}

/** How a means stands on a ladder: `off` where it is heavy and no step takes it. */
export type LadderStanding = StepStanding | 'off';

/** @param steps see {@link ladderOf}. */
export function ladderStanding(
  means: Means,
  steps: readonly Pick<MeansStep, 'means' | 'kind' | 'urgent' | 'secondBy' | 'reviewedBy'>[],
): LadderStanding {
  if (!isHeavy(means)) return 'light';
  const taken = steps.filter((step) => step.means === means && step.kind === 'taken');
  const standings = taken.map(standingOf);
  return standings.find((one) => one !== 'waits') ?? standings[0] ?? 'off';
}

/** Whether what runs may use a means that stands so. */
export function mayRun(standing: LadderStanding): boolean {
  return standing !== 'off' && standing !== 'waits';
}

/** How often each means was tried or taken, the lightest first; those that never were are left out. */
export function mixOfMeans(
  steps: readonly Pick<MeansStep, 'means' | 'kind'>[],
): readonly { readonly means: Means; readonly count: number }[] {
  return MEANS.flatMap((means) => {
    const count = steps.filter((step) => step.means === means && step.kind !== 'not-tried').length;
    return count === 0 ? [] : [{ means, count }];
  });
}
