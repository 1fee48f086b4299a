import { z } from 'zod';

import { type Day, daySchema, instantSchema } from '../../lib/dates.ts';
import { idSchema } from '../../lib/ids.ts';
import { codeSchema } from '../codes/code.ts';

export const LARGEST_WEIGHT = 1_000;
export const LONGEST_WEIGHTS_NOTE = 500;

/** What one fact of each kind weighs; a kind that is not named weighs nothing. */
export const weightsSchema = z.record(codeSchema, z.number().min(0).max(LARGEST_WEIGHT));
export type Weights = z.infer<typeof weightsSchema>;

/**
 * Weights as somebody set them. A version never changes: another one takes its place from a day on, so
 * that a report which names its version can always be made again.
 */
export const weightsVersionSchema = z.object({
  id: idSchema,
  setAt: instantSchema,
  setById: idSchema,
  /** The first day on which a ranking takes these. */
  validFrom: daySchema,
  /** Why these; whoever signs says so. */
  note: z.string().trim().min(1).max(LONGEST_WEIGHTS_NOTE),
  weights: weightsSchema,
});
export type WeightsVersion = z.infer<typeof weightsVersionSchema>;

/**
 * The version in force on a day: the one that began last, and of those that began on one day the one
 * that was set last. Undefined where none had begun: then every kind weighs one.
 */
export function weightsOn(
  versions: readonly WeightsVersion[],
  day: Day,
): WeightsVersion | undefined {
  return versions
    .filter(({ validFrom }) => validFrom <= day)
    .reduce<WeightsVersion | undefined>(
      (last, next) => (isLater(next, last) ? next : last),
      undefined,
    );
}

function isLater(next: WeightsVersion, last: WeightsVersion | undefined): boolean {
  if (last === undefined) return true;
  if (next.validFrom !== last.validFrom) return next.validFrom > last.validFrom;
  if (next.setAt !== last.setAt) return next.setAt > last.setAt;
  return next.id > last.id;
}

/** What a fact of a kind weighs by these weights; where no weights were ever set, all weigh the same. */
export function weightOf(weights: Weights | undefined, kind: string): number {
  return weights === undefined ? 1 : (weights[kind] ?? 0);
}
