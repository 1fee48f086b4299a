import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { CentralStore } from '../../central/store/central-store.ts';
import { contactFields, makeTestZone } from '../factories/central-zone.ts';
import { openServerStore } from './open-stores.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

const server = await startPostgres();
if ('missing' in server) console.warn(`Not run on a PostgreSQL server: ${server.missing}.`);

/** Of the second wall: what the officer may see is found out once, and kept for the transaction. */
describe.skipIf('missing' in server)('the scopes that a reading transaction keeps', () => {
  const running = server as PostgresServer;
  let store: CentralStore;
  let client: pg.Client;
  let viewer: Readonly<Record<string, string>>;

  beforeAll(async () => {
    const url = await running.createDatabase();
    store = await openServerStore(url);
    const zone = await makeTestZone(store, 11);
    const noor = await zone.officer('officer', zone.north);
    const bert = await zone.officer('officer', zone.south);
    for (const [desk, area] of [
      [noor, zone.north],
      [bert, zone.south],
    ] as const) {
      const { officerId } = desk.principal;
      await desk.push(
        desk.operation({ entity: 'contact', change: contactFields(officerId, area) }),
      );
    }
    const { officerId, deviceId } = noor.principal;
    viewer = { zone: zone.zoneId, officer: officerId, device: deviceId, day: '2026-06-15' };
    client = new pg.Client({ connectionString: url });
    await client.connect();
  }, 60_000);
  afterAll(async () => {
    await client.end();
    await store.close();
    await running.dispose();
  });

  /** Rows that the reading role sees of each table, in a transaction of its own. */
  async function seenBy(
    settings: Readonly<Record<string, string>>,
    keep: string,
  ): Promise<number[]> {
    await client.query('begin');
    try {
      for (const [name, value] of Object.entries(settings)) {
        await client.query('select set_config($1, $2, true)', [`wijkwerk.${name}`, value]);
      }
      await client.query('set local role wijkwerk_desk');
      await client.query(keep);
      const counts: number[] = [];
      for (const table of ['entity_row', 'scope_index', 'scope_sum']) {
        const { rows } = await client.query<{ seen: number }>(
          `select count(*)::integer as seen from ${table} where ${
            table === 'entity_row' ? `entity = 'contact'` : `scope like 'neighbourhood:%'`
          }`,
        );
        counts.push(rows[0]?.seen ?? -1);
      }
      return counts;
    } finally {
      await client.query('rollback');
    }
  }
  const KEEP = `select set_config('wijkwerk.scopes', to_jsonb(visible_scopes())::text, true)`;

  it('are those of the officer', async () => {
    expect(await seenBy(viewer, KEEP)).toEqual([1, 1, 1]);
  });

  it('show nothing where none were kept, also after a transaction that kept some', async () => {
    expect(await seenBy(viewer, 'select 1')).toEqual([0, 0, 0]);
  });

  it('show nothing of another zone', async () => {
    expect(await seenBy({ ...viewer, zone: viewer['device'] ?? '' }, KEEP)).toEqual([0, 0, 0]);
  });
});
