import { sql, type Transaction } from 'kysely';

import { type Casework } from '#shared/domain/actions/casework-rules.ts';
import { type Fields, referencedBy } from '#shared/domain/operations/entity-rules.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../handles.ts';
import type { Schema } from '../schema.ts';

/** A row of a dossier as it is stored: its fields by the rules of its entity. */
export interface CaseworkRow {
  readonly id: Id;
  readonly fields: Fields;
  readonly version: number;
}

export async function findCasework(
  read: ReadHandle,
  entity: Casework,
  id: Id,
): Promise<CaseworkRow | undefined> {
  const row = await selectCasework(read)
    .where('entity', '=', entity)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && toRow(row);
}

/** Those of one kind that have one of these ids, in no order. */
export async function caseworkNamed(
  read: ReadHandle,
  entity: Casework,
  ids: readonly Id[],
): Promise<readonly CaseworkRow[]> {
  if (ids.length === 0) return [];
  const rows = await selectCasework(read)
    .where('entity', '=', entity)
    .where('id', 'in', ids)
    .execute();
  return rows.map(toRow);
}

/** Everything of one kind that hangs on a dossier, the oldest first. */
export async function caseworkOfDossier(
  read: ReadHandle,
  entity: Casework,
  dossierId: Id,
): Promise<readonly CaseworkRow[]> {
  const rows = await selectCasework(read)
    .where('dossier_id', '=', dossierId)
    .where('entity', '=', entity)
    .orderBy('id')
    .execute();
  return rows.map(toRow);
}

/** Everything of one kind that hangs on any of these actions, the oldest first. */
export async function caseworkOfActions(
  read: ReadHandle,
  entity: Casework,
  actionIds: readonly Id[],
): Promise<readonly CaseworkRow[]> {
  if (actionIds.length === 0) return [];
  const rows = await selectCasework(read)
    .where('action_id', 'in', actionIds)
    .where('entity', '=', entity)
    .orderBy('id')
    .execute();
  return rows.map(toRow);
}

/** All of one kind in any of these states, the newest first; in every state when none is named. */
export async function caseworkInStates(
  read: ReadHandle,
  entity: Casework,
  states: readonly string[],
): Promise<readonly CaseworkRow[]> {
  let query = selectCasework(read).where('entity', '=', entity).orderBy('id', 'desc');
  if (states.length > 0) query = query.where('state', 'in', states);
  return (await query.execute()).map(toRow);
}

/** All of one kind, the newest first, but those whose making the centre refused or set aside. */
export async function caseworkTaken(
  read: ReadHandle,
  entity: Casework,
): Promise<readonly CaseworkRow[]> {
  const rows = await selectCasework(read)
    .where('entity', '=', entity)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('operation')
            .select('operation.op_id')
            .where('operation.entity', '=', entity)
            .whereRef('operation.entity_id', '=', 'casework.id')
            .where('operation.base_version', '=', 0)
            .where('operation.state', 'in', ['rejected', 'quarantined']),
        ),
      ),
    )
    .orderBy('id', 'desc')
    .execute();
  return rows.map(toRow);
}

/** The dossiers that name any of these segments, the newest first. */
export async function dossiersOnSegments(
  read: ReadHandle,
  segmentIds: readonly Id[],
): Promise<readonly CaseworkRow[]> {
  const rows = await selectCasework(read)
    .where('entity', '=', 'dossier')
    .where('id', 'in', (named) =>
      named
        .selectFrom('casework_segment')
        .select('casework_segment.id')
        .where('segment_id', 'in', segmentIds)
        .where('casework_segment.entity', '=', 'dossier'),
    )
    .orderBy('id', 'desc')
    .execute();
  return rows.map(toRow);
}

