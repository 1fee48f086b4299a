import { join } from 'node:path';

import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { afterAll, afterEach, describe, expect, it } from 'vitest';

import { COMMANDS } from '../../central/commands/commands.ts';
import { CENTRAL_MIGRATIONS } from '../../central/store/migrations/migrations.ts';
import { migrateDatabase } from '../../central/store/postgres/migrate-database.ts';
import { startTestServer } from '../factories/central-server.ts';
import { commandContext } from './command-context.ts';
import { dump, query, restore } from './dump-and-restore.ts';
import { openServerStore } from './open-stores.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';
import { type RealDesk, startRealDesk } from './real-desk.ts';

/** `docs/centre-backup.md`, step by step, with PostgreSQL's own programs and real desks. */
const first = await startPostgres();
if ('missing' in first) console.warn(`Not run on a PostgreSQL server: ${first.missing}.`);

const LONG = 240_000;
const never = new AbortController().signal;
const desks: RealDesk[] = [];
afterEach(async () => {
  for (const { test } of desks.splice(0)) await test.dispose();
});
const rounds = async (): Promise<void> => {
  for (let at = 0; at < 2; at++) for (const { engine } of desks) await engine.round(never);
};

const ROLES = ['wijkwerk_desk', 'wijkwerk_push'];

/** One row of each contact that was typed, and every operation once. */
async function expectEverythingOnce(url: string, summaries: readonly string[]): Promise<void> {
  const rows = await query<{ summary: string }>(
    url,
    `select fields ->> 'summary' as summary from entity_row where entity = 'contact' order by 1`,
  );
  expect(rows.map(({ summary }) => summary)).toEqual(summaries);
  const waiting = await Promise.all(
    desks.map(({ test }) =>
      test.store.read.selectFrom('operation').select(['op_id', 'state']).execute(),
    ),
  );
  const made = waiting.flat();
  expect(new Set(made.map(({ state }) => state))).toEqual(new Set(['accepted']));
  const kept = await query<{ op_id: string }>(url, 'select op_id from operation order by 1');
  expect(kept.map(({ op_id }) => op_id)).toEqual(made.map(({ op_id }) => op_id).sort());
}

describe.skipIf('missing' in first)('the centre', () => {
  const server = first as PostgresServer;
  afterAll(() => server.dispose());

  it(
    'is restored from a backup on another machine, and desks push again what it lost',
    { timeout: LONG },
    async () => {
      const url = await server.createDatabase();
      const store = await openServerStore(url);
      const centre = await startTestServer(store);
      const port = Number(new URL(centre.address).port);
      for (const seed of [1, 2]) desks.push(await startRealDesk(centre, seed));
      const [noor, bert] = desks;
      if (noor === undefined || bert === undefined) return expect.fail('no desks');
      await noor.log('1 van Noor, voor de kopie');
      await bert.log('2 van Bert, voor de kopie');
      await rounds();

      const file = join(server.folder, 'centre.dump');
      await dump(server, url, file);

      await noor.log('3 van Noor, na de kopie');
      await bert.log('4 van Bert, na de kopie');
      await rounds();
      await noor.log('5 van Noor, nooit verstuurd');
      const all = [
        '1 van Noor, voor de kopie',
        '2 van Bert, voor de kopie',
        '3 van Noor, na de kopie',
        '4 van Bert, na de kopie',
        '5 van Noor, nooit verstuurd',
      ];

      await centre.stop();
      await store.close();
      // Another server, which knows nothing of the first: not even its roles.
      const second = await startPostgres();
      if ('missing' in second) return expect.fail(second.missing);
      try {
        const restored = await second.createDatabase();
        for (const role of ROLES) await query(restored, `create role ${role} nologin noinherit`);
        for (const role of ROLES) await query(restored, `grant ${role} to current_user`);
        await restore(second, restored, file);
        await query(url, 'drop schema public cascade');

        const again = await openServerStore(restored);
        const back = await startTestServer(again, { seed: 51, port });
        const { run } = COMMANDS['zone restored'] ?? expect.fail('no such command');
        await run(commandContext(back.zone.centre), [centre.zone.zoneId]);

        await rounds();
        for (const desk of desks) expect(await desk.contacts()).toEqual(all);
        await expectEverythingOnce(restored, all);
        // And it goes on.
        await bert.log('6 van Bert, daarna');
        await rounds();
        for (const desk of desks)
          expect(await desk.contacts()).toEqual([...all, '6 van Bert, daarna']);
        await back.stop();
        await again.close();
      } finally {
        await second.dispose();
      }
    },
  );

  it(
    'goes on with a database of every version before, the newest from a dump of it',
    { timeout: 4 * LONG },
    async () => {
      let url = await server.createDatabase();
      let store = await openServerStore(url);
      let centre = await startTestServer(store, { seed: 60 });
      const port = Number(new URL(centre.address).port);
      for (const seed of [3, 4]) desks.push(await startRealDesk(centre, seed));
      const [noor] = desks;
      const all = ['0 voor elke nieuwe versie'];
      await noor?.log('0 voor elke nieuwe versie');
      await rounds();
      const versions = CENTRAL_MIGRATIONS.map(({ version }) => version).slice(0, -1);
      // What the zone holds goes through a database of each version, and on from there.
      for (const [at, version] of versions.toReversed().entries()) {
        await centre.stop();
        await store.close();
        const old = await server.createDatabase();
        await asOfVersion(old, version, url);
        url = at === 0 ? await fromDump(old) : old;
        store = await openServerStore(url);
        centre = await startTestServer(store, { seed: 61 + at, port });
        const text = `${at + 1} na versie ${version}`;
        all.push(text);
        await noor?.log(text);
        await rounds();
        for (const desk of desks) {
          expect(await desk.contacts(), text).toEqual(all.toSorted());
          expect(await desk.engine.round(never), text).toMatchObject({ differing: 0 });
        }
        await expectEverythingOnce(url, all.toSorted());
      }
      await centre.stop();
      await store.close();
    },
  );

  async function fromDump(url: string): Promise<string> {
    const file = join(server.folder, 'old.dump');
    await dump(server, url, file);
    const restored = await server.createDatabase();
    await restore(server, restored, file);
    return restored;
  }
});

/** Makes a database of that version, and fills it with what the other one holds, as far as it had a place. */
async function asOfVersion(url: string, version: number, from: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: url });
  const kysely = new Kysely<never>({ dialect: new PostgresDialect({ pool }) });
  await migrateDatabase(kysely, version);
  await kysely.destroy();
  const columns = `select table_name as name, string_agg(quote_ident(column_name), ', ') as columns
    from information_schema.columns where table_schema = 'public' and table_name <> 'migration'
    group by 1 order by 1`;
  for (const { name, columns: kept } of await query<{ name: string; columns: string }>(
    url,
    columns,
  )) {
    // What a migration fills is that version's own, and nothing of the zone.
    const [filled] = await query(url, `select 1 from ${name} limit 1`);
    if (filled !== undefined) continue;
    const [all] = await query<{ rows: unknown }>(
      from,
      `select coalesce(json_agg(t), '[]') as rows from (select ${kept} from ${name}) t`,
    );
    await query(
      `${url}?options=-csession_replication_role%3Dreplica`,
      `insert into ${name} (${kept}) select ${kept} from json_populate_recordset(null::${name}, $1)`,
      [JSON.stringify(all?.rows)],
    );
  }
}
