import { sql } from 'kysely';

import type { ContactFilter } from '#shared/contract/contacts.ts';
import type { Contact } from '#shared/domain/contacts/contact.ts';
import { NEWEST_FIRST } from '#shared/domain/contacts/contact-view.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../handles.ts';
import { rowsAfter } from './contact-order.ts';
import { FROM_CENTRE, recordStandings } from './record-state-repository.ts';

export async function findContact(read: ReadHandle, id: Id): Promise<Contact | undefined> {
  return (await findListedContact(read, id))?.contact;
}

export async function findListedContact(
  read: ReadHandle,
  id: Id,
): Promise<ListedContact | undefined> {
  const rows = await selectContacts(read).where('contact.id', '=', id).execute();
  return (await toContacts(read, rows))[0];
}

/** These contacts, in this order; a number that no contact has any more is left out. */
export async function contactsAt(
  read: ReadHandle,
  rowIds: readonly number[],
): Promise<readonly Contact[]> {
  if (rowIds.length === 0) return [];
  const rows = await selectContacts(read).where('contact.row_id', 'in', rowIds).execute();
  const listed = await toContacts(read, rows);
  const byRow = new Map(listed.map(({ rowId, contact }) => [rowId, contact]));
  return rowIds.flatMap((rowId) => byRow.get(rowId) ?? []);
}

/** Those of these contacts that are here, newest first. */
export async function contactsByIds(
  read: ReadHandle,
  ids: readonly Id[],
): Promise<readonly Contact[]> {
  if (ids.length === 0) return [];
  const rows = await selectContacts(read)
    .where('contact.id', 'in', ids)
    .orderBy('contact.row_id', 'desc')
    .execute();
  return (await toContacts(read, rows)).map(({ contact }) => contact);
}

/** A contact with the number by which a list goes on after it. */
export interface ListedContact {
  readonly rowId: number;
  readonly contact: Contact;
}

/** The newest contacts that match, at most `limit`. */
export async function newestContacts(
  read: ReadHandle,
  filter: ContactFilter,
  limit: number,
): Promise<readonly Contact[]> {
  const listing = { filter, group: null, sort: NEWEST_FIRST, language: 'nl' } as const;
  const rows = await rowsAfter(read, listing, null, limit);
  return contactsAt(
    read,
    rows.map(({ rowId }) => rowId),
  );
}

/** Contacts by the numbers of their rows, newest first. */
export async function contactsOfRows(
  read: ReadHandle,
  rowIds: readonly number[],
): Promise<readonly ListedContact[]> {
  if (rowIds.length === 0) return [];
  const rows = await selectContacts(read)
    .where('contact.row_id', 'in', rowIds)
    .orderBy('contact.row_id', 'desc')
    .execute();
  return toContacts(read, rows);
}

function selectContacts(read: ReadHandle) {
  return read
    .selectFrom('contact')
    .innerJoin('officer', 'officer.id', 'contact.author_id')
    .innerJoin('street', 'street.id', 'contact.street_id')
    .leftJoin('area', 'area.id', 'contact.neighbourhood_id')
    .select([
      'contact.row_id',
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
      'contact.channel',
      'contact.duration_minutes',
      'contact.language',
      'contact.need',
      'contact.feeling',
      'contact.assessment',
      'contact.sensitivity',
      'contact.withdrawn',
      'contact.amendments',
      sql<string>`(
        select json_group_array(code order by code) from contact_problem
        where contact_row = contact.row_id)`.as('problems'),
      sql<string>`(
        select json_group_array(
          json_object('id', party.id, 'kind', party.kind, 'name', party.name) order by position)
        from contact_party join party on party.id = contact_party.party_id
        where contact_row = contact.row_id)`.as('parties'),
    ]);
}
type ContactRow = Awaited<ReturnType<ReturnType<typeof selectContacts>['executeTakeFirstOrThrow']>>;

/** The contacts of these rows, with where each stands on its way to the centre. */
async function toContacts(
  read: ReadHandle,
  rows: readonly ContactRow[],
): Promise<readonly ListedContact[]> {
  const standings = await recordStandings(
    read,
    'contact',
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    rowId: row.row_id,
    contact: toContact(row, (standings.get(row.id) ?? FROM_CENTRE).state),
  }));
}

function toContact(row: ContactRow, recordState: Contact['recordState']): Contact {
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
    nextStep: row.next_step,
    nextNote: row.next_note,
    channel: row.channel,
    durationMinutes: row.duration_minutes,
    parties: JSON.parse(row.parties) as Contact['parties'],
    language: row.language,
    problems: JSON.parse(row.problems) as string[],
    need: row.need,
    feeling: row.feeling,
    summary: row.summary,
    assessment: row.assessment,
    sensitivity: row.sensitivity,
    withdrawn: row.withdrawn === 1,
    amendments: row.amendments,
    recordState,
  };
}
