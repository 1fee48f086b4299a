import { type Kysely, sql } from 'kysely';

import type { Id } from '#shared/lib/ids.ts';

import type { BlobStore } from '../blob-store.ts';
import type { RowKey } from '../records.ts';
import { become } from './postgres-read.ts';

/** Blobs as rows of `blob_chunk`: the same walls, transactions and backups as everything else. */
export function postgresBlobs(database: Kysely<never>): BlobStore {
  return {
    received: (zoneId, key) => receivedOf(database, zoneId, key),
    async append(zoneId, key, offset, bytes) {
      return database.transaction().execute(async (transaction) => {
        // Locked, so that nobody takes the row away, or adds to it, in between.
        const { rows } = await sql`
          select from entity_row where zone = ${zoneId} and entity = ${key.entity}
            and entity_id = ${key.id} and state = 'present' for no key update`.execute(transaction);
        const known = await receivedOf(transaction, zoneId, key);
        if (rows.length === 0 || offset !== known) return known;
        await sql`
          insert into blob_chunk (zone, entity, entity_id, start, bytes)
          values (${zoneId}, ${key.entity}, ${key.id}, ${offset}, ${Buffer.from(bytes)})`.execute(
          transaction,
        );
        return known + bytes.length;
      });
    },
    async discard(zoneId, { entity, id }) {
      await sql`
        delete from blob_chunk
        where zone = ${zoneId} and entity = ${entity} and entity_id = ${id}`.execute(database);
    },
    async read(viewer, { entity, id }, offset, length) {
      return database
        .transaction()
        .setAccessMode('read only')
        .execute(async (transaction) => {
          await become(transaction, 'wijkwerk_desk', viewer);
          const { rows } = await sql<{ start: number; bytes: Uint8Array }>`
            select start, bytes from blob_chunk
            where zone = ${viewer.zoneId} and entity = ${entity} and entity_id = ${id}
              and start < ${offset + length} and start + length(bytes) > ${offset}
            order by start`.execute(transaction);
          const parts = rows.map(({ start, bytes }) =>
            bytes.subarray(Math.max(0, offset - start), Math.max(0, offset + length - start)),
          );
          return Uint8Array.from(Buffer.concat(parts));
        });
    },
  };
}

async function receivedOf(database: Kysely<never>, zoneId: Id, key: RowKey): Promise<number> {
  const { rows } = await sql<{ received: number }>`
    select coalesce(max(start + length(bytes)), 0)::integer as received from blob_chunk
    where zone = ${zoneId} and entity = ${key.entity} and entity_id = ${key.id}`.execute(database);
  return rows[0]?.received ?? 0;
}
