import { type Kysely, sql } from 'kysely';

import type { Scope } from '#shared/domain/operations/scopes.ts';
import type { Seq } from '#shared/protocol/basics.ts';
import type { OperationResult } from '#shared/protocol/push.ts';

import type { CentralRead, Viewer } from '../central-store.ts';
import type { FeedEntry } from '../records.ts';
import { rightsSnapshot } from './directory-sql.ts';
import {
  OPERATION_COLUMNS,
  type OperationColumns,
  rowsByKey,
  toOperation,
  zoneOf,
} from './row-sql.ts';

/** Rows fetched at a time: memory stays flat however long the transfer is. */
const PAGE_ROWS = 1_000;
/** Ways of PostgreSQL to answer that do not keep the order of an index. */
const AGAINST_ORDER = ['seqscan', 'bitmapscan', 'sort'].map((way) => `enable_${way}`);

/**
 * Makes the transaction see, or store, only what `viewer` may, by the database's own judgement; see the
 * second wall in the migrations.
 */
export async function become(
  transaction: Kysely<never>,
  role: 'wijkwerk_desk' | 'wijkwerk_push',
  viewer: Viewer,
): Promise<void> {
  await sql`select set_config('role', ${role}, true),
    set_config('wijkwerk.zone', ${viewer.zoneId}, true),
    set_config('wijkwerk.officer', ${viewer.officerId}, true),
    set_config('wijkwerk.device', ${viewer.deviceId}, true),
    set_config('wijkwerk.day', ${viewer.day}, true)`.execute(transaction);
  await sql`
    select set_config('wijkwerk.scopes', to_jsonb(visible_scopes())::text, true)`.execute(
    transaction,
  );
}

export function postgresRead(transaction: Kysely<never>, viewer: Viewer): CentralRead {
  const { zoneId, deviceId } = viewer;
  return {
    zone: () => zoneOf(transaction, zoneId),
    async clock() {
      const { rows } = await sql<{ seq: number; horizon: number }>`
        select seq, horizon from zone_clock where zone = ${zoneId}`.execute(transaction);
      return rows[0] ?? { seq: 0, horizon: 0 };
    },
    rights: () => rightsSnapshot(transaction, zoneId, viewer.officerId),
    async row(key) {
      return (await rowsByKey(transaction, zoneId, [key]))[0];
    },
    async lastDeviceSeq() {
      const { rows } = await sql<{ last_seq: number }>`
        select last_seq from desk_sequence
        where zone = ${zoneId} and device_id = ${deviceId}`.execute(transaction);
      return rows[0]?.last_seq ?? 0;
    },
    changes: (cursors) => changes(transaction, viewer, cursors),
    async results(after, upTo) {
      const { rows } = await sql<OperationColumns>`
        select ${OPERATION_COLUMNS} from operation o
        where zone = ${zoneId} and device_id = ${deviceId} and seq > ${after} and seq <= ${upTo}
        order by seq, device_seq`.execute(transaction);
      return rows.map((row): OperationResult => toOperation(row).result);
    },
    async sums(scopes) {
      const { rows } = await sql<{ scope: string; rows: number; digest: string }>`
        select scope, rows, lpad(to_hex(digest::bigint), 16, '0') as digest
        from scope_sum where zone = ${zoneId} and scope = any(${scopes}::text[])`.execute(
        transaction,
      );
      return new Map(rows.map(({ scope, ...sum }) => [scope, sum]));
    },
  };
}

interface FeedColumns {
  readonly scope: string;
  readonly entity: string;
  readonly id: string;
  readonly seq: Seq;
  readonly state: FeedEntry['state'];
  /** Null unless the row is present. */
  readonly version: number | null;
  readonly fields: NonNullable<FeedEntry['row']>['fields'] | null;
}

async function* changes(
  transaction: Kysely<never>,
  { zoneId }: Viewer,
  cursors: ReadonlyMap<Scope, Seq>,
): AsyncGenerator<readonly FeedEntry[]> {
  const wanted = [...cursors].map(([scope, seq]) => ({ scope, seq }));
  const { rows: active } = await sql<{ scope: string; seq: number }>`
    select w.scope, w.seq from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
      as w(scope text, seq bigint)
    where exists (select 1 from scope_index i
      where i.zone = ${zoneId} and i.scope = w.scope and i.seq > w.seq)
    order by w.scope`.execute(transaction);
  if (active.length === 0) return;
  // Each branch is in order by its index, so that the server merges them as it goes along.
  const branches = active.map(
    ({ scope, seq }) => sql`
      (select scope, entity, entity_id as id, seq, state from scope_index
      where zone = ${sql.lit(zoneId)} and scope = ${sql.lit(scope)} and seq > ${sql.lit(seq)}
      order by seq, entity, entity_id)`,
  );
  // Whatever the server believes of the sizes of its tables: anything but following the indexes would read
  // all that is left of a transfer for each part of it.
  await sql`select ${sql.join(
    AGAINST_ORDER.map((setting) => sql`set_config(${setting}, 'off', true)`),
  )}`.execute(transaction);
  await sql`declare feed no scroll cursor for
    select e.scope, e.entity, e.id, e.seq, e.state, r.version, r.fields
    from (${sql.join(branches, sql` union all `)}) as e
    left join lateral (select version, fields from entity_row
      where zone = ${sql.lit(zoneId)} and entity = e.entity and entity_id = e.id
        and e.state = 'present' limit 1) as r on true
    order by e.seq, e.entity, e.id, e.scope`.execute(transaction);
  const fetchPage = () => sql.raw<FeedColumns>(`fetch ${PAGE_ROWS} from feed`).execute(transaction);
  // The server gets the next page ready while this one is sent.
  let next = fetchPage();
  try {
    for (;;) {
      const { rows } = await next;
      if (rows.length === 0) break;
      next = fetchPage();
      yield rows.map(entryOf);
    }
  } finally {
    await Promise.allSettled([next]);
  }
  await sql`close feed`.execute(transaction);
}

function entryOf({ version, fields, ...entry }: FeedColumns): FeedEntry {
  return { ...entry, row: version !== null && fields !== null ? { version, fields } : null };
}
