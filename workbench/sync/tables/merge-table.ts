import { settleMerges } from '../../store/repositories/party-merge-repository.ts';
import { type EntityTable, textOf, textOrNull } from './entity-table.ts';

/** Which of several links hold is settled by `shared/domain/parties/standing-merges.ts`. */
export const mergeTable: EntityTable = {
  async has(tables, id) {
    return (await partiesOf(tables, id)) !== undefined;
  },
  async write(tables, id, fields, version) {
    const madeBy = textOf(fields, 'madeBy');
    const madeAt = textOf(fields, 'madeAt');
    const undone = fields['undone'] === true;
    const taken = {
      undone_by: undone ? (textOrNull(fields, 'undoneBy') ?? madeBy) : null,
      undone_at: undone ? (textOrNull(fields, 'undoneAt') ?? madeAt) : null,
      version,
    };
    const parties = { party_id: textOf(fields, 'partyId'), into_id: textOf(fields, 'intoId') };
    await tables
      .insertInto('party_merge')
      .values({ id, ...parties, made_by: madeBy, made_at: madeAt, ...taken, stands: 0 })
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet({ ...taken, ...(undone && { stands: 0 }) }),
      )
      .execute();
    await settleMerges(tables, [parties.party_id, parties.into_id]);
  },
  async remove(tables, id) {
    const parties = await partiesOf(tables, id);
    if (parties === undefined) return;
    await tables.deleteFrom('party_merge').where('id', '=', id).execute();
    await settleMerges(tables, [parties.party_id, parties.into_id]);
  },
};

async function partiesOf(tables: Parameters<EntityTable['has']>[0], id: string) {
  return tables
    .selectFrom('party_merge')
    .select(['party_id', 'into_id'])
    .where('id', '=', id)
    .executeTakeFirst();
}
