import { z } from 'zod';

import { dayOf, daySchema, type Instant, instantSchema } from '../../lib/dates.ts';
import { type Id, idSchema } from '../../lib/ids.ts';
import { positionSchema } from '../territory/geometry.ts';
import { CONTACT_REASONS, NEXT_STEPS } from './code-lists.ts';

/** The longest summary or note, in UTF-16 code units: some three printed pages. */
export const LONGEST_TEXT = 10_000;

/** A draft keeps even a text that is far too long to be submitted: somebody will shorten it. */
const LONGEST_DRAFT_TEXT = 10 * LONGEST_TEXT;

const text = z.string().trim().max(LONGEST_TEXT);

/**
 * What an officer submits: four required fields (when, where, what about, what next);
 * the texts may stay empty.
 */
export const newContactSchema = z.object({
  id: idSchema,
  occurredAt: instantSchema,
  place: z.object({
    streetId: idSchema,
    /** A house number as it was typed; it need not exist in the register. */
    houseNumber: z.string().trim().max(12),
    /** Where the officer pointed on the map; null leaves the place to the address or the street. */
    position: positionSchema.nullable(),
  }),
  reason: z.enum(CONTACT_REASONS),
  summary: text,
  next: z.discriminatedUnion('step', [
    z.object({ step: z.enum(NEXT_STEPS).exclude(['promise']), note: text }),
    z.object({ step: z.literal('promise'), note: text.min(1), dueOn: daySchema }),
  ]),
});
export type NewContact = z.infer<typeof newContactSchema>;

/** How exactly the place of a contact is known: pointed at, a registered address, some point of the street. */
export const PLACE_SOURCES = ['pointed', 'address', 'street', 'unknown'] as const;
export type PlaceSource = (typeof PLACE_SOURCES)[number];

/** A submitted contact. It never changes: corrections are appended beside it. */
export const contactSchema = z.object({
  id: idSchema,
  occurredAt: instantSchema,
  loggedAt: instantSchema,
  authorId: idSchema,
  authorName: z.string(),
  streetId: idSchema,
  streetNameNl: z.string(),
  streetNameFr: z.string(),
  houseNumber: z.string(),
  neighbourhoodId: idSchema.nullable(),
  neighbourhoodNameNl: z.string(),
  neighbourhoodNameFr: z.string(),
  /** Null when the street has no line on the map and nobody pointed at a place. */
  position: positionSchema.nullable(),
  placeSource: z.enum(PLACE_SOURCES),
  reason: z.enum(CONTACT_REASONS),
  summary: z.string(),
  nextStep: z.enum(NEXT_STEPS),
  nextNote: z.string(),
  /** Where the record stands on its way to the centre. */
  recordState: z.enum(['only-here', 'under-way', 'received', 'needs-choice', 'quarantine']),
});
export type Contact = z.infer<typeof contactSchema>;

/** A field of a new contact that breaks a rule, as a path the form knows, and why. */
export interface ContactProblem {
  readonly field: 'occurredAt' | 'next.dueOn';
  readonly reason: 'in-the-future' | 'too-long-ago' | 'before-the-contact';
}

/** A desk's clock may run ahead of the officer's watch by this much. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;
const EARLIEST: Instant = '2000-01-01T00:00:00.000Z';

/**
 * The rules a form alone cannot check: a contact has happened already, in this century,
 * and its promise is due on or after the day of the contact.
 *
 * @param now the present moment, UTC.
 */
export function problemsOf(
  contact: Pick<NewContact, 'occurredAt' | 'next'>,
  now: Instant,
): readonly ContactProblem[] {
  const problems: ContactProblem[] = [];
  if (Date.parse(contact.occurredAt) > Date.parse(now) + CLOCK_TOLERANCE_MS) {
    problems.push({ field: 'occurredAt', reason: 'in-the-future' });
  }
  if (contact.occurredAt < EARLIEST) {
    problems.push({ field: 'occurredAt', reason: 'too-long-ago' });
  }
  if (contact.next.step === 'promise' && contact.next.dueOn < dayOf(contact.occurredAt)) {
    problems.push({ field: 'next.dueOn', reason: 'before-the-contact' });
  }
  return problems;
}

/** A contact being typed: anything may still be missing or wrong, nothing of it may be lost. */
export const contactDraftSchema = z.object({
  id: idSchema,
  /** The form as it stands, by the page's own field names. */
  form: z.record(z.string().max(60), z.union([z.string().max(LONGEST_DRAFT_TEXT), z.null()])),
});
export interface ContactDraft {
  readonly id: Id;
  readonly form: Readonly<Record<string, string | null>>;
  readonly savedAt: Instant;
}
