/**
 * Counts over the contacts of one place. The two indexes by place hold moment, reason and feeling
 * themselves, so that nothing here reads a contact. `row_id` tells the moment, see `contactRowId`.
 */
import { sql, type SqlBool } from 'kysely';

import { FEELINGS } from '#shared/domain/contacts/code-lists.ts';
import { hourOfWeek, WEEK_HOURS } from '#shared/domain/streets/picture.ts';
import type { ClockStretch } from '#shared/lib/clock-stretches.ts';
import type { Instant } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../handles.ts';
import { contactRowId } from './contact-rows.ts';

/**
 * A street or a neighbourhood, in all its versions; or a piece of a street, by the rows of the contacts that
 * lie nearest to it.
 */
export type PlaceOfContacts =
  | { readonly column: 'street_id' | 'neighbourhood_id'; readonly ids: readonly Id[] }
  | { readonly column: 'row_id'; readonly rows: readonly number[] };

export interface CountedCode {
  readonly code: string;
  readonly count: number;
}

/** A stretch of time: `end` is not in it. */
interface Span {
  readonly begin: Instant;
  readonly end: Instant;
}

/** All contacts of the place, without those that were withdrawn. */
export async function countAt(read: ReadHandle, place: PlaceOfContacts): Promise<number> {
  const row = await read
    .selectFrom('contact')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(at(place))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** How often each reason was given in the span, the most frequent first. */
export async function countReasons(
  read: ReadHandle,
  place: PlaceOfContacts,
  span: Span,
): Promise<readonly CountedCode[]> {
  const rows = await reasonsQuery(read, place, span).execute();
  return mostFrequentFirst(rows);
}

function reasonsQuery(read: ReadHandle, place: PlaceOfContacts, span: Span) {
  return read
    .selectFrom('contact')
    .select(({ fn }) => ['reason as code', fn.countAll<number>().as('count')])
    .where(at(place))
    .where(during(span))
    .groupBy('reason');
}

/** How often each problem was named in the span, the most frequent first. */
export async function countProblems(
  read: ReadHandle,
  place: PlaceOfContacts,
  span: Span,
): Promise<readonly CountedCode[]> {
  const rows = await problemsQuery(read, place, span).execute();
  return mostFrequentFirst(rows);
}

function problemsQuery(read: ReadHandle, place: PlaceOfContacts, span: Span) {
  // A cross join keeps this order: contacts of the place first, not every contact with a problem.
  return read
    .selectFrom('contact')
    .crossJoin('contact_problem')
    .select(({ fn }) => ['contact_problem.code', fn.countAll<number>().as('count')])
    .whereRef('contact_problem.contact_row', '=', 'contact.row_id')
    .where(at(place))
    .where(during(span))
    .groupBy('contact_problem.code');
}

/** How many gave each step of {@link FEELINGS}, in their order. */
export async function countFeelings(
  read: ReadHandle,
  place: PlaceOfContacts,
  span: Span,
): Promise<readonly number[]> {
  const rows = await feelingsQuery(read, place, span).execute();
  return FEELINGS.map((feeling) => rows.find((row) => row.feeling === feeling)?.count ?? 0);
}

function feelingsQuery(read: ReadHandle, place: PlaceOfContacts, span: Span) {
  return read
    .selectFrom('contact')
    .select(({ fn }) => ['feeling', fn.countAll<number>().as('count')])
    .where(at(place))
    .where(during(span))
    .where('feeling', 'is not', null)
    .groupBy('feeling');
}

const HOUR_OF_ROWS = 3_600_000_000;

/**
 * Contacts by hour of the week; `stretches` say how far the clocks stood from UTC. All contacts, or those that name
 * one of some problems.
 */
export async function countHours(
  read: ReadHandle,
  place: PlaceOfContacts,
  stretches: readonly ClockStretch[],
  problems?: readonly string[],
): Promise<number[]> {
  const counts = Array.from({ length: WEEK_HOURS }, () => 0);
  for (const stretch of stretches) {
    const query = hoursQuery(read, place, stretch);
    const asked = problems ? query.where(namesOneOf(problems)) : query;
    const rows = await asked.execute();
    for (const { hour, count } of rows) {
      const index = hourOfWeek(hour, stretch.offsetHours);
      counts[index] = (counts[index] ?? 0) + count;
    }
  }
  return counts;
}

/** Counts by hour of the week in UTC: the hours since 1970 modulo a week. */
function hoursQuery(read: ReadHandle, place: PlaceOfContacts, span: Span) {
  const hour = sql<number>`(contact.row_id / ${sql.lit(HOUR_OF_ROWS)}) % ${sql.lit(WEEK_HOURS)}`;
  return read
    .selectFrom('contact')
    .select(({ fn }) => [hour.as('hour'), fn.countAll<number>().as('count')])
    .where(at(place))
    .where(during(span))
    .groupBy(hour);
}

function namesOneOf(problems: readonly string[]) {
  return sql<SqlBool>`exists (
    select 1 from contact_problem
    where contact_problem.contact_row = contact.row_id and code in (${sql.join(problems)}))`;
}

/** How SQLite would count, for the test that it does so by an index alone. */
export async function explainPicture(
  read: ReadHandle,
  place: PlaceOfContacts,
  span: Span,
): Promise<readonly string[]> {
  const queries = [reasonsQuery, problemsQuery, feelingsQuery, hoursQuery];
  const plans: string[] = [];
  for (const query of queries) {
    const plan = await query(read, place, span).explain(undefined, sql`query plan`);
    plans.push(JSON.stringify(plan));
  }
  return plans;
}

function at(place: PlaceOfContacts) {
  return sql<SqlBool>`${isAt(place)} and contact.withdrawn = 0`;
}

/** That a contact lies at the place, also one that was withdrawn. */
export function isAt(place: PlaceOfContacts) {
  if (place.column !== 'row_id') {
    return sql<SqlBool>`${sql.ref(`contact.${place.column}`)} in (${sql.join(place.ids)})`;
  }
  return sql<SqlBool>`contact.row_id in (
    select value from json_each(${JSON.stringify(place.rows)}))`;
}

/** That a promise was made at the place. @param table what the query calls its promises. */
export function promiseIsAt(place: PlaceOfContacts, table: string) {
  if (place.column !== 'row_id') {
    return sql<SqlBool>`${sql.ref(`${table}.${place.column}`)} in (${sql.join(place.ids)})`;
  }
  return sql<SqlBool>`${sql.ref(`${table}.contact_id`)} in (
    select id from contact where row_id in (
      select value from json_each(${JSON.stringify(place.rows)})))`;
}

function during({ begin, end }: Span) {
  return sql<SqlBool>`contact.row_id >= ${contactRowId(begin, 0)}
    and contact.row_id < ${contactRowId(end, 0)}`;
}

function mostFrequentFirst(rows: readonly CountedCode[]): readonly CountedCode[] {
  return [...rows].sort(
    (one, other) => other.count - one.count || (one.code < other.code ? -1 : 1),
  );
}
