import { z } from 'zod';

import { type Day, daySchema, instantSchema } from '../../lib/dates.ts';
import { idSchema } from '../../lib/ids.ts';
import { codeSchema } from '../codes/code.ts';
import { LONGEST_TEXT } from '../contacts/contact.ts';
import { factKindsSchema } from './dossier-kinds.ts';
import { timeWindowsSchema } from './time-window.ts';
import { AFFECTED, LONGEST_TITLE, MOST_LINKS, MOST_SEGMENTS } from './vocabulary.ts';

/** Where a dossier stands in the cycle of problem-oriented policing: scan, analyse, respond, assess. */
export const DOSSIER_STATES = ['scanning', 'analysis', 'response', 'assessment', 'closed'] as const;
export type DossierState = (typeof DOSSIER_STATES)[number];

/** Those in which a dossier is worked on. */
export const OPEN_STATES = DOSSIER_STATES.filter((state) => state !== 'closed');

/** The questions by which a problem is told from an incident (Clarke and Eck, step 14). */
export const CHEERS = [
  'cheersCommunity',
  'cheersHarm',
  'cheersExpectation',
  'cheersEvents',
  'cheersRecurring',
  'cheersSimilarity',
] as const;
export type CheersQuestion = (typeof CHEERS)[number];

const text = z.string().max(LONGEST_TEXT);
const links = z.array(idSchema).max(MOST_LINKS);

/** What is known about a problem in some streets of one neighbourhood, without its id. */
export const dossierFieldsSchema = z.object({
  /** The neighbourhood that its segments lie in; null outside of every one. */
  neighbourhoodId: idSchema.nullable(),
  authorId: idSchema,
  openedAt: instantSchema,
  title: z.string().trim().min(1).max(LONGEST_TITLE),
  problem: codeSchema.nullable(),
  /** Which recorded facts are it; null for those that its problem usually is, and in rows from before it was kept. */
  factKinds: factKindsSchema.default(null),
  /** Segments of streets; never a point where somebody lives. */
  segments: z.array(idSchema).max(MOST_SEGMENTS),
  windows: timeWindowsSchema,
  affected: z.array(z.enum(AFFECTED)).max(AFFECTED.length),
  cheersCommunity: text,
  cheersHarm: text,
  cheersExpectation: text,
  cheersEvents: text,
  cheersRecurring: text,
  cheersSimilarity: text,
  scanning: text,
  analysis: text,
  /** What the team makes of it: kept apart from facts, and never in what goes out. */
  assessment: text,
  /** From the day after, somebody has to look at the assessment again; null for no such day, and in older rows. */
  reviewOn: daySchema.nullable().default(null),
  contacts: links,
  facts: links,
  state: z.enum(DOSSIER_STATES),
});

export const dossierSchema = dossierFieldsSchema.extend({ id: idSchema });
export type Dossier = z.infer<typeof dossierSchema>;

/** What an officer fills in; who and when, the program knows. */
export const dossierFormSchema = dossierFieldsSchema
  .omit({ authorId: true, openedAt: true })
  // Without the values of older rows: a change that says nothing of them would set them back.
  .extend({ factKinds: factKindsSchema, reviewOn: daySchema.nullable() });
export type DossierForm = z.infer<typeof dossierFormSchema>;

/** Whether its assessment was to be looked at again before `today`; a closed dossier rests. */
export function isReviewLate(
  { reviewOn, state }: Pick<Dossier, 'reviewOn' | 'state'>,
  today: Day,
): boolean {
  return state !== 'closed' && reviewOn !== null && reviewOn < today;
}

/** The questions that nobody has answered yet, in their order. */
export function unanswered(dossier: Pick<Dossier, CheersQuestion>): readonly CheersQuestion[] {
  return CHEERS.filter((question) => dossier[question].trim() === '');
}
