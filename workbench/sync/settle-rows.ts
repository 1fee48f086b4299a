import { sql } from 'kysely';

import { applyOperation, WITHDRAWN_COMMAND } from '#shared/domain/operations/apply-operation.ts';
import { ENTITY_ORDER, isEntity, rulesOf } from '#shared/domain/operations/entity-registry.ts';
import {
  type EntityRules,
  type Fields,
  referencedBy,
} from '#shared/domain/operations/entity-rules.ts';
import type { Change, Entity } from '#shared/domain/operations/operation.ts';
import type { RowState } from '#shared/domain/operations/row-state.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { Schema } from '../store/schema.ts';
import type { RowKey } from './row-scopes.ts';
import type { Tables } from './tables/entity-table.ts';
import { ENTITY_TABLES } from './tables/entity-tables.ts';

type OperationState = Schema['operation']['state'];

/** What stands in the place of an operation whose row may no longer be seen here. */
const WITHDRAWN = JSON.stringify({ kind: 'command', name: WITHDRAWN_COMMAND, arguments: {} });

/**
 * Makes the tables that the screens read agree with the centre's rows and with what this desk has not
 * been answered on yet: what waits is applied on top of what the centre has, by the centre's own rules.
 * A row in none of the desk's scopes goes, with all that this desk has of it but its own unsent work.
 */
export async function settleRows(
  tables: Tables,
  deviceId: Id,
  keys: readonly RowKey[],
): Promise<{ readonly removed: number; readonly deferred: number }> {
  const inOrder = orderedByReference(keys);
  let removed = 0;
  let deferred = 0;
  const kept: RowKey[] = [];
  for (const key of inOrder.toReversed()) {
    if ((await inAnyScope(tables, key)) || (await madeHereOnly(tables, key))) kept.unshift(key);
    else {
      await removeRow(tables, key);
      removed += 1;
    }
  }
  for (const key of kept) if (!(await showRow(tables, deviceId, key))) deferred += 1;
  return { removed, deferred };
}

/** Tries again what could not be shown before. */
export async function retryDeferred(tables: Tables, deviceId: Id): Promise<void> {
  const rows = await tables.selectFrom('deferred_row').select(['entity', 'entity_id']).execute();
  const keys = rows.map((row) => ({ entity: row.entity, id: row.entity_id }));
  for (const key of orderedByReference(keys)) await showRow(tables, deviceId, key);
}

function orderedByReference(keys: readonly RowKey[]): readonly RowKey[] {
  const place = ({ entity }: RowKey): number =>
    isEntity(entity) ? ENTITY_ORDER.indexOf(entity) : ENTITY_ORDER.length;
  return keys.toSorted((one, other) => place(one) - place(other));
}

async function inAnyScope(tables: Tables, { entity, id }: RowKey): Promise<boolean> {
  const found = await tables
    .selectFrom('row_scope')
    .select('scope')
    .where('entity', '=', entity)
    .where('entity_id', '=', id)
    .executeTakeFirst();
  return found !== undefined;
}

/** A row that only this desk has: the centre has not answered on it, or did not take it. */
async function madeHereOnly(tables: Tables, { entity, id }: RowKey): Promise<boolean> {
  if (!isEntity(entity)) return false;
  const creation = await tables
    .selectFrom('operation')
    .select('state')
    .where('entity', '=', entity)
    .where('entity_id', '=', id)
    .orderBy('device_seq')
    .executeTakeFirst();
  const undecided = creation !== undefined && !['accepted', 'merged'].includes(creation.state);
  if (!undecided) return false;
  return (await shadowOf(tables, { entity, id })) === undefined;
}

async function shadowOf(tables: Tables, { entity, id }: RowKey) {
  return tables
    .selectFrom('shadow')
    .select(['version', 'fields'])
    .where('entity', '=', entity)
    .where('entity_id', '=', id)
    .executeTakeFirst();
}

async function removeRow(tables: Tables, key: RowKey): Promise<void> {
  const { entity, id } = key;
  for (const table of ['shadow', 'deferred_row'] as const) {
    await tables
      .deleteFrom(table)
      .where('entity', '=', entity)
      .where('entity_id', '=', id)
      .execute();
  }
  if (!isEntity(entity)) return;
  await ENTITY_TABLES[entity]?.remove(tables, id);
  await tables
    .updateTable('operation')
    .set({ change: WITHDRAWN })
    .where('entity', '=', entity)
    .where('entity_id', '=', id)
    .where('state', 'in', ['accepted', 'merged'])
    .where('change', '!=', WITHDRAWN)
    .execute();
  // What others wrote goes from the conflicts; what this desk wrote is still asked about.
  const own = tables
    .selectFrom('operation')
    .select('op_id')
    .where('entity', '=', entity)
    .where('entity_id', '=', id);
  await tables
    .updateTable('operation_base')
    .set({ fields: '{}' })
    .where('op_id', 'in', own)
    .execute();
  const outcomes = await tables
    .selectFrom('operation_outcome')
    .select(['op_id', 'conflicts'])
    .where('op_id', 'in', own)
    .where('conflicts', '!=', '[]')
    .execute();
  for (const { op_id, conflicts } of outcomes) {
    const mine = (JSON.parse(conflicts) as object[]).map((conflict) => ({
      ...conflict,
      theirs: null,
    }));
    await tables
      .updateTable('operation_outcome')
      .set({ conflicts: JSON.stringify(mine) })
      .where('op_id', '=', op_id)
      .execute();
  }
}

