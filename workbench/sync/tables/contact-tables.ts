import { FEELINGS, NEXT_STEPS, SENSITIVITIES } from '#shared/domain/contacts/code-lists.ts';
import { PLACE_SOURCES } from '#shared/domain/contacts/contact.ts';
import { type Fields, referencedBy } from '#shared/domain/operations/entity-rules.ts';
import type { Position } from '#shared/domain/territory/geometry.ts';
import type { Id } from '#shared/lib/ids.ts';

import { rebuildContact } from '../../store/repositories/contact-rebuild.ts';
import { insertContact, type NewContactRow } from '../../store/repositories/contact-rows.ts';
import {
  codeOf,
  type EntityTable,
  numberOrNull,
  type Tables,
  textOf,
  textOrNull,
} from './entity-table.ts';

export const contactTable: EntityTable = {
  async has(tables, id) {
    return (await knownContact(tables, id)) !== undefined;
  },
  /**
   * A submitted contact never changes but by its amendments. Where it lies and who may see it stand in
   * the contact itself, since by them is told who receives it.
   */
  async write(tables, id, fields, version) {
    const known = await knownContact(tables, id);
    if (known === undefined) {
      await insertContact({ tables }, newContactRow(id, fields));
    }
    const standing = {
      neighbourhoodId: textOrNull(fields, 'neighbourhoodId'),
      sensitivity: codeOf(fields, 'sensitivity', SENSITIVITIES),
      version,
    };
    if (known !== undefined && known.sensitivity !== standing.sensitivity) {
      await rebuildContact(tables, id, (amendments) => amendments, standing);
      return;
    }
    await tables
      .updateTable('contact')
      .set({ version, neighbourhood_id: standing.neighbourhoodId })
      .where('id', '=', id)
      .execute();
  },
  async remove(tables, id) {
    const known = await knownContact(tables, id);
    if (known === undefined) return;
    await tables.deleteFrom('promise').where('contact_id', '=', id).execute();
    await tables.deleteFrom('contact_place').where('row_id', '=', known.row_id).execute();
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
    const columns = promiseColumns(fields, version);
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

/** A contact of the centre, whose fields have been checked, as the tables take it. */
export function newContactRow(id: Id, fields: Fields): NewContactRow {
  const position = positionOf(fields);
  return {
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
  };
}

/** The same of a promise. */
export function promiseColumns(fields: Fields, version: number) {
  return {
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
}

async function knownContact(tables: Tables, id: string) {
  return tables
    .selectFrom('contact')
    .select(['row_id', 'sensitivity'])
    .where('id', '=', id)
    .executeTakeFirst();
}

function positionOf(fields: Fields): Position | null {
  const value = fields['position'];
  if (!Array.isArray(value)) return null;
  const [longitude, latitude] = value as readonly unknown[];
  return typeof longitude === 'number' && typeof latitude === 'number'
    ? [longitude, latitude]
    : null;
}
