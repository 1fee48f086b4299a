import { afterEach, beforeEach, expect, it } from 'vitest';

import { type MigratedFile, openFileAt } from '../../../tests/factories/migrated-file.ts';
import { MIGRATIONS } from './migrations.ts';

const VERSION = MIGRATIONS.find(({ name }) => name === 'sync-arrivals')?.version ?? 0;
const up = MIGRATIONS.find(({ version }) => version === VERSION)?.up;

let file: MigratedFile;
beforeEach(async () => {
  file = await openFileAt(VERSION - 1);
});
afterEach(() => file.dispose());
const run = (sql: string) => file.connection.exec(sql);
const all = (sql: string) => file.connection.prepare(sql).raw().all();
const migrate = async () => {
  const { Kysely, SqliteDialect } = await import('kysely');
  await up?.(new Kysely<never>({ dialect: new SqliteDialect({ database: file.connection }) }));
};
const party = (id: string) =>
  run(`insert into party values ('${id}', 'person', 'Jan', '', null, null, 1)`);

it('lets merges hold that were not taken back, each party for one other at a time', async () => {
  run(`insert into officer (id, display_name, version) values ('o1', 'Noor Voorbeeld', 1)`);
  for (const id of ['a', 'b', 'c']) party(id);
  run(`insert into party_merge values ('m1', 'a', 'b', 'o1', '2026', null, null, 1),
    ('m2', 'b', 'c', 'o1', '2026', 'o1', '2027', 2)`);
  await migrate();
  expect(all('select id, stands from party_merge order by id')).toEqual([
    ['m1', 1],
    ['m2', 0],
  ]);
  const second = (stands: number) =>
    run(`insert into party_merge values ('m3', 'a', 'c', 'o1', '2026', null, null, 1, ${stands})`);
  expect(() => second(1)).toThrow(/UNIQUE/);
  expect(() => second(0)).not.toThrow();
});

it('lets another row stand for a code, and never another meaning', async () => {
  await migrate();
  run(`update code set id = 'other' where list = 'channel' and code = 'street'`);
  expect(() => run(`update code set code = 'x' where id = 'other'`)).toThrow(/meaning/);
});

it.each([
  [`select 1 from party_merge where into_id = 'a' and stands = 1`, 'party_merged_into'],
  [`select 1 from party_merge where party_id = 'a' and undone_at is null`, 'party_merge_of'],
  [
    `select 1 from deferred_row where awaits_entity = 'street' and awaits_id = 'x'`,
    'deferred_awaits',
  ],
])('answers %s by an index', async (query, index) => {
  await migrate();
  expect(JSON.stringify(all(`explain query plan ${query}`))).toContain(index);
});
