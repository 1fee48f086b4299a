import { sql } from 'kysely';

import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../handles.ts';

/** A party whose name may be meant, with the words it is found by; the rules of likeness decide. */
export interface PartyCandidate {
  readonly id: Id;
  readonly key: string;
}

/** Names that hold all of these groups of three letters, those added last first. */
export function partiesWithAll(read: ReadHandle, grams: readonly string[], limit: number) {
  return candidates(read, grams.map(quoted).join(' AND '), limit);
}

/** Names that hold any of these groups, those added last first. */
export function partiesWithAny(read: ReadHandle, grams: readonly string[], limit: number) {
  return candidates(read, grams.map(quoted).join(' OR '), limit);
}

/** In how many names each of these groups occurs; one that occurs in none is left out. */
export async function gramCounts(
  read: ReadHandle,
  grams: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (grams.length === 0) return new Map();
  const rows = await read
    .selectFrom('party_gram_count')
    .select(['term', 'doc'])
    .where('term', 'in', grams)
    .execute();
  return new Map(rows.map((row) => [row.term, row.doc]));
}

function candidates(read: ReadHandle, match: string, limit: number) {
  return read
    .selectFrom('party_gram')
    .innerJoin('party_key', 'party_key.row_id', 'party_gram.rowid')
    .select(['party_key.party_id as id', 'party_key.key'])
    .where(sql<boolean>`party_gram match ${match}`)
    .orderBy('party_gram.rowid', 'desc')
    .limit(limit);
}

/** A text of FTS5's query language; the groups hold letters, digits and blanks, and no quotes. */
function quoted(gram: string): string {
  return `"${gram}"`;
}
