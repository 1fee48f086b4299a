import { type Selectable, sql } from 'kysely';

import { applyOperation } from '#shared/domain/operations/apply-operation.ts';
import { ENTITY_ORDER, isEntity, rulesOf } from '#shared/domain/operations/entity-registry.ts';
import {
  type EntityRules,
  type Fields,
  referencedBy,
} from '#shared/domain/operations/entity-rules.ts';
import type { Change, Entity } from '#shared/domain/operations/operation.ts';
import type { OperationState } from '#shared/domain/operations/record-state.ts';
import type { RowState } from '#shared/domain/operations/row-state.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { WriteHandle } from '../store/handles.ts';
import type { Schema } from '../store/schema.ts';
import { breathe } from './breathe.ts';
import { createPresence } from './presence.ts';
import { forgetCentre, inAnyScope, madeHereOnly, removeRow, shadowOf } from './remove-row.ts';
import type { RowKey } from './row-key.ts';
import { isConstraint, type Tables } from './tables/entity-table.ts';
import { ENTITY_TABLES } from './tables/entity-tables.ts';
import type { Touched } from './touched.ts';
import { understands } from './understood.ts';

/** One transaction that makes the tables of the screens agree. */
export interface Settling {
  readonly handle: WriteHandle;
  readonly deviceId: Id;
  /** Whose file this is. */
  readonly officerId: Id;
}

/**
 * Makes the tables that the screens read agree with the centre's rows and with what this desk has not
 * been answered on yet: what waits is applied on top of what the centre has, by the centre's own rules.
 * A row in none of the desk's scopes goes, with all that this desk has of it but its own unsent work; never
 * who works here, under whose name whatever is written next stands.
 *
 * @returns how many rows are gone.
 */
export async function settleRows(settling: Settling, touched: Touched): Promise<number> {
  const { officerId } = settling;
  const { tables } = settling.handle;
  let removed = 0;
  for (const page of touched.pages('backwards')) {
    for (const key of page) {
      if (await inAnyScope(tables, key)) continue;
      const isSelf = key.entity === 'officer' && key.id === officerId;
      if (isSelf || (await madeHereOnly(tables, key))) {
        await forgetCentre(tables, key);
        continue;
      }
      await removeRow(tables, key);
      touched.leaveOut(key);
      removed += 1;
    }
    await breathe(page);
  }
  for (const page of touched.pages('forwards')) {
    for (const key of page) await showRow(settling, key);
    await breathe(page);
  }
  return removed;
}

/**
 * Shows what could not be shown before and can be now: what it waited for is there, or this application
 * understands more. What is shown may be what others wait for in turn.
 */
export async function retryDeferred(settling: Settling): Promise<void> {
  const { handle } = settling;
  const { tables } = handle;
  for (let first = true; ; first = false) {
    const presence = createPresence(handle);
    const awaited = await tables
      .selectFrom('deferred_row')
      .select(['reason', 'awaits_entity', 'awaits_id'])
      .distinct()
      .execute();
    const ready = awaited.filter(({ reason, awaits_entity: entity, awaits_id: id }) =>
      // What is not understood stays so for as long as this application is the same one.
      reason === 'reference' && isReferred(entity) ? presence.has(entity, id) : first,
    );
    if (ready.length === 0) return;
    for (const one of ready) await showWaiting(settling, one);
  }
}

async function showWaiting(
  settling: Settling,
  awaited: Pick<Selectable<Schema['deferred_row']>, 'reason' | 'awaits_entity' | 'awaits_id'>,
): Promise<void> {
  const rows = await settling.handle.tables
    .selectFrom('deferred_row')
    .select(['entity', 'entity_id as id'])
    .where('reason', '=', awaited.reason)
    .where('awaits_entity', '=', awaited.awaits_entity)
    .where('awaits_id', '=', awaited.awaits_id)
    .where('entity', 'in', ENTITY_ORDER)
    .execute();
  for (const row of rows) await showRow(settling, row);
}

/** A row with what this desk has done on it and the centre has not answered; undefined when it is not here. */
export async function presentRow(
  read: Pick<Tables, 'selectFrom'>,
  deviceId: Id,
  key: RowKey,
): Promise<RowState | undefined> {
  const rules = rulesOf(key.entity);
  if (rules === undefined) return undefined;
  return rebased(read, deviceId, rules, key, await shadowOf(read, key));
}

/** Shows a row as it is now, or notes why that cannot be yet. */
async function showRow(settling: Settling, key: RowKey): Promise<void> {
  const { tables } = settling.handle;
  const { entity, id } = key;
  const hindrance = await shown(settling, key);
  if (hindrance === undefined) {
    await tables
      .deleteFrom('deferred_row')
      .where('entity', '=', entity)
      .where('entity_id', '=', id)
      .execute();
    return;
  }
  const columns = {
    reason: hindrance === 'not-understood' ? ('not-understood' as const) : ('reference' as const),
    awaits_entity: hindrance === 'not-understood' ? '' : hindrance.entity,
    awaits_id: hindrance === 'not-understood' ? '' : hindrance.id,
  };
  await tables
    .insertInto('deferred_row')
    .values({ entity, entity_id: id, ...columns })
    .onConflict((conflict) => conflict.columns(['entity', 'entity_id']).doUpdateSet(columns))
    .execute();
}

/** @returns what stands in the way of showing it. */
async function shown(
  { handle: { tables }, deviceId }: Settling,
  key: RowKey,
): Promise<'not-understood' | RowKey | undefined> {
  const { entity, id } = key;
  const rules = rulesOf(entity);
  if (rules === undefined || !isEntity(entity)) return 'not-understood';
  const row = await rebased(tables, deviceId, rules, key, await shadowOf(tables, key));
  if (row === undefined) return undefined;
  if (row.state !== 'present') {
    // Taken away here, and not yet at the centre.
    await ENTITY_TABLES[entity]?.remove(tables, id);
    return undefined;
  }
  if (!understands(entity, row.fields)) return 'not-understood';
  const missing = await missingReference(tables, rules, row.fields);
  if (missing !== undefined) return missing;
  return (await written(tables, entity, id, row)) ? undefined : 'not-understood';
}

/** The centre's row with everything on top that it has not answered on. */
async function rebased(
  tables: Pick<Tables, 'selectFrom'>,
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
    .where(({ eb, or, exists, selectFrom }) =>
      or([
        eb('state', 'in', states),
        // What the centre made of it has not come yet.
        exists(
          selectFrom('answered_ahead')
            .select('answered_ahead.op_id')
            .whereRef('answered_ahead.op_id', '=', 'operation.op_id'),
        ),
      ]),
    )
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

/** The first row that it refers to and that is not there. */
async function missingReference(
  tables: Tables,
  rules: EntityRules,
  fields: Fields,
): Promise<RowKey | undefined> {
  for (const [field, entity] of Object.entries(rules.references)) {
    for (const id of referencedBy(fields, field)) {
      if (!(await isThere(tables, entity, id))) return { entity, id };
    }
  }
  return undefined;
}

async function isThere(
  tables: Tables,
  entity: Entity | 'street' | 'area',
  id: Id,
): Promise<boolean> {
  if (entity !== 'street' && entity !== 'area') {
    return (await ENTITY_TABLES[entity]?.has(tables, id)) ?? true;
  }
  const found = await tables
    .selectFrom(entity)
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst();
  return found !== undefined;
}

function isReferred(entity: string): entity is Entity | 'street' | 'area' {
  return isEntity(entity) || entity === 'street' || entity === 'area';
}
