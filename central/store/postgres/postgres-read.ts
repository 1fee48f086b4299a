import { type Kysely, sql } from 'kysely';

import type { Scope } from '#shared/domain/operations/scopes.ts';
import type { Id } from '#shared/lib/ids.ts';
import type { Seq } from '#shared/protocol/basics.ts';
import type { ScopeSum } from '#shared/protocol/pull.ts';

import type { CentralRead, Closing, ClosingQuestion, Outset, Viewer } from '../central-store.ts';
import { type FeedEntry, inQuarantine } from '../records.ts';
import { type RightsColumns, rightsColumns, toRights } from './directory-sql.ts';
import { operationsById } from './operation-sql.ts';
import { RESULT_COLUMNS, type ResultColumns, rowsByKey, toResult } from './row-sql.ts';

/** Rows fetched at a time: memory stays flat however long the transfer is. */
const PAGE_ROWS = 1_000;
/** Rows that are asked for by one statement, before a cursor is opened for what is more. */
const FEW_ROWS = 100;
/**
 * Ways of PostgreSQL to answer that do not keep the order of an index, and compiling the statement first: with a
 * million rows its guess of the cost is high enough for that, and it takes longer than reading the first page.
 */
const AGAINST_ORDER = ['enable_seqscan', 'enable_bitmapscan', 'enable_sort', 'jit'];

/**
 * Ways of PostgreSQL to find rows by reading the whole table. A push names every row by its key, and each one more
 * would wait for a table that grew since the server last looked how large it is.
 */
const AGAINST_KEYS = ['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin', 'jit'];

/**
 * Makes the transaction see, or store, only what `viewer` may, by the database's own judgement; see the
 * second wall in the migrations.
 */
export async function become(
  transaction: Kysely<never>,
  role: 'wijkwerk_desk' | 'wijkwerk_push',
  viewer: Viewer,
): Promise<void> {
  // What the officer may see is asked by the functions of the wall, which read the settings before it.
  await sql`
    with viewer as materialized (
      select set_config('role', ${role}, true),
        set_config('wijkwerk.zone', ${viewer.zoneId}, true),
        set_config('wijkwerk.officer', ${viewer.officerId}, true),
        set_config('wijkwerk.device', ${viewer.deviceId}, true),
        set_config('wijkwerk.day', ${viewer.day}, true)
    )
    select set_config('wijkwerk.scopes', to_jsonb(visible_scopes())::text, true)
      ${role === 'wijkwerk_push' ? sql`, ${switchedOff(AGAINST_KEYS)}` : sql``} from viewer`.execute(
    transaction,
  );
}

function switchedOff(settings: readonly string[]) {
  return sql.join(settings.map((setting) => sql`set_config(${setting}, 'off', true)`));
}

export function postgresRead(transaction: Kysely<never>, viewer: Viewer): CentralRead {
  const { zoneId, deviceId } = viewer;
  return {
    outset: () => outsetOf(transaction, viewer),
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
    closing: (asked) => closingOf(transaction, viewer, asked),
    setAside: async (opIds) =>
      (await operationsById(transaction, zoneId, opIds)).flatMap(inQuarantine),
  };
}

async function outsetOf(
  transaction: Kysely<never>,
  { zoneId, officerId }: Viewer,
): Promise<Outset> {
  const { rows } = await sql<OutsetColumns>`
    select
      (select to_json(z) from (select id, name, epoch from zone where id = ${zoneId}) as z) as zone,
      (select to_json(c) from (
        select seq, horizon from zone_clock where zone = ${zoneId}) as c) as place,
      ${rightsColumns(zoneId, officerId)}`.execute(transaction);
  const [found] = rows;
  if (found === undefined || found.zone === null) throw new Error('no such zone');
  const { zone, place, ...rights } = found;
  return { zone, place: place ?? { seq: 0, horizon: 0 }, rights: toRights(rights) };
}

interface OutsetColumns extends RightsColumns {
  readonly zone: Outset['zone'] | null;
  readonly place: Outset['place'] | null;
}

async function closingOf(
  transaction: Kysely<never>,
  { zoneId, deviceId }: Viewer,
  { after, upTo, scopes }: ClosingQuestion,
): Promise<Closing> {
  const { rows } = await sql<{
    results: readonly ResultColumns[] | null;
    sums: readonly (ScopeSum & { readonly scope: Scope })[] | null;
  }>`
    select
      (select json_agg(r) from (
        select ${RESULT_COLUMNS} from operation o
        where zone = ${zoneId} and device_id = ${deviceId} and seq > ${after} and seq <= ${upTo}
        order by seq, device_seq) as r) as results,
      (select json_agg(s) from (
        select scope, rows, lpad(to_hex(digest::bigint), 16, '0') as digest
        from scope_sum where zone = ${zoneId} and scope = any(${scopes}::text[])) as s) as sums`.execute(
    transaction,
  );
  const [found] = rows;
  return {
    results: (found?.results ?? []).map(toResult),
    sums: new Map((found?.sums ?? []).map(({ scope, ...sum }) => [scope, sum])),
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

/** Where the scopes changed, in order, when that is not much; undefined when it is more than one page. */
async function fewChanges(
  transaction: Kysely<never>,
  zoneId: Id,
  wanted: string,
): Promise<readonly FeedEntry[] | undefined> {
  const { rows } = await sql<FeedColumns>`
    select e.scope, e.entity, e.id, e.seq, e.state, r.version, r.fields
    from (
      select i.* from jsonb_to_recordset(${wanted}::jsonb) as w(scope text, seq bigint)
      cross join lateral (
        select scope, entity, entity_id as id, seq, state from scope_index
        where zone = ${zoneId} and scope = w.scope and seq > w.seq
        order by seq, entity, entity_id limit ${FEW_ROWS + 1}) as i
      order by i.seq, i.entity, i.id, i.scope limit ${FEW_ROWS + 1}) as e
    left join lateral (
      select version, fields from entity_row
      where zone = ${zoneId} and entity = e.entity and entity_id = e.id
        and e.state = 'present' limit 1) as r on true
    order by e.seq, e.entity, e.id, e.scope`.execute(transaction);
  return rows.length > FEW_ROWS ? undefined : rows.map(entryOf);
}

async function* changes(
  transaction: Kysely<never>,
  { zoneId }: Viewer,
  cursors: ReadonlyMap<Scope, Seq>,
): AsyncGenerator<readonly FeedEntry[]> {
  const wanted = JSON.stringify([...cursors].map(([scope, seq]) => ({ scope, seq })));
  const few = await fewChanges(transaction, zoneId, wanted);
  if (few !== undefined) {
    if (few.length > 0) yield few;
    return;
  }
  const { rows: active } = await sql<{ scope: string; seq: number }>`
    select w.scope, w.seq from jsonb_to_recordset(${wanted}::jsonb) as w(scope text, seq bigint)
    where exists (select 1 from scope_index i
      where i.zone = ${zoneId} and i.scope = w.scope and i.seq > w.seq)
    order by w.scope`.execute(transaction);
  // Each branch is in order by its index, so that the server merges them as it goes along.
  const branches = active.map(
    ({ scope, seq }) => sql`
      (select scope, entity, entity_id as id, seq, state from scope_index
      where zone = ${sql.lit(zoneId)} and scope = ${sql.lit(scope)} and seq > ${sql.lit(seq)}
      order by seq, entity, entity_id)`,
  );
  // Whatever the server believes of the sizes of its tables: anything but following the indexes would read
  // all that is left of a transfer for each part of it.
  await sql`select ${switchedOff(AGAINST_ORDER)}`.execute(transaction);
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
