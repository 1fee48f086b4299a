import { afterEach, beforeEach, expect, it } from 'vitest';

import { type MigratedFile, openFileAt } from '../../../tests/factories/migrated-file.ts';
import { MIGRATIONS } from './migrations.ts';

let file: MigratedFile;
beforeEach(async () => {
  file = await openFileAt(MIGRATIONS.find(({ name }) => name === 'fact-weights')?.version ?? 0);
  run(`insert into officer values ('o1', 'Noor Voorbeeld', 1)`);
});
afterEach(() => file.dispose());

const run = (text: string): unknown => file.connection.exec(text);
const set = (by: string, note: string) =>
  run(`insert into fact_weights values ('w1', '', '${by}', '2026-01-01', '${note}', '{}', 1)`);

it('keeps weights signed and explained, and as they were set', () => {
  expect(() => set('nobody', 'why')).toThrow(/FOREIGN KEY/);
  expect(() => set('o1', '')).toThrow(/CHECK/);
  set('o1', 'why');
  expect(() => run(`update fact_weights set weights = '{"theft":9}'`)).toThrow(/never edited/);
  expect(() => run(`update fact_weights set valid_from = '2020-01-01'`)).toThrow(/never edited/);
  run(`update fact_weights set version = 2`);
});
