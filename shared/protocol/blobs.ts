import { z } from 'zod';

import { hashSchema } from '../domain/attachments/attachment.ts';
import { entityNameSchema, idSchema } from './basics.ts';
import { LIMITS } from './limits.ts';

/**
 * A blob is named by the SHA-256 of its content and by the row that refers to it: whoever may see the row,
 * may have its bytes. Knowing a hash is worth nothing without such a row.
 */
const blobNameSchema = z.object({
  deviceId: idSchema,
  row: z.object({ entity: entityNameSchema, id: idSchema }),
  hash: hashSchema,
});

const offsetSchema = z.number().int().min(0).max(LIMITS.blobBytes);
const bytesSchema = z
  .base64()
  .min(4)
  .max((LIMITS.blobChunkBytes / 3 + 1) * 4);

/** How much of a blob the centre has; NOT_FOUND without a row that the desk made, or may see. */
export const blobStateRequestSchema = blobNameSchema;
export const blobStateResponseSchema = z.object({
  size: z.number().int().min(1).max(LIMITS.blobBytes),
  received: offsetSchema,
});

/**
 * Hands over bytes from `offset` on; only the desk that made the row does, also while it is set aside. The
 * answer says from where to go on, whatever was sent. With the last bytes the centre checks the hash: when it
 * is another, it forgets them all, and answers INVALID_FIELD (`bytes`).
 */
export const blobPutRequestSchema = blobNameSchema.extend({
  offset: offsetSchema,
  bytes: bytesSchema,
});
export const blobPutResponseSchema = z.object({ received: offsetSchema });

/** Bytes from `offset` on; NOT_FOUND as long as the centre does not have all of them. */
export const blobGetRequestSchema = blobNameSchema.extend({ offset: offsetSchema });
export const blobGetResponseSchema = z.object({
  size: z.number().int().min(1).max(LIMITS.blobBytes),
  bytes: z.union([bytesSchema, z.literal('')]),
});

export type BlobName = z.infer<typeof blobNameSchema>;
