import { afterEach, beforeEach, expect, it } from 'vitest';

import { type MigratedFile, openFileAt } from '../../../tests/factories/migrated-file.ts';
import { up } from './0035-erased-work.ts';
import { MIGRATIONS } from './migrations.ts';

const VERSION = MIGRATIONS.find(({ up: step }) => step === up)?.version ?? 0;
const WITHDRAWN = '{"kind":"command","name":"withdrawn","arguments":{}}';

let file: MigratedFile;
beforeEach(async () => {
  file = await openFileAt(VERSION);
  const insert = file.connection.prepare(`insert into operation values (?, ?, 'device', 'author',
    '2026-06-15T08:00:00.000Z', 'contact', 'c1', 0, 1, '{"kind":"patch","fields":{}}', ?, '1-1')`);
  ['rejected', 'rejected', 'accepted', 'only-here'].forEach((state, at) =>
    insert.run(at + 1, `op-${at + 1}`, state),
  );
  file.connection.exec(`insert into operation_outcome values
    ('op-1', 'erased', '', '[]', 1, 1, null, ''), ('op-2', 'missing', '', '[]', 2, 1, null, '')`);
});
afterEach(() => file.dispose());

const say = (opId: string, change: string): void => {
  file.connection.prepare('update operation set change = ? where op_id = ?').run(change, opId);
};

it('takes away what an operation said once its row was erased, and nothing else of it', () => {
  say('op-1', WITHDRAWN);
  say('op-3', WITHDRAWN);
  expect(() => say('op-2', WITHDRAWN)).toThrow('never edited');
  expect(() => say('op-4', WITHDRAWN)).toThrow('never edited');
  expect(() => say('op-1', '{"kind":"patch","fields":{}}')).toThrow('never edited');
  expect(() =>
    file.connection.exec(`update operation set author_id = 'other' where op_id = 'op-1'`),
  ).toThrow('never edited');
});

it('names only operations that there are as lost', () => {
  file.connection.exec(`insert into lost_operation values ('op-1')`);
  expect(() => file.connection.exec(`insert into lost_operation values ('op-9')`)).toThrow(
    /FOREIGN KEY/,
  );
});
