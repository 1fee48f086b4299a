import { afterEach, beforeEach, expect, it } from 'vitest';

import { type MigratedFile, openFileAt } from '../../../tests/factories/migrated-file.ts';
import { migrate } from '../migrate.ts';
import { MIGRATIONS } from './migrations.ts';

const VERSION = MIGRATIONS.find(({ name }) => name === 'fact-borders')?.version ?? 0;

let file: MigratedFile;
let before: readonly unknown[];
const rows = (text: string): readonly unknown[] => file.connection.prepare(text).all();
const indexes = () =>
  rows(`select name, sql from sqlite_schema where tbl_name = 'fact' and type = 'index' order by 1`);
const put = (tie: string, segment: string): unknown =>
  file.connection.exec(`
    insert into fact values (null, 'b1', 'i1', 's1', null, 'theft', 'public', 1, 'day', '2026-06-15',
      '2026-06-15', null, null, 1, 4.4, 51, '${tie}', 'st', ${segment}, 'n1', null, null, 1)`);

beforeEach(async () => {
  file = await openFileAt(VERSION - 1);
  file.connection.exec(`
    insert into fact_source values ('s1', 'Meldingen', 'public', '', null, '[]', 1);
    insert into fact_import values ('i1', 's1', 'a.csv', '', 'o1', '{}', '{}', null, 1);
    insert into fact_batch values ('b1', 'i1', 'n1', 1)`);
  put('name', `'seg'`);
  put('too-far', 'null');
  before = [rows('select * from fact'), indexes()];
  await migrate(file.connection, { copyPath: () => ':memory:', upTo: VERSION });
});
afterEach(() => file.dispose());

it('keeps every fact and every index', () => {
  expect([rows('select * from fact'), indexes()]).toEqual(before);
  expect(rows('select unchanged from fact_source')).toEqual([{ unchanged: '[]' }]);
});

it('takes a fact on a border, on no segment, and no tie that it does not know', () => {
  put('border', 'null');
  expect(() => put('border', `'seg'`)).toThrow(/CHECK/);
  expect(() => put('beside', 'null')).toThrow(/CHECK/);
  expect(rows('pragma foreign_key_check')).toEqual([]);
  file.connection.exec(`delete from fact_batch`);
  expect(rows('select * from fact')).toEqual([]);
});
