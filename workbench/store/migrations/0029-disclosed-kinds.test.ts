import { afterEach, beforeEach, expect, it } from 'vitest';

import { type MigratedFile, openFileAt } from '../../../tests/factories/migrated-file.ts';
import { migrate } from '../migrate.ts';
import { MIGRATIONS } from './migrations.ts';

const VERSION = MIGRATIONS.find(({ name }) => name === 'disclosed-kinds')?.version ?? 0;

let file: MigratedFile;
beforeEach(async () => {
  file = await openFileAt(VERSION - 1);
  file.connection.exec(`
    insert into officer values ('o1', 'Noor Voorbeeld', 1);
    insert into disclosure values
      ('d1', '2026-06-15', 'o1', 'csv', 3, 0, 1, 0, 'School', '{"sort":1}'),
      ('d2', '2026-06-16', 'o1', 'icalendar', 0, 7, 0, 0, '', '{"area":1}')`);
  await migrate(file.connection, { copyPath: () => ':memory:', upTo: VERSION });
});
afterEach(() => file.dispose());

it('keeps every list and calendar that left as it was, under its kind', () => {
  expect(file.connection.prepare('select * from disclosure').all()).toEqual([
    {
      id: 'd1',
      made_at: '2026-06-15',
      officer_id: 'o1',
      format: 'csv',
      what: 'contacts',
      items: 3,
      restricted: 1,
      assessments: 0,
      recipient: 'School',
      subject: '{"what":"contacts","view":{"sort":1}}',
    },
    {
      id: 'd2',
      made_at: '2026-06-16',
      officer_id: 'o1',
      format: 'icalendar',
      what: 'calendar',
      items: 7,
      restricted: 0,
      assessments: 0,
      recipient: '',
      subject: '{"what":"calendar","board":{"area":1}}',
    },
  ]);
});

it('takes other kinds, refuses forms it does not know, and still refuses edits', () => {
  const { connection } = file;
  const insert = (id: string, format: string): unknown =>
    connection.exec(
      `insert into disclosure values ('${id}', '', 'o1', '${format}', 'deal', 1, 0, 0, '', '{}')`,
    );
  insert('d4', 'open311');
  expect(() => insert('d3', 'fax')).toThrow(/CHECK/);
  expect(() => connection.exec('update disclosure set items = 2')).toThrow('never edited');
  expect(() => connection.exec('delete from disclosure')).toThrow('never edited');
});
