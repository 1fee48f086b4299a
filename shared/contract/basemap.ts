import { z } from 'zod';

import { boundsSchema } from '../domain/territory/geometry.ts';
import { instantSchema } from '../lib/dates.ts';
import { idSchema } from '../lib/ids.ts';
import { operation } from './base.ts';

/** The largest background map taken in: a whole region with all its houses is some 200 MB. */
export const LARGEST_BASEMAP_BYTES = 1024 ** 3;
/** The most bytes of one call, before base64. */
export const BASEMAP_READ_BYTES = 512 * 1024;

export const basemapSchema = z.object({
  /** Another file gets another one, so that nothing of the old is taken for the new. */
  id: idSchema,
  fileName: z.string(),
  /** Bytes. */
  size: z.number().int(),
  bounds: boundsSchema,
  minZoom: z.number().int(),
  maxZoom: z.number().int(),
  /** Whose data it is, as the file says; plain text, or empty. */
  attribution: z.string(),
  /** The layers the file says it has. */
  layers: z.array(z.string()),
  addedAt: instantSchema,
});
export type Basemap = z.infer<typeof basemapSchema>;

/**
 * The background map of this desk: a PMTiles file that the zone provides. It is public reference data,
 * the same for every officer, and lies beside their files, not in them.
 */
export const basemapContract = {
  current: operation.output(z.object({ basemap: basemapSchema.nullable() })),
  /** Takes an upload as the background map, in place of the one there was. BASEMAP_UNUSABLE changes nothing. */
  adopt: operation.input(z.object({ uploadId: idSchema })).output(basemapSchema),
  remove: operation.output(z.object({})),
  /** Bytes of the file; fewer where it ends. NOT_FOUND when another file took its place. */
  read: operation
    .input(
      z.object({
        id: idSchema,
        offset: z.number().int().min(0),
        length: z.number().int().min(1).max(BASEMAP_READ_BYTES),
      }),
    )
    .output(z.object({ bytes: z.base64() })),
};
