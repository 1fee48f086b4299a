import { z } from 'zod';

import { type Day, daySchema } from '../../lib/dates.ts';
import { idSchema } from '../../lib/ids.ts';
import { LONGEST_TEXT } from '../contacts/contact.ts';
import type { Fields } from '../operations/entity-rules.ts';
import { type FieldOut, FIELDS_OUT, PERSONAL_FIELDS } from './vocabulary.ts';

const text = z.string().max(LONGEST_TEXT);

/** What a partner and the team agree for an action, without its id. */
export const dealFieldsSchema = z.object({
  dossierId: idSchema,
  actionId: idSchema,
  partnerId: idSchema,
  authorId: idSchema,
  /** On which ground something is passed on; without one no person can be in it. */
  ground: text,
  fieldsOut: z.array(z.enum(FIELDS_OUT)).max(FIELDS_OUT.length),
  /** Persons that it is about. */
  parties: z.array(idSchema).max(20),
  theyDo: z.string().trim().min(1).max(LONGEST_TEXT),
  theyWho: z.string().trim().max(200),
  theyDueOn: daySchema.nullable(),
  theyDoneOn: daySchema.nullable(),
  weDo: text,
  weWhoId: idSchema.nullable(),
  weDueOn: daySchema.nullable(),
  weDoneOn: daySchema.nullable(),
  withdrawn: z.boolean(),
  /** The day on which it was written down; null in rows from before it was kept. */
  madeOn: daySchema.nullable().default(null),
});
export type DealFields = z.infer<typeof dealFieldsSchema>;
export const dealSchema = dealFieldsSchema.extend({ id: idSchema });
export type Deal = z.infer<typeof dealSchema>;

/** What goes out unless somebody chooses otherwise: nothing about a person, and no name of the team. */
export const DEFAULT_FIELDS_OUT: readonly FieldOut[] = ['place', 'problem', 'times', 'measures'];

/** The field that stands in the way: without a ground, no person; without a person chosen, no persons. */
export function problemOfDeal(
  deal: Pick<DealFields, 'ground' | 'fieldsOut' | 'parties'>,
): 'ground' | 'parties' | undefined {
  const isPersonal = deal.fieldsOut.some((field) => PERSONAL_FIELDS.has(field));
  if ((isPersonal || deal.parties.length > 0) && deal.ground.trim() === '') return 'ground';
  return isPersonal === deal.parties.length > 0 ? undefined : 'parties';
}

/** Who of both does a part: the partner, or the team. */
export const DEAL_SIDES = ['they', 'we'] as const;
export type DealSide = (typeof DEAL_SIDES)[number];

/** The fields that say on which day each side did its part. */
export const PARTS_DONE = ['theyDoneOn', 'weDoneOn'] as const;

/** The part that would be done before the deal was made, by its field. */
export function doneBeforeMade(
  deal: Pick<DealFields, 'madeOn' | (typeof PARTS_DONE)[number]>,
): (typeof PARTS_DONE)[number] | undefined {
  const { madeOn } = deal;
  return PARTS_DONE.find((field) => {
    const doneOn = deal[field];
    return madeOn !== null && doneOn !== null && doneOn < madeOn;
  });
}

/** The field of a deal that centre and desk refuse alike. A day that was stored before it was asked for stays. */
export function inconsistentDeal(after: Fields, before: Fields | undefined): string | undefined {
  const deal = after as Deal;
  const isNew = PARTS_DONE.some((field) => deal[field] !== (before?.[field] ?? null));
  return problemOfDeal(deal) ?? (isNew ? doneBeforeMade(deal) : undefined);
}

/**
 * The sides whose part is yet to be done; none of a deal that was withdrawn. The partner's is always asked, the team's where it
 * has a text or a day.
 */
export function openSides(
  deal: Pick<Deal, 'withdrawn' | 'weDo' | 'weDueOn' | (typeof PARTS_DONE)[number]>,
): readonly DealSide[] {
  if (deal.withdrawn) return [];
  const asked = { they: true, we: deal.weDo.trim() !== '' || deal.weDueOn !== null };
  return DEAL_SIDES.filter((side) => asked[side] && deal[`${side}DoneOn`] === null);
}

export type PartStanding = 'none' | 'open' | 'overdue' | 'kept' | 'late';

/** How one side's part stands; `none` when nothing was agreed with a day. */
export function partStanding(dueOn: Day | null, doneOn: Day | null, today: Day): PartStanding {
  if (doneOn !== null) return dueOn !== null && doneOn > dueOn ? 'late' : 'kept';
  if (dueOn === null) return 'none';
  return dueOn < today ? 'overdue' : 'open';
}

/** A part of a dossier that can go out, in words. There is no place in it for an assessment. */
export interface HandOut {
  readonly place: string;
  readonly problem: string;
  readonly times: string;
  readonly measures: string;
  readonly contact: string;
  readonly persons: string;
}

/** What a deal is about in few words, as its heading and the name of its file may say it. */
export interface DealSubject {
  /** The kinds of its measures. */
  readonly measures: string;
  /** The streets. */
  readonly place: string;
}

/**
 * Of {@link DealSubject} what was chosen to go out. The title of the action is not among it: somebody typed it, so that it
 * may name a resident, and no field that can be chosen lets it out.
 */
export function subjectOut(
  { fieldsOut }: Pick<DealFields, 'fieldsOut'>,
  subject: DealSubject,
): readonly string[] {
  return (['measures', 'place'] as const)
    .filter((field) => fieldsOut.includes(field))
    .map((field) => subject[field])
    .filter(Boolean);
}

/**
 * What is on the sheet that a partner gets: the chosen fields that say something, in the order of the
 * list. Nothing goes out of a deal that breaks {@link problemOfDeal}.
 */
export function sheetLines(
  deal: Pick<DealFields, 'ground' | 'fieldsOut' | 'parties'>,
  words: HandOut,
): readonly { readonly field: FieldOut; readonly text: string }[] {
  if (problemOfDeal(deal) !== undefined) return [];
  return FIELDS_OUT.filter((field) => deal.fieldsOut.includes(field) && words[field] !== '').map(
    (field) => ({ field, text: words[field] }),
  );
}
