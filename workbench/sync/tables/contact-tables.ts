import { FEELINGS, NEXT_STEPS, SENSITIVITIES } from '#shared/domain/contacts/code-lists.ts';
import { PLACE_SOURCES } from '#shared/domain/contacts/contact.ts';
import { type Fields, referencedBy } from '#shared/domain/operations/entity-rules.ts';
import type { Position } from '#shared/domain/territory/geometry.ts';

import { insertContact } from '../../store/repositories/contact-rows.ts';
import { codeOf, type EntityTable, type Tables, textOf, textOrNull } from './entity-table.ts';

export const contactTable: EntityTable = {
  async has(tables, id) {
    return (await rowIdOf(tables, id)) !== undefined;
  },
  /**
   * A submitted contact never changes; only the neighbourhood that it counts for may. One that was
   * amended at this desk says where it lies by its amendment.
   */
  async write(tables, id, fields, version) {
    const known = await rowIdOf(tables, id);
    if (known === undefined) {
      const position = positionOf(fields);
      await insertContact(
        { tables, record: noRecord },
        {
          id,
          occurredAt: textOf(fields, 'occurredAt'),
          loggedAt: textOf(fields, 'loggedAt'),
          authorId: textOf(fields, 'authorId'),
          streetId: textOf(fields, 'streetId'),
          houseNumber: textOf(fields, 'houseNumber'),
          neighbourhoodId: textOrNull(fields, 'neighbourhoodId'),
          position,
          placeSource: position ? codeOf(fields, 'placeSource', PLACE_SOURCES) : 'unknown',
          reason: textOf(fields, 'reason'),
          nextStep: codeOf(fields, 'nextStep', NEXT_STEPS),
          nextNote: textOf(fields, 'nextNote'),
          channel: textOrNull(fields, 'channel'),
          durationMinutes: numberOrNull(fields, 'durationMinutes'),
          parties: referencedBy(fields, 'parties'),
          language: textOrNull(fields, 'language'),
          problems: referencedBy(fields, 'problems'),
          need: textOf(fields, 'need'),
          feeling: FEELINGS.find((feeling) => feeling === fields['feeling']) ?? null,
          summary: textOf(fields, 'summary'),
          assessment: textOf(fields, 'assessment'),
          sensitivity: codeOf(fields, 'sensitivity', SENSITIVITIES),
          withdrawn: fields['withdrawn'] === true,
        },
      );
    }
    await tables.updateTable('contact').set({ version }).where('id', '=', id).execute();
    await tables
      .updateTable('contact')
      .set({ neighbourhood_id: textOrNull(fields, 'neighbourhoodId') })
      .where('id', '=', id)
      .where('amendments', '=', 0)
      .execute();
  },
  async remove(tables, id) {
    const rowId = await rowIdOf(tables, id);
    if (rowId === undefined) return;
    await tables.deleteFrom('promise').where('contact_id', '=', id).execute();
    await tables.deleteFrom('contact_place').where('row_id', '=', rowId).execute();
    // Its problems, parties, original and amendments go with it.
    await tables.deleteFrom('contact').where('id', '=', id).execute();
  },
};

export const promiseTable: EntityTable = {
  async has(tables, id) {
    const found = await tables
      .selectFrom('promise')
      .select('id')
      .where('id', '=', id)
      .executeTakeFirst();
    return found !== undefined;
  },
  async write(tables, id, fields, version) {
    const columns = {
      contact_id: textOf(fields, 'contactId'),
      owner_id: textOf(fields, 'ownerId'),
      street_id: textOf(fields, 'streetId'),
      text: textOf(fields, 'text'),
      due_on: textOf(fields, 'dueOn'),
      channel: textOrNull(fields, 'channel'),
      state: codeOf(fields, 'state', ['open', 'kept', 'not-kept']),
      outcome: textOf(fields, 'outcome'),
      told_by: textOrNull(fields, 'toldBy'),
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

/** What comes from the centre is accounted for there. */
function noRecord(): Promise<void> {
  return Promise.reject(new Error('nothing is recorded while a pull is applied'));
}

async function rowIdOf(tables: Tables, id: string): Promise<number | undefined> {
  const row = await tables
    .selectFrom('contact')
    .select('row_id')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.row_id;
}

function numberOrNull(fields: Fields, field: string): number | null {
  const value = fields[field];
  return typeof value === 'number' ? value : null;
}

function positionOf(fields: Fields): Position | null {
  const value = fields['position'];
  if (!Array.isArray(value)) return null;
  const [longitude, latitude] = value as readonly unknown[];
  return typeof longitude === 'number' && typeof latitude === 'number'
    ? [longitude, latitude]
    : null;
}
