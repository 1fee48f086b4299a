import { z } from 'zod';

import { dealFieldsSchema, dealSchema } from '../domain/actions/deal.ts';
import { FIELDS_OUT } from '../domain/actions/vocabulary.ts';
import { LONGEST_TEXT } from '../domain/contacts/contact.ts';
import { PARTNER_KINDS } from '../domain/people/people.ts';
import { idSchema } from '../lib/ids.ts';
import { operation } from './base.ts';
import { changeInput } from './change-input.ts';

const text = z.string().max(LONGEST_TEXT);

export const partnerSchema = z.object({
  id: idSchema,
  name: z.string(),
  kind: z.enum(PARTNER_KINDS),
});
export type PartnerChoice = z.infer<typeof partnerSchema>;

const dealFormSchema = dealFieldsSchema.omit({
  dossierId: true,
  authorId: true,
  withdrawn: true,
  madeOn: true,
});
export type DealForm = z.infer<typeof dealFormSchema>;
/** What of a deal may change. */
export const dealChangesSchema = dealFormSchema
  .omit({ actionId: true, partnerId: true })
  .extend({ withdrawn: z.boolean() })
  .partial();

/** What the sheet says, in the language of who makes it; only the fields that the deal names go out. */
export const dealFileRequestSchema = z.object({
  id: idSchema,
  format: z.enum(['csv', 'open311']),
  words: z.object({
    place: text,
    problem: text,
    times: text,
    measures: text,
    contact: text,
    persons: text,
  }),
  /** What its name may say, as far as it was chosen to go out. */
  subject: z.object({ measures: text, place: text }),
  /** What the fields are called. */
  titles: z.partialRecord(z.enum(FIELDS_OUT), z.string().max(200)),
  /** Who does what by when: names and values. */
  head: z.array(z.tuple([z.string().max(200), text])).max(20),
});
export type DealFileRequest = z.infer<typeof dealFileRequestSchema>;
export const dealFileSchema = z.object({ fileName: z.string(), text: z.string() });
export type DealFile = z.infer<typeof dealFileSchema>;

/** Partners, and what is agreed with them. */
export const actionDealsContract = {
  partners: operation.output(z.array(partnerSchema)),
  addPartner: operation
    .input(
      z.object({
        id: idSchema,
        name: z.string().trim().min(1).max(200),
        kind: z.enum(PARTNER_KINDS),
      }),
    )
    .output(partnerSchema),
  /** INVALID_FIELD (ground: missing) when a person would go out without one. */
  makeDeal: operation.input(z.object({ id: idSchema, form: dealFormSchema })).output(dealSchema),
  /** INVALID_FIELD (theyDoneOn, weDoneOn: before-made) too; CHANGED_MEANWHILE. */
  changeDeal: operation.input(changeInput(dealChangesSchema)).output(dealSchema),

  /**
   * The deal as a file for the partner: CSV, or a request by Open311 GeoReport v2. It is named by its day, the partner and
   * what of `subject` goes out.
   */
  dealFile: operation.input(dealFileRequestSchema).output(dealFileSchema),
};
