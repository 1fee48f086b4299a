import { z } from 'zod';

import { daySchema } from '../../lib/dates.ts';
import { idSchema } from '../../lib/ids.ts';
import { LONGEST_TEXT } from '../contacts/contact.ts';
import { type CountedStretch, differenceFrom, sumOf } from './comparison-streets.ts';
import { isReached, reachSchema } from './reach.ts';
import type { SuccessSign } from './sign.ts';
import type { ClosingEvidence, Difference } from './verdict.ts';
import { MOST_SEGMENTS } from './vocabulary.ts';

/** A stretch of an action may share crossings with so many others. */
const MOST_AROUND = 20 * MOST_SEGMENTS;
const MOST_BREAKS = 100;

const number = z.number().min(0).max(1_000_000_000);
const whole = number.int();
/** Whole days: `to` is not in it. */
const daysSchema = z.object({ from: daySchema, to: daySchema });

/** What was counted on a stretch; `of` where something is counted out of a number: answers out of all answers. */
export const countedStretchSchema = z.object({
  id: idSchema,
  metres: number,
  leadUp: z.object({ count: whole, of: whole.optional() }),
  count: z.object({
    before: whole,
    after: whole,
    of: z.object({ before: whole, after: whole }).optional(),
  }),
});

/** A change in how a source counted; of one that is only suspected, the first day of its year, without a note. */
const keptBreakSchema = z.object({
  source: z.string(),
  on: daySchema,
  note: z.string(),
  /** Nobody has said yet whether it was one; never so in rows from before this was kept. */
  suspected: z.boolean().default(false),
});

/** What a verdict rests on, as it was counted when the action was closed. */
export const keptEvidenceSchema = z.object({
  before: daysSchema,
  leadUp: daysSchema,
  after: daysSchema,
  own: z.array(countedStretchSchema).max(10 * MOST_SEGMENTS),
  comparison: z.array(countedStretchSchema).max(MOST_SEGMENTS),
  surroundings: z.array(countedStretchSchema).max(MOST_AROUND),
  /** Changes in how a source counted, within these days: then nothing is compared. */
  breaks: z.array(keptBreakSchema).max(MOST_BREAKS),
  /** How far the facts went; null where none are counted, and in rows from before it was kept. */
  reach: reachSchema.nullable().default(null),
});
export type KeptEvidence = z.infer<typeof keptEvidenceSchema>;

/** A stretch that is no comparison for an action, in the eyes of somebody who knows it, and why. */
export const leftOutSchema = z.object({
  segmentId: idSchema,
  reason: z.string().trim().min(1).max(LONGEST_TEXT),
});
export type LeftOut = z.infer<typeof leftOutSchema>;

type Compared = Pick<KeptEvidence, 'breaks'> &
  Partial<Pick<KeptEvidence, 'reach'>> &
  Readonly<Record<'own' | 'comparison' | 'surroundings', readonly CountedStretch[]>>;

/** How the stretches of an action, and those around, differ from the comparison; null where nothing can be compared. */
export function differencesOf({ own, comparison, surroundings, breaks, reach }: Compared): {
  readonly difference: Difference | null;
  readonly around: Difference | null;
} {
  if (breaks.length > 0 || !isReached(reach)) return { difference: null, around: null };
  return {
    difference: differenceFrom(own, comparison),
    around: differenceFrom(surroundings, comparison),
  };
}

/**
 * What may be said of an action by what was counted. Where the program counts the sign, before is what it counted itself, in as
 * many days as after and on the same stretches; the baseline that somebody typed is of other days, and perhaps counted
 * otherwise, so that it is shown beside it and decides nothing.
 *
 * @param evidence null where the program does not count the sign: then `signAfter` is what somebody counted.
 */
export function closingEvidence(
  {
    sign,
    doseShare,
  }: { readonly sign: Pick<SuccessSign, 'better' | 'baseline'>; readonly doseShare: number },
  evidence: Compared | null,
  signAfter: number | null,
): ClosingEvidence {
  if (evidence === null) {
    const nothing = { comparison: null, surroundings: null, parted: false, doubted: false };
    return { sign, after: signAfter, doseShare, ...nothing, reached: true };
  }
  const { before, after, of } = sumOf(evidence.own);
  const baseline = of ? before / Math.max(1, of.before) : before;
  const { difference, around } = differencesOf(evidence);
  const reached = isReached(evidence.reach);
  const isCounted = reached && (of ? of.after > 0 : before + after > 0);
  return {
    sign: { better: sign.better, baseline },
    // Nothing at all may as well mean that nobody brought in what happened.
    after: isCounted ? after / (of?.after ?? 1) : null,
    doseShare,
    comparison: difference,
    surroundings: around,
    parted: evidence.breaks.some(({ suspected }) => !suspected),
    doubted: evidence.breaks.some(({ suspected }) => suspected),
    reached,
  };
}

/**
 * What an action's sign counted before it, to be set beside what it counted after: by the evidence that was kept when it
 * closed, else the baseline that somebody gave beforehand.
 */
export function countedBefore(
  { baseline }: Pick<SuccessSign, 'baseline'>,
  evidence: Pick<KeptEvidence, 'own'> | null,
): number {
  return evidence ? sumOf(evidence.own).before : baseline;
}
