import { CODE_LISTS } from '#shared/domain/codes/code.ts';
import type { Fields } from '#shared/domain/operations/entity-rules.ts';
import { OPEN_END } from '#shared/lib/dates.ts';

import { codeOf, type EntityTable, type Tables, textOf } from './entity-table.ts';

/**
 * A code of the zone. Of a starter code the centre knows only what was reworded.
 *
 * Two desks may add a code under one name, each with a row of its own. What contacts store is the code, so
 * both mean the same, and one row stands for it: one that the centre has before one that it has not, and
 * of two such the one with the smaller id. The other is kept at the centre and not shown.
 */
export const codeTable: EntityTable = {
  async has(tables, id) {
    const found = await tables
      .selectFrom('code')
      .select('id')
      .where('id', '=', id)
      .executeTakeFirst();
    return found !== undefined;
  },
  async write(tables, id, fields, version) {
    const changes = { ...textsOf(fields), version };
    if (await updated(tables, id, changes)) return;
    const list = codeOf(fields, 'list', CODE_LISTS);
    const code = textOf(fields, 'code');
    const holder = await tables
      .selectFrom('code')
      .select('id')
      .where('list', '=', list)
      .where('code', '=', code)
      .executeTakeFirst();
    if (holder !== undefined) {
      if (!(await goesBefore(tables, id, holder.id))) return;
      await tables.updateTable('code').set({ id }).where('id', '=', holder.id).execute();
      await updated(tables, id, changes);
      return;
    }
    await tables
      .insertInto('code')
      .values({
        id,
        list,
        code,
        name_nl: '',
        name_fr: '',
        name_en: '',
        family: '',
        position: 0,
        valid_from: '',
        valid_to: OPEN_END,
        ...changes,
      })
      .execute();
  },
  /** A code is never deleted. */
  remove: () => Promise.resolve(),
};

async function updated(
  tables: Tables,
  id: string,
  changes: ReturnType<typeof textsOf> & { readonly version: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tables
    .updateTable('code')
    .set(changes)
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

async function goesBefore(tables: Tables, id: string, other: string): Promise<boolean> {
  const rows = await tables
    .selectFrom('shadow')
    .select('entity_id')
    .where('entity', '=', 'code')
    .where('entity_id', 'in', [id, other])
    .execute();
  const atCentre = new Set(rows.map((row) => row.entity_id));
  if (atCentre.has(id) !== atCentre.has(other)) return atCentre.has(id);
  return id < other;
}

function textsOf(fields: Fields) {
  const position = fields['position'];
  return {
    ...(typeof fields['nameNl'] === 'string' && { name_nl: fields['nameNl'] }),
    ...(typeof fields['nameFr'] === 'string' && { name_fr: fields['nameFr'] }),
    ...(typeof fields['nameEn'] === 'string' && { name_en: fields['nameEn'] }),
    ...(typeof fields['family'] === 'string' && { family: fields['family'] }),
    ...(typeof fields['validFrom'] === 'string' && { valid_from: fields['validFrom'] }),
    ...(typeof fields['validTo'] === 'string' && { valid_to: fields['validTo'] }),
    ...(typeof position === 'number' && { position }),
  };
}
