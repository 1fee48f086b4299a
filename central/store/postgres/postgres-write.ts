import { type Kysely, sql } from 'kysely';

import type { Id } from '#shared/lib/ids.ts';
import type { Seq } from '#shared/protocol/basics.ts';

import type { CentralWrite } from '../central-store.ts';
import {
  comparedWith,
  keyOf,
  movedRows,
  noteRead,
  numberOperations,
  type Pending,
  requireUnchanged,
  scopeChanges,
} from '../commit.ts';
import { released, type StoredOperation, type StoredRow } from '../records.ts';
import { rightsSnapshot } from './directory-sql.ts';
import {
  operationsById,
  quarantinedOperations,
  storeDecisions,
  storeOperations,
} from './operation-sql.ts';
import { lockedDirectory, storeAct } from './postgres-directory.ts';
import { recordTable } from './record-table.ts';
import { keyTable, rowsByKey, rowsByParent, rowsOfEntity, zoneOf } from './row-sql.ts';

/** What a writing transaction can reach; what it puts waits in `pending`. */
export function postgresWrite(
  transaction: Kysely<never>,
  zoneId: Id,
  pending: Pending,
): CentralWrite {
  return {
    zone: () => zoneOf(transaction, zoneId),
    async lockDesk(deviceId) {
      const { rows } = await sql<{ last_seq: number }>`
        insert into desk_sequence (zone, device_id, last_seq) values (${zoneId}, ${deviceId}, 0)
        on conflict (zone, device_id) do update set last_seq = desk_sequence.last_seq
        returning last_seq`.execute(transaction);
      return rows[0]?.last_seq ?? 0;
    },
    operations: (opIds) => operationsById(transaction, zoneId, opIds),
    rows: async (keys) => noteRead(pending, await rowsByKey(transaction, zoneId, keys)),
    childrenOf: async (keys) => noteRead(pending, await rowsByParent(transaction, zoneId, keys)),
    rowsOf: async (entity) => noteRead(pending, await rowsOfEntity(transaction, zoneId, entity)),
    rights: (officerId) => rightsSnapshot(transaction, zoneId, officerId),
    directory: () => lockedDirectory(transaction, zoneId),
    quarantined: (page) => quarantinedOperations(transaction, zoneId, page),
    putRow: (row) => pending.rows.set(keyOf(row), row),
    putOperation: (operation) => pending.operations.push(operation),
    putDecision: (operation, result) => pending.decisions.push(released(operation, result)),
    putAct(act) {
      pending.act = act;
    },
  };
}

/**
 * Stores what was put. The caller holds the clock's lock, so that nobody else changes a row between the
 * comparison and the end of the transaction. Throws ConcurrentChange.
 */
export async function storePending(
  transaction: Kysely<never>,
  zoneId: Id,
  pending: Pending,
  seq: Seq,
): Promise<readonly StoredOperation[]> {
  const rows = [...pending.rows.values()];
  requireUnchanged(
    pending,
    await rowsByKey(transaction, zoneId, comparedWith(pending)),
    await rowsByParent(transaction, zoneId, movedRows(pending)),
  );
  if (rows.length > 0) await storeRows(transaction, zoneId, rows, scopeChanges(pending), seq);
  const { operations, decisions } = numberOperations(pending, seq);
  if (operations.length > 0) await storeOperations(transaction, zoneId, operations);
  if (decisions.length > 0) await storeDecisions(transaction, zoneId, decisions);
  if (pending.act !== null) await storeAct(transaction, zoneId, { ...pending.act, seq });
  return operations;
}

const STORED_ROW = {
  entity: 'text',
  id: 'text',
  version: 'integer',
  fields: 'jsonb',
  created_by: 'text',
  origins: 'jsonb',
  state: 'text',
  parent_entity: 'text',
  parent_id: 'text',
  scopes: 'text',
} as const;
const STORED_ENTRY = { scope: 'text', entity: 'text', id: 'text', state: 'text' } as const;
const STORED_SUM = { scope: 'text', rows: 'integer', digest: 'text' } as const;

/** The rows, where they are and the sums of their scopes, by one statement however many there are. */
async function storeRows(
  transaction: Kysely<never>,
  zoneId: Id,
  rows: readonly StoredRow[],
  { entries, sums }: ReturnType<typeof scopeChanges>,
  seq: Seq,
): Promise<void> {
  const records = rows.map(({ entity, id, row, parent, scopes }) => ({
    entity,
    id,
    version: row.version,
    fields: JSON.stringify(row.fields),
    created_by: row.createdBy,
    origins: JSON.stringify(row.origins),
    state: row.state,
    parent_entity: parent?.entity ?? null,
    parent_id: parent?.id ?? null,
    // No scope holds a blank.
    scopes: scopes.join(' '),
  }));
  const changes = [...sums].map(([scope, sum]) => ({ scope, ...sum }));
  await sql`
    with stored_entry as (
      insert into scope_index (zone, scope, entity, entity_id, seq, state)
      select ${zoneId}, scope, entity, id, ${seq}::bigint, state
      from ${recordTable('e', STORED_ENTRY, entries)}
      on conflict (zone, scope, entity, entity_id) do update
        set seq = excluded.seq, state = excluded.state
    ), stored_sum as (
      insert into scope_sum (zone, scope, rows, digest)
      select ${zoneId}, scope, rows, ('x' || digest)::bit(64)
      from ${recordTable('s', STORED_SUM, changes)}
      on conflict (zone, scope) do update
        set rows = scope_sum.rows + excluded.rows, digest = scope_sum.digest # excluded.digest
    )
    insert into entity_row (zone, entity, entity_id, version, fields, created_by, origins, state,
      parent_entity, parent_id, scopes, seq)
    select ${zoneId}, entity, id, version, fields, created_by, origins, state, parent_entity,
      parent_id, string_to_array(scopes, ' '), ${seq}::bigint
    from ${recordTable('r', STORED_ROW, records)}
    on conflict (zone, entity, entity_id) do update set
      version = excluded.version, fields = excluded.fields, created_by = excluded.created_by,
      origins = excluded.origins, state = excluded.state, parent_entity = excluded.parent_entity,
      parent_id = excluded.parent_id, scopes = excluded.scopes, seq = excluded.seq`.execute(
    transaction,
  );
  const erased = rows.filter(({ row }) => row.state === 'erased');
  if (erased.length === 0) return;
  // What operations on an erased row said goes with it; that they were done stays.
  await sql`
    update operation o set change = null, conflicts = '[]'::jsonb from ${keyTable(erased)}
    where o.zone = ${zoneId} and o.entity = k.entity and o.entity_id = k.id`.execute(transaction);
}
