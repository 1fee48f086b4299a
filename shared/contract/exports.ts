import { eventIterator } from '@orpc/contract';
import { z } from 'zod';

import { boardFilterSchema } from '../domain/board/board-view.ts';
import { CONTACT_COLUMNS, contactViewSchema } from '../domain/contacts/contact-view.ts';
import { instantSchema } from '../lib/dates.ts';
import { idSchema } from '../lib/ids.ts';
import { operation } from './base.ts';
import { briefingQuestionSchema } from './briefing.ts';
import { LANGUAGES } from './desk.ts';
import { threadQuestionSchema } from './thread.ts';

export const EXPORT_FORMATS = ['csv', 'geojson'] as const;

/** What an export may hold besides the columns of a list. */
export const EXTRA_TITLES = ['assessment', 'latitude', 'longitude', 'remark'] as const;

const word = z.string().max(200);

/**
 * The words of an export, in the language of the page: the workbench writes no text of its own. Names
 * of codes, streets and neighbourhoods are not among them: those the workbench knows.
 */
const exportWordsSchema = z.object({
  /** What the file is called, without its ending. */
  fileName: z
    .string()
    .regex(/^[\p{Letter}\p{Number} _-]+$/u)
    .max(60),
  titles: z.record(z.enum([...CONTACT_COLUMNS, ...EXTRA_TITLES]), word),
  /** The filter, the order and what was left out, in words: it is written in every export. */
  about: z.array(z.tuple([word, z.string().max(20_000)])).max(40),
  withdrawn: word,
  amended: word,
  outside: word,
  placeUnknown: word,
  states: z.record(
    z.enum(['only-here', 'under-way', 'received', 'needs-choice', 'quarantine']),
    word,
  ),
});
export type ExportWords = z.infer<typeof exportWordsSchema>;

/** What leaves the desk only when somebody says so; assessments only where it is for nobody else. */
const includeSchema = z.object({ restricted: z.boolean(), assessments: z.boolean() });

/** The longest name of whom an export is for, UTF-16 code units. */
export const LONGEST_RECIPIENT = 200;
/** Whom it is for, in the officer's words; empty when that was not said. */
const recipientSchema = z.string().trim().max(LONGEST_RECIPIENT);

export const exportRequestSchema = z.object({
  format: z.enum(EXPORT_FORMATS),
  view: contactViewSchema,
  language: z.enum(LANGUAGES),
  include: includeSchema,
  recipient: recipientSchema,
  words: exportWordsSchema,
});
export type ExportRequest = z.infer<typeof exportRequestSchema>;

export const exportEventSchema = z.discriminatedUnion('type', [
  /** Contacts written, of how many. */
  z.object({ type: z.literal('progress'), done: z.number().int(), total: z.number().int() }),
  z.object({
    type: z.literal('done'),
    downloadId: idSchema,
    fileName: z.string(),
    /** Bytes. */
    size: z.number().int(),
    rows: z.number().int(),
    /** Contacts that match and are not in the file: they have no place on the map. */
    withoutPlace: z.number().int(),
  }),
]);
export type ExportEvent = z.infer<typeof exportEventSchema>;

/** A list that goes to paper: the page prints it, the workbench keeps that it did. */
export const printedListSchema = z.object({
  id: idSchema,
  view: contactViewSchema,
  include: includeSchema,
  recipient: recipientSchema,
  /** How many contacts stand on the paper. */
  contacts: z.number().int().min(0),
});
export type PrintedList = z.infer<typeof printedListSchema>;

/** What left: enough to find the page again that it was made of. */
export const disclosedSchema = z.discriminatedUnion('what', [
  /** The list as it was; null when this version cannot read it. */
  z.object({ what: z.literal('contacts'), view: contactViewSchema.nullable() }),
  /** Which actions of the board it was made of; null when this version cannot read it. */
  z.object({ what: z.literal('calendar'), board: boardFilterSchema.nullable() }),
  z.object({
    what: z.literal('deal'),
    dealId: idSchema,
    dossierId: idSchema,
    /** Whether persons stand in it. */
    persons: z.boolean(),
  }),
  z.object({ what: z.literal('briefing'), ...briefingQuestionSchema.shape }),
  z.object({ what: z.literal('thread'), ...threadQuestionSchema.shape }),
]);
export type Disclosed = z.infer<typeof disclosedSchema>;

export const DISCLOSURE_FORMATS = [...EXPORT_FORMATS, 'icalendar', 'open311', 'paper'] as const;

/** What left this desk: who took what, when, in what form and for whom. */
export const disclosureSchema = z.object({
  id: idSchema,
  madeAt: instantSchema,
  officerName: z.string(),
  format: z.enum(DISCLOSURE_FORMATS),
  /** How many: contacts of a list, entries of a calendar, parts of a deal, measures of a briefing
   * sheet, actions of a golden thread. */
  items: z.number().int(),
  include: includeSchema,
  recipient: z.string(),
  /** Null when this version cannot read it. */
  subject: disclosedSchema.nullable(),
});
export type Disclosure = z.infer<typeof disclosureSchema>;

/** A page that is no list of contacts and goes to paper. */
export const printedSheetSchema = z.object({
  id: idSchema,
  subject: disclosedSchema,
  items: z.number().int().min(0),
  recipient: recipientSchema,
});
export type PrintedSheet = z.infer<typeof printedSheetSchema>;

export const exportsContract = {
  /**
   * Writes what a list shows into a file, ready to be read as a download, telling how far it is.
   * Breaking off the iterator cancels: nothing is kept. INVALID_FIELD (assessments: for-somebody) where it is said whom
   * it is for: an assessment is no part of a hand-out.
   */
  contacts: operation.input(exportRequestSchema).output(eventIterator(exportEventSchema)),
  /**
   * Keeps that a list is being printed. Sent twice with the same id it is kept once. INVALID_FIELD as `contacts`.
   */
  printed: operation.input(printedListSchema).output(z.object({})),
  /** The same for a page that is no list of contacts. */
  printedSheet: operation.input(printedSheetSchema).output(z.object({})),
  /** What left this desk, the newest first. INVALID_FIELD for a cursor that is not one of ours. */
  disclosures: operation
    .input(z.object({ cursor: z.string().nullable(), limit: z.number().int().min(1).max(100) }))
    .output(z.object({ rows: z.array(disclosureSchema), nextCursor: z.string().nullable() })),
};
