import { z } from 'zod';

import { hashSchema } from '../domain/attachments/attachment.ts';
import { packageFactsSchema } from '../domain/territory/package/read-package.ts';
import { idSchema, instantSchema } from './basics.ts';
import { jsonEndpoint } from './json-endpoint.ts';
import { LIMITS } from './limits.ts';

/**
 * Versions of the zone's territory. One is a package that is named by the SHA-256 of its bytes, and never
 * changes; the newest is the one that every desk works with. Any desk of the zone may have it; publishing
 * is refused with FORBIDDEN to anybody but an administrator.
 */

const sizeSchema = z.number().int().min(1).max(LIMITS.territoryBytes);
const offsetSchema = z.number().int().min(0).max(LIMITS.territoryBytes);
const bytesSchema = z.union([
  z
    .base64()
    .min(4)
    .max((LIMITS.blobChunkBytes / 3 + 1) * 4),
  z.literal(''),
]);

export const territoryVersionSchema = packageFactsSchema.extend({
  /** 1, 2, 3 … in the order in which they were published. */
  number: z.number().int().min(1),
  hash: hashSchema,
  size: sizeSchema,
  publishedAt: instantSchema,
  /** Name of who published it; empty for the command line. */
  publishedBy: z.string().max(200),
});
export type TerritoryVersion = z.infer<typeof territoryVersionSchema>;

/** What a desk says that it works with: a hash, since a restored centre counts anew. */
export const territoryHeldSchema = hashSchema.nullable();

export const TERRITORY_WIRE = {
  /** NOT_FOUND unless a version has this hash. Bytes are empty beyond the end. */
  territoryGet: jsonEndpoint(
    'territory/get',
    'A part of the package of a version',
    z.object({ hash: hashSchema, offset: offsetSchema }),
    z.object({ size: sizeSchema, bytes: bytesSchema }),
  ),
  territoryVersions: jsonEndpoint(
    'territory/versions',
    'All versions, the newest first, and which desks work with each',
    z.object({}),
    z.object({
      versions: z
        .array(
          territoryVersionSchema.extend({ desks: z.array(idSchema).max(LIMITS.directoryRows) }),
        )
        .max(LIMITS.territoryVersions),
    }),
  ),
  /**
   * Hands over bytes from `offset` on; without bytes it only asks. The answer says from where to go on,
   * whatever was sent.
   */
  territoryPut: {
    ...jsonEndpoint(
      'territory/put',
      'Hand over a part of a package that is to be published',
      z.object({ hash: hashSchema, offset: offsetSchema, bytes: bytesSchema }),
      z.object({ received: offsetSchema }),
    ),
    bytes: LIMITS.blobRequestBytes,
  },
  /**
   * Publishes a package that is there whole. `follows` is the version that the desk works with, 0 for none:
   * INVALID_FIELD (`follows`) when the zone has a newer one. A package that is no territory is forgotten,
   * and INVALID_FIELD (`hash`) says why.
   */
  territoryPublish: jsonEndpoint(
    'territory/publish',
    'Make a package the territory of the zone',
    z.object({ hash: hashSchema, follows: z.number().int().min(0) }),
    territoryVersionSchema,
  ),
} as const;
