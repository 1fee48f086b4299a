import { PARTNER_KINDS, POST_KINDS } from '#shared/domain/people/people.ts';

import { codeOf, type EntityTable, isConstraint, textOf, textOrNull } from './entity-table.ts';

export const officerTable: EntityTable = {
  async has(tables, id) {
    return (
      (await tables.selectFrom('officer').select('id').where('id', '=', id).executeTakeFirst()) !==
      undefined
    );
  },
  async write(tables, id, fields, version) {
    const columns = { display_name: textOf(fields, 'displayName'), version };
    await tables
      .insertInto('officer')
      .values({ id, ...columns })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
      .execute();
  },
  /** Somebody whose name still stands under something of this desk stays. */
  async remove(tables, id) {
    try {
      await tables.deleteFrom('officer').where('id', '=', id).execute();
    } catch (cause) {
      if (!isConstraint(cause)) throw cause;
    }
  },
};

export const partnerTable: EntityTable = {
  async has(tables, id) {
    return (
      (await tables.selectFrom('partner').select('id').where('id', '=', id).executeTakeFirst()) !==
      undefined
    );
  },
  async write(tables, id, fields, version) {
    const columns = {
      name: textOf(fields, 'name'),
      kind: codeOf(fields, 'kind', PARTNER_KINDS),
      neighbourhood_id: textOrNull(fields, 'neighbourhoodId'),
      version,
    };
    await tables
      .insertInto('partner')
      .values({ id, ...columns })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
      .execute();
  },
  async remove(tables, id) {
    await tables.deleteFrom('partner').where('id', '=', id).execute();
  },
};

export const postTable: EntityTable = {
  async has(tables, id) {
    return (
      (await tables.selectFrom('post').select('id').where('id', '=', id).executeTakeFirst()) !==
      undefined
    );
  },
  async write(tables, id, fields, version) {
    const columns = {
      officer_id: textOf(fields, 'officerId'),
      kind: codeOf(fields, 'kind', POST_KINDS),
      area_id: textOf(fields, 'areaId'),
      theme: textOf(fields, 'theme'),
      valid_from: textOf(fields, 'validFrom'),
      valid_to: textOf(fields, 'validTo'),
      version,
    };
    await tables
      .insertInto('post')
      .values({ id, ...columns })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
      .execute();
  },
  async remove(tables, id) {
    await tables.deleteFrom('post').where('id', '=', id).execute();
  },
};
