import { afterEach, beforeEach, expect, it } from 'vitest';

import { type MigratedFile, openFileAt } from '../../../tests/factories/migrated-file.ts';
import { FILE_VERSION } from './migrations.ts';

let file: MigratedFile;
beforeEach(async () => {
  file = await openFileAt(FILE_VERSION);
});
afterEach(() => file.dispose());

const run = (text: string): unknown => file.connection.exec(text);
const plan = (query: string): string =>
  JSON.stringify(file.connection.prepare(`explain query plan ${query}`).all());

it('reads what hangs on a dossier, on an action, and what stands in a state by an index', () => {
  expect(plan(`select * from casework where dossier_id = 'd' and entity = 'action'`)).toContain(
    'casework_of_dossier',
  );
  expect(plan(`select * from casework where action_id in ('a') and entity = 'delivery'`)).toContain(
    'casework_of_action',
  );
  expect(
    plan(`select * from casework where entity = 'action' and state = 'active' order by id desc`),
  ).not.toContain('TEMP B-TREE');
});

it('takes only what is JSON of a kind it knows, and forgets the links of what is gone', () => {
  const insert = (entity: string, fields: string): unknown =>
    run(`insert into casework values (null, '${entity}', 'x', 'x', '', '', '', '${fields}', 1)`);
  expect(() => insert('case', '{}')).toThrow(/CHECK/);
  expect(() => insert('dossier', '{')).toThrow(/CHECK/);
  insert('dossier', '{}');
  run(`insert into casework_segment values ('s', 'dossier', 'x')`);
  run(`insert into casework_contact values ('c', 'dossier', 'x')`);
  run(`delete from casework`);
  for (const table of ['casework_segment', 'casework_contact']) {
    expect(file.connection.prepare(`select count(*) from ${table}`).pluck().get()).toBe(0);
  }
});

it('N14: no table holds an officer with a series of points', () => {
  const tables = file.connection
    .prepare(`select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'`)
    .pluck()
    .all() as string[];
  const columnsOf = (table: string): string[] =>
    file.connection.prepare(`select name from pragma_table_info(?)`).pluck().all(table) as string[];
  const names = /officer|author|owner/;
  const points = /longitude|latitude|geometry/;
  const both = tables.filter((table) => {
    const columns = columnsOf(table);
    return columns.some((one) => names.test(one)) && columns.some((one) => points.test(one));
  });
  // A contact says where a resident was spoken with, and nothing of how somebody got there.
  expect(both).toEqual(['contact']);
  expect(columnsOf('casework').some((one) => names.test(one) || points.test(one))).toBe(false);
});
