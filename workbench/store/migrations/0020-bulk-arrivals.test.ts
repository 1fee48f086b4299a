import { afterEach, beforeEach, expect, it } from 'vitest';

import { type MigratedFile, openFileAt } from '../../../tests/factories/migrated-file.ts';
import { MIGRATIONS } from './migrations.ts';

const VERSION = MIGRATIONS.find(({ name }) => name === 'bulk-arrivals')?.version ?? 0;

let file: MigratedFile;
beforeEach(async () => {
  file = await openFileAt(VERSION);
  run(`insert into officer (id, display_name, version) values ('o1', 'Noor Voorbeeld', 1)`);
  run(`insert into street (id, official_id, name_nl, name_fr, municipality_code, sub_municipality,
    postcode, valid_from, valid_to, opened_by, closed_by)
    values ('s1', 's1', 'Zonnestraat', '', '', '', '', '2000-01-01', '9999-12-31', 'x', '')`);
});
afterEach(() => file.dispose());
const run = (sql: string) => file.connection.exec(sql);
const all = (sql: string) => file.connection.prepare(sql).raw().all();
const contact = (row: number, amendments = 0) =>
  run(`insert into contact (row_id, id, occurred_at, logged_at, author_id, street_id, house_number,
      place_source, reason, summary, next_step, next_note, version, amendments)
    values (${row}, 'c${row}', '2026-06-15T08:00:00.000Z', '2026-06-15T08:00:00.000Z', 'o1', 's1', '',
      'unknown', 'traffic', 'glasbol', 'nothing', '', 1, ${amendments})`);
const promise = (id: string) =>
  run(`insert into promise (id, contact_id, owner_id, street_id, text, due_on, state, outcome, version)
    values ('${id}', 'c1', 'o1', 's1', 'bellen', '2026-07-01', 'open', '', 1)`);
const words = (word: string) =>
  all(`select rowid from contact_text where contact_text match '${word}'`);
const running = (on: 0 | 1) => run(`update bulk_arrival set running = ${on}`);

it('keeps the indexes for rows that come one by one', () => {
  contact(1);
  promise('p1');
  expect(words('glasbol')).toEqual([[1]]);
  expect(all('select row_id, author > 0 from contact_facet')).toEqual([[1, 1]]);
  expect(all(`select rowid from promise_text where promise_text match 'bellen'`)).toHaveLength(1);
});

it('leaves them to whoever brings many at once', () => {
  running(1);
  contact(1);
  promise('p1');
  running(0);
  expect([words('glasbol'), all('select row_id from contact_facet')]).toEqual([[], []]);
  expect(all('select row_id from promise_row')).toEqual([]);
});

it('indexes what is changed before its turn, and forgets what goes', () => {
  running(1);
  for (const row of [1, 2]) {
    contact(row);
    run(`insert into contact_unindexed values (${row})`);
  }
  promise('p1');
  run(`insert into promise_unindexed values ('p1')`);
  running(0);
  run(`update promise set outcome = 'gedaan' where id = 'p1'`);
  expect(all(`select rowid from promise_text where promise_text match 'gedaan'`)).toHaveLength(1);
  run(`delete from promise where id = 'p1'`);
  run(`delete from contact where row_id = 2`);
  expect(all('select row_id from contact_unindexed')).toEqual([[1]]);
  expect(all('select promise_id from promise_unindexed')).toEqual([]);
});

it('finds a contact that comes amended by its notes', () => {
  run('pragma defer_foreign_keys = on; begin');
  run('pragma defer_foreign_keys = on');
  run(`insert into contact_amendment (id, contact_id, position, author_id, made_at, note, changes)
    values ('a1', 'c1', 1, 'o1', '2026', 'geteld', '{}')`);
  contact(1, 1);
  run('commit');
  expect(words('geteld')).toEqual([[1]]);
});
