import { z } from 'zod';

import { idSchema } from '../../lib/ids.ts';
import { codeSchema } from '../codes/code.ts';
import { positionSchema } from '../territory/geometry.ts';
import { factTimeSchema } from './fact-time.ts';

/**
 * Who brought a fact to light: somebody who reported it, a partner of the police, or the police
 * themselves by looking. What police find follows where they look, so it is always told apart.
 */
export const FACT_ORIGINS = ['public', 'partner', 'police'] as const;
export type FactOrigin = (typeof FACT_ORIGINS)[number];

/**
 * How a fact came to lie where it is counted:
 * - `name`: on a segment of the street that the source names, near its point;
 * - `nearest`: on the nearest segment, where the source names no street nearby;
 * - `street`: on a street by its name alone, without a point;
 * - `ambiguous`: two streets are as good as equally near; on no segment;
 * - `border`: the street that the source names, or the only one near, is across a border of its neighbourhood; on no
 *   segment;
 * - `too-far`: no segment is near enough; on no segment;
 * - `outside`: the point lies in no neighbourhood of the zone;
 * - `no-place`: the source tells no place, or one that is not known here.
 */
export const FACT_TIES = [
  'name',
  'nearest',
  'street',
  'ambiguous',
  'border',
  'too-far',
  'outside',
  'no-place',
] as const;
export type FactTie = (typeof FACT_TIES)[number];

/** UTF-16 code units of what a source calls a fact, its place or its outcome. */
export const LONGEST_FACT_TEXT = 200;
/** A source may give sums: how many findings a camera made in a month. */
export const LARGEST_AMOUNT = 10_000_000;

const text = z.string().min(1).max(LONGEST_FACT_TEXT);

/**
 * A recorded fact as it is kept and travels, in a batch of one import and one neighbourhood. It holds no
 * person and nothing of a special category: there is no field that could.
 */
export const factSchema = z.object({
  /** What the source calls it; where it does, the same one is never counted twice. */
  externalId: text.optional(),
  kind: codeSchema,
  origin: z.enum(FACT_ORIGINS),
  /** How many facts the row stands for. */
  amount: z.number().int().min(1).max(LARGEST_AMOUNT).optional(),
  time: factTimeSchema,
  position: positionSchema.optional(),
  tie: z.enum(FACT_TIES),
  streetId: idSchema.optional(),
  segmentId: idSchema.optional(),
  /** The place in the words of the source. */
  placeText: text.optional(),
  outcome: text.optional(),
});
export type Fact = z.infer<typeof factSchema>;

/** UTF-16 code units of the name of a source, and of whom its data come from. */
export const LONGEST_SOURCE_NAME = 120;
export const MOST_BREAKS = 50;

/** A batch is one operation: small enough for the wire, large enough that a town is some thousands. */
export const MOST_FACTS_OF_BATCH = 250;

/** A change in how facts are gathered, after which numbers cannot be compared with those before. */
export const methodBreakSchema = z.object({
  /** The first day of the new way. */
  on: z.iso.date(),
  note: z.string().trim().min(1).max(LONGEST_FACT_TEXT),
});
export type MethodBreak = z.infer<typeof methodBreakSchema>;
