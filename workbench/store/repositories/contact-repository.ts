import { type Expression, type ExpressionBuilder, sql, type SqlBool } from 'kysely';

import type { ContactFilter, ContactPoint } from '#shared/contract/contacts.ts';
import type { ContactReason } from '#shared/domain/contacts/code-lists.ts';
import type { Contact, PlaceSource } from '#shared/domain/contacts/contact.ts';
import type { Bounds, Position } from '#shared/domain/territory/geometry.ts';
import { dayInterval } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle, WriteHandle } from '../handles.ts';
import type { Schema } from '../schema.ts';

export interface NewContactRow {
  readonly id: Id;
  readonly occurredAt: string;
  readonly loggedAt: string;
  readonly authorId: Id;
  readonly streetId: Id;
  readonly houseNumber: string;
  readonly neighbourhoodId: Id | null;
  readonly position: Position | null;
  readonly placeSource: PlaceSource;
  readonly reason: ContactReason;
  readonly summary: string;
  readonly nextStep: Contact['nextStep'];
  readonly nextNote: string;
}

export async function insertContact(handle: WriteHandle, row: NewContactRow): Promise<void> {
  const { row_id } = await handle.tables
    .insertInto('contact')
    .values({
      id: row.id,
      occurred_at: row.occurredAt,
      logged_at: row.loggedAt,
      author_id: row.authorId,
      street_id: row.streetId,
      house_number: row.houseNumber,
      neighbourhood_id: row.neighbourhoodId,
      longitude: row.position?.[0] ?? null,
      latitude: row.position?.[1] ?? null,
      place_source: row.placeSource,
      reason: row.reason,
      summary: row.summary,
      next_step: row.nextStep,
      next_note: row.nextNote,
      version: 1,
    })
    .returning('row_id')
    .executeTakeFirstOrThrow();
  if (!row.position) return;
  const [longitude, latitude] = row.position;
  await handle.tables
    .insertInto('contact_place')
    .values({ row_id, west: longitude, east: longitude, south: latitude, north: latitude })
    .execute();
}

export async function findContact(read: ReadHandle, id: Id): Promise<Contact | undefined> {
  const row = await selectContacts(read).where('contact.id', '=', id).executeTakeFirst();
  return row && toContact(row);
}

/** Where a page of the list ends: the moment and the id of its last row. */
export interface ContactCursor {
  readonly occurredAt: string;
  readonly id: Id;
}

/** Contacts that match, newest first, after `cursor`. */
export async function listContacts(
  read: ReadHandle,
  filter: ContactFilter,
  cursor: ContactCursor | null,
  limit: number,
): Promise<readonly Contact[]> {
  return (await contactPageQuery(read, filter, cursor, limit).execute()).map(toContact);
}

/** How SQLite would read a page of the list, for the test that it does so by an index. */
export async function explainContacts(read: ReadHandle, filter: ContactFilter): Promise<string> {
  const cursor = { occurredAt: '2026-01-01T00:00:00.000Z', id: '' };
  const plan = await contactPageQuery(read, filter, cursor, 50).explain(undefined, sql`query plan`);
  return JSON.stringify(plan);
}

function contactPageQuery(
  read: ReadHandle,
  filter: ContactFilter,
  cursor: ContactCursor | null,
  limit: number,
) {
  let query = selectContacts(read)
    .where((expression) => matches(expression, filter))
    .orderBy('contact.occurred_at', 'desc')
    .orderBy('contact.id', 'desc')
    .limit(limit);
  if (cursor) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('contact.occurred_at', 'contact.id'), '<', tuple(cursor.occurredAt, cursor.id)),
    );
  }
  return query;
}

export async function countContacts(read: ReadHandle, filter: ContactFilter): Promise<number> {
  const { matching } = await read
    .selectFrom('contact')
    .select(({ fn }) => fn.countAll<number>().as('matching'))
    .where((expression) => matches(expression, filter))
    .executeTakeFirstOrThrow();
  return matching;
}

