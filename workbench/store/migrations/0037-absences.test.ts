import { afterEach, beforeEach, expect, it } from 'vitest';

import { type MigratedFile, openFileAt } from '../../../tests/factories/migrated-file.ts';
import { MIGRATIONS } from './migrations.ts';

let file: MigratedFile;
beforeEach(async () => {
  file = await openFileAt(MIGRATIONS.find(({ name }) => name === 'absences')?.version ?? 0);
});
afterEach(() => file.dispose());

it('keeps one row of absences for each officer', () => {
  const insert = (id: string, periods: string): unknown =>
    file.connection.exec(`insert into absence values ('${id}', '${periods}', 1)`);
  expect(() => insert('o1', 'away')).toThrow(/CHECK/);
  expect(() => insert('o1', '{}')).toThrow(/CHECK/);
  insert('o1', '[]');
  expect(() => insert('o1', '[]')).toThrow(/UNIQUE/);
});
