import { z } from 'zod';

import { type Day, daySchema, isValidOn, OPEN_END, type Validity } from '../../lib/dates.ts';
import { idSchema } from '../../lib/ids.ts';

/** The lists of codes that a zone keeps: what their values are called, in which order, from when to when. */
export const CODE_LISTS = [
  'contact-reason',
  'channel',
  'next-step',
  'feeling',
  'problem',
  'language',
  'party-role',
  'sensitivity',
  'fact-kind',
  'task-type',
  'plan-priority',
  'affected',
  'means',
  'verdict',
] as const;
export type CodeList = (typeof CODE_LISTS)[number];

/**
 * Lists whose values the rules of the application rest on (a promise has a day, a feeling has five
 * steps): a zone words them as it likes, but neither adds nor ends one.
 */
const CLOSED_LISTS: ReadonlySet<CodeList> = new Set([
  'next-step',
  'feeling',
  'sensitivity',
  'affected',
  'means',
  'verdict',
]);

export function isClosedList(list: CodeList): boolean {
  return CLOSED_LISTS.has(list);
}

/** What is stored of a choice: a short word that never changes its meaning and is never deleted. */
export const codeSchema = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(40);

/** The longest name of a code, in UTF-16 code units: it must fit a column. */
export const LONGEST_CODE_NAME = 60;

/** One value of a list. Names that are empty in French or English fall back to the Dutch one. */
export const codeRowSchema = z.object({
  id: idSchema,
  list: z.enum(CODE_LISTS),
  code: codeSchema,
  nameNl: z.string(),
  nameFr: z.string(),
  nameEn: z.string(),
  /** What a contact reason is coloured by on the map; empty in other lists. */
  family: z.string(),
  /** Order within the list; equal positions follow by code. */
  position: z.number().int(),
  validFrom: daySchema,
  /** OPEN_END while the code may be chosen. */
  validTo: daySchema,
});
export type Code = z.infer<typeof codeRowSchema>;

/** Every reason has one of these families: more colours than seven are not told apart on a map. */
export const REASON_FAMILIES = [
  'care',
  'nuisance',
  'traffic',
  'prevention',
  'partners',
  'town',
  'administration',
] as const;
export type ReasonFamily = (typeof REASON_FAMILIES)[number];

/** What an administrator fills in for a code; `code` itself is made once and stays. */
export const codeFieldsSchema = z.object({
  nameNl: z.string().trim().min(1).max(LONGEST_CODE_NAME),
  nameFr: z.string().trim().max(LONGEST_CODE_NAME),
  nameEn: z.string().trim().max(LONGEST_CODE_NAME),
  family: z.union([z.enum(REASON_FAMILIES), z.literal('')]),
  position: z.number().int().min(0).max(10_000),
  validFrom: daySchema,
  validTo: daySchema,
});
export type CodeFields = z.infer<typeof codeFieldsSchema>;

/** The codes of a list that may be chosen on `day`, in the order of the zone. */
export function codesOn(codes: readonly Code[], list: CodeList, day: Day): readonly Code[] {
  return codes
    .filter((code) => code.list === list && isValidOn(code, day))
    .sort((one, other) => one.position - other.position || (one.code < other.code ? -1 : 1));
}

/** Whether a code may be chosen for something that happened on `day`. */
export function isCodeOn(
  codes: readonly (Pick<Code, 'list' | 'code'> & Validity)[],
  list: CodeList,
  code: string,
  day: Day,
): boolean {
  return codes.some((row) => row.list === list && row.code === code && isValidOn(row, day));
}

export interface CodeProblem {
  readonly field: 'list' | 'validFrom' | 'validTo' | 'family';
  readonly reason: 'closed-list' | 'ends-before-it-begins' | 'missing' | 'not-for-this-list';
}

/**
 * The rules of a code: it is valid for at least a day, a reason has a colour family and nothing else
 * has one, and a closed list neither grows nor shrinks.
 *
 * @param isNew whether the code is being added.
 */
export function problemOfCode(
  list: CodeList,
  fields: CodeFields,
  isNew: boolean,
): CodeProblem | undefined {
  if (isClosedList(list) && isNew) return { field: 'list', reason: 'closed-list' };
  if (isClosedList(list) && fields.validTo !== OPEN_END) {
    return { field: 'validTo', reason: 'closed-list' };
  }
  if (fields.validTo <= fields.validFrom) {
    return { field: 'validTo', reason: 'ends-before-it-begins' };
  }
  if (list === 'contact-reason' && fields.family === '') {
    return { field: 'family', reason: 'missing' };
  }
  if (list !== 'contact-reason' && fields.family !== '') {
    return { field: 'family', reason: 'not-for-this-list' };
  }
  return undefined;
}

/**
 * A code made from the name an administrator typed: lower case, without accents, words joined by
 * hyphens, at most 40 characters; `taken` ones get a number. Empty names give `code`.
 */
export function codeFromName(name: string, taken: ReadonlySet<string>): string {
  const base =
    name
      .normalize('NFD')
      .replaceAll(/\p{Mark}/gu, '')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 36)
      .replace(/-+$/, '') || 'code';
  if (!taken.has(base)) return base;
  for (let number = 2; ; number += 1) {
    const numbered = `${base}-${number}`.slice(0, 40);
    if (!taken.has(numbered)) return numbered;
  }
}
