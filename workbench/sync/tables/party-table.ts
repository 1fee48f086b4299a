import type { Fields } from '#shared/domain/operations/entity-rules.ts';
import { historySchema } from '#shared/domain/operations/row-history.ts';
import { PARTY_KINDS } from '#shared/domain/parties/party.ts';
import type { Id } from '#shared/lib/ids.ts';

import { settleMerges } from '../../store/repositories/party-merge-repository.ts';
import { putParty, type StoredParty } from '../../store/repositories/party-repository.ts';
import { codeOf, type EntityTable, type Tables, textOf, textOrNull } from './entity-table.ts';

export const partyTable: EntityTable = {
  async has(tables, id) {
    const found = await tables
      .selectFrom('party')
      .select('id')
      .where('id', '=', id)
      .executeTakeFirst();
    return found !== undefined;
  },
  async write(tables, id, fields, version) {
    await putParty({ tables }, partyOf(id, fields, version));
    await tables.deleteFrom('party_change').where('party_id', '=', id).execute();
    const changes = partyChangesOf(id, fields);
    if (changes.length > 0) await tables.insertInto('party_change').values(changes).execute();
  },
  /** Who is named in a contact that stays here, stays too. */
  async remove(tables, id) {
    const named = await tables
      .selectFrom('contact_party')
      .select('party_id')
      .where('party_id', '=', id)
      .executeTakeFirst();
    if (named !== undefined) return;
    const unlinked = await tables
      .deleteFrom('party_merge')
      .where(({ eb, or }) => or([eb('party_id', '=', id), eb('into_id', '=', id)]))
      .returning(['id', 'party_id', 'into_id'])
      .execute();
    await awaitAgain(
      tables,
      unlinked.map((link) => link.id),
      id,
    );
    await settleMerges(
      tables,
      unlinked.flatMap((link) => [link.party_id, link.into_id]),
    );
    for (const table of ['party_change', 'party_key'] as const) {
      await tables.deleteFrom(table).where('party_id', '=', id).execute();
    }
    await tables.deleteFrom('party').where('id', '=', id).execute();
  },
};

/**
 * A merge that the centre still has is shown once the party is back: of a centre that was restored, another desk
 * may bring it again.
 */
async function awaitAgain(tables: Tables, mergeIds: readonly Id[], partyId: Id): Promise<void> {
  const standing = await tables
    .selectFrom('shadow')
    .select('entity_id')
    .where('entity', '=', 'party-merge')
    .where('entity_id', 'in', mergeIds)
    .execute();
  const awaits = { reason: 'reference', awaits_entity: 'party', awaits_id: partyId } as const;
  for (const { entity_id } of standing) {
    await tables
      .insertInto('deferred_row')
      .values({ entity: 'party-merge', entity_id, ...awaits })
      .onConflict((conflict) => conflict.columns(['entity', 'entity_id']).doUpdateSet(awaits))
      .execute();
  }
}

/** A party of the centre, whose fields have been checked, as the tables take it. */
export function partyOf(id: Id, fields: Fields, version: number): StoredParty {
  return {
    id,
    kind: codeOf(fields, 'kind', PARTY_KINDS),
    name: textOf(fields, 'name'),
    reach: textOf(fields, 'reach'),
    language: textOrNull(fields, 'language'),
    role: textOrNull(fields, 'role'),
    version,
  };
}

/** What was written in it, by whom and when, as its row tells. */
export function partyChangesOf(partyId: Id, fields: Fields) {
  return historySchema.parse(fields['history']).map((entry, at) => ({
    id: entry.id,
    party_id: partyId,
    position: at + 1,
    author_id: entry.authorId,
    made_at: entry.madeAt,
    fields: JSON.stringify(entry.fields),
  }));
}
