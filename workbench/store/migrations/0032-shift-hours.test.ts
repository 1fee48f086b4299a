import { afterEach, beforeEach, expect, it } from 'vitest';

import { type MigratedFile, openFileAt } from '../../../tests/factories/migrated-file.ts';
import { MIGRATIONS } from './migrations.ts';

let file: MigratedFile;
beforeEach(async () => {
  file = await openFileAt(MIGRATIONS.find(({ name }) => name === 'shift-hours')?.version ?? 0);
  run(`insert into officer values ('o1', 'Noor Voorbeeld', 1)`);
});
afterEach(() => file.dispose());

const run = (text: string): unknown => file.connection.exec(text);

it('keeps who set the hours of one to six shifts', () => {
  const insert = (by: string, begins: string) =>
    run(`insert into shift_hours values ('a', '', '${by}', '${begins}', 1)`);
  expect(() => insert('nobody', '[{}]')).toThrow(/FOREIGN/);
  expect(() => insert('o1', 'early')).toThrow(/CHECK/);
  expect(() => insert('o1', '[]')).toThrow(/CHECK/);
  expect(() => insert('o1', '[{},{},{},{},{},{},{}]')).toThrow(/CHECK/);
  insert('o1', '[{"shift":"early","from":360}]');
});
