import { z } from 'zod';

import { STARTING_NEEDS } from '../domain/actions/action.ts';
import { MEANS } from '../domain/actions/vocabulary.ts';
import { REFUSALS } from '../domain/attachments/attachment.ts';
import { idSchema } from '../lib/ids.ts';
import { PARCEL_REASONS } from '../protocol/parcel.ts';

/** Why something cannot be done to a row as it stands. */
const NOT_NOW_REASONS = [
  'already-closed',
  'wrong-state',
  'same-person',
  'not-a-leader',
  'not-your-step',
  'not-active',
] as const;

/**
 * The error catalogue: every failure the page can be told about. The page shows a translated text by
 * code (`errors.<code>`); `data` fills it in. Nothing else crosses the contract: an unexpected failure
 * becomes INTERNAL with a reference number that stands in the log.
 */
export const errorCatalogue = {
  /** The desk is locked, or was locked while the call was under way. */
  LOCKED: { status: 401 },
  /** The file is open only far enough to sign in at the centre and to hand work over. */
  LEASE_OVER: { status: 403 },
  /** The passphrase does not open this file. */
  WRONG_PASSPHRASE: { status: 403, data: z.object({ retryAfterSeconds: z.number() }) },
  /** Too early after wrong passphrases. */
  TRY_LATER: { status: 429, data: z.object({ retryAfterSeconds: z.number() }) },
  /** The passphrase is too short or too common. */
  WEAK_PASSPHRASE: { status: 422, data: z.object({ minimumLength: z.number() }) },
  /** The file was sealed by the system's key store, which is not there now. */
  KEY_STORE_UNAVAILABLE: { status: 409 },
  /** No officer's file, row, upload or import has this id. */
  NOT_FOUND: { status: 404, data: z.object({ what: z.string() }) },
  /** A value breaks a rule; `field` is its path in the input. */
  INVALID_FIELD: { status: 422, data: z.object({ field: z.string(), reason: z.string() }) },
  /** The same id was used before for something else. */
  ALREADY_EXISTS: { status: 409, data: z.object({ what: z.string() }) },
  /** The file was made by a newer Wijkwerk. */
  FILE_NEWER: { status: 409, data: z.object({ fileVersion: z.number(), appVersion: z.number() }) },
  /** The file is damaged. */
  FILE_DAMAGED: { status: 409, data: z.object({ reason: z.string() }) },
  /** Not a backup, cut short, or altered. */
  BACKUP_UNUSABLE: { status: 422, data: z.object({ reason: z.string() }) },
  /** The file to import cannot be read; `reason` is a key of `import.unusable.*`, `detail` a place in it. */
  IMPORT_UNUSABLE: {
    status: 422,
    data: z.object({ reason: z.string(), detail: z.string() }),
  },
  /** Another import is running. */
  IMPORT_BUSY: { status: 409 },
  /** The zone publishes the territory, and this officer does not: nothing is imported at this desk. */
  TERRITORY_FROM_CENTRE: { status: 409 },
  /** What the import brought in is in use and cannot be taken back. */
  IMPORT_IN_USE: { status: 409, data: z.object({ uses: z.number() }) },
  /** The file is no background map; `reason` is a key of `basemap.unusable.*`. */
  BASEMAP_UNUSABLE: { status: 422, data: z.object({ reason: z.string() }) },
  /** An upload is larger than allowed, or its parts do not follow each other. */
  UPLOAD_REFUSED: { status: 413, data: z.object({ reason: z.string() }) },
  /** This desk belongs to a centre already, or to none, where the other is needed. */
  ENROLMENT_STANDS: { status: 409 },
  NOT_ENROLLED: { status: 409 },
  /** The centre does not answer: nothing was done, or it is not known what was. */
  CENTRE_UNREACHABLE: { status: 504 },
  /** The centre answers no; `code` is one of its own (`shared/protocol/errors.ts`). */
  CENTRE_REFUSED: {
    status: 409,
    data: z.object({ code: z.string(), field: z.string(), retryAfterSeconds: z.number() }),
  },
  /** A file is not taken; `reason` is one of `REFUSALS`. */
  ATTACHMENT_REFUSED: { status: 422, data: z.object({ reason: z.enum(REFUSALS) }) },
  /** A parcel, or receipts, cannot be made or taken in; `reason` is one of PARCEL_REASONS. */
  PARCEL_REFUSED: { status: 422, data: z.object({ reason: z.enum(PARCEL_REASONS) }) },
  /** The row does not stand as it must for this, or somebody else has to do it. */
  NOT_NOW: { status: 409, data: z.object({ reason: z.enum(NOT_NOW_REASONS) }) },
  /** Somebody else changed this field since the form was opened: nothing was stored. */
  CHANGED_MEANWHILE: { status: 409, data: z.object({ field: z.string() }) },
  /** A stretch cannot be taken out of a dossier: a measure of the action stands on it. */
  STRETCH_IN_USE: { status: 409, data: z.object({ segmentId: z.string(), actionId: z.string() }) },
  /** A field says what a sign of success counts, and an action runs by it. */
  COUNT_RUNNING: {
    status: 409,
    data: z.object({ field: z.enum(['problem', 'factKinds']), actionId: z.string() }),
  },
  /** An action cannot begin yet; `missing` says why. */
  NOT_READY: { status: 409, data: z.object({ missing: z.array(z.enum(STARTING_NEEDS)) }) },
  /** An action cannot end: the heavy means of this step, `step`, still lacks its grounds. */
  GROUNDS_LACKING: { status: 409, data: z.object({ step: idSchema, means: z.enum(MEANS) }) },
  /** The disk is full or cannot be written: nothing was stored. */
  STORAGE_FULL: { status: 507 },
  /** A defect. `reference` is in the log. */
  INTERNAL: { status: 500, data: z.object({ reference: z.string() }) },
} as const;

export type ErrorCode = keyof typeof errorCatalogue;
