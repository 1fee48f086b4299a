import { PARTY_KINDS } from '#shared/domain/parties/party.ts';

import { putParty } from '../../store/repositories/party-repository.ts';
import { codeOf, type EntityTable, textOf, textOrNull } from './entity-table.ts';

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
    const record = (): Promise<void> =>
      Promise.reject(new Error('nothing is recorded while a pull is applied'));
    await putParty(
      { tables, record },
      {
        id,
        kind: codeOf(fields, 'kind', PARTY_KINDS),
        name: textOf(fields, 'name'),
        reach: textOf(fields, 'reach'),
        language: textOrNull(fields, 'language'),
        role: textOrNull(fields, 'role'),
        version,
      },
    );
  },
  /** Who is named in a contact that stays here, stays too. */
  async remove(tables, id) {
    const named = await tables
      .selectFrom('contact_party')
      .select('party_id')
      .where('party_id', '=', id)
      .executeTakeFirst();
    if (named !== undefined) return;
    await tables
      .deleteFrom('party_merge')
      .where(({ eb, or }) => or([eb('party_id', '=', id), eb('into_id', '=', id)]))
      .execute();
    for (const table of ['party_change', 'party_key'] as const) {
      await tables.deleteFrom(table).where('party_id', '=', id).execute();
    }
    await tables.deleteFrom('party').where('id', '=', id).execute();
  },
};
