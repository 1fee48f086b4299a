import { Kysely, sql, SqliteDialect } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { type MigratedFile, openFileAt } from '../../tests/factories/migrated-file.ts';
import { FILE_VERSION } from './migrations/migrations.ts';
import { keepingStatements } from './prepared-statements.ts';
import type { Schema } from './schema.ts';

let file: MigratedFile;
beforeEach(async () => {
  file = await openFileAt(FILE_VERSION);
});
afterEach(() => file.dispose());

const put = 'insert into setting (key, value) values (?, ?)';
const read = 'select value from setting where key = ?';

it('prepares what is asked again only once', () => {
  const database = keepingStatements(file.connection);
  expect(database.prepare(read)).toBe(database.prepare(read));
  database.prepare(put).run(['a', '1']);
  database.prepare(put).run(['b', '2']);
  expect(database.prepare(read).all(['b'])).toEqual([{ value: '2' }]);
});

it('lets the one used longest ago go', () => {
  const database = keepingStatements(file.connection);
  const first = database.prepare(read);
  const second = database.prepare(`${read} and 0`);
  for (let other = 1; other < 249; other += 1) database.prepare(`${read} and ${other}`);
  expect(database.prepare(read)).toBe(first);
  database.prepare(`${read} and 249`);
  expect(database.prepare(read)).toBe(first);
  expect(database.prepare(`${read} and 0`)).not.toBe(second);
});

it('does not keep a text of many rows', () => {
  const database = keepingStatements(file.connection);
  const long = `${read} and value <> '${'x'.repeat(8_000)}'`;
  expect(database.prepare(long)).not.toBe(database.prepare(long));
});

it('reads on while the same question is asked again', () => {
  const database = keepingStatements(file.connection);
  for (const key of ['a', 'b', 'c']) database.prepare(put).run([key, key]);
  const all = 'select value from setting order by key';
  const found: unknown[] = [];
  for (const row of database.prepare(all).iterate([])) {
    found.push(row);
    expect(database.prepare(all).all([])).toHaveLength(3);
  }
  expect(found).toEqual([{ value: 'a' }, { value: 'b' }, { value: 'c' }]);
});

it('answers after a change of the tables', () => {
  const database = keepingStatements(file.connection);
  database.prepare(put).run(['a', '1']);
  const all = 'select * from setting';
  expect(database.prepare(all).all([])).toEqual([{ key: 'a', value: '1' }]);
  file.connection.exec(`alter table setting add column note text not null default ''`);
  expect(database.prepare(all).all([])).toEqual([{ key: 'a', value: '1', note: '' }]);
});

it('tells why a transaction failed that SQLite has taken back by itself', async () => {
  const tables = new Kysely<Schema>({
    dialect: new SqliteDialect({ database: keepingStatements(file.connection) }),
  });
  const twice = tables.transaction().execute(async (transaction) => {
    await sql.raw(`insert into setting (key, value) values ('a', '1')`).execute(transaction);
    await sql.raw(`insert or rollback into setting values ('a', '2')`).execute(transaction);
  });
  await expect(twice).rejects.toThrow(/UNIQUE/);
  expect(file.connection.prepare('select * from setting').all()).toEqual([]);
  const wilfully = tables.transaction().execute(async (transaction) => {
    await sql.raw(`insert into setting (key, value) values ('a', '1')`).execute(transaction);
    throw new Error('another thought');
  });
  await expect(wilfully).rejects.toThrow('another thought');
  expect(file.connection.prepare('select * from setting').all()).toEqual([]);
});
