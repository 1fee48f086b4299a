import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { seededEntropy } from '../../../tests/factories/test-store.ts';
import { migrate } from '../migrate.ts';
import { type Connection, openDatabase } from '../open-database.ts';

let directory: string;
let connection: Connection;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'wijkwerk-party-search-'));
  connection = openDatabase(join(directory, 'desk.db'), seededEntropy(2).bytes(32), 'write');
  const upTo = (version: number) =>
    migrate(connection, { copyPath: (from) => join(directory, `${from}.copy`), upTo: version });
  await upTo(8);
  connection.exec(`
    insert into officer values ('o1', 'Noor Voorbeeld', 1);
    insert into party values ('p1', 'person', 'Zoë Verzonnen', '', null, null, 1);`);
  await upTo(9);
});
afterEach(() => {
  connection.close();
  rmSync(directory, { recursive: true, force: true });
});

const found = (...grams: string[]) =>
  connection
    .prepare(
      `select party_id from party_gram join party_key on party_key.row_id = party_gram.rowid
       where party_gram match ? order by party_gram.rowid`,
    )
    .pluck()
    .all(grams.map((gram) => `"${gram}"`).join(' AND '));

it('finds the parties that were there before, by the beginning of any word', () => {
  expect(found('  z', ' zo', 'zoe')).toEqual(['p1']);
  expect(found('  v', ' ve')).toEqual(['p1']);
  expect(found('  o', ' oe')).toEqual([]);
});

it('follows what is added, renamed and taken away', () => {
  connection.exec(`
    insert into party values ('p2', 'person', 'Mila', '', null, null, 1);
    insert into party_key (party_id, key) values ('p2', '  mila ');`);
  expect(found('mil')).toEqual(['p2']);
  connection.exec(`update party_key set key = '  mira ' where party_id = 'p2'`);
  expect(found('mil')).toEqual([]);
  expect(found('mir')).toEqual(['p2']);
  connection.exec(`delete from party_key where party_id = 'p2'`);
  expect(found('mir')).toEqual([]);
  connection.exec(`insert into party_gram (party_gram) values ('integrity-check')`);
});

it('counts in how many names letters occur', () => {
  expect(
    connection.prepare(`select doc from party_gram_count where term = ' ve'`).pluck().get(),
  ).toBe(1);
});

it('keeps what was written in a party as it was written', () => {
  const add = (id: string, position: number) =>
    connection
      .prepare(
        `insert into party_change values (?, 'p1', ?, 'o1', '2026-06-15T08:00:00.000Z', '{}')`,
      )
      .run(id, position);
  add('c1', 1);
  expect(() => add('c2', 1)).toThrow(/UNIQUE/);
  expect(() => connection.exec(`update party_change set fields = '{"a":1}'`)).toThrow(
    /never edited/,
  );
});
