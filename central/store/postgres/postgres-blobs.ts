import { type Kysely, type RawBuilder, sql } from 'kysely';

import type { Change } from '#shared/domain/operations/operation.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { BlobPlace, BlobStore } from '../blob-store.ts';
import { saidIn } from '../records.ts';
import { become } from './postgres-read.ts';
import { rowsByKey } from './row-sql.ts';

/** Blobs as rows of `blob_chunk`: the same walls, transactions and backups as everything else. */
export function postgresBlobs(database: Kysely<never>): BlobStore {
  return {
    async announced(zoneId, deviceId, key) {
      const [found] = await rowsByKey(database, zoneId, [key]);
      if (found !== undefined) {
        const { state, createdBy, fields } = found.row;
        return state === 'present' && createdBy === deviceId ? [{ place: key, fields }] : [];
      }
      const { rows } = await sql<{ opId: Id; change: Change }>`
        select o.op_id as "opId", o.change from operation o
        join quarantine q on q.zone = o.zone and q.op_id = o.op_id
        where o.zone = ${zoneId} and o.entity = ${key.entity} and o.entity_id = ${key.id}
          and o.device_id = ${deviceId} and o.change is not null
        order by o.device_seq`.execute(database);
      return rows.map(({ opId, change }) => ({ place: { opId }, fields: saidIn(change) }));
    },
    received: (zoneId, place) => receivedOf(database, chunksOf(zoneId, place)),
    async append(zoneId, place, offset, bytes) {
      const { table, columns, values, where, open } = chunksOf(zoneId, place);
      return database.transaction().execute(async (transaction) => {
        // Locked, so that nobody takes the row away, decides on it, or adds to it, in between.
        const { rows } = await sql`${open} for no key update`.execute(transaction);
        const known = await receivedOf(transaction, { table, where });
        if (rows.length === 0 || offset !== known) return known;
        await sql`
          insert into ${table} (${columns}, start, bytes)
          values (${values}, ${offset}, ${Buffer.from(bytes)})`.execute(transaction);
        return known + bytes.length;
      });
    },
    async discard(zoneId, place) {
      const { table, where } = chunksOf(zoneId, place);
      await sql`delete from ${table} where ${where}`.execute(database);
    },
    async kept(zoneId, place) {
      const { table, where } = chunksOf(zoneId, place);
      const { rows } = await sql<{ bytes: Uint8Array }>`
        select bytes from ${table} where ${where} order by start`.execute(database);
      return Uint8Array.from(Buffer.concat(rows.map(({ bytes }) => bytes)));
    },
    async read(viewer, key, offset, length) {
      const { table, where } = chunksOf(viewer.zoneId, key);
      return database
        .transaction()
        .setAccessMode('read only')
        .execute(async (transaction) => {
          await become(transaction, 'wijkwerk_desk', viewer);
          const { rows } = await sql<{ start: number; bytes: Uint8Array }>`
            select start, bytes from ${table}
            where ${where} and start < ${offset + length} and start + length(bytes) > ${offset}
            order by start`.execute(transaction);
          const parts = rows.map(({ start, bytes }) =>
            bytes.subarray(Math.max(0, offset - start), Math.max(0, offset + length - start)),
          );
          return Uint8Array.from(Buffer.concat(parts));
        });
    },
  };
}

/** Where the chunks of a place are, and what must be there for more to come. */
interface Chunks {
  readonly table: RawBuilder<unknown>;
  readonly columns: RawBuilder<unknown>;
  readonly values: RawBuilder<unknown>;
  readonly where: RawBuilder<unknown>;
  readonly open: RawBuilder<unknown>;
}

function chunksOf(zoneId: Id, place: BlobPlace): Chunks {
  if ('opId' in place) {
    const where = sql`zone = ${zoneId} and op_id = ${place.opId}`;
    return {
      table: sql.raw('set_aside_chunk'),
      columns: sql.raw('zone, op_id'),
      values: sql`${zoneId}, ${place.opId}`,
      where,
      open: sql`select from operation where ${where} and outcome = 'quarantined'`,
    };
  }
  const { entity, id } = place;
  const where = sql`zone = ${zoneId} and entity = ${entity} and entity_id = ${id}`;
  return {
    table: sql.raw('blob_chunk'),
    columns: sql.raw('zone, entity, entity_id'),
    values: sql`${zoneId}, ${entity}, ${id}`,
    where,
    open: sql`select from entity_row where ${where} and state = 'present'`,
  };
}

async function receivedOf(
  database: Kysely<never>,
  { table, where }: Pick<Chunks, 'table' | 'where'>,
): Promise<number> {
  const { rows } = await sql<{ received: number }>`
    select coalesce(max(start + length(bytes)), 0)::integer as received from ${table}
    where ${where}`.execute(database);
  return rows[0]?.received ?? 0;
}
