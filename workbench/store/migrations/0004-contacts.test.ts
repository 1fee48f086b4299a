import { afterEach, beforeEach, expect, it } from 'vitest';

import { type MigratedFile, openFileAt } from '../../../tests/factories/migrated-file.ts';

let file: MigratedFile;
beforeEach(async () => {
  file = await openFileAt(4);
  file.connection.exec(`
    insert into officer values ('o1', 'Noor Voorbeeld', 1);
    insert into street (id, official_id, name_nl, name_fr, municipality_code, sub_municipality, postcode,
      valid_from, valid_to, opened_by, closed_by)
    values ('s1', 's1', 'Zonnestraat', '', '', '', '', '2020-01-01', '9999-12-31', 'i', '');`);
});
afterEach(() => file.dispose());

const insertContact = (
  id: string,
  values: { longitude?: number | null; latitude?: number | null } = {},
) => {
  const { longitude = 4.4, latitude = 51 } = values;
  file.connection
    .prepare(
      `insert into contact (id, occurred_at, logged_at, author_id, street_id, house_number, longitude,
         latitude, place_source, reason, summary, next_step, next_note, version)
       values (?, '2026-06-15T08:00:00.000Z', '2026-06-15T08:01:00.000Z', 'o1', 's1', '', ?, ?, ?,
         'nuisance', 'tekst', 'nothing', '', 1)`,
    )
    .run(id, longitude, latitude, longitude === null ? 'unknown' : 'pointed');
};
const insertPromise = (state: string, closedAt: string | null) =>
  file.connection
    .prepare(
      `insert into promise values ('p1', 'c1', 'o1', 's1', 'tekst', '2026-06-20', ?, '', ?, 1)`,
    )
    .run(state, closedAt);

it('gives a contact a whole place or none', () => {
  insertContact('c1');
  insertContact('c2', { longitude: null, latitude: null });
  expect(() => insertContact('c3', { longitude: null })).toThrow(/CHECK/);
});

it('never lets what an officer submitted be edited', () => {
  insertContact('c1');
  for (const column of [
    'summary',
    'occurred_at',
    'author_id',
    'street_id',
    'reason',
    'next_note',
  ]) {
    expect(() => file.connection.exec(`update contact set ${column} = ${column}`)).toThrow(
      /never edited/,
    );
  }
});

it('keeps a street that a contact names', () => {
  insertContact('c1');
  expect(() => file.connection.exec(`delete from street`)).toThrow(/FOREIGN KEY/);
});

it('closes a promise with a moment, and only then', () => {
  insertContact('c1');
  expect(() => insertPromise('open', '2026-06-18T08:00:00.000Z')).toThrow(/CHECK/);
  expect(() => insertPromise('kept', null)).toThrow(/CHECK/);
  expect(() => insertPromise('forgotten', null)).toThrow(/CHECK/);
  insertPromise('open', null);
});
