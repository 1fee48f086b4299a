import { afterEach, beforeEach, expect, it } from 'vitest';

import { type MigratedFile, openFileAt } from '../../../tests/factories/migrated-file.ts';
import { MIGRATIONS } from './migrations.ts';

const VERSION = MIGRATIONS.find(({ name }) => name === 'sync')?.version ?? 0;
const GONE = '{"kind":"command","name":"withdrawn","arguments":{}}';

let file: MigratedFile;
beforeEach(async () => {
  file = await openFileAt(VERSION);
});
afterEach(() => file.dispose());
const run = (sql: string) => file.connection.exec(sql);

const insertOperation = (state: string) =>
  run(`insert into operation values (1, 'op-1', 'device', 'author', '2026-06-15T08:00:00.000Z',
    'contact', 'c1', 0, 1, '{"kind":"patch","fields":{}}', '${state}', '')`);

it('has met no centre in a file that never had one', () => {
  expect(file.connection.prepare('select * from sync_state').all()).toEqual([
    {
      only_row: 1,
      epoch: null,
      pushed_seq: 0,
      results_seq: 0,
      last_contact_at: null,
      blocked: '',
    },
  ]);
  expect(() => run(`insert into sync_state values (2, null, 0, 0, null, '')`)).toThrow(/CHECK/);
});

it('lets the content of an operation be taken away once the centre has it, and nothing else', () => {
  insertOperation('only-here');
  const takeAway = () => run(`update operation set change = '${GONE}'`);
  expect(takeAway).toThrow(/never edited/);
  run(`update operation set state = 'rejected'`);
  expect(takeAway).toThrow(/never edited/);
  run(`update operation set state = 'accepted'`);
  expect(() => run(`update operation set change = '{}'`)).toThrow(/never edited/);
  expect(() => run(`update operation set change = '${GONE}', author_id = 'x'`)).toThrow(
    /never edited/,
  );
  expect(takeAway).not.toThrow();
});

it('knows scopes before rows in them, and outcomes of known operations only', () => {
  const row = `insert into row_scope values ('reference', 'officer', 'o1', 1, 1)`;
  expect(() => run(row)).toThrow(/FOREIGN KEY/);
  run(`insert into sync_scope values ('reference', 0, 1, 0, 0, '0000000000000000')`);
  expect(() => run(row)).not.toThrow();
  expect(() => run(`insert into operation_outcome values ('x', '', '', '[]', 1, 0, null)`)).toThrow(
    /FOREIGN KEY/,
  );
});

it.each([
  [`select 1 from row_scope where entity = 'contact' and entity_id = 'c1'`, 'row_scope_of_row'],
  [`select 1 from row_scope where scope = 'reference' and generation < 2`, 'row_scope_old'],
  [
    `select op_id from operation_outcome where needs_attention = 1 and resolved_at is null`,
    'operation_needs_attention',
  ],
])('answers %s by an index', (query, index) => {
  const plan = file.connection.prepare(`explain query plan ${query}`).all();
  expect(JSON.stringify(plan)).toContain(index);
});
