import { afterEach, beforeEach, expect, it } from 'vitest';

import { type MigratedFile, openFileAt } from '../../../tests/factories/migrated-file.ts';
import { MIGRATIONS } from './migrations.ts';

let file: MigratedFile;
beforeEach(async () => {
  file = await openFileAt(MIGRATIONS.find(({ name }) => name === 'facts')?.version ?? 0);
  run(`insert into fact_source values ('s1', 'Police', 'public', '', null, '[]', 1)`);
  run(`insert into fact_import values ('i1', 's1', 'a.csv', '', '', '{}', '{}', null, 1)`);
  run(`insert into fact_batch values ('b1', 'i1', null, 1)`);
});
afterEach(() => file.dispose());

const run = (text: string): unknown => file.connection.exec(text);
const fact = (columns: Readonly<Record<string, string>> = {}): unknown => {
  const all = {
    ...{ batch_id: `'b1'`, import_id: `'i1'`, source_id: `'s1'`, kind: `'theft'` },
    ...{ origin: `'public'`, amount: '1', precision: `'month'`, first_day: `'2020-01-01'` },
    ...{ last_day: `'2020-01-31'`, tie: `'no-place'`, counts: '1' },
    ...columns,
  };
  return run(`insert into fact (${Object.keys(all).join()}) values (${Object.values(all).join()})`);
};

it('takes facts that say no more than they know', () => {
  fact();
  fact({ precision: `'day'`, last_day: `'2020-01-01'`, weekday: '3' });
  fact({ tie: `'nearest'`, street_id: `'a'`, segment_id: `'b'`, longitude: '4', latitude: '51' });
  expect(() => fact({ hour: '12' })).toThrow(/CHECK/);
  expect(() => fact({ weekday: '3' })).toThrow(/CHECK/);
  expect(() => fact({ precision: `'moment'` })).toThrow(/CHECK/);
  expect(() => fact({ tie: `'nearest'` })).toThrow(/CHECK/);
  expect(() => fact({ street_id: `'a'`, segment_id: `'b'` })).toThrow(/CHECK/);
  expect(() => fact({ longitude: '4' })).toThrow(/CHECK/);
  expect(() => fact({ amount: '0' })).toThrow(/CHECK/);
  expect(() => fact({ batch_id: `'b2'` })).toThrow(/FOREIGN KEY/);
});

it('takes its facts along when a batch goes', () => {
  fact();
  run(`delete from fact_batch`);
  expect(file.connection.prepare('select count(*) from fact').pluck().get()).toBe(0);
});

it('brings kinds of facts with a name in every language', () => {
  const kinds = file.connection
    .prepare<[], { names: number }>(
      `select min(length(name_nl), length(name_fr), length(name_en)) as names
       from code where list = 'fact-kind'`,
    )
    .all();
  expect(kinds.length).toBeGreaterThan(10);
  expect(kinds.every(({ names }) => names > 0)).toBe(true);
});
