import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';

import { contactFields, makeTestZone } from '../factories/central-zone.ts';
import { openServerStore } from './open-stores.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

const server = await startPostgres();
if ('missing' in server) console.warn(`Not run on a PostgreSQL server: ${server.missing}.`);

const OPERATIONS = 40;

/** A server that has not looked lately takes a large table for a small one, and would read all of it for each push. */
describe.skipIf('missing' in server)('a push at a server that takes its tables for empty', () => {
  const running = server as PostgresServer;
  afterAll(() => running.dispose());

  async function query<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query<Row>(text)).rows;
    } finally {
      await client.end();
    }
  }

  it('finds what it asks for by keys', async () => {
    const url = await running.createDatabase();
    const store = await openServerStore(url);
    await query(url, 'vacuum analyze');
    await query(url, 'alter table entity_row set (autovacuum_enabled = false)');
    await query(url, 'alter table operation set (autovacuum_enabled = false)');
    const zone = await makeTestZone(store, 17);
    const desk = await zone.officer('officer', zone.north);
    const change = contactFields(desk.principal.officerId, zone.north);
    for (let push = 0; push < 30; push += 1) {
      const operations = Array.from({ length: OPERATIONS }, () =>
        desk.operation({ entity: 'contact', change }),
      );
      const { results } = await desk.push(...operations);
      expect(results.every(({ outcome }) => outcome === 'accepted')).toBe(true);
    }
    // A connection tells what it has read at the latest when it ends.
    await store.close();
    const read = await query<{ relname: string; rows: number }>(
      url,
      `select relname, seq_tup_read::integer as rows from pg_stat_user_tables
       where relname in ('entity_row', 'operation', 'scope_index') order by relname`,
    );
    expect(read).toEqual(
      ['entity_row', 'operation', 'scope_index'].map((relname) => ({ relname, rows: 0 })),
    );
  });
});
