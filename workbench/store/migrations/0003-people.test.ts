import { afterEach, beforeEach, expect, it } from 'vitest';

import { type MigratedFile, openFileAt } from '../../../tests/factories/migrated-file.ts';

let file: MigratedFile;
beforeEach(async () => {
  file = await openFileAt(3);
  file.connection.exec(`
    insert into officer values ('o1', 'Noor Voorbeeld', 1);
    insert into area (id, kind, official_id, name_nl, name_fr, geometry, valid_from, valid_to, opened_by, closed_by)
    values ('a1', 'neighbourhood', 'W01', 'Zonnewijk', '', '[]', '2020-01-01', '9999-12-31', 'i', '');`);
});
afterEach(() => file.dispose());

const insertPost = (officer: string, area: string, from: string, to: string, kind = 'geographic') =>
  file.connection
    .prepare(`insert into post values (?, ?, ?, ?, '', ?, ?, 1)`)
    .run(`${officer}-${from}`, officer, kind, area, from, to);

it('ties a post to an officer and an area that exist', () => {
  insertPost('o1', 'a1', '2026-01-01', '9999-12-31');
  expect(() => insertPost('o2', 'a1', '2026-01-01', '9999-12-31')).toThrow(/FOREIGN KEY/);
  expect(() => insertPost('o1', 'a2', '2026-02-01', '9999-12-31')).toThrow(/FOREIGN KEY/);
});

it('lets no post end before it begins, and knows two kinds of post', () => {
  expect(() => insertPost('o1', 'a1', '2026-03-01', '2026-02-01')).toThrow(/CHECK/);
  expect(() => insertPost('o1', 'a1', '2026-04-01', '9999-12-31', 'floating')).toThrow(/CHECK/);
});

it('has no column in which a person could be ranked or followed', () => {
  const columns = file.connection
    .prepare(
      `select name from pragma_table_info('officer') union select name from pragma_table_info('post')`,
    )
    .pluck()
    .all();
  expect(columns).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/score|rank|lat|lon|track/)]),
  );
});
