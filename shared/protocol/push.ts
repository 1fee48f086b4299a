import { z } from 'zod';

import { jsonSchema } from '../domain/operations/operation.ts';
import { canonicalJson } from '../lib/canonical-json.ts';
import {
  codeSchema,
  entityNameSchema,
  epochSchema,
  fieldNameSchema,
  idSchema,
  instantSchema,
  seqSchema,
  versionSchema,
} from './basics.ts';
import { LIMITS } from './limits.ts';

const fieldsSchema = z
  .record(fieldNameSchema, jsonSchema)
  .refine((fields) => Object.keys(fields).length <= LIMITS.fields, 'too many fields');

/** JSON text without the character NUL and without half of a surrogate pair: no jsonb holds those. */
function canBeStored(json: string): boolean {
  return !/(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/i.test(json);
}

export const changeSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('patch'), fields: fieldsSchema }),
    z.object({
      kind: z.literal('command'),
      name: z.string().regex(/^[a-z][a-zA-Z]{0,59}$/),
      arguments: fieldsSchema,
    }),
  ])
  .superRefine((change, context) => {
    const json = canonicalJson(change);
    if (json.length > LIMITS.changeCharacters) context.addIssue('too large');
    else if (!canBeStored(json)) context.addIssue('holds what no database can store');
  });

/**
 * One change on its way to the centre. It is the operation of the desk
 * (`shared/domain/operations/operation.ts`) with what the desk knew of the centre's row when it was made.
 */
export const wireOperationSchema = z.object({
  opId: idSchema,
  deviceSeq: z.number().int().min(1).max(1_000_000_000),
  authorId: idSchema,
  madeAt: instantSchema,
  entity: entityNameSchema,
  entityId: idSchema,
  /** The centre's version of the row when the change was made; 0 when the centre had none. */
  baseVersion: versionSchema,
  /** The centre's life that `baseVersion` is of; null with version 0. */
  baseEpoch: epochSchema.nullable(),
  opVersion: z.number().int().min(1).max(1_000),
  /** Earlier operations of this desk without which this one makes no sense. */
  dependsOn: z.array(idSchema).max(LIMITS.dependencies),
  change: changeSchema,
});
export type WireOperation = z.infer<typeof wireOperationSchema>;

export const pushRequestSchema = z.object({
  deviceId: idSchema,
  epoch: epochSchema.nullable(),
  /** How many operations the desk holds that the centre has not answered; for whoever looks after desks. */
  waiting: z.number().int().min(0).max(1_000_000_000),
  /** In order of `deviceSeq`, without a gap. */
  operations: z.array(wireOperationSchema).min(1).max(LIMITS.operationsPerPush),
});
export type PushRequest = z.infer<typeof pushRequestSchema>;

export const OUTCOMES = ['accepted', 'merged', 'rejected', 'quarantined'] as const;

const conflictSchema = z.object({
  field: fieldNameSchema,
  mine: jsonSchema,
  theirs: jsonSchema,
  version: versionSchema,
  /** Who wrote the centre's value, and when by the clock of their desk; where the centre knows. */
  authorId: idSchema.optional(),
  madeAt: instantSchema.optional(),
});

/**
 * How an operation ended. Exactly one for each, and the same whenever it is asked again; only one that is
 * quarantined may get another, once, when a supervisor has released or refused it.
 */
export const operationResultSchema = z.object({
  opId: idSchema,
  deviceSeq: z.number().int().min(1),
  outcome: z.enum(OUTCOMES),
  /** Why it was not accepted, or empty. */
  code: codeSchema.or(z.literal('')),
  /** The field that `code` speaks of, or empty. */
  field: fieldNameSchema.or(z.literal('')),
  /** Number under which the centre keeps it, for people to quote. */
  receipt: z.string().min(1).max(60),
  conflicts: z.array(conflictSchema).max(LIMITS.fields),
  /** What the supervisor wrote who refused it, or empty. */
  note: z.string().max(LIMITS.noteCharacters),
  /** The commit it was decided in. */
  seq: seqSchema,
});
export type OperationResult = z.infer<typeof operationResultSchema>;

export const pushResponseSchema = z.object({
  epoch: epochSchema,
  /** The last operation of this desk that the centre has decided. */
  lastDeviceSeq: z.number().int().min(0),
  /** One for each operation of the request, in its order. */
  results: z.array(operationResultSchema).max(LIMITS.operationsPerPush),
});
export type PushResponse = z.infer<typeof pushResponseSchema>;
