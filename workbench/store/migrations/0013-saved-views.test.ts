import { afterEach, beforeEach, expect, it } from 'vitest';

import { type MigratedFile, openFileAt } from '../../../tests/factories/migrated-file.ts';

let file: MigratedFile;
beforeEach(async () => {
  file = await openFileAt(13);
  file.connection.exec(`insert into officer values ('o1', 'Noor Voorbeeld', 1)`);
});
afterEach(() => file.dispose());

const insert = (id: string, owner: string, name: string, view: string) =>
  file.connection
    .prepare(`insert into saved_view values (?, ?, ?, 0, ?, 0, 1)`)
    .run(id, owner, name, view);

it('keeps a named view of an officer, and nothing that is none', () => {
  insert('v1', 'o1', 'Deze maand', '{}');
  expect(() => insert('v1', 'o1', 'Nog eens', '{}')).toThrow(/UNIQUE/);
  expect(() => insert('v2', 'o9', 'Van niemand', '{}')).toThrow(/FOREIGN KEY/);
  expect(() => insert('v3', 'o1', '', '{}')).toThrow(/CHECK/);
  expect(() => insert('v4', 'o1', 'Stuk', '{')).toThrow(/CHECK/);
});