/** The actions that have a measure on any of these segments, the newest first. */
export async function actionsOnSegments(
  read: ReadHandle,
  segmentIds: readonly Id[],
  limit: number,
): Promise<readonly CaseworkRow[]> {
  const rows = await selectCasework(read)
    .where('entity', '=', 'action')
    .where('id', 'in', (named) =>
      named
        .selectFrom('casework_segment')
        .innerJoin('casework as measure', (join) =>
          join
            .onRef('measure.entity', '=', 'casework_segment.entity')
            .onRef('measure.id', '=', 'casework_segment.id'),
        )
        .select('measure.action_id')
        .where('segment_id', 'in', segmentIds)
        .where('casework_segment.entity', '=', 'measure'),
    )
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toRow);
}

/** The dossiers that name this contact, the newest first. */
export async function dossiersOfContact(
  read: ReadHandle,
  contactId: Id,
): Promise<readonly CaseworkRow[]> {
  const rows = await selectCasework(read)
    .where('entity', '=', 'dossier')
    .where('id', 'in', (named) =>
      named
        .selectFrom('casework_contact')
        .select('casework_contact.id')
        .where('contact_id', '=', contactId),
    )
    .orderBy('id', 'desc')
    .execute();
  return rows.map(toRow);
}

/** Makes the row what `fields` say. */
export async function putCasework(
  tables: Transaction<Schema>,
  entity: Casework,
  { id, fields, version }: CaseworkRow,
): Promise<void> {
  const columns = {
    dossier_id: entity === 'dossier' ? id : textOf(fields, 'dossierId'),
    action_id: entity === 'action' ? id : textOf(fields, 'actionId'),
    neighbourhood_id: textOf(fields, 'neighbourhoodId'),
    state: textOf(fields, 'state'),
    fields: JSON.stringify(fields),
    version,
  };
  await tables
    .insertInto('casework')
    .values({ entity, id, ...columns })
    .onConflict((conflict) => conflict.columns(['entity', 'id']).doUpdateSet(columns))
    .execute();
  const named = [
    ...referencedBy(fields, 'segments'),
    ...(entity === 'measure' ? referencedBy(fields, 'segmentId') : []),
  ];
  await tables
    .deleteFrom('casework_segment')
    .where('entity', '=', entity)
    .where('id', '=', id)
    .execute();
  for (const segment_id of new Set(named)) {
    await tables.insertInto('casework_segment').values({ segment_id, entity, id }).execute();
  }
  await tables
    .deleteFrom('casework_contact')
    .where('entity', '=', entity)
    .where('id', '=', id)
    .execute();
  for (const contact_id of new Set(referencedBy(fields, 'contacts'))) {
    await tables.insertInto('casework_contact').values({ contact_id, entity, id }).execute();
  }
}

/** Takes a row away, and of a dossier what hangs on it. */
export async function removeCasework(
  tables: Transaction<Schema>,
  entity: Casework,
  id: Id,
): Promise<void> {
  if (entity === 'dossier') {
    await tables.deleteFrom('casework').where('dossier_id', '=', id).execute();
  } else {
    await tables.deleteFrom('casework').where('entity', '=', entity).where('id', '=', id).execute();
  }
}

function selectCasework(read: ReadHandle) {
  return read.selectFrom('casework').select(['id', 'fields', 'version']);
}

function toRow(row: { id: string; fields: string; version: number }): CaseworkRow {
  return { id: row.id, fields: JSON.parse(row.fields) as Fields, version: row.version };
}

function textOf(fields: Fields, field: string): string {
  const value = fields[field];
  return typeof value === 'string' ? value : '';
}

/** How many actions each of these dossiers has in each state. */
export async function countActions(
  read: ReadHandle,
  dossierIds: readonly Id[],
): Promise<readonly { readonly dossierId: Id; readonly state: string; readonly count: number }[]> {
  return read
    .selectFrom('casework')
    .select(({ fn }) => ['dossier_id as dossierId', 'state', fn.countAll<number>().as('count')])
    .where('entity', '=', 'action')
    .where(
      'dossier_id',
      'in',
      sql<Id>`(select value from json_each(${JSON.stringify(dossierIds)}))`,
    )
    .groupBy(['dossier_id', 'state'])
    .execute();
}
