import { z } from 'zod';

import { jsonSchema } from '../domain/operations/operation.ts';
import {
  entityNameSchema,
  epochSchema,
  fieldNameSchema,
  idSchema,
  instantSchema,
  scopeSchema,
  seqSchema,
  versionSchema,
} from './basics.ts';
import { LIMITS } from './limits.ts';
import { operationResultSchema } from './push.ts';
import { territoryHeldSchema, territoryVersionSchema } from './territory.ts';

export const pullRequestSchema = z.object({
  deviceId: idSchema,
  /** Null at the first pull. */
  epoch: epochSchema.nullable(),
  /** How far the desk is in each scope it holds. A scope that is not named begins at 0. */
  cursors: z
    .record(scopeSchema, seqSchema)
    .refine((cursors) => Object.keys(cursors).length <= LIMITS.scopes, 'too many scopes'),
  /** How far the desk is in the outcomes of its own operations. */
  resultsAfter: seqSchema,
  /** The territory it works with; an older desk does not say. */
  territory: territoryHeldSchema.optional(),
});
export type PullRequest = z.infer<typeof pullRequestSchema>;

/** First line: which centre this is, and what its clock says (shown when the desk's is far off). */
const beginSchema = z.object({
  type: z.literal('begin'),
  protocolVersion: z.number().int().min(1),
  epoch: epochSchema,
  now: instantSchema,
  /** The newest version of the zone's territory; null when none was published, and of an older centre. */
  territory: territoryVersionSchema.nullable().default(null),
});

/** Every scope that the desk may see now. A scope that is not here has been withdrawn. */
const scopesSchema = z.object({
  type: z.literal('scopes'),
  /** The commit after which the stream begins in each: 0 for one that must be fetched whole. */
  scopes: z.record(scopeSchema, seqSchema),
});

const rowSchema = z.object({
  type: z.literal('row'),
  scope: scopeSchema,
  entity: entityNameSchema,
  id: idSchema,
  version: versionSchema,
  seq: seqSchema,
  fields: z.record(fieldNameSchema, jsonSchema),
});

/** The row is no longer in this scope: it moved elsewhere, or it is gone everywhere. */
const goneSchema = z.object({
  type: z.literal('gone'),
  scope: scopeSchema,
  entity: entityNameSchema,
  id: idSchema,
  seq: seqSchema,
  reason: z.enum(['left', 'deleted', 'erased']),
});

const resultSchema = operationResultSchema.extend({ type: z.literal('result') });

/** What a scope holds at `targetSeq`: how many rows, and the digest of their entity, id and version. */
const scopeSumSchema = z.object({
  rows: z.number().int().min(0),
  digest: z.string().regex(/^[0-9a-f]{16}$/),
});

/** Last line: only now does any of it count. Without it, nothing happened. */
const completeSchema = z.object({
  type: z.literal('complete'),
  /** Everything up to this commit has been sent. */
  targetSeq: seqSchema,
  /** There is more: ask again. Sums are given when there is not. */
  more: z.boolean(),
  sums: z.record(scopeSchema, scopeSumSchema),
});

export const pullMessageSchema = z.discriminatedUnion('type', [
  beginSchema,
  scopesSchema,
  rowSchema,
  goneSchema,
  resultSchema,
  completeSchema,
]);
export type PullMessage = z.infer<typeof pullMessageSchema>;
export type CompleteMessage = z.infer<typeof completeSchema>;
export type ScopeSum = z.infer<typeof scopeSumSchema>;

/** What stands for a row in the digest of its scope. */
export function sumMember(entity: string, id: string, version: number): string {
  return `${entity} ${id} ${version}`;
}

/** An event of the stream of pokes: something changed, ask. It carries no data. */
export const pokeSchema = z.object({ seq: seqSchema });
