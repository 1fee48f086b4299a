import { afterEach, beforeEach, expect, it } from 'vitest';

import { type MigratedFile, openFileAt } from '../../../tests/factories/migrated-file.ts';

let file: MigratedFile;
beforeEach(async () => {
  file = await openFileAt(7);
  file.connection.exec(`
    insert into officer values ('o1', 'Noor Voorbeeld', 1);
    insert into party values ('p1', 'person', 'Mila Verzonnen', '', null, null, 1),
      ('p2', 'person', 'Mila Verzonne', '', null, null, 1);`);
});
afterEach(() => file.dispose());

const merge = (id: string, party: string, into: string, undone: string | null = null) =>
  file.connection
    .prepare(`insert into party_merge values (?, ?, ?, 'o1', '2026-06-15T08:00:00.000Z', ?, ?, 1)`)
    .run(id, party, into, undone === null ? null : 'o1', undone);

it('has no column for what somebody is', () => {
  const columns = file.connection
    .prepare(`select name from pragma_table_info('party')`)
    .pluck()
    .all();
  expect(columns).toEqual(['id', 'kind', 'name', 'reach', 'language', 'role', 'version']);
});

it('takes persons and organisations with a name, and nothing else', () => {
  const insert = (kind: string, name: string) =>
    file.connection
      .prepare(`insert into party values ('x', ?, ?, '', null, null, 1)`)
      .run(kind, name);
  expect(() => insert('animal', 'Rex')).toThrow(/CHECK/);
  expect(() => insert('person', '')).toThrow(/CHECK/);
});

it('lets a party be merged into one other, and again once that was taken back', () => {
  merge('m0', 'p1', 'p2', '2026-06-16T08:00:00.000Z');
  merge('m1', 'p1', 'p2');
  expect(() => merge('m2', 'p1', 'p2')).toThrow(/UNIQUE/);
  expect(() => merge('m3', 'p2', 'p2')).toThrow(/CHECK/);
  expect(() => merge('m4', 'p2', 'p9')).toThrow(/FOREIGN KEY/);
});
