import { afterEach, beforeEach, expect, it } from 'vitest';

import { type MigratedFile, openFileAt } from '../../../tests/factories/migrated-file.ts';
import { MIGRATIONS } from './migrations.ts';

let file: MigratedFile;
beforeEach(async () => {
  file = await openFileAt(MIGRATIONS.find(({ name }) => name === 'answer-days')?.version ?? 0);
  run(`insert into officer values ('o1', 'Noor Voorbeeld', 1)`);
});
afterEach(() => file.dispose());

const run = (text: string): unknown => file.connection.exec(text);

it('keeps who set a number of days that can be', () => {
  expect(() => run(`insert into answer_days values ('a', '', 'nobody', 14, 1)`)).toThrow(/FOREIGN/);
  expect(() => run(`insert into answer_days values ('a', '', 'o1', 0, 1)`)).toThrow(/CHECK/);
  expect(() => run(`insert into answer_days values ('a', '', 'o1', 91, 1)`)).toThrow(/CHECK/);
  run(`insert into answer_days values ('a', '', 'o1', 7, 1)`);
});
