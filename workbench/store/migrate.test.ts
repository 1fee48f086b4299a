import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { seededEntropy } from '../../tests/factories/test-store.ts';
import { fileVersion, migrate } from './migrate.ts';
import { FILE_VERSION, MIGRATIONS } from './migrations/migrations.ts';
import { type Connection, openDatabase } from './open-database.ts';

let directory: string;
let connection: Connection;
const key = seededEntropy(3).bytes(32);
const copyPath = (version: number): string => join(directory, `before-${version}.db`);
const tablesOf = (from: Connection): unknown[] =>
  from
    .prepare(
      `select name from sqlite_schema where type = 'table' and name not like '%\\_%' escape '\\'`,
    )
    .pluck()
    .all();

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'wijkwerk-migrate-'));
  connection = openDatabase(join(directory, 'desk.db'), key, 'write');
});
afterEach(async () => {
  connection.close();
  await rm(directory, { recursive: true, force: true });
});

describe('migrations', () => {
  it('are numbered from one without a gap', () => {
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(
      MIGRATIONS.map((_, index) => index + 1),
    );
  });

  it('make a new file without a copy', async () => {
    await migrate(connection, { copyPath });
    expect(fileVersion(connection)).toBe(FILE_VERSION);
    expect((await readdir(directory)).filter((name) => name.startsWith('before'))).toEqual([]);
  });

  it.each(MIGRATIONS.slice(0, -1).map(({ version }) => version))(
    'bring a file of version %i to the newest, with what it held, and keep a copy as it was',
    async (version) => {
      await migrate(connection, { copyPath, upTo: version });
      connection.exec(`insert into setting values ('kept', 'yes')`);
      const before = tablesOf(connection);
      expect(await migrate(connection, { copyPath })).toBe(version);
      expect(fileVersion(connection)).toBe(FILE_VERSION);
      expect(connection.prepare(`select value from setting`).pluck().all()).toEqual(['yes']);

      const copy = openDatabase(copyPath(version), key, 'read');
      expect(fileVersion(copy)).toBe(version);
      expect(tablesOf(copy)).toEqual(before);
      copy.close();
    },
  );

  it('refuse a file of a newer application and do not touch it', async () => {
    await migrate(connection, { copyPath });
    connection.pragma(`user_version = ${FILE_VERSION + 1}`);
    await expect(migrate(connection, { copyPath })).rejects.toMatchObject({
      code: 'FILE_NEWER',
      data: { fileVersion: FILE_VERSION + 1, appVersion: FILE_VERSION },
    });
    expect(fileVersion(connection)).toBe(FILE_VERSION + 1);
  });

  it('leave the file as it was when a step fails', async () => {
    await migrate(connection, { copyPath, upTo: 1 });
    connection.exec('create table area (surprise text) strict');
    await expect(migrate(connection, { copyPath })).rejects.toThrow(/already exists/);
    expect(fileVersion(connection)).toBe(1);
    expect(tablesOf(connection)).not.toContain('street');
  });

  it('make only STRICT tables, apart from the R*Tree indexes', async () => {
    await migrate(connection, { copyPath });
    const loose = connection
      .prepare(
        `select name from pragma_table_list
         where schema = 'main' and type = 'table' and strict = 0 and name not like 'sqlite_%'`,
      )
      .pluck()
      .all();
    expect(loose).toEqual([]);
  });

  it('have no column for ethnicity, belief, health or the like', async () => {
    await migrate(connection, { copyPath });
    const columns = connection
      .prepare(
        `select m.name || '.' || c.name from sqlite_schema m, pragma_table_info(m.name) c
         where m.type = 'table'`,
      )
      .pluck()
      .all() as string[];
    const special =
      /ethnic|race|racial|origin_country|nationality|religio|belief|health|disab|sexual|orientation|political|union|genetic|biometric/i;
    expect(columns.length).toBeGreaterThan(80);
    expect(columns.filter((column) => special.test(column))).toEqual([]);
  });
});
