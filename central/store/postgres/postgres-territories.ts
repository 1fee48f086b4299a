import { type Kysely, sql } from 'kysely';

import type { Id } from '#shared/lib/ids.ts';

import type { TerritoryStore } from '../territory-store.ts';
import { become } from './postgres-read.ts';

/** Packages as rows of `territory_chunk`, as blobs are of theirs. */
export function postgresTerritories(database: Kysely<never>): TerritoryStore {
  const received = async (zoneId: Id, hash: string): Promise<number> => {
    const { rows } = await sql<{ received: number }>`
      select coalesce(max(start + length(bytes)), 0)::integer as received from territory_chunk
      where zone = ${zoneId} and hash = ${hash}`.execute(database);
    return rows[0]?.received ?? 0;
  };
  return {
    received,
    async append(zoneId, hash, offset, bytes) {
      // Of two that bring the same part at once, the one that comes second adds nothing.
      await sql`
        insert into territory_chunk (zone, hash, start, bytes)
        select ${zoneId}, ${hash}, ${offset}::integer, ${Buffer.from(bytes)}
        where ${offset}::integer = (
          select coalesce(max(start + length(bytes)), 0) from territory_chunk
          where zone = ${zoneId} and hash = ${hash})
        on conflict do nothing`.execute(database);
      return received(zoneId, hash);
    },
    async read(zoneId, hash, { offset, length }, viewer) {
      return database
        .transaction()
        .setAccessMode('read only')
        .execute(async (transaction) => {
          if (viewer !== undefined) await become(transaction, 'wijkwerk_desk', viewer);
          const { rows } = await sql<{ start: number; bytes: Uint8Array }>`
            select start, bytes from territory_chunk
            where zone = ${zoneId} and hash = ${hash}
              and start < ${offset + length} and start + length(bytes) > ${offset}
            order by start`.execute(transaction);
          const parts = rows.map(({ start, bytes }) =>
            bytes.subarray(Math.max(0, offset - start), Math.max(0, offset + length - start)),
          );
          return Uint8Array.from(Buffer.concat(parts));
        });
    },
    async discardUnpublished(zoneId, hash) {
      await sql`
        delete from territory_chunk c
        where zone = ${zoneId} and (${hash ?? null}::text is null or hash = ${hash ?? null})
          and not exists (
            select from territory_version v where v.zone = c.zone and v.hash = c.hash)`.execute(
        database,
      );
    },
  };
}
