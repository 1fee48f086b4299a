import { afterEach, beforeEach, expect, it } from 'vitest';

import { type MigratedFile, openFileAt } from '../../../tests/factories/migrated-file.ts';
import { up } from './0016-outcome-notes.ts';
import { MIGRATIONS } from './migrations.ts';

const VERSION = MIGRATIONS.find(({ up: step }) => step === up)?.version ?? 0;

let file: MigratedFile;
beforeEach(async () => {
  file = await openFileAt(VERSION);
});
afterEach(() => file.dispose());

it('has no note with an outcome that came without one, and none that is null', () => {
  const { connection } = file;
  connection.exec(`
    insert into operation values (1, 'op-1', 'device', 'author', '2026-06-15T08:00:00.000Z',
      'contact', 'c1', 0, 1, '{"kind":"patch","fields":{}}', 'quarantined', '1-1');
    insert into operation_outcome (op_id, code, field, conflicts, seq, needs_attention)
      values ('op-1', 'no-right', '', '[]', 1, 1)`);
  expect(connection.prepare('select note from operation_outcome').all()).toEqual([{ note: '' }]);
  expect(() => connection.exec('update operation_outcome set note = null')).toThrow(/NOT NULL/);
});
