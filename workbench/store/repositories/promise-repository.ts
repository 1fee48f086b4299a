import { type Expression, type ExpressionBuilder, sql, type SqlBool } from 'kysely';

import type { PromiseFilter } from '#shared/contract/promises.ts';
import type { ContactPromise } from '#shared/domain/promises/promise.ts';
import type { Day } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle, WriteHandle } from '../handles.ts';
import type { Schema } from '../schema.ts';
import { type PlaceOfContacts, promiseIsAt } from './place-picture.ts';

export interface NewPromiseRow {
  readonly id: Id;
  readonly contactId: Id;
  readonly ownerId: Id;
  readonly streetId: Id;
  readonly text: string;
  readonly dueOn: string;
  /** How the person wants to be told, a code; null when that was not said. */
  readonly channel: string | null;
}

export async function insertPromise(handle: WriteHandle, row: NewPromiseRow): Promise<void> {
  await handle.tables
    .insertInto('promise')
    .values({
      id: row.id,
      contact_id: row.contactId,
      owner_id: row.ownerId,
      street_id: row.streetId,
      text: row.text,
      due_on: row.dueOn,
      state: 'open',
      outcome: '',
      closed_at: null,
      channel: row.channel,
      told_by: null,
      version: 1,
    })
    .execute();
}

/** The promise made at this contact; undefined when none was made. */
export async function promiseOfContact(
  read: ReadHandle,
  contactId: Id,
): Promise<ContactPromise | undefined> {
  const row = await selectPromises(read)
    .where('promise.contact_id', '=', contactId)
    .executeTakeFirst();
  return row && toPromise(row);
}

/** Open promises, the longest overdue first. */
export async function openPromises(read: ReadHandle): Promise<readonly ContactPromise[]> {
  const rows = await selectPromises(read)
    .where('promise.state', '=', 'open')
    .orderBy('promise.due_on')
    .orderBy('promise.id')
    .execute();
  return rows.map(toPromise);
}

/** The open promises of a place that have been due longest, at most `limit`. */
export async function openPromisesAt(
  read: ReadHandle,
  place: PlaceOfContacts,
  limit: number,
): Promise<readonly ContactPromise[]> {
  const rows = await selectPromises(read)
    .where('promise.id', 'in', (first) =>
      first
        .selectFrom('promise as near')
        .select('near.id')
        .where(promiseIsAt(place, 'near'))
        .where('near.state', '=', sql.lit('open'))
        .orderBy('near.due_on')
        .orderBy('near.id')
        .limit(limit),
    )
    .orderBy('promise.due_on')
    .orderBy('promise.id')
    .execute();
  return rows.map(toPromise);
}

/** Open promises on these streets, the longest overdue first. */
export async function openPromisesOnStreets(
  read: ReadHandle,
  streetIds: readonly Id[],
): Promise<readonly ContactPromise[]> {
  const rows = await promisesOnStreets(read, streetIds).execute();
  return rows.map(toPromise);
}

export function promisesOnStreets(read: ReadHandle, streetIds: readonly Id[]) {
  return selectPromises(read)
    .where('promise.street_id', 'in', streetIds)
    .where('promise.state', '=', 'open')
    .orderBy('promise.due_on')
    .orderBy('promise.id');
}

/** Promises made at contacts with any of these parties: open ones first, by day. */
export async function promisesOfParties(
  read: ReadHandle,
  partyIds: readonly Id[],
): Promise<readonly ContactPromise[]> {
  const rows = await selectPromises(read)
    .where('promise.contact_id', 'in', (contacts) =>
      contacts
        .selectFrom('contact_party')
        .innerJoin('contact', 'contact.row_id', 'contact_party.contact_row')
        .select('contact.id')
        .where('contact_party.party_id', 'in', partyIds),
    )
    .orderBy((expression) => expression('promise.state', '<>', 'open'))
    .orderBy('promise.due_on')
    .orderBy('promise.id')
    .execute();
  return rows.map(toPromise);
}

/** Where a page of the list ends. */
export interface PromiseCursor {
  readonly dueOn: Day;
  readonly id: Id;
}

/** A filter whose street was looked up, which may have several versions, and whose owner may stand in for others. */
export type PromiseQuery = Omit<PromiseFilter, 'streetId'> & {
  readonly streetIds?: readonly Id[];
  /** With an owner: whose open promises they see to; left out, those of the owner alone. */
  readonly openOwnerIds?: readonly Id[];
};

/** Promises that match, after `cursor`: open ones by due day, others the latest due day first. */
export async function listPromises(
  read: ReadHandle,
  wanted: PromiseQuery,
  cursor: PromiseCursor | null,
  limit: number,
): Promise<readonly ContactPromise[]> {
  const rows = await promisePageQuery(read, wanted, cursor, limit).execute();
  return rows.map(toPromise);
}

/** How SQLite would read a page of the list, for the test that it does so by an index. */
export async function explainPromises(read: ReadHandle, wanted: PromiseQuery): Promise<string> {
  const cursor = { dueOn: '2026-06-15', id: 'x' };
  const plan = await promisePageQuery(read, wanted, cursor, 50).explain(undefined, sql`query plan`);
  return JSON.stringify(plan);
}

