import { CODE_LISTS } from '#shared/domain/codes/code.ts';
import type { Fields } from '#shared/domain/operations/entity-rules.ts';
import { OPEN_END } from '#shared/lib/dates.ts';

import { codeOf, type EntityTable, textOf } from './entity-table.ts';

/** A code of the zone. Of a starter code the centre knows only what was reworded. */
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
    const { numUpdatedRows } = await tables
      .updateTable('code')
      .set(changes)
      .where('id', '=', id)
      .executeTakeFirst();
    if (numUpdatedRows > 0n) return;
    await tables
      .insertInto('code')
      .values({
        id,
        list: codeOf(fields, 'list', CODE_LISTS),
        code: textOf(fields, 'code'),
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
