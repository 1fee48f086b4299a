import type { Transaction } from 'kysely';

import { isEntity, rulesOf } from '#shared/domain/operations/entity-registry.ts';
import { type Fields, referencedBy } from '#shared/domain/operations/entity-rules.ts';
import type { Entity } from '#shared/domain/operations/operation.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OperationEntry } from './handles.ts';
import type { Schema } from './schema.ts';

/**
 * Notes, in the transaction of the change, what the desk knew of the centre's row: by that the centre
 * tells whether two changes knew of each other. The row's own version cannot say it, since it also
 * counts changes that the centre has not seen.
 */
export async function recordBase(
  transaction: Transaction<Schema>,
  opId: Id,
  entry: OperationEntry,
): Promise<void> {
  const shadow = await transaction
    .selectFrom('shadow')
    .select(['version', 'fields'])
    .where('entity', '=', entry.entity)
    .where('entity_id', '=', entry.entityId)
    .executeTakeFirst();
  const dependsOn = [
    ...(await creationsNotAccepted(transaction, opId, entry)),
    ...(await lastNotAccepted(transaction, entry)),
  ];
  if (shadow === undefined && dependsOn.length === 0) return;
  const epoch = shadow === undefined ? null : await epochOf(transaction, entry);
  const before = JSON.parse(shadow?.fields ?? '{}') as Fields;
  const known = Object.keys(givenBy(entry)).map((field) => [field, before[field] ?? null]);
  await transaction
    .insertInto('operation_base')
    .values({
      op_id: opId,
      version: shadow?.version ?? 0,
      epoch,
      fields: JSON.stringify(shadow === undefined ? {} : Object.fromEntries(known)),
      depends_on: JSON.stringify(dependsOn),
    })
    .execute();
}

/**
 * The centre's life that the version of this row is of; null for a row that was known before its scopes
 * began to be fetched whole and has not come again: the centre may have been restored, and its version
 * may by now stand for what somebody else wrote.
 */
async function epochOf(
  transaction: Transaction<Schema>,
  { entity, entityId }: OperationEntry,
): Promise<string | null> {
  const found = await transaction
    .selectFrom('row_scope')
    .innerJoin('sync_scope', (join) =>
      join
        .onRef('sync_scope.scope', '=', 'row_scope.scope')
        .onRef('sync_scope.generation', '=', 'row_scope.generation'),
    )
    .innerJoin('sync_state', (join) => join.onTrue())
    .select('sync_state.epoch')
    .where('row_scope.entity', '=', entity)
    .where('row_scope.entity_id', '=', entityId)
    .executeTakeFirst();
  return found?.epoch ?? null;
}

function givenBy({ change }: OperationEntry): Fields {
  return change.kind === 'patch' ? change.fields : change.arguments;
}

/** The operations that made this row, or rows that it refers to, as long as the centre has not accepted them. */
async function creationsNotAccepted(
  transaction: Transaction<Schema>,
  opId: Id,
  entry: OperationEntry,
): Promise<readonly Id[]> {
  const given = givenBy(entry);
  const rows: [entity: Entity, id: Id][] = [[entry.entity, entry.entityId]];
  for (const [field, entity] of Object.entries(rulesOf(entry.entity)?.references ?? {})) {
    if (!isEntity(entity)) continue;
    for (const id of referencedBy(given, field)) rows.push([entity, id]);
  }
  const creations = await transaction
    .selectFrom('operation')
    .select('op_id')
    .where(({ eb, or, and }) =>
      or(rows.map(([entity, id]) => and([eb('entity', '=', entity), eb('entity_id', '=', id)]))),
    )
    .where('base_version', '=', 0)
    .where('state', 'not in', ['accepted', 'merged'])
    .where('op_id', '!=', opId)
    .orderBy('device_seq')
    .execute();
  return creations.map((row) => row.op_id);
}

/** The last operation on the row that this one follows, as long as the centre has not accepted it. */
async function lastNotAccepted(
  transaction: Transaction<Schema>,
  { follows }: OperationEntry,
): Promise<readonly Id[]> {
  if (follows === undefined) return [];
  const last = await transaction
    .selectFrom('operation')
    .select(['op_id', 'state'])
    .where('entity', '=', follows.entity)
    .where('entity_id', '=', follows.entityId)
    .orderBy('device_seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last && last.state !== 'accepted' && last.state !== 'merged' ? [last.op_id] : [];
}