function promisePageQuery(
  read: ReadHandle,
  wanted: PromiseQuery,
  cursor: PromiseCursor | null,
  limit: number,
) {
  const order = wanted.state === 'open' ? 'asc' : 'desc';
  let query = selectPromises(read)
    .where(({ and, eb }) => and(conditionsOf(eb, wanted)))
    .orderBy('promise.due_on', order)
    .orderBy('promise.id', order)
    .limit(limit);
  if (cursor !== null) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(
        refTuple('promise.due_on', 'promise.id'),
        order === 'asc' ? '>' : '<',
        tuple(cursor.dueOn, cursor.id),
      ),
    );
  }
  return query;
}

export async function countPromises(read: ReadHandle, wanted: PromiseQuery): Promise<number> {
  const { matching } = await read
    .selectFrom('promise')
    .select(({ fn }) => fn.countAll<number>().as('matching'))
    .where(({ and, eb }) => and(conditionsOf(eb, wanted)))
    .executeTakeFirstOrThrow();
  return matching;
}

/** How many open promises each officer owns; who owns none is left out. */
export async function countOpenPromisesByOwner(read: ReadHandle): Promise<ReadonlyMap<Id, number>> {
  const rows = await read
    .selectFrom('promise')
    .select(({ fn }) => ['owner_id', fn.countAll<number>().as('open')])
    // The text of the condition is that of the index of open promises.
    .where('state', '=', sql.lit('open'))
    .groupBy('owner_id')
    .execute();
  return new Map(rows.map(({ owner_id, open }) => [owner_id, open]));
}

function conditionsOf(
  eb: ExpressionBuilder<Pick<Schema, 'promise'>, 'promise'>,
  { state, ownerId, openOwnerIds, streetIds, from, to }: PromiseQuery,
): Expression<SqlBool>[] {
  return [
    ...(state === undefined ? [] : [eb('promise.state', '=', state)]),
    ...(ownerId === undefined ? [] : [keptBy(eb, state, ownerId, openOwnerIds ?? [ownerId])]),
    ...(streetIds === undefined ? [] : [eb('promise.street_id', 'in', [...streetIds])]),
    ...(from === undefined ? [] : [eb('promise.due_on', '>=', from)]),
    ...(to === undefined ? [] : [eb('promise.due_on', '<=', to)]),
  ];
}

/** What an officer sees to, open or not: what is closed stays with its owner. */
function keptBy(
  eb: ExpressionBuilder<Pick<Schema, 'promise'>, 'promise'>,
  state: PromiseFilter['state'],
  ownerId: Id,
  openOwnerIds: readonly Id[],
): Expression<SqlBool> {
  const owned = eb('promise.owner_id', '=', ownerId);
  // One owner is read by the index of owners, in the order of the days.
  if (openOwnerIds.length === 1 && openOwnerIds[0] === ownerId) return owned;
  const seenTo = eb('promise.owner_id', 'in', [...openOwnerIds]);
  if (state !== undefined) return state === 'open' ? seenTo : owned;
  return eb.or([
    eb.and([eb('promise.state', '=', 'open'), seenTo]),
    eb.and([eb('promise.state', '<>', 'open'), owned]),
  ]);
}

/** Stores what changed of a promise, as its next version. */
export async function updatePromise(
  { tables }: WriteHandle,
  promise: ContactPromise,
  version: number,
): Promise<void> {
  await tables
    .updateTable('promise')
    .set({
      owner_id: promise.ownerId,
      state: promise.state,
      outcome: promise.outcome,
      closed_at: promise.closedAt,
      told_by: promise.toldBy,
      version: version + 1,
    })
    .where('id', '=', promise.id)
    .execute();
}

export async function findPromise(
  read: ReadHandle,
  id: Id,
): Promise<{ readonly promise: ContactPromise; readonly version: number } | undefined> {
  const row = await selectPromises(read)
    .select('promise.version')
    .where('promise.id', '=', id)
    .executeTakeFirst();
  return row && { promise: toPromise(row), version: row.version };
}

function selectPromises(read: ReadHandle) {
  return read
    .selectFrom('promise')
    .innerJoin('officer', 'officer.id', 'promise.owner_id')
    .innerJoin('street', 'street.id', 'promise.street_id')
    .innerJoin('contact', 'contact.id', 'promise.contact_id')
    .select([
      'promise.id',
      'promise.contact_id',
      'promise.owner_id',
      'officer.display_name as owner_name',
      'promise.street_id',
      'street.name_nl as street_name_nl',
      'street.name_fr as street_name_fr',
      'contact.neighbourhood_id',
      'promise.text',
      'promise.due_on',
      'promise.state',
      'promise.outcome',
      'promise.closed_at',
      'promise.channel',
      'promise.told_by',
    ]);
}
type PromiseRow = Awaited<ReturnType<ReturnType<typeof selectPromises>['executeTakeFirstOrThrow']>>;

function toPromise(row: PromiseRow): ContactPromise {
  return {
    id: row.id,
    contactId: row.contact_id,
    ownerId: row.owner_id,
    ownerName: row.owner_name,
    streetId: row.street_id,
    streetNameNl: row.street_name_nl,
    streetNameFr: row.street_name_fr,
    neighbourhoodId: row.neighbourhood_id,
    text: row.text,
    dueOn: row.due_on,
    state: row.state,
    outcome: row.outcome,
    closedAt: row.closed_at,
    channel: row.channel,
    toldBy: row.told_by,
  };
}
