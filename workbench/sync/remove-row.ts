import { sql } from 'kysely';

import { DELETE_COMMAND, ERASE_COMMAND } from '#shared/domain/operations/apply-operation.ts';
import { isEntity } from '#shared/domain/operations/entity-registry.ts';

import type { RowKey } from './row-key.ts';
import type { Tables } from './tables/entity-table.ts';
import { ENTITY_TABLES } from './tables/entity-tables.ts';
import { WITHDRAWN } from './withdraw.ts';

export async function inAnyScope(tables: Tables, { entity, id }: RowKey): Promise<boolean> {
  const found = await tables
    .selectFrom('row_scope')
    .select('scope')
    .where('entity', '=', entity)
    .where('entity_id', '=', id)
    .executeTakeFirst();
  return found !== undefined;
}

/**
 * A row that was made here and that the centre has not answered on, or did not take; or has taken, lost when
 * it was restored, and did not take again. What the desk wrote in it is still its own.
 */
export async function madeHereOnly(tables: Tables, { entity, id }: RowKey): Promise<boolean> {
  if (!isEntity(entity)) return false;
  const first = await tables
    .selectFrom('operation')
    .leftJoin('answered_ahead', 'answered_ahead.op_id', 'operation.op_id')
    .select(['state', 'base_version', 'change', 'answered_ahead.op_id as ahead'])
    .where('entity', '=', entity)
    .where('entity_id', '=', id)
    .orderBy('device_seq')
    .executeTakeFirst();
  if (first?.base_version !== 0 || first.change === WITHDRAWN) return false;
  return first.ahead !== null || !['accepted', 'merged'].includes(first.state);
}

export async function shadowOf(tables: Pick<Tables, 'selectFrom'>, { entity, id }: RowKey) {
  return tables
    .selectFrom('shadow')
    .select(['version', 'fields'])
    .where('entity', '=', entity)
    .where('entity_id', '=', id)
    .executeTakeFirst();
}

/** Takes a row off the desk, with all that this desk has of it but its own unsent work. */
export async function removeRow(tables: Tables, key: RowKey): Promise<void> {
  const { entity, id } = key;
  await forgetCentre(tables, key);
  if (!isEntity(entity)) return;
  await ENTITY_TABLES[entity]?.remove(tables, id);
  await tables
    .updateTable('operation')
    .set({ change: WITHDRAWN })
    .where('entity', '=', entity)
    .where('entity_id', '=', id)
    .where('state', 'in', ['accepted', 'merged'])
    .where('change', '!=', WITHDRAWN)
    // That it was taken away says nothing of what was in it, and a centre that was restored has to hear it again.
    .where(sql<string>`coalesce(change ->> '$.name', '')`, 'not in', [
      DELETE_COMMAND,
      ERASE_COMMAND,
    ])
    .execute();
}

/** Forgets the centre's row, and what others wrote in it; what this desk wrote is still asked about. */
export async function forgetCentre(tables: Tables, { entity, id }: RowKey): Promise<void> {
  for (const table of ['shadow', 'deferred_row'] as const) {
    await tables
      .deleteFrom(table)
      .where('entity', '=', entity)
      .where('entity_id', '=', id)
      .execute();
  }
  if (!isEntity(entity)) return;
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
