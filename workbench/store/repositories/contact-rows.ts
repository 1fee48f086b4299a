/** How contacts are written: the row, its point on the map, its problems and its parties. */
import type { Contact } from '#shared/domain/contacts/contact.ts';
import type { ContactContent } from '#shared/domain/contacts/contact-content.ts';
import type { Instant } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle, WriteHandle } from '../handles.ts';

export interface NewContactRow extends ContactContent {
  readonly id: Id;
  readonly loggedAt: Instant;
  readonly authorId: Id;
  readonly nextStep: Contact['nextStep'];
  readonly nextNote: string;
}

/** Contacts of one millisecond that can be told apart by their number. */
const PER_MILLISECOND = 1_000;

/**
 * The number of a contact's row: its moment in milliseconds since 1970, times a thousand, plus
 * `counter` (0 to 999). Rows are so in the order of time, in the table and in every index; the numbers
 * stay below 2^53 until the year 2255.
 */
export function contactRowId(occurredAt: Instant, counter: number): number {
  return Date.parse(occurredAt) * PER_MILLISECOND + counter;
}

/** The first number that is free at or after the moment. */
export async function contactRowIdFor(read: ReadHandle, occurredAt: Instant): Promise<number> {
  const first = contactRowId(occurredAt, 0);
  const taken = await read
    .selectFrom('contact')
    .select('row_id')
    .where('row_id', '>=', first)
    .where('row_id', '<', first + PER_MILLISECOND)
    .orderBy('row_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!taken) return first;
  if (taken.row_id + 1 < first + PER_MILLISECOND) return taken.row_id + 1;
  // A thousand in one millisecond come from an import by the day: they go on in the next one.
  return contactRowIdFor(read, new Date(Date.parse(occurredAt) + 1).toISOString());
}

export function contactColumns(content: ContactContent) {
  return {
    occurred_at: content.occurredAt,
    street_id: content.streetId,
    house_number: content.houseNumber,
    neighbourhood_id: content.neighbourhoodId,
    longitude: content.position?.[0] ?? null,
    latitude: content.position?.[1] ?? null,
    place_source: content.placeSource,
    reason: content.reason,
    channel: content.channel,
    duration_minutes: content.durationMinutes,
    language: content.language,
    need: content.need,
    feeling: content.feeling,
    summary: content.summary,
    assessment: content.assessment,
    sensitivity: content.sensitivity,
    withdrawn: content.withdrawn ? 1 : 0,
  };
}

/** @returns the number the row got. */
export async function insertContact(
  { tables }: Pick<WriteHandle, 'tables'>,
  row: NewContactRow,
): Promise<number> {
  const rowId = await contactRowIdFor(tables, row.occurredAt);
  await insertContactRow(tables, rowId, { ...row, amendments: 0, version: 1 });
  await insertBeside(tables, rowId, row);
  return rowId;
}

/** The row itself, without what stands beside it. */
export async function insertContactRow(
  tables: WriteHandle['tables'],
  rowId: number,
  row: NewContactRow & { readonly amendments: number; readonly version: number },
): Promise<void> {
  await tables
    .insertInto('contact')
    .values({
      row_id: rowId,
      id: row.id,
      logged_at: row.loggedAt,
      author_id: row.authorId,
      next_step: row.nextStep,
      next_note: row.nextNote,
      amendments: row.amendments,
      version: row.version,
      ...contactColumns(row),
    })
    .execute();
}

/**
 * Brings a contact to `content`. The amendment that says so, with the next `position`, and the original
 * must be stored already: without them the file refuses.
 *
 * @returns the number the row has now, which follows its moment.
 */
export async function rewriteContact(
  handle: WriteHandle,
  rowId: number,
  content: ContactContent,
  amendments: number,
): Promise<number> {
  const { tables } = handle;
  const old = await tables
    .selectFrom('contact')
    .select('occurred_at')
    .where('row_id', '=', rowId)
    .executeTakeFirstOrThrow();
  const next =
    old.occurred_at === content.occurredAt
      ? rowId
      : await contactRowIdFor(tables, content.occurredAt);
  await tables.deleteFrom('contact_place').where('row_id', '=', rowId).execute();
  await tables.deleteFrom('contact_problem').where('contact_row', '=', rowId).execute();
  await tables.deleteFrom('contact_party').where('contact_row', '=', rowId).execute();
  await tables
    .updateTable('contact')
    .set({ row_id: next, amendments, ...contactColumns(content) })
    .where('row_id', '=', rowId)
    .execute();
  await insertBeside(tables, next, content);
  return next;
}

/** Its point on the map, its problems and its parties. */
export async function insertBeside(
  tables: WriteHandle['tables'],
  rowId: number,
  content: ContactContent,
): Promise<void> {
  if (content.position) {
    const [longitude, latitude] = content.position;
    const bounds = { west: longitude, east: longitude, south: latitude, north: latitude };
    await tables
      .insertInto('contact_place')
      .values({ row_id: rowId, ...bounds })
      .execute();
  }
  if (content.problems.length > 0) {
    await tables
      .insertInto('contact_problem')
      .values(content.problems.map((code) => ({ contact_row: rowId, code })))
      .execute();
  }
  if (content.parties.length > 0) {
    await tables
      .insertInto('contact_party')
      .values(
        content.parties.map((party, position) => ({
          contact_row: rowId,
          party_id: party,
          position,
        })),
      )
      .execute();
  }
}
