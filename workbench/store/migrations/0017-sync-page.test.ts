import { afterEach, beforeEach, expect, it } from 'vitest';

import { type MigratedFile, openFileAt } from '../../../tests/factories/migrated-file.ts';
import { MIGRATIONS } from './migrations.ts';

const VERSION = MIGRATIONS.find(({ name }) => name === 'sync-page')?.version ?? 0;

let file: MigratedFile;
beforeEach(async () => {
  file = await openFileAt(VERSION);
});
afterEach(() => file.dispose());
const run = (sql: string) => file.connection.exec(sql);

it('keeps a choice for operations that are there', () => {
  expect(() => run(`insert into conflict_choice values ('op-1', '{}', null, '2026')`)).toThrow(
    /FOREIGN KEY/,
  );
  run(`insert into operation values (1, 'op-1', 'device', 'author', '2026-06-15T08:00:00.000Z',
    'party', 'p1', 1, 1, '{"kind":"patch","fields":{}}', 'merged', '')`);
  run(`insert into conflict_choice values ('op-1', '{"name":"mine"}', null, '2026')`);
});

it('numbers what came in and what was withdrawn', () => {
  run(`insert into arrival values (null, '2026', '{}', '[]', 0), (null, '2027', '{}', '[]', 0)`);
  run(`insert into rights_change values (null, '2026', '[]', '[]', 3, '[]', null)`);
  expect(file.connection.prepare('select position from arrival').pluck().all()).toEqual([1, 2]);
  expect(() => run(`insert into arrival values (null, '2026', 'x', '[]', 0)`)).toThrow(/CHECK/);
});

it.each([
  [`select position from rights_change where seen_at is null`, 'rights_change_unseen'],
  [`select op_id from operation where made_at >= '2026' order by made_at`, 'operation_made_at'],
  [
    `select op_id from operation_outcome where needs_attention = 1 and resolved_at is not null
     order by resolved_at desc`,
    'operation_settled',
  ],
])('answers %s by an index', (query, index) => {
  const plan = file.connection.prepare(`explain query plan ${query}`).all();
  expect(JSON.stringify(plan)).toContain(index);
});
