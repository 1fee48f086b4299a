import { z } from 'zod';

import { idSchema } from '../lib/ids.ts';
import { operation } from './base.ts';

/** Bytes carried by one call, before base64; keeps every message well under the transport's limit. */
export const TRANSFER_CHUNK_BYTES = 512 * 1024;
/** The largest file taken in: an address register of a million rows is some 150 MB. */
export const LARGEST_UPLOAD_BYTES = 2 * 1024 ** 3;

const chunk = z.base64().max(Math.ceil(TRANSFER_CHUNK_BYTES / 3) * 4);

/**
 * Files travel in chunks through the contract, so that both hosts do it alike and no path of the
 * disk ever reaches the page.
 */
export const transfersContract = {
  beginUpload: operation
    .input(
      z.object({
        fileName: z.string().min(1).max(255),
        size: z.number().int().min(0).max(LARGEST_UPLOAD_BYTES),
      }),
    )
    .output(z.object({ uploadId: idSchema })),
  appendUpload: operation
    .input(z.object({ uploadId: idSchema, offset: z.number().int().min(0), bytes: chunk }))
    .output(z.object({ received: z.number().int() })),
  discardUpload: operation.input(z.object({ uploadId: idSchema })).output(z.object({})),
  readDownload: operation
    .input(z.object({ downloadId: idSchema, offset: z.number().int().min(0) }))
    .output(z.object({ bytes: z.base64(), done: z.boolean() })),
  releaseDownload: operation.input(z.object({ downloadId: idSchema })).output(z.object({})),
};
