import { z } from 'zod';

import { instantSchema } from '../lib/dates.ts';
import { idSchema } from '../lib/ids.ts';
import { operation } from './base.ts';
import { deskStateSchema } from './desk.ts';

export const backupContract = {
  /** Writes everything of the officer's file into one encrypted file, ready to be read as a download. */
  create: operation.output(
    z.object({ downloadId: idSchema, fileName: z.string(), size: z.number().int() }),
  ),
  /** What a backup says about itself, before anybody types a passphrase. */
  inspect: operation.input(z.object({ uploadId: idSchema })).output(
    z.object({
      displayName: z.string(),
      madeAt: instantSchema,
      onlyHere: z.number().int(),
      /** A file of the same officer is on this desk and would be replaced; null when there is none. */
      replaces: z
        .object({ lastOpenedAt: instantSchema.nullable(), onlyHere: z.number().int() })
        .nullable(),
    }),
  ),
  /**
   * Puts the backup in place and unlocks it. With `replace` an existing file of the same officer is
   * kept aside, never deleted; without it that is ALREADY_EXISTS.
   */
  restore: operation
    .input(
      z.object({
        uploadId: idSchema,
        passphrase: z.string().min(1).max(1024),
        replace: z.boolean(),
      }),
    )
    .output(deskStateSchema),
};
