import { sql } from 'kysely';

import type { ContactFilter } from '#shared/contract/contacts.ts';

import type { ReadHandle, WriteHandle } from '../handles.ts';
import { all, facetsMatch, type ProblemLookup } from './contact-filter.ts';

/**
 * From now on SQLite notes the row of every contact that is stored, rewritten, moved or erased, beginning
 * with none. The list belongs to the connection, in memory, and ends with it.
 */
export async function watchContacts({ tables }: WriteHandle): Promise<void> {
  await sql`create temp table if not exists contact_touched (row_id integer primary key)`.execute(
    tables,
  );
  for (const [event, rows] of [
    ['insert', ['new']],
    ['update', ['old', 'new']],
    ['delete', ['old']],
  ] as const) {
    const notes = rows.map(
      (row) => `insert or ignore into contact_touched values (${row}.row_id);`,
    );
    await sql`
      create temp trigger if not exists ${sql.raw(`contact_touched_by_${event}`)}
      after ${sql.raw(event)} on main.contact begin ${sql.raw(notes.join(' '))} end`.execute(
      tables,
    );
  }
  await sql`delete from contact_touched`.execute(tables);
}

/**
 * The rows that were touched since they were last taken, ascending, and an empty list from here on;
 * undefined when there are more than `most`. Call {@link watchContacts} first.
 */
export async function takeTouchedContacts(
  { tables }: WriteHandle,
  most: number,
): Promise<readonly number[] | undefined> {
  const { rows } = await sql<{
    row_id: number;
  }>`select row_id from contact_touched order by row_id limit ${most + 1}`.execute(tables);
  await sql`delete from contact_touched`.execute(tables);
  return rows.length > most ? undefined : rows.map(({ row_id }) => row_id);
}

export interface ContactPlaceRow {
  readonly row_id: number;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly reason: string;
}

/** Contacts after row `last`, in the order of their rows, with or without a place. */
export function contactPlacesAfter(read: ReadHandle, last: number, limit: number) {
  return selectPlaces(read).where('row_id', '>', last).orderBy('row_id').limit(limit);
}

/** The places of these rows, in no order. */
export function contactPlacesOf(read: ReadHandle, rowIds: readonly number[]) {
  return selectPlaces(read).where('row_id', 'in', listOf(rowIds));
}

function selectPlaces(read: ReadHandle) {
  return read.selectFrom('contact').select(['row_id', 'longitude', 'latitude', 'reason']);
}

/**
 * The rows after `last` that match, in their order, as one JSON array: read one by one, a million would
 * take seconds. Only the narrow rows of the filter are looked at.
 */
export function matchingContactRows(
  read: ReadHandle,
  filter: ContactFilter,
  problems: ProblemLookup,
  last: number,
  limit: number,
) {
  return read
    .selectFrom((tables) =>
      tables
        .selectFrom('contact_facet')
        .select('contact_facet.row_id')
        .where(all(facetsMatch(filter, null, problems)))
        .where('contact_facet.row_id', '>', last)
        .orderBy('contact_facet.row_id')
        .limit(limit)
        .as('page'),
    )
    .select(sql<string>`json_group_array(page.row_id)`.as('row_ids'));
}

/** What the map shows of these rows, in no order. */
export function contactPointRows(read: ReadHandle, rowIds: readonly number[]) {
  return read
    .selectFrom('contact')
    .select(['row_id', 'id', 'longitude', 'latitude', 'reason', 'occurred_at'])
    .where('row_id', 'in', listOf(rowIds));
}

/** However many there are, one parameter. */
function listOf(rowIds: readonly number[]) {
  return sql<number>`(select value from json_each(${JSON.stringify(rowIds)}))`;
}
