import { z } from 'zod';

import { dayOf, daySchema, type Instant, instantSchema } from '../../lib/dates.ts';
import { type Id, idSchema } from '../../lib/ids.ts';
import { codeSchema } from '../codes/code.ts';
import { RECORD_STATES } from '../operations/record-state.ts';
import { PARTY_KINDS } from '../parties/party.ts';
import { positionSchema } from '../territory/geometry.ts';
import { FEELINGS, NEXT_STEPS, SENSITIVITIES } from './code-lists.ts';

/** The longest summary or note, in UTF-16 code units: some three printed pages. */
export const LONGEST_TEXT = 10_000;

/** The longest a contact lasts: a day. */
export const LONGEST_MINUTES = 24 * 60;
/** The most persons and organisations, and the most problems, that one contact names. */
export const MOST_PARTIES = 20;
export const MOST_PROBLEMS = 12;

/** A draft keeps even a text that is far too long to be submitted: somebody will shorten it. */
const LONGEST_DRAFT_TEXT = 10 * LONGEST_TEXT;

const text = z.string().trim().max(LONGEST_TEXT);
const distinct = (item: z.ZodType<string>, most: number) =>
  z
    .array(item)
    .max(most)
    .refine((items) => new Set(items).size === items.length, { message: 'twice' });

export const contactPlaceSchema = z.object({
  streetId: idSchema,
  /** A house number as it was typed; it need not exist in the register. */
  houseNumber: z.string().trim().max(12),
  /** Where the officer pointed on the map; null leaves the place to the address or the street. */
  position: positionSchema.nullable(),
});

/** What a contact may tell besides its four required fields; all of it may stay empty. */
const detailShape = {
  channel: codeSchema.nullable(),
  /** Whole minutes. */
  durationMinutes: z.number().int().min(1).max(LONGEST_MINUTES).nullable(),
  /** Persons and organisations, by id, in the order they were named; nobody named is anonymous. */
  parties: distinct(idSchema, MOST_PARTIES),
  /** The language that was spoken. */
  language: codeSchema.nullable(),
  problems: distinct(codeSchema, MOST_PROBLEMS),
  /** What somebody needs or expects, in their own words. */
  need: text,
  feeling: z.enum(FEELINGS).nullable(),
  /** What was seen or heard: facts. */
  summary: text,
  /** What the officer makes of it, kept apart from the facts; it never goes into a hand-out. */
  assessment: text,
  sensitivity: z.enum(SENSITIVITIES),
};

/**
 * What an officer submits: four required fields (when, where, what about, what next); everything else
 * may be left out.
 */
export const newContactSchema = z.object({
  id: idSchema,
  occurredAt: instantSchema,
  place: contactPlaceSchema,
  reason: codeSchema,
  next: z.discriminatedUnion('step', [
    z.object({ step: z.enum(NEXT_STEPS).exclude(['promise']), note: text }),
    z.object({
      step: z.literal('promise'),
      note: text.min(1),
      dueOn: daySchema,
      /** How the person will be told; null when that was not said. */
      channel: codeSchema.nullable().default(null),
      /** Who keeps it; null is the author. */
      ownerId: idSchema.nullable().default(null),
    }),
  ]),
  channel: detailShape.channel.default(null),
  durationMinutes: detailShape.durationMinutes.default(null),
  parties: detailShape.parties.default([]),
  language: detailShape.language.default(null),
  problems: detailShape.problems.default([]),
  need: detailShape.need.default(''),
  feeling: detailShape.feeling.default(null),
  summary: detailShape.summary.default(''),
  assessment: detailShape.assessment.default(''),
  sensitivity: detailShape.sensitivity.default('normal'),
});
export type NewContact = z.infer<typeof newContactSchema>;

/** What may be corrected afterwards: everything but who wrote it, when, and what was promised. */
export const contactChangesSchema = z
  .object({
    occurredAt: instantSchema,
    place: contactPlaceSchema,
    reason: codeSchema,
    ...detailShape,
    /** The contact should not have been logged: twice, or in the wrong file. It stays readable. */
    withdrawn: z.boolean(),
  })
  .partial();
export type ContactChanges = z.infer<typeof contactChangesSchema>;

/** How exactly the place of a contact is known: pointed at, a registered address, some point of the street. */
export const PLACE_SOURCES = ['pointed', 'address', 'street', 'unknown'] as const;
export type PlaceSource = (typeof PLACE_SOURCES)[number];

/**
 * A contact as it reads now: as submitted, with its amendments applied. What was submitted never
 * disappears; see `amendment.ts`.
 */
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
  reason: codeSchema,
  nextStep: z.enum(NEXT_STEPS),
  nextNote: z.string(),
  ...detailShape,
  parties: z.array(z.object({ id: idSchema, kind: z.enum(PARTY_KINDS), name: z.string() })),
  withdrawn: z.boolean(),
  /** How often it was amended. */
  amendments: z.number().int().nonnegative(),
  /** Where the record stands on its way to the centre. */
  recordState: z.enum(RECORD_STATES),
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

/** What is wrong with the moment of a contact: it has happened already, in this century. */
export function problemOfMoment(occurredAt: Instant, now: Instant): ContactProblem | undefined {
  if (Date.parse(occurredAt) > Date.parse(now) + CLOCK_TOLERANCE_MS) {
    return { field: 'occurredAt', reason: 'in-the-future' };
  }
  return occurredAt < EARLIEST ? { field: 'occurredAt', reason: 'too-long-ago' } : undefined;
}

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
  const moment = problemOfMoment(contact.occurredAt, now);
  const problems: ContactProblem[] = moment ? [moment] : [];
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
