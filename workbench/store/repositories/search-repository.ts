/** Full-text search in the indexes that the search migration made. */
import { sql } from 'kysely';

import type { PartyKind } from '#shared/domain/parties/party.ts';
import type { SearchQuery } from '#shared/domain/search/search-query.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../handles.ts';

/**
 * The query in the language of FTS5. Every word is a string of it, so that nothing that was typed is
 * taken for an operator; words are letters and digits, which need no escaping within a string.
 */
export function matchExpression(query: SearchQuery): string {
  return query
    .map(({ words, begins }) => `"${words.join(' ')}"${begins ? ' *' : ''}`)
    .join(' AND ');
}

/** What a contact says, in the order of `FOUND_IN`. */
export interface FoundContactRow {
  readonly row_id: number;
  readonly id: Id;
  readonly occurred_at: string;
  readonly street_name_nl: string;
  readonly street_name_fr: string;
  readonly house_number: string;
  readonly reason: string;
  readonly withdrawn: number;
  readonly summary: string;
  readonly need: string;
  readonly assessment: string;
  readonly next_note: string;
  readonly notes: string;
}

/**
 * Contacts that match, newest first, before `cursor`. The index is read backwards and no further than
 * needed: never sorted, never ranked, so that a word that every contact holds is as fast as a rare one.
 */
export async function findContacts(
  read: ReadHandle,
  query: SearchQuery,
  cursor: number | null,
  limit: number,
): Promise<readonly FoundContactRow[]> {
  let found = read
    .selectFrom('contact_text')
    .select('rowid')
    .where(sql<boolean>`contact_text match ${matchExpression(query)}`)
    .orderBy('rowid', 'desc')
    .limit(limit);
  if (cursor !== null) found = found.where('rowid', '<', cursor);
  return read
    .selectFrom('contact')
    .innerJoin('street', 'street.id', 'contact.street_id')
    .select([
      'contact.row_id',
      'contact.id',
      'contact.occurred_at',
      'street.name_nl as street_name_nl',
      'street.name_fr as street_name_fr',
      'contact.house_number',
      'contact.reason',
      'contact.withdrawn',
      'contact.summary',
      'contact.need',
      'contact.assessment',
      'contact.next_note',
      sql<string>`(
        select coalesce(group_concat(note, char(10)), '') from contact_amendment
        where contact_id = contact.id)`.as('notes'),
    ])
    .where('contact.row_id', 'in', found)
    .orderBy('contact.row_id', 'desc')
    .execute();
}

export interface FoundPromiseRow {
  readonly row_id: number;
  readonly id: Id;
  readonly contact_id: Id;
  readonly street_name_nl: string;
  readonly street_name_fr: string;
  readonly due_on: string;
  readonly state: 'open' | 'kept' | 'not-kept';
  readonly text: string;
  readonly outcome: string;
}

/** Promises that match, the newest first, before `cursor`. */
export async function findPromises(
  read: ReadHandle,
  query: SearchQuery,
  cursor: number | null,
  limit: number,
): Promise<readonly FoundPromiseRow[]> {
  let found = read
    .selectFrom('promise_text')
    .select('rowid')
    .where(sql<boolean>`promise_text match ${matchExpression(query)}`)
    .orderBy('rowid', 'desc')
    .limit(limit);
  if (cursor !== null) found = found.where('rowid', '<', cursor);
  return read
    .selectFrom('promise_row')
    .innerJoin('promise', 'promise.id', 'promise_row.promise_id')
    .innerJoin('street', 'street.id', 'promise.street_id')
    .select([
      'promise_row.row_id',
      'promise.id',
      'promise.contact_id',
      'street.name_nl as street_name_nl',
      'street.name_fr as street_name_fr',
      'promise.due_on',
      'promise.state',
      'promise.text',
      'promise.outcome',
    ])
    .where('promise_row.row_id', 'in', found)
    .orderBy('promise_row.row_id', 'desc')
    .execute();
}

export interface FoundPartyRow {
  readonly id: Id;
  readonly kind: PartyKind;
  readonly name: string;
  readonly reach: string;
  readonly role: string | null;
}

/** Persons and organisations whose way to be reached holds every word, the newest first. */
export async function findPartiesByReach(
  read: ReadHandle,
  query: SearchQuery,
  limit: number,
): Promise<readonly FoundPartyRow[]> {
  const found = read
    .selectFrom('party_reach')
    .select('rowid')
    .where(sql<boolean>`party_reach match ${matchExpression(query)}`)
    .orderBy('rowid', 'desc')
    .limit(limit);
  return read
    .selectFrom('party_row')
    .innerJoin('party', 'party.id', 'party_row.party_id')
    .select(['party.id', 'party.kind', 'party.name', 'party.reach', 'party.role'])
    .where('party_row.row_id', 'in', found)
    .orderBy('party_row.row_id', 'desc')
    .execute();
}
