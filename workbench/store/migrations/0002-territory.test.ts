import { afterEach, beforeEach, expect, it } from 'vitest';

import { type MigratedFile, openFileAt } from '../../../tests/factories/migrated-file.ts';

let file: MigratedFile;
beforeEach(async () => {
  file = await openFileAt(2);
});
afterEach(() => file.dispose());

const insertArea = (
  id: string,
  values: { kind?: string; from?: string; to?: string } = {},
): void => {
  const { kind = 'neighbourhood', from = '2020-01-01', to = '9999-12-31' } = values;
  file.connection
    .prepare(
      `insert into area (id, kind, official_id, name_nl, name_fr, geometry, valid_from, valid_to, opened_by, closed_by)
       values (?, ?, 'W01', 'Zonnewijk', '', '[]', ?, ?, 'import', '')`,
    )
    .run(id, kind, from, to);
};

it('keeps versions of one area beside each other, each valid for at least a day', () => {
  insertArea('a1', { to: '2024-01-01' });
  insertArea('a2', { from: '2024-01-01' });
  expect(() => insertArea('a3', { from: '2024-01-01', to: '2024-01-01' })).toThrow(/CHECK/);
  expect(() => insertArea('a1')).toThrow(/UNIQUE/);
  const names = file.connection
    .prepare(`select id from area where valid_from <= ? and valid_to > ?`)
    .pluck()
    .all('2023-12-31', '2023-12-31');
  expect(names).toEqual(['a1']);
});

it('knows only the kinds of area that a zone is made of', () => {
  expect(() => insertArea('a4', { kind: 'parish' })).toThrow(/CHECK/);
});

it('lets no segment or address stand without its street', () => {
  expect(() =>
    file.connection.exec(
      `insert into address (id, official_id, street_id, house_number, box_number, postcode,
         longitude, latitude, valid_from, valid_to, opened_by, closed_by)
       values ('ad1', 'x', 'no-street', '1', '', '', 4.4, 51, '2020-01-01', '9999-12-31', 'i', '')`,
    ),
  ).toThrow(/FOREIGN KEY/);
});

it('keeps its row numbers through VACUUM, because the R*Tree indexes point at them', () => {
  insertArea('a1');
  insertArea('a2');
  file.connection.exec(`delete from area where id = 'a1'`);
  file.connection.exec('vacuum');
  expect(file.connection.prepare(`select row_id from area`).pluck().all()).toEqual([2]);
});
