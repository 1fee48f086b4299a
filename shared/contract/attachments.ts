import { z } from 'zod';

import {
  attachmentOwnerSchema,
  attachmentSchema,
  LARGEST_THUMBNAIL_BYTES,
  LONGEST_WITHDRAWAL_NOTE,
} from '../domain/attachments/attachment.ts';
import { MEDIA_TYPES } from '../domain/attachments/media-type.ts';
import { idSchema } from '../lib/ids.ts';
import { operation } from './base.ts';

/** Bytes carried by one call, before base64. */
export const ATTACHMENT_CHUNK_BYTES = 512 * 1024;

const base64 = (bytes: number) => z.base64().max(Math.ceil(bytes / 3) * 4);
const byId = z.object({ id: idSchema });

/** Files on contacts. Throughout, a file that is not taken is ATTACHMENT_REFUSED. */
export const attachmentsContract = {
  /** The files of a contact, or of one that is still being written, oldest first. */
  list: operation
    .input(z.object({ owner: attachmentOwnerSchema }))
    .output(z.array(attachmentSchema)),
  /** Begins to take in a file. Its bytes are held in memory until all of them are there. */
  begin: operation
    .input(
      z.object({
        owner: attachmentOwnerSchema,
        fileName: z.string().max(4096),
        size: z.number().int().min(0),
      }),
    )
    .output(z.object({ uploadId: idSchema })),
  /** Parts follow one another; another offset is UPLOAD_REFUSED. */
  append: operation
    .input(
      z.object({
        uploadId: idSchema,
        offset: z.number().int().min(0),
        bytes: base64(ATTACHMENT_CHUNK_BYTES),
      }),
    )
    .output(z.object({ received: z.number().int() })),
  abandon: operation.input(z.object({ uploadId: idSchema })).output(z.object({})),
  /**
   * Hangs the file on its owner. What a camera wrote into a photo beside the picture is taken out,
   * unless `keepDetails`. Sent twice with the same id it is stored once.
   */
  finish: operation
    .input(z.object({ uploadId: idSchema, id: idSchema, keepDetails: z.boolean() }))
    .output(attachmentSchema),
  /** Bytes from `offset` on; NOT_FOUND (`bytes`) as long as they are not at this desk. */
  read: operation
    .input(z.object({ id: idSchema, offset: z.number().int().min(0) }))
    .output(z.object({ bytes: z.base64(), done: z.boolean() })),
  /**
   * Fetches the bytes of a file that came from the centre, from where it stopped the last time; how far it
   * is, the list says. NOT_ENROLLED, CENTRE_REFUSED or CENTRE_UNREACHABLE; what arrived by then stays.
   */
  fetch: operation.input(byId).output(z.object({})),
  /** The small picture; null when there is none yet. */
  thumbnail: operation.input(byId).output(
    z.object({
      thumbnail: z.object({ mediaType: z.enum(MEDIA_TYPES), bytes: z.base64() }).nullable(),
    }),
  ),
  /** Keeps the small picture that the page made of a photo. It stays at this desk. */
  setThumbnail: operation
    .input(z.object({ id: idSchema, bytes: base64(LARGEST_THUMBNAIL_BYTES) }))
    .output(z.object({})),
  /** Takes a file off a contact that is still being written; `putBack` is the way back. */
  takeOff: operation.input(byId).output(z.object({})),
  putBack: operation.input(byId).output(z.object({})),
  /** Withdraws a file of a submitted contact: it stays, marked, with the reason. `reinstate` is the way back. */
  withdraw: operation
    .input(z.object({ id: idSchema, note: z.string().trim().min(1).max(LONGEST_WITHDRAWAL_NOTE) }))
    .output(z.object({})),
  reinstate: operation.input(byId).output(z.object({})),
};
