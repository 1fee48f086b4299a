import { CONTACT_REASONS, NEXT_STEPS } from '#shared/domain/contacts/code-lists.ts';
import { PLACE_SOURCES } from '#shared/domain/contacts/contact.ts';
import type { Fields } from '#shared/domain/operations/entity-rules.ts';

import { codeOf, type EntityTable, type Tables, textOf, textOrNull } from './entity-table.ts';

export const contactTable: EntityTable = {
  async has(tables, id) {
    return (await rowIdOf(tables, id)) !== undefined;
  },
  /** A submitted contact never changes; only the neighbourhood that it counts for may. */
  async write(tables, id, fields, version) {
    const neighbourhood_id = textOrNull(fields, 'neighbourhoodId');
    const { numUpdatedRows } = await tables
      .updateTable('contact')
      .set({ neighbourhood_id, version })
      .where('id', '=', id)
      .executeTakeFirst();
    if (numUpdatedRows > 0n) return;
    const position = positionOf(fields);
    const { row_id } = await tables
      .insertInto('contact')
      .values({
        id,
        occurred_at: textOf(fields, 'occurredAt'),
        logged_at: textOf(fields, 'loggedAt'),
        author_id: textOf(fields, 'authorId'),
        street_id: textOf(fields, 'streetId'),
        house_number: textOf(fields, 'houseNumber'),
        neighbourhood_id,
        longitude: position?.[0] ?? null,
        latitude: position?.[1] ?? null,
        place_source: position ? codeOf(fields, 'placeSource', PLACE_SOURCES) : 'unknown',
        reason: codeOf(fields, 'reason', CONTACT_REASONS),
        summary: textOf(fields, 'summary'),
        next_step: codeOf(fields, 'nextStep', NEXT_STEPS),
        next_note: textOf(fields, 'nextNote'),
        version,
      })
      .returning('row_id')
      .executeTakeFirstOrThrow();
    if (position === undefined) return;
    const [longitude, latitude] = position;
    await tables
      .insertInto('contact_place')
      .values({ row_id, west: longitude, east: longitude, south: latitude, north: latitude })
      .execute();
  },
  async remove(tables, id) {
    const rowId = await rowIdOf(tables, id);
    if (rowId === undefined) return;
    await tables.deleteFrom('promise').where('contact_id', '=', id).execute();
    await tables.deleteFrom('contact_place').where('row_id', '=', rowId).execute();
    await tables.deleteFrom('contact').where('id', '=', id).execute();
  },
};

export const promiseTable: EntityTable = {
  async has(tables, id) {
    return (
      (await tables.selectFrom('promise').select('id').where('id', '=', id).executeTakeFirst()) !==
      undefined
    );
  },
  async write(tables, id, fields, version) {
    const columns = {
      contact_id: textOf(fields, 'contactId'),
      owner_id: textOf(fields, 'ownerId'),
      street_id: textOf(fields, 'streetId'),
      text: textOf(fields, 'text'),
      due_on: textOf(fields, 'dueOn'),
      state: codeOf(fields, 'state', ['open', 'kept', 'not-kept']),
      outcome: textOf(fields, 'outcome'),
      closed_at: textOrNull(fields, 'closedAt'),
      version,
    };
    await tables
      .insertInto('promise')
      .values({ id, ...columns })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
      .execute();
  },
  async remove(tables, id) {
    await tables.deleteFrom('promise').where('id', '=', id).execute();
  },
};

async function rowIdOf(tables: Tables, id: string): Promise<number | undefined> {
  const row = await tables
    .selectFrom('contact')
    .select('row_id')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.row_id;
}

function positionOf(fields: Fields): readonly [number, number] | undefined {
  const value = fields['position'];
  if (!Array.isArray(value)) return undefined;
  const [longitude, latitude] = value as readonly unknown[];
  return typeof longitude === 'number' && typeof latitude === 'number'
    ? [longitude, latitude]
    : undefined;
}
