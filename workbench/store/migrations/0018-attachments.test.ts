import { afterEach, beforeEach, expect, it } from 'vitest';

import { type MigratedFile, openFileAt } from '../../../tests/factories/migrated-file.ts';
import { MIGRATIONS } from './migrations.ts';

let file: MigratedFile;
const HASH = 'a'.repeat(64);
beforeEach(async () => {
  file = await openFileAt(MIGRATIONS.find(({ name }) => name === 'attachments')?.version ?? 0);
});
afterEach(() => file.dispose());

const run = (text: string): unknown => file.connection.exec(text);
const count = (table: string): unknown =>
  file.connection.prepare(`select count(*) from ${table}`).pluck().get();
const blob = (): void => {
  run(`insert into blob values ('${HASH}', 4, 4)`);
  run(`insert into blob_chunk (hash, start, bytes) values ('${HASH}', 0, x'01020304')`);
  run(`insert into blob_thumbnail values ('${HASH}', 'image/webp', x'00')`);
};
const draft = (id: string): void => {
  run(`insert into draft_attachment values ('${id}', 'd1', '', '${HASH}', 'a.png', 'image/png', 4,
    'none', 0)`);
};

it('keeps bytes as long as a row refers to them, and no longer', () => {
  blob();
  draft('a1');
  draft('a2');
  run(`delete from draft_attachment where id = 'a1'`);
  expect(count('blob_chunk')).toBe(1);
  run(`delete from draft_attachment where id = 'a2'`);
  for (const table of ['blob', 'blob_chunk', 'blob_thumbnail']) expect(count(table)).toBe(0);
});

it('keeps bytes that the centre does not have yet, whatever becomes of their row', () => {
  blob();
  draft('a1');
  run(`insert into blob_upload values ('attachment', 'a1', '${HASH}', 0, 'waiting')`);
  run(`delete from draft_attachment`);
  expect(count('blob')).toBe(1);
  run(`update blob_upload set state = 'refused'`);
  expect(count('blob')).toBe(1);
  run(`update blob_upload set sent = 4, state = 'received'`);
  expect(count('blob')).toBe(0);
  expect(count('blob_chunk')).toBe(0);
});

it('takes nothing that is no file', () => {
  expect(() => run(`insert into blob values ('short', 4, 0)`)).toThrow(/CHECK/);
  expect(() => run(`insert into blob values ('${HASH}', 4, 5)`)).toThrow(/CHECK/);
  expect(() => draft('a1')).toThrow(/FOREIGN KEY/);
});