/** The newest contacts with a place inside `bounds`, at most `limit`. */
export async function contactsInView(
  read: ReadHandle,
  bounds: Bounds,
  filter: ContactFilter,
  limit: number,
): Promise<readonly ContactPoint[]> {
  const [west, south, east, north] = bounds;
  const rows = await read
    .selectFrom('contact')
    .select(['contact.id', 'longitude', 'latitude', 'reason', 'occurred_at'])
    .where('contact.row_id', 'in', (within) =>
      within
        .selectFrom('contact_place')
        .select('contact_place.row_id')
        .where('west', '<=', east)
        .where('east', '>=', west)
        .where('south', '<=', north)
        .where('north', '>=', south),
    )
    .where((expression) => matches(expression, filter))
    .orderBy('occurred_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    position: [row.longitude ?? 0, row.latitude ?? 0],
    reason: row.reason,
    occurredAt: row.occurred_at,
  }));
}

function selectContacts(read: ReadHandle) {
  return read
    .selectFrom('contact')
    .innerJoin('officer', 'officer.id', 'contact.author_id')
    .innerJoin('street', 'street.id', 'contact.street_id')
    .leftJoin('area', 'area.id', 'contact.neighbourhood_id')
    .select((expression) => [
      'contact.id',
      'contact.occurred_at',
      'contact.logged_at',
      'contact.author_id',
      'officer.display_name as author_name',
      'contact.street_id',
      'street.name_nl as street_name_nl',
      'street.name_fr as street_name_fr',
      'contact.house_number',
      'contact.neighbourhood_id',
      'area.name_nl as neighbourhood_name_nl',
      'area.name_fr as neighbourhood_name_fr',
      'contact.longitude',
      'contact.latitude',
      'contact.place_source',
      'contact.reason',
      'contact.summary',
      'contact.next_step',
      'contact.next_note',
      expression
        .selectFrom('operation')
        .select('operation.state')
        .where('operation.entity', '=', 'contact')
        .whereRef('operation.entity_id', '=', 'contact.id')
        .orderBy('operation.device_seq', 'desc')
        .limit(1)
        .as('operation_state'),
    ]);
}
type ContactRow = Awaited<ReturnType<ReturnType<typeof selectContacts>['executeTakeFirstOrThrow']>>;

function matches(
  { and, eb }: ExpressionBuilder<Pick<Schema, 'contact'>, 'contact'>,
  filter: ContactFilter,
): Expression<SqlBool> {
  const conditions: Expression<SqlBool>[] = [];
  if (filter.from) conditions.push(eb('contact.occurred_at', '>=', dayInterval(filter.from)[0]));
  if (filter.to) conditions.push(eb('contact.occurred_at', '<', dayInterval(filter.to)[1]));
  if (filter.reason) conditions.push(eb('contact.reason', '=', filter.reason));
  if (filter.neighbourhoodId) {
    conditions.push(eb('contact.neighbourhood_id', '=', filter.neighbourhoodId));
  }
  if (filter.streetId) conditions.push(eb('contact.street_id', '=', filter.streetId));
  return and(conditions);
}

/** The words people see for where an operation stands; without one the centre sent the row. */
function recordStateOf(state: Schema['operation']['state'] | null): Contact['recordState'] {
  switch (state) {
    case 'only-here':
    case 'under-way':
      return state;
    case 'rejected':
      return 'needs-choice';
    case 'quarantined':
      return 'quarantine';
    case 'accepted':
    case 'merged':
    case null:
      return 'received';
  }
}

function toContact(row: ContactRow): Contact {
  return {
    id: row.id,
    occurredAt: row.occurred_at,
    loggedAt: row.logged_at,
    authorId: row.author_id,
    authorName: row.author_name,
    streetId: row.street_id,
    streetNameNl: row.street_name_nl,
    streetNameFr: row.street_name_fr,
    houseNumber: row.house_number,
    neighbourhoodId: row.neighbourhood_id,
    neighbourhoodNameNl: row.neighbourhood_name_nl ?? '',
    neighbourhoodNameFr: row.neighbourhood_name_fr ?? '',
    position:
      row.longitude === null || row.latitude === null ? null : [row.longitude, row.latitude],
    placeSource: row.place_source,
    reason: row.reason,
    summary: row.summary,
    nextStep: row.next_step,
    nextNote: row.next_note,
    recordState: recordStateOf(row.operation_state),
  };
}
