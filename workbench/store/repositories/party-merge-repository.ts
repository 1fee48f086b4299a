import { sql } from 'kysely';

import type { PartyMerge } from '#shared/domain/parties/party.ts';
import { type MergeLink, standingMerges } from '#shared/domain/parties/standing-merges.ts';
import type { Instant } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle, WriteHandle } from '../handles.ts';

/** A link between two parties, that stands until it is undone. */
export interface StoredMerge {
  readonly id: Id;
  readonly partyId: Id;
  readonly intoId: Id;
  readonly isUndone: boolean;
  readonly version: number;
}

export async function findMerge(read: ReadHandle, id: Id): Promise<StoredMerge | undefined> {
  const row = await read
    .selectFrom('party_merge')
    .select(['id', 'party_id', 'into_id', 'undone_at', 'version'])
    .where('id', '=', id)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      partyId: row.party_id,
      intoId: row.into_id,
      isUndone: row.undone_at !== null,
      version: row.version,
    }
  );
}

export async function insertMerge(
  { tables }: WriteHandle,
  merge: {
    readonly id: Id;
    readonly partyId: Id;
    readonly intoId: Id;
    readonly madeBy: Id;
    readonly madeAt: Instant;
  },
): Promise<void> {
  await tables
    .insertInto('party_merge')
    .values({
      id: merge.id,
      party_id: merge.partyId,
      into_id: merge.intoId,
      made_by: merge.madeBy,
      made_at: merge.madeAt,
      undone_by: null,
      undone_at: null,
      version: 1,
      stands: 1,
    })
    .execute();
}

export async function undoMerge(
  { tables }: WriteHandle,
  merge: StoredMerge,
  undone: { readonly by: Id; readonly at: Instant },
): Promise<void> {
  await tables
    .updateTable('party_merge')
    .set({ undone_by: undone.by, undone_at: undone.at, version: merge.version + 1, stands: 0 })
    .where('id', '=', merge.id)
    .execute();
  await settleMerges(tables, [merge.partyId, merge.intoId]);
}

/**
 * Lets exactly those links hold that the rule says (`standing-merges.ts`), among all that these parties
 * are linked by, directly or through others.
 */
export async function settleMerges(
  tables: WriteHandle['tables'],
  partyIds: readonly Id[],
): Promise<void> {
  const { rows } = await sql<MergeLink & { readonly stands: number }>`
    with recursive linked (id) as (
      select value from json_each(${JSON.stringify(partyIds)})
      union
      select into_id from linked join party_merge on party_id = linked.id and undone_at is null
      union
      select party_id from linked join party_merge on into_id = linked.id and undone_at is null
    )
    select party_merge.id, party_id as "partyId", into_id as "intoId", stands
    from linked join party_merge on party_id = linked.id and undone_at is null`.execute(tables);
  const standing = standingMerges(rows);
  const changes = rows.filter(({ id, stands }) => (stands === 1) !== standing.has(id));
  // Room first: each party stands for one other at a time.
  for (const { id, stands } of changes.toSorted((one, other) => other.stands - one.stands)) {
    await tables
      .updateTable('party_merge')
      .set({ stands: 1 - stands })
      .where('id', '=', id)
      .execute();
  }
}

/** A party with all that stand under it, directly or through another one. */
export async function partiesUnder(read: ReadHandle, id: Id): Promise<readonly Id[]> {
  const rows = await read
    .selectFrom(
      sql<{ id: Id }>`(
        with recursive under (id) as (
          select ${id}
          union
          select party_merge.party_id from under
            join party_merge on party_merge.into_id = under.id and stands = 1
        )
        select id from under)`.as('whole'),
    )
    .select('whole.id')
    .execute();
  return rows.map((row) => row.id);
}

/** Which party each of these shows as: itself, or the last one it was merged into. */
export async function partiesShownFor(
  read: ReadHandle,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, Id>> {
  const shown = new Map(ids.map((id) => [id, id]));
  if (ids.length === 0) return shown;
  const rows = await read
    .selectFrom(
      sql<{ id: Id; shown: Id }>`(
        with recursive above (id, shown) as (
          select party_id, into_id from party_merge
            where stands = 1 and party_id in (${sql.join(ids)})
          union
          select above.id, party_merge.into_id from above
            join party_merge on party_merge.party_id = above.shown and stands = 1
        )
        select id, shown from above
          where not exists (
            select 1 from party_merge where party_id = above.shown and stands = 1))`.as('standing'),
    )
    .select(['standing.id', 'standing.shown'])
    .execute();
  for (const row of rows) shown.set(row.id, row.shown);
  return shown;
}

/** The links that stand between a party and others: into which it was merged, and which into it. */
export async function mergesOf(read: ReadHandle, id: Id): Promise<readonly PartyMerge[]> {
  const rows = await read
    .selectFrom('party_merge')
    .innerJoin('officer', 'officer.id', 'party_merge.made_by')
    .innerJoin('party', 'party.id', 'party_merge.party_id')
    .innerJoin('party as into', 'into.id', 'party_merge.into_id')
    .select([
      'party_merge.id',
      'party.id as party_id',
      'party.kind as party_kind',
      'party.name as party_name',
      'into.id as into_id',
      'into.kind as into_kind',
      'into.name as into_name',
      'officer.display_name',
      'party_merge.made_at',
    ])
    .where('party_merge.stands', '=', 1)
    .where((where) =>
      where.or([where('party_merge.party_id', '=', id), where('party_merge.into_id', '=', id)]),
    )
    .orderBy('party_merge.made_at')
    .orderBy('party_merge.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    party: { id: row.party_id, kind: row.party_kind, name: row.party_name },
    into: { id: row.into_id, kind: row.into_kind, name: row.into_name },
    madeByName: row.display_name,
    madeAt: row.made_at,
  }));
}
