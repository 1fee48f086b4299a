import { z } from 'zod';

import { type Day, dayInterval, daySchema, type Instant } from '../../lib/dates.ts';
import { idSchema } from '../../lib/ids.ts';
import { codeSchema } from '../codes/code.ts';
import { FEELINGS } from './code-lists.ts';
import { contactFilterSchema } from './contact-filter.ts';

/** What a list of contacts can be sorted by. Equal ones follow newest first. */
export const CONTACT_SORTS = [
  'when',
  'street',
  'neighbourhood',
  'reason',
  'author',
  'channel',
  'feeling',
] as const;
export type ContactSortKey = (typeof CONTACT_SORTS)[number];

export const contactSortSchema = z.object({
  by: z.enum(CONTACT_SORTS),
  descending: z.boolean(),
});
export type ContactSort = z.infer<typeof contactSortSchema>;
export const NEWEST_FIRST: ContactSort = { by: 'when', descending: true };

/** What a list of contacts can be grouped by; weeks begin on Monday. */
export const CONTACT_GROUPINGS = [
  'reason',
  'neighbourhood',
  'street',
  'channel',
  'month',
  'week',
] as const;
export type ContactGrouping = (typeof CONTACT_GROUPINGS)[number];

/**
 * One group: a code, an id, or the first day of a month or week; null is the group of contacts that
 * have no such value.
 */
export const contactGroupSchema = z.discriminatedUnion('by', [
  z.object({ by: z.enum(['reason', 'channel']), key: codeSchema.nullable() }),
  z.object({ by: z.enum(['neighbourhood', 'street']), key: idSchema.nullable() }),
  z.object({ by: z.enum(['month', 'week']), key: daySchema }),
]);
export type ContactGroup = z.infer<typeof contactGroupSchema>;

/** What a list of contacts can show of each, in the order in which they are offered. */
export const CONTACT_COLUMNS = [
  'when',
  'place',
  'neighbourhood',
  'reason',
  'problems',
  'channel',
  'feeling',
  'summary',
  'need',
  'next',
  'author',
  'parties',
  'language',
  'duration',
  'logged',
  'position',
  'sensitivity',
  'state',
] as const;
export type ContactColumn = (typeof CONTACT_COLUMNS)[number];

export const DEFAULT_COLUMNS: readonly ContactColumn[] = [
  'when',
  'place',
  'neighbourhood',
  'reason',
  'summary',
  'next',
  'state',
];

export const contactColumnsSchema = z
  .array(z.enum(CONTACT_COLUMNS))
  .min(1)
  .max(CONTACT_COLUMNS.length)
  .refine((columns) => new Set(columns).size === columns.length, { message: 'twice' });

/** The narrowest and the widest that a column can be made, in rem. */
export const NARROWEST_COLUMN = 4;
export const WIDEST_COLUMN = 60;

/** The columns whose width somebody has set, in rem; the others share the room that is left. */
export const columnWidthsSchema = z.partialRecord(
  z.enum(CONTACT_COLUMNS),
  z.number().min(NARROWEST_COLUMN).max(WIDEST_COLUMN),
);
export type ColumnWidths = z.infer<typeof columnWidthsSchema>;

/** How somebody looks at contacts: which ones, in which order, grouped by what, and what of each, how wide. */
export const contactViewSchema = z.object({
  filter: contactFilterSchema,
  sort: contactSortSchema,
  group: z.enum(CONTACT_GROUPINGS).nullable(),
  columns: contactColumnsSchema,
  widths: columnWidthsSchema.optional(),
});
export type ContactView = z.infer<typeof contactViewSchema>;

/** The place of a feeling on its scale, 1 to 5; 0 for none. */
export function feelingStep(feeling: (typeof FEELINGS)[number] | null): number {
  return feeling === null ? 0 : FEELINGS.indexOf(feeling) + 1;
}

/** A stretch of time [begin, end) that one group of a list covers. */
export interface Period {
  /** The first day of it. */
  readonly key: Day;
  readonly begin: Instant;
  readonly end: Instant;
}

/**
 * The months or weeks, in Europe/Brussels, that together cover the days `first` to `last`, newest
 * first. Weeks begin on Monday (ISO 8601).
 */
export function periodsBetween(by: 'month' | 'week', first: Day, last: Day): readonly Period[] {
  const periods: Period[] = [];
  let key = startOf(by, first);
  while (key <= last) {
    const period = periodOf(by, key);
    periods.push(period);
    key = nextStart(by, key);
  }
  return periods.reverse();
}

/** The month or week that begins on `key`. */
export function periodOf(by: 'month' | 'week', key: Day): Period {
  return { key, begin: dayInterval(key)[0], end: dayInterval(nextStart(by, key))[0] };
}

/** The first day of the month or week that `day` lies in. */
export function startOf(by: 'month' | 'week', day: Day): Day {
  if (by === 'month') return `${day.slice(0, 7)}-01`;
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

function nextStart(by: 'month' | 'week', key: Day): Day {
  const date = new Date(`${key}T00:00:00Z`);
  if (by === 'month') date.setUTCMonth(date.getUTCMonth() + 1);
  else date.setUTCDate(date.getUTCDate() + 7);
  return date.toISOString().slice(0, 10);
}
