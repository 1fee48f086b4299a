import { afterEach, beforeEach, expect, it } from 'vitest';

import { type MigratedFile, openFileAt } from '../../../tests/factories/migrated-file.ts';
import { migrate } from '../migrate.ts';

let file: MigratedFile;
beforeEach(async () => {
  file = await openFileAt(11);
  file.connection.exec(`
    insert into officer values ('o1', 'Noor Voorbeeld', 1);
    insert into street (id, official_id, name_nl, name_fr, municipality_code, sub_municipality,
        postcode, valid_from, valid_to, opened_by, closed_by)
      values ('s1', '', 'Zwanenkaai', '', '', '', '', '2000-01-01', '9999-12-31', '', ''),
        ('s2', '', 'Lindeplein', '', '', '', '', '2000-01-01', '9999-12-31', '', '');`);
});
afterEach(() => file.dispose());

function insert(row: number, street: string, channel: string | null, feeling: string | null): void {
  file.connection
    .prepare(
      `insert into contact (row_id, id, occurred_at, logged_at, author_id, street_id, house_number,
         place_source, reason, summary, next_step, next_note, channel, feeling, sensitivity, version)
       values (?, ?, '', '', 'o1', ?, '', 'unknown', 'traffic', '', 'task', '', ?, ?, 'restricted', 1)`,
    )
    .run(row, `c${row}`, street, channel, feeling);
}
const facets = () =>
  file.connection
    .prepare(
      `select row_id as row, street.value as street, channel.value as channel, feeling, next_step,
         restricted, amended
       from contact_facet
       join facet_value as street on street.number = contact_facet.street
       left join facet_value as channel on channel.number = contact_facet.channel
       order by row_id`,
    )
    .all();
const EXPECTED = { next_step: 3, restricted: 1, amended: 0 };

it('puts a narrow row beside every contact there is, and beside every new one', async () => {
  insert(1, 's1', 'mail', 'always');
  await migrate(file.connection, { copyPath: () => ':memory:', upTo: 12 });
  insert(2, 's2', null, null);
  expect(facets()).toEqual([
    { row: 1, street: 's1', channel: 'mail', feeling: 5, ...EXPECTED },
    { row: 2, street: 's2', channel: null, feeling: 0, ...EXPECTED },
  ]);
});

it('follows a contact that is amended to another moment and street, and one that goes', async () => {
  insert(1, 's1', 'mail', null);
  insert(2, 's1', 'mail', null);
  await migrate(file.connection, { copyPath: () => ':memory:', upTo: 12 });
  file.connection.exec(`
    insert into contact_original values ('c1', '{}');
    insert into contact_amendment values ('a1', 'c1', 1, 'o1', '', 'fout', '{}');
    update contact set row_id = 7, street_id = 's2', channel = 'station', amendments = 1
      where row_id = 1;
    delete from contact where row_id = 2;`);
  expect(facets()).toEqual([
    { row: 7, street: 's2', channel: 'station', feeling: 0, ...EXPECTED, amended: 1 },
  ]);
});
