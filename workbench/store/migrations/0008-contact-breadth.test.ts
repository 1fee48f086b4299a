import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { seededEntropy } from '../../../tests/factories/test-store.ts';
import { migrate } from '../migrate.ts';
import { type Connection, openDatabase } from '../open-database.ts';

let directory: string;
let connection: Connection;

const upTo = (version: number) =>
  migrate(connection, { copyPath: (from) => join(directory, `${from}.copy`), upTo: version });

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'wijkwerk-breadth-'));
  connection = openDatabase(join(directory, 'desk.db'), seededEntropy(2).bytes(32), 'write');
  await upTo(7);
  connection.exec(`
    insert into officer values ('o1', 'Noor Voorbeeld', 1);
    insert into street (id, official_id, name_nl, name_fr, municipality_code, sub_municipality, postcode,
      valid_from, valid_to, opened_by, closed_by)
    values ('s1', 's1', 'Zonnestraat', '', '', '', '', '2020-01-01', '9999-12-31', 'i', '');`);
  for (const [id, at, longitude] of [
    ['late', '2026-06-15T08:00:00.250Z', 4.41],
    ['first', '1999-12-31T23:59:59.999Z', 4.42],
    ['same-b', '2026-06-15T08:00:00.249Z', 4.43],
    ['same-a', '2026-06-15T08:00:00.249Z', null],
  ] as const) {
    connection
      .prepare(
        `insert into contact (id, occurred_at, logged_at, author_id, street_id, house_number, longitude,
           latitude, place_source, reason, summary, next_step, next_note, version)
         values (?, ?, '2026-06-15T09:00:00.000Z', 'o1', 's1', '', ?, ?, ?, 'traffic', 'tekst', 'nothing',
           '', 1)`,
      )
      .run(id, at, longitude, longitude && 51, longitude === null ? 'unknown' : 'pointed');
  }
  connection.exec(`
    insert into contact_place select row_id, longitude, longitude, latitude, latitude from contact
      where longitude is not null;
    insert into promise values ('p1', 'late', 'o1', 's1', 'tekst', '2026-06-20', 'open', '', null, 1);`);
  await upTo(8);
});
afterEach(() => {
  connection.close();
  rmSync(directory, { recursive: true, force: true });
});

const values = (sql: string) => connection.prepare(sql).pluck().all();
const amend = (position: number) => {
  connection.exec(`
    insert or ignore into contact_original values ('late', '{}');
    insert into contact_amendment
    values ('a${position}', 'late', ${position}, 'o1', '2026-06-16T08:00:00.000Z', 'nummer', '{}');`);
};

it('numbers the contacts that are there by their moment, and keeps everything about them', () => {
  expect(values('select id from contact order by row_id')).toEqual([
    'first',
    'same-a',
    'same-b',
    'late',
  ]);
  expect(values(`select row_id from contact where id = 'late'`)).toEqual([
    Date.parse('2026-06-15T08:00:00.250Z') * 1000,
  ]);
  expect(values(`select row_id from contact where id = 'same-b'`)).toEqual([
    Date.parse('2026-06-15T08:00:00.249Z') * 1000 + 1,
  ]);
  expect(
    values('select round(west, 2) from contact join contact_place using (row_id) order by west'),
  ).toEqual([4.41, 4.42, 4.43]);
  expect(
    values('select contact.id from promise join contact on contact.id = promise.contact_id'),
  ).toEqual(['late']);
  expect(values('pragma integrity_check')).toEqual(['ok']);
  expect(values('pragma foreign_key_check')).toEqual([]);
});

it('lets a contact change by an amendment, and in no other way', () => {
  const change = (amendments: number) =>
    connection.exec(
      `update contact set summary = 'x', amendments = ${amendments} where id = 'late'`,
    );
  expect(() => change(0)).toThrow(/never edited/);
  expect(() => change(1)).toThrow(/never edited/);
  amend(1);
  change(1);
  expect(() => change(1)).toThrow(/never edited/);
  expect(() => change(2)).toThrow(/never edited/);
  expect(() =>
    connection.exec(`update contact set author_id = 'o1', amendments = 2 where id = 'late'`),
  ).toThrow(/never edited/);
});

it('never lets an amendment, or what stood there before it, be edited', () => {
  amend(1);
  expect(() => connection.exec(`update contact_amendment set note = 'x'`)).toThrow(/never edited/);
  expect(() => connection.exec(`update contact_original set fields = '[]'`)).toThrow(
    /never edited/,
  );
});

it('carries problems and parties along when the moment is corrected', () => {
  connection.exec(`
    insert into party values ('q1', 'person', 'Mila Verzonnen', '', null, null, 1);
    insert into contact_problem select 'vandalism', row_id from contact where id = 'late';
    insert into contact_party select 'q1', row_id, 0 from contact where id = 'late';`);
  amend(1);
  connection.exec(`update contact set row_id = 5, amendments = 1 where id = 'late'`);
  expect(values('select contact_row from contact_problem')).toEqual([5]);
  expect(values('select contact_row from contact_party')).toEqual([5]);
});

it('takes no feeling, length or sensitivity that nobody could mean', () => {
  const set = (column: string, value: string) => {
    amend(1);
    try {
      connection.exec(`update contact set ${column} = ${value}, amendments = 1 where id = 'late'`);
    } finally {
      connection.exec(`delete from contact_amendment`);
    }
  };
  expect(() => set('feeling', `'sad'`)).toThrow(/CHECK/);
  expect(() => set('duration_minutes', '0')).toThrow(/CHECK/);
  expect(() => set('sensitivity', `'secret'`)).toThrow(/CHECK/);
});
