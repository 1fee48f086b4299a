import { type EntityTable, textOf } from './entity-table.ts';

/** A view that this application cannot read is kept as it is; the screens leave it out. */
export const viewTable: EntityTable = {
  async has(tables, id) {
    const found = await tables
      .selectFrom('saved_view')
      .select('id')
      .where('id', '=', id)
      .executeTakeFirst();
    return found !== undefined;
  },
  async write(tables, id, fields, version) {
    const columns = {
      name: textOf(fields, 'name'),
      shared: fields['shared'] === true ? 1 : 0,
      view: JSON.stringify(fields['view']),
      deleted: fields['deleted'] === true ? 1 : 0,
      version,
    };
    await tables
      .insertInto('saved_view')
      .values({ id, owner_id: textOf(fields, 'ownerId'), ...columns })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
      .execute();
  },
  async remove(tables, id) {
    await tables.deleteFrom('saved_view').where('id', '=', id).execute();
  },
};
