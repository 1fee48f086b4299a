import type { ContactPromise } from '#shared/domain/promises/promise.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle, WriteHandle } from '../handles.ts';

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
    .select([
      'promise.id',
      'promise.contact_id',
      'promise.owner_id',
      'officer.display_name as owner_name',
      'promise.street_id',
      'street.name_nl as street_name_nl',
      'street.name_fr as street_name_fr',
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
    text: row.text,
    dueOn: row.due_on,
    state: row.state,
    outcome: row.outcome,
    closedAt: row.closed_at,
    channel: row.channel,
    toldBy: row.told_by,
  };
}