/** @returns false when the row cannot be shown yet. */
async function showRow(tables: Tables, deviceId: Id, key: RowKey): Promise<boolean> {
  const { entity, id } = key;
  const rules = rulesOf(entity);
  const shadow = await shadowOf(tables, key);
  let reason: 'not-understood' | 'reference' | undefined;
  if (rules === undefined || !isEntity(entity)) reason = 'not-understood';
  else {
    const row = await rebased(tables, deviceId, rules, key, shadow);
    if (row === undefined) return true;
    if (row.state !== 'present') {
      // Taken away here, and not yet at the centre.
      await ENTITY_TABLES[entity]?.remove(tables, id);
      return true;
    }
    if (!understood(rules, row.fields)) reason = 'not-understood';
    else if (!(await referencesThere(tables, rules, row.fields))) reason = 'reference';
    else if (!(await written(tables, entity, id, row))) reason = 'not-understood';
  }
  if (reason === undefined) {
    await tables
      .deleteFrom('deferred_row')
      .where('entity', '=', entity)
      .where('entity_id', '=', id)
      .execute();
    return true;
  }
  await tables
    .insertInto('deferred_row')
    .values({ entity, entity_id: id, reason })
    .onConflict((conflict) => conflict.columns(['entity', 'entity_id']).doUpdateSet({ reason }))
    .execute();
  return false;
}

/** The centre's row with everything on top that it has not answered on. */
async function rebased(
  tables: Tables,
  deviceId: Id,
  rules: EntityRules,
  { entity, id }: RowKey,
  shadow: { readonly version: number; readonly fields: string } | undefined,
): Promise<RowState | undefined> {
  let row: RowState | undefined =
    shadow === undefined
      ? undefined
      : {
          version: shadow.version,
          fields: JSON.parse(shadow.fields) as Fields,
          createdBy: deviceId,
          origins: {},
          state: 'present',
        };
  // A row that the centre did not take is shown as it was written.
  const states: OperationState[] = ['only-here', 'under-way'];
  if (shadow === undefined) states.push('rejected', 'quarantined');
  const waiting = await tables
    .selectFrom('operation')
    .select(['op_id', 'author_id', 'made_at', 'change'])
    .where('entity', '=', entity as keyof typeof ENTITY_TABLES)
    .where('entity_id', '=', id)
    .where('state', 'in', states)
    .orderBy('device_seq')
    .execute();
  for (const { op_id: opId, author_id: authorId, made_at: madeAt, change } of waiting) {
    const effect = applyOperation(rules, row, {
      opId,
      deviceId,
      authorId,
      madeAt,
      baseVersion: row?.version ?? 0,
      change: JSON.parse(change) as Change,
    });
    if ('row' in effect) row = effect.row;
  }
  return row;
}

/** One row that does not fit into the tables must not keep all others out. */
async function written(tables: Tables, entity: Entity, id: Id, row: RowState): Promise<boolean> {
  await sql`savepoint one_row`.execute(tables);
  try {
    await ENTITY_TABLES[entity]?.write(tables, id, row.fields, row.version);
    return true;
  } catch (cause) {
    if (!isConstraint(cause)) throw cause;
    await sql`rollback to one_row`.execute(tables);
    return false;
  } finally {
    await sql`release one_row`.execute(tables);
  }
}

function isConstraint(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && /^SQLITE_CONSTRAINT/.test(String(cause.code));
}

function understood(rules: EntityRules, fields: Fields): boolean {
  return (
    Object.entries(rules.fields).every(
      ([field, { schema }]) => schema.safeParse(fields[field]).success,
    ) && rules.inconsistent?.(fields) === undefined
  );
}

async function referencesThere(
  tables: Tables,
  rules: EntityRules,
  fields: Fields,
): Promise<boolean> {
  for (const [field, entity] of Object.entries(rules.references)) {
    for (const id of referencedBy(fields, field)) {
      if (entity !== 'street' && entity !== 'area') {
        if ((await ENTITY_TABLES[entity]?.has(tables, id)) === false) return false;
        continue;
      }
      const found = await tables
        .selectFrom(entity)
        .select('id')
        .where('id', '=', id)
        .executeTakeFirst();
      if (found === undefined) return false;
    }
  }
  return true;
}
