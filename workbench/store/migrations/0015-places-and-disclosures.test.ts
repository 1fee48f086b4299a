import { afterEach, beforeEach, expect, it } from 'vitest';

import { type MigratedFile, openFileAt } from '../../../tests/factories/migrated-file.ts';
import { migrate } from '../migrate.ts';
import { MIGRATIONS } from './migrations.ts';

const VERSION = MIGRATIONS.find(({ name }) => name === 'places-and-disclosures')?.version ?? 0;

let file: MigratedFile;
beforeEach(async () => {
  file = await openFileAt(VERSION - 1);
  file.connection.exec(`
    insert into officer values ('o1', 'Noor Voorbeeld', 1);
    insert into street (id, official_id, name_nl, name_fr, municipality_code, sub_municipality,
        postcode, valid_from, valid_to, opened_by, closed_by)
      values ('s1', '', 'Zwanenkaai', '', '', '', '', '2000-01-01', '9999-12-31', '', '');`);
  for (const id of ['noord', 'zuid']) {
    file.connection.exec(`
      insert into area (id, kind, official_id, name_nl, name_fr, geometry, valid_from, valid_to,
          opened_by, closed_by)
        values ('${id}', 'neighbourhood', '', '${id}', '',
          '{"type":"Polygon","coordinates":[]}', '2000-01-01', '9999-12-31', '', '')`);
  }
});
afterEach(() => file.dispose());

const upgrade = () => migrate(file.connection, { copyPath: () => ':memory:', upTo: VERSION });

function insert(row: number, neighbourhood: string | null): void {
  file.connection
    .prepare(
      `insert into contact (row_id, id, occurred_at, logged_at, author_id, street_id, house_number,
         neighbourhood_id, place_source, reason, summary, next_step, next_note, sensitivity, version)
       values (?, ?, '', '', 'o1', 's1', '', ?, 'unknown', 'traffic', '', 'promise', '', 'normal', 1)`,
    )
    .run(row, `c${row}`, neighbourhood);
  file.connection.exec(`
    insert into promise (id, contact_id, owner_id, street_id, text, due_on, state, outcome, version)
    values ('p${row}', 'c${row}', 'o1', 's1', '', '2026-06-20', 'open', '', 1)`);
}
const places = () =>
  file.connection
    .prepare('select id, neighbourhood_id as place from promise order by id')
    .raw()
    .all();

it('puts the neighbourhood beside every promise there is, and beside every new one', async () => {
  insert(1, 'noord');
  insert(2, null);
  await upgrade();
  insert(3, 'zuid');
  expect(places()).toEqual([
    ['p1', 'noord'],
    ['p2', null],
    ['p3', 'zuid'],
  ]);
});

it('follows a contact that is counted elsewhere, and a promise that belongs to another contact', async () => {
  insert(1, 'noord');
  insert(2, 'zuid');
  await upgrade();
  file.connection.exec(`update contact set neighbourhood_id = null where id = 'c1'`);
  expect(places()).toEqual([
    ['p1', null],
    ['p2', 'zuid'],
  ]);
  file.connection.exec(`
    update contact set neighbourhood_id = 'noord' where id = 'c1';
    update promise set contact_id = 'c1' where id = 'p2'`);
  expect(places()).toEqual([
    ['p1', 'noord'],
    ['p2', 'noord'],
  ]);
});

it('refuses to change or remove what is said of an export', async () => {
  await upgrade();
  const { connection } = file;
  connection.exec(`insert into disclosure values ('d1', '', 'o1', 'csv', 3, 0, 0, '', '{}')`);
  expect(() => connection.exec('update disclosure set contacts = 2')).toThrow('never edited');
  expect(() => connection.exec('delete from disclosure')).toThrow('never edited');
});
