import { z } from 'zod';

import { codeSchema } from '../domain/codes/code.ts';
import { contactHistorySchema, newAmendmentSchema } from '../domain/contacts/amendment.ts';
import {
  contactDraftSchema,
  contactPlaceSchema,
  contactSchema,
  newContactSchema,
} from '../domain/contacts/contact.ts';
import { type ContactFilter, contactFilterSchema } from '../domain/contacts/contact-filter.ts';
import {
  CONTACT_GROUPINGS,
  contactGroupSchema,
  contactSortSchema,
  NEWEST_FIRST,
} from '../domain/contacts/contact-view.ts';
import { keptPromiseSchema } from '../domain/promises/promise.ts';
import { boundsSchema, positionSchema } from '../domain/territory/geometry.ts';
import { instantSchema } from '../lib/dates.ts';
import { idSchema } from '../lib/ids.ts';
import { operation } from './base.ts';
import { LANGUAGES } from './desk.ts';

export { type ContactFilter, contactFilterSchema };

/** The most contacts that are listed of one view of the map. */
export const MOST_LISTED = 1_000;

const contactPointSchema = z.object({
  id: idSchema,
  position: positionSchema,
  reason: codeSchema,
  occurredAt: instantSchema,
});
export type ContactPoint = z.infer<typeof contactPointSchema>;

export const contactGroupCountSchema = z.object({
  group: contactGroupSchema,
  /** What a street or neighbourhood is called; empty for other groups, whose names the page knows. */
  nameNl: z.string(),
  nameFr: z.string(),
  count: z.number().int().positive(),
});
export type ContactGroupCount = z.infer<typeof contactGroupCountSchema>;

/** What happened and what was promised around a place, for whoever writes about it. */
export const surroundingsSchema = z.object({
  contacts: z.array(
    z.object({
      contact: contactSchema,
      /** Whether it is of the same street; those come first. */
      onStreet: z.boolean(),
      /** Metres from the place; null when either is not known. */
      metres: z.number().nullable(),
    }),
  ),
  /** False where the officer may not write: the centre sets aside what is written there. */
  hasRight: z.boolean(),
  /** Open promises on the street, the longest overdue first. */
  promises: z.array(keptPromiseSchema),
});
export type Surroundings = z.infer<typeof surroundingsSchema>;

/** All contacts of one cell of the map's grid: two or more. */
const mapGroupSchema = z.object({
  /** The middle of its contacts. */
  position: positionSchema,
  /** The smallest bounds around them. */
  bounds: boundsSchema,
  /** How many of each of the answer's `reasons`; together they are all of the group. */
  counts: z.array(z.number().int().min(0)),
});
const contactsOnMapSchema = z.object({
  reasons: z.array(codeSchema),
  groups: z.array(mapGroupSchema),
  points: z.array(contactPointSchema),
});
export type ContactsOnMap = z.infer<typeof contactsOnMapSchema>;

export const contactsContract = {
  /**
   * Submits a contact. Sent twice with the same id and content it is stored once; another content
   * under a known id is ALREADY_EXISTS. A draft of the same id is gone afterwards.
   */
  log: operation.input(newContactSchema).output(contactSchema),
  get: operation.input(z.object({ id: idSchema })).output(contactSchema),
  /** A contact as it reads now, as it was submitted, and every amendment between. */
  history: operation.input(z.object({ id: idSchema })).output(contactHistorySchema),
  /**
   * Corrects a submitted contact beside what was submitted. Sent twice with the same id and content it
   * is stored once. INVALID_FIELD `nothing-changed` when it says what the contact says already.
   */
  amend: operation.input(newAmendmentSchema).output(contactHistorySchema),
  /**
   * A page of a list, newest first unless said otherwise. `cursor` is what the page before returned.
   * Names are in the order of `language`; contacts without what is sorted by stand at the end.
   */
  list: operation
    .input(
      z.object({
        filter: contactFilterSchema,
        /** Only this group of the list. */
        group: contactGroupSchema.nullable().default(null),
        sort: contactSortSchema.default(NEWEST_FIRST),
        language: z.enum(LANGUAGES).default('nl'),
        cursor: z.string().max(200).nullable(),
        limit: z.number().int().min(1).max(500),
      }),
    )
    .output(
      z.object({
        rows: z.array(contactSchema),
        nextCursor: z.string().nullable(),
        /** How many match in all; counted with the first page, repeated by the later ones. */
        total: z.number().int(),
      }),
    ),
  /** The groups that match, with how many contacts of the filter each holds: all of them, exactly. */
  groups: operation
    .input(
      z.object({
        filter: contactFilterSchema,
        by: z.enum(CONTACT_GROUPINGS),
        language: z.enum(LANGUAGES).default('nl'),
      }),
    )
    .output(z.array(contactGroupCountSchema)),
  /**
   * Every contact with a place in or a little around `bounds`, in exactly one group or as a point.
   * Groups are those of the whole zoom level; near the streets there are only points, unless too many.
   */
  onMap: operation
    .input(
      z.object({
        bounds: boundsSchema,
        zoom: z.number().min(0).max(24),
        filter: contactFilterSchema,
      }),
    )
    .output(contactsOnMapSchema),
  /** How many contacts have a place inside `bounds`, and the newest MOST_LISTED of them. */
  inView: operation
    .input(z.object({ bounds: boundsSchema, filter: contactFilterSchema }))
    .output(z.object({ points: z.array(contactPointSchema), total: z.number().int() })),
  /** The newest contacts on the street of a place, then those within 150 metres of it. */
  nearby: operation.input(z.object({ place: contactPlaceSchema })).output(surroundingsSchema),
  /** What a new contact of this officer begins with. */
  defaults: operation.output(z.object({ channel: codeSchema.nullable() })),
  saveDraft: operation.input(contactDraftSchema).output(z.object({ savedAt: instantSchema })),
  drafts: operation.output(z.array(contactDraftSchema.extend({ savedAt: instantSchema }))),
  discardDraft: operation.input(z.object({ id: idSchema })).output(z.object({})),
};
