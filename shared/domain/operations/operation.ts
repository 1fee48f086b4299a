import { z } from 'zod';

import { instantSchema } from '../../lib/dates.ts';
import { idSchema } from '../../lib/ids.ts';

/** A value that survives JSON unchanged. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export const jsonSchema: z.ZodType<Json> = z.json();

/** What kind of thing an operation changes. */
export const ENTITIES = [
  'contact',
  'promise',
  'officer',
  'post',
  'partner',
  'territory-import',
  'amendment',
  'attachment',
  'code',
  'party',
  'party-merge',
  'saved-view',
  'fact-source',
  'fact-import',
  'fact-batch',
  'fact-weights',
  'answer-days',
  'shift-hours',
  'absence',
  'dossier',
  'action',
  'measure',
  'delivery',
  'means-step',
  'deal',
  'lesson',
] as const;

/**
 * One change, as evidence: who, when, at which desk, on which version, and what.
 * It is written in the transaction of the change itself and never edited.
 */
export const operationSchema = z.object({
  opId: idSchema,
  /** The officer's file on this desk: one file is one device to the centre. */
  deviceId: idSchema,
  /** 1, 2, 3 … without a gap per device. */
  deviceSeq: z.number().int().positive(),
  /** Fixed when the change is written, never when it is sent. */
  authorId: idSchema,
  /** The desk's clock; informative, never used to order anything. */
  madeAt: instantSchema,
  entity: z.enum(ENTITIES),
  entityId: idSchema,
  /** Version of the row the change was made on; 0 when it did not exist. */
  baseVersion: z.number().int().nonnegative(),
  /** Version of the shape of `change`. */
  opVersion: z.number().int().positive(),
  change: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('patch'), fields: z.record(z.string(), jsonSchema) }),
    z.object({
      kind: z.literal('command'),
      name: z.string(),
      arguments: z.record(z.string(), jsonSchema),
    }),
  ]),
});
export type Operation = z.infer<typeof operationSchema>;
export type Change = Operation['change'];
export type Entity = Operation['entity'];
