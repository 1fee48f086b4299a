import { Kysely, PostgresDialect, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { CENTRAL_MIGRATIONS } from '../../central/store/migrations/migrations.ts';
import { pgliteDatabase } from '../../central/store/pglite/pglite-database.ts';
import { migrateDatabase } from '../../central/store/postgres/migrate-database.ts';
import type { Database } from '../../central/store/postgres/postgres-store.ts';
import { onServer } from './open-stores.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

/** Tables that are no zone's: every machine would have the whole of them. */
const OF_ALL_ZONES: Readonly<Record<string, string>> = {
  migration: 'how far the database itself is',
  zone: 'the zones; its id is the zone',
  entity_placement: 'a rule, filled by migrations',
  entity_writers: 'a rule, filled by migrations',
  leader_field: 'a rule, filled by migrations',
  restrictable_entity: 'a rule, filled by migrations',
};

interface Key {
  readonly table: string;
  readonly name: string;
  /** The first column; null for an expression. */
  readonly first: string | null;
}

/** Primary keys, unique constraints and unique indexes, those that exclude, and foreign keys. */
async function keysOf(database: Kysely<never>): Promise<readonly Key[]> {
  const { rows } = await sql<Key>`
    select t.relname as "table", k.name, a.attname as first
    from (
      select indrelid as of_table, indexrelid::regclass::text as name, indkey[0] as column
      from pg_index where indisunique or indisexclusion
      union all
      select conrelid, conname, conkey[1] from pg_constraint where contype in ('p', 'u', 'x', 'f')
    ) k
    join pg_class t on t.oid = k.of_table and t.relnamespace = current_schema()::regnamespace
    left join pg_attribute a on a.attrelid = t.oid and a.attnum = k.column and a.attnum > 0
    order by 1, 2`.execute(database);
  return rows;
}

/** Names of keys that do not begin with the zone, of tables that are to be spread by it. */
async function notByZone(database: Kysely<never>): Promise<readonly string[]> {
  const wrong = (await keysOf(database)).filter(
    ({ table, first }) => first !== 'zone' && !(table in OF_ALL_ZONES),
  );
  return [...new Set(wrong.map(({ name }) => name))].sort();
}

function registerKeyTests(open: () => Promise<Database>): void {
  let database: Kysely<never>;
  let before: readonly string[];
  beforeAll(async () => {
    database = new Kysely<never>({ dialect: new PostgresDialect({ pool: (await open()).pool }) });
    const since = CENTRAL_MIGRATIONS.findIndex(({ name }) => name === 'zone-keys');
    await migrateDatabase(database, CENTRAL_MIGRATIONS[since - 1]?.version);
    before = await notByZone(database);
    await migrateDatabase(database);
  }, 120_000);
  afterAll(() => database.destroy());

  it('begins with the zone', async () => {
    const keys = await keysOf(database);
    expect(keys.length).toBeGreaterThan(40);
    expect(await notByZone(database)).toEqual([]);
    const tables = new Set(keys.map(({ table }) => table));
    expect(Object.keys(OF_ALL_ZONES).filter((table) => !tables.has(table))).toEqual([]);
  });

  it('is found where it does not: in the versions before, and of whatever kind', async () => {
    expect(before).toEqual(['challenge_pkey', 'desk_token_pkey', 'enrolment_code_pkey']);
    for (const statement of [
      `create table a (id text primary key, zone text not null references zone (id))`,
      `create table b (zone text, id text, unique (id, zone))`,
      `create unique index c on b (lower(id), zone)`,
      `create table d (zone text, id text, exclude using btree (id with =))`,
      `create table e (zone text, id text references a (id))`,
      `create table f (zone text, id text, primary key (zone, id), unique (zone))`,
    ]) {
      await sql.raw(statement).execute(database);
    }
    const found = ['a_pkey', 'b_id_zone_key', 'c', 'd_id_excl', 'e_id_fkey'];
    expect(await notByZone(database)).toEqual(found);
    await sql`drop table a, b, d, e, f`.execute(database);
  });
}

describe('every key on PGlite', () => {
  registerKeyTests(() => pgliteDatabase(null));
});

const server = await startPostgres();
if ('missing' in server) console.warn(`Not run on a PostgreSQL server: ${server.missing}.`);

describe.skipIf('missing' in server)('every key on a PostgreSQL server', () => {
  const running = server as PostgresServer;
  afterAll(() => running.dispose());
  registerKeyTests(async () => onServer(await running.createDatabase()));
});
