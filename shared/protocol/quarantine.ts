import { z } from 'zod';

import { jsonSchema } from '../domain/operations/operation.ts';
import {
  codeSchema,
  entityNameSchema,
  fieldNameSchema,
  idSchema,
  instantSchema,
} from './basics.ts';
import { jsonEndpoint } from './json-endpoint.ts';
import { LIMITS } from './limits.ts';
import { changeSchema, OUTCOMES } from './push.ts';

/**
 * Work that was set aside because its author had no right to it when it arrived, or because the centre
 * did not understand it. Whoever leads, and could have done it, decides.
 */

/** Text in lines, without other control characters or halves of characters. */
const noteSchema = z
  .string()
  .trim()
  .min(1)
  .max(LIMITS.noteCharacters)
  .regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])+$/u);

const quarantinedSchema = z.object({
  opId: idSchema,
  authorId: idSchema,
  authorName: z.string().max(200),
  deskLabel: z.string().max(60),
  /** By the desk's clock. */
  madeAt: instantSchema,
  entity: entityNameSchema,
  entityId: idSchema,
  code: codeSchema,
  receipt: z.string().max(60),
  /** Quarantined operations that it waits for, and that wait for it. */
  waitsFor: z.array(idSchema).max(LIMITS.dependencies),
});
export type Quarantined = z.infer<typeof quarantinedSchema>;

const ofOperation = z.object({ opId: idSchema });
const ends = z.object({
  /** The operation, and those that were decided along with it. */
  results: z.array(
    z.object({
      opId: idSchema,
      outcome: z.enum(OUTCOMES),
      code: codeSchema.or(z.literal('')),
      field: fieldNameSchema.or(z.literal('')),
    }),
  ),
});

export const QUARANTINE_WIRE = {
  quarantine: jsonEndpoint(
    'quarantine',
    'Work that was set aside, of what the asker may decide on, oldest first',
    z.object({ after: idSchema.nullable() }),
    z.object({
      operations: z.array(quarantinedSchema).max(LIMITS.page),
      /** Where the next page begins; null at the end. */
      next: idSchema.nullable(),
    }),
  ),
  quarantined: jsonEndpoint(
    'quarantine/one',
    'One operation that was set aside, whole',
    ofOperation,
    quarantinedSchema.extend({
      change: changeSchema,
      /** The row as the centre has it; null when it has none, or the asker does not see it. */
      current: z.record(fieldNameSchema, jsonSchema).nullable(),
    }),
  ),
  releaseQuarantined: jsonEndpoint(
    'quarantine/release',
    'Decide again by the rights of the asker; the author stays who it was',
    ofOperation,
    ends,
  ),
  refuseQuarantined: jsonEndpoint(
    'quarantine/refuse',
    'Refuse for good, with a reason for the author',
    z.object({ opId: idSchema, note: noteSchema }),
    ends,
  ),
} as const;
