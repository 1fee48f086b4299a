import { sql } from 'kysely';

import type { Contact } from '#shared/domain/contacts/contact.ts';
import type { Party, PartyChange, PartyFields, PartyKind } from '#shared/domain/parties/party.ts';
import { searchKeyOf } from '#shared/domain/parties/party-name.ts';
import type { Instant } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle, WriteHandle } from '../handles.ts';

/** Whether all of these are known. */
export async function partiesExist(read: ReadHandle, ids: readonly Id[]): Promise<boolean> {
  if (ids.length === 0) return true;
  const found = await read.selectFrom('party').select('id').where('id', 'in', ids).execute();
  return found.length === new Set(ids).size;
}

/** Kind and name of these, in their order; what is not known is left out. */
export async function partyNames(
  read: ReadHandle,
  ids: readonly Id[],
): Promise<Contact['parties']> {
  if (ids.length === 0) return [];
  const rows = await read
    .selectFrom('party')
    .select(['id', 'kind', 'name'])
    .where('id', 'in', ids)
    .execute();
  return ids.flatMap((id) => rows.filter((row) => row.id === id));
}

/** A party with the version of its row. */
export interface StoredParty extends Party {
  readonly version: number;
}

export async function findParty(read: ReadHandle, id: Id): Promise<StoredParty | undefined> {
  return (await findParties(read, [id]))[0];
}

/** These parties, in no order; what is not known is left out. */
export async function findParties(
  read: ReadHandle,
  ids: readonly Id[],
): Promise<readonly StoredParty[]> {
  if (ids.length === 0) return [];
  return read
    .selectFrom('party')
    .select(['id', 'kind', 'name', 'reach', 'language', 'role', 'version'])
    .where('id', 'in', ids)
    .execute();
}

/** Where a page of the list by name ends: the words of the last name, and its party. */
export interface PartyCursor {
  readonly key: string;
  readonly id: Id;
}

/** Who stands for themselves, by name without regard to case and accents, after `cursor`. */
export function partiesByName(
  read: ReadHandle,
  kind: PartyKind | null,
  cursor: PartyCursor | null,
  limit: number,
) {
  let query = read
    .selectFrom('party_key')
    .innerJoin('party', 'party.id', 'party_key.party_id')
    .select(['party.id', 'kind', 'name', 'reach', 'language', 'role', 'party_key.key'])
    .where(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom('party_merge')
            .select('party_merge.id')
            .whereRef('party_merge.party_id', '=', 'party.id')
            .where('party_merge.stands', '=', 1),
        ),
      ),
    )
    .orderBy('party_key.key')
    .orderBy('party_key.party_id')
    .limit(limit);
  if (kind) query = query.where('kind', '=', kind);
  if (cursor) {
    query = query.where(
      sql<boolean>`(party_key.key, party_key.party_id) > (${cursor.key}, ${cursor.id})`,
    );
  }
  return query;
}

/** Adds a party or brings it to these fields, with the names it is found by. */
export async function putParty(
  { tables }: Pick<WriteHandle, 'tables'>,
  party: StoredParty,
): Promise<void> {
  const { id, ...values } = party;
  await tables
    .insertInto('party')
    .values({ id, ...values })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute();
  const key = searchKeyOf(party.name);
  await tables
    .insertInto('party_key')
    .values({ party_id: id, key })
    .onConflict((conflict) => conflict.column('party_id').doUpdateSet({ key }))
    .execute();
}

/** Appends what was written in a party to its history. */
export async function appendPartyChange(
  { tables }: WriteHandle,
  change: {
    readonly id: Id;
    readonly partyId: Id;
    readonly authorId: Id;
    readonly madeAt: Instant;
    readonly fields: PartyFields;
  },
): Promise<void> {
  const { last } = await tables
    .selectFrom('party_change')
    .select(({ fn }) => fn.max('position').as('last'))
    .where('party_id', '=', change.partyId)
    .executeTakeFirstOrThrow();
  await tables
    .insertInto('party_change')
    .values({
      id: change.id,
      party_id: change.partyId,
      position: Number(last ?? 0) + 1,
      author_id: change.authorId,
      made_at: change.madeAt,
      fields: JSON.stringify(change.fields),
    })
    .execute();
}

/** Everything that was written in a party, oldest first. */
export async function partyChanges(read: ReadHandle, id: Id): Promise<readonly PartyChange[]> {
  const rows = await read
    .selectFrom('party_change')
    .innerJoin('officer', 'officer.id', 'party_change.author_id')
    .select(['party_change.id', 'display_name', 'made_at', 'fields'])
    .where('party_id', '=', id)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    authorName: row.display_name,
    madeAt: row.made_at,
    fields: JSON.parse(row.fields) as PartyFields,
  }));
}

/** The numbers of the contacts with any of these parties, newest first, below `before`. */
export function contactRowsOfParties(
  read: ReadHandle,
  ids: readonly Id[],
  before: number | null,
  limit: number,
) {
  let query = read
    .selectFrom('contact_party')
    .select('contact_row')
    .distinct()
    .where('party_id', 'in', ids)
    .orderBy('contact_row', 'desc')
    .limit(limit);
  if (before !== null) query = query.where('contact_row', '<', before);
  return query;
}

export async function countContactsOfParties(
  read: ReadHandle,
  ids: readonly Id[],
): Promise<number> {
  const { contacts } = await read
    .selectFrom('contact_party')
    .select(({ fn }) => fn.count<number>('contact_row').distinct().as('contacts'))
    .where('party_id', 'in', ids)
    .executeTakeFirstOrThrow();
  return contacts;
}
