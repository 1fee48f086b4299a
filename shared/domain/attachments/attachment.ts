import { z } from 'zod';

import { instantSchema } from '../../lib/dates.ts';
import { idSchema } from '../../lib/ids.ts';
import { MEDIA_TYPES } from './media-type.ts';

/** Bytes of the largest file that hangs on a contact: a photo of a good telephone, a scan of some pages. */
export const LARGEST_ATTACHMENT_BYTES = 20_000_000;
export const MOST_ATTACHMENTS = 20;
/** Bytes of the small picture that stands for a photo in a list. */
export const LARGEST_THUMBNAIL_BYTES = 64 * 1024;
export const LONGEST_FILE_NAME = 120;
export const LONGEST_WITHDRAWAL_NOTE = 500;

/** The SHA-256 of the bytes, in hexadecimal: the name by which a file is kept and travels. */
export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * What became of what a camera writes into a photo besides the picture: there was nothing of it, it was
 * taken out, a place among it was taken out, or the officer had it kept.
 */
export const PHOTO_DETAILS = ['none', 'removed', 'place-removed', 'kept'] as const;
export type PhotoDetails = (typeof PHOTO_DETAILS)[number];

/** Why a file is not taken. */
export const REFUSALS = [
  'empty',
  'too-large',
  'too-many',
  'type',
  'damaged',
  'too-many-pixels',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** What a file hangs on: a contact that was submitted, or one that is still being written. */
export const attachmentOwnerSchema = z.object({
  kind: z.enum(['contact', 'draft']),
  id: idSchema,
});
export type AttachmentOwner = z.infer<typeof attachmentOwnerSchema>;

export const attachmentSchema = z.object({
  id: idSchema,
  hash: hashSchema,
  name: z.string().min(1).max(LONGEST_FILE_NAME),
  mediaType: z.enum(MEDIA_TYPES),
  size: z.number().int().positive(),
  details: z.enum(PHOTO_DETAILS),
  addedAt: instantSchema,
  authorName: z.string(),
  /** Why it was withdrawn; null while it holds. */
  withdrawn: z.object({ note: z.string() }).nullable(),
  /** Bytes of it that are at this desk; `size` when it is whole. */
  here: z.number().int().nonnegative(),
  hasThumbnail: z.boolean(),
  /** Where it stands on its way: of a draft, nothing travels. */
  recordState: z.enum(['only-here', 'under-way', 'received', 'needs-choice', 'quarantine']),
  /** Bytes that the centre has of it. */
  sent: z.number().int().nonnegative(),
  /** The centre got other bytes than were announced, and did not take them: they are at this desk alone. */
  isRefused: z.boolean(),
});
export type Attachment = z.infer<typeof attachmentSchema>;
