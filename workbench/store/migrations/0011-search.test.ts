import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { seededEntropy } from '../../../tests/factories/test-store.ts';
import { migrate } from '../migrate.ts';
import { type Connection, openDatabase } from '../open-database.ts';

let directory: string;
let connection: Connection;
const NEW = 11;

const upTo = (version: number) =>
  migrate(connection, { copyPath: (from) => join(directory, `${from}.copy`), upTo: version });

/** One contact, with the moment for its number. */
function contact(id: string, row: number, summary: string): void {
  connection
    .prepare(
      `insert into contact (row_id, id, occurred_at, logged_at, author_id, street_id, house_number,
         place_source, reason, summary, next_step, next_note, need, version)
       values (?, ?, '2026-06-15T08:00:00.000Z', '2026-06-15T09:00:00.000Z', 'o1', 's1', '', 'unknown',
         'traffic', ?, 'task', 'Zebrapad hertekenen', 'Meer rust', 1)`,
    )
    .run(row, id, summary);
}

/** Numbers of the rows that match, newest first. */
const found = (table: string, query: string) =>
  connection
    .prepare(`select rowid from ${table} where ${table} match ? order by rowid desc`)
    .pluck()
    .all(query);
const INDEX = { promise: 'promise_text', party: 'party_reach' };
/** Ids of the promises or parties that match. */
const foundIds = (kind: 'promise' | 'party', query: string) =>
  connection
    .prepare(
      `select ${kind}_id from ${kind}_row
       where row_id in (select rowid from ${INDEX[kind]} where ${INDEX[kind]} match ?) order by ${kind}_id`,
    )
    .pluck()
    .all(query);
const checkIndexes = () => {
  for (const table of ['contact_text', 'promise_text', 'party_reach']) {
    connection.exec(`insert into ${table} (${table}) values ('integrity-check')`);
  }
};

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'wijkwerk-search-'));
  connection = openDatabase(join(directory, 'desk.db'), seededEntropy(2).bytes(32), 'write');
  await upTo(NEW - 1);
  connection.exec(`
    insert into officer values ('o1', 'Noor Voorbeeld', 1);
    insert into street (id, official_id, name_nl, name_fr, municipality_code, sub_municipality, postcode,
      valid_from, valid_to, opened_by, closed_by)
    values ('s1', 's1', 'Zonnestraat', '', '', '', '', '2020-01-01', '9999-12-31', 'i', '');`);
  contact('first', 100, 'Lawaai bij Café Hélène');
  contact('second', 200, 'Sluikstort naast de glasbol');
  connection.exec(`
    insert into contact_original values ('second', '{}');
    insert into contact_amendment
    values ('a1', 'second', 1, 'o1', '2026-06-16T08:00:00.000Z', 'verkeerde hoek', '{}'),
      ('a2', 'second', 2, 'o1', '2026-06-17T08:00:00.000Z', 'nogmaals bekeken', '{}');
    update contact set amendments = 2 where id = 'second';
    insert into promise (id, contact_id, owner_id, street_id, text, due_on, state, outcome, version)
    values ('p1', 'first', 'o1', 's1', 'Terugbellen over het terras', '2026-06-20', 'open', '', 1);
    insert into party values ('q1', 'person', 'Mila Verzonnen', '0470/12.34.56', null, null, 1);`);
  await upTo(NEW);
});
afterEach(() => {
  connection.close();
  rmSync(directory, { recursive: true, force: true });
});

describe('the search indexes', () => {
  it('hold what was in the file before them', () => {
    expect(found('contact_text', 'helene')).toEqual([100]);
    expect(found('contact_text', 'glasbol')).toEqual([200]);
    expect(found('contact_text', 'zebrapad')).toEqual([200, 100]);
    expect(found('contact_text', 'bekeken')).toEqual([200]);
    expect(foundIds('promise', 'terras')).toEqual(['p1']);
    expect(foundIds('party', '0470123456')).toEqual(['q1']);
    checkIndexes();
  });

  it('follow a contact that is added, amended to another moment, and removed', () => {
    contact('third', 300, 'Fiets gestolen');
    expect(found('contact_text', 'fiets')).toEqual([300]);
    connection.exec(`
      insert into contact_original values ('third', '{}');
      insert into contact_amendment
      values ('a3', 'third', 1, 'o1', '2026-06-16T08:00:00.000Z', 'gisteren al', '{}');
      update contact set row_id = 50, summary = 'Bakfiets gestolen', amendments = 1 where id = 'third';`);
    expect(found('contact_text', 'fiets')).toEqual([]);
    expect(found('contact_text', 'bakfiets')).toEqual([50]);
    expect(found('contact_text', 'gisteren')).toEqual([50]);
    expect(found('contact_text', 'rust')).toEqual([200, 100, 50]);
    checkIndexes();
    connection.exec(`delete from contact where id = 'third'`);
    expect(found('contact_text', 'bakfiets')).toEqual([]);
    checkIndexes();
  });

  it('follow promises and parties', () => {
    connection.exec(`
      update promise set state = 'kept', outcome = 'Uitbater verwittigd', closed_at = 'x' where id = 'p1';
      update party set name = 'Mila Bedacht', reach = 'mila@voorbeeld.test' where id = 'q1';`);
    expect(foundIds('promise', 'terras')).toEqual(['p1']);
    expect(foundIds('promise', 'uitbater')).toEqual(['p1']);
    expect(foundIds('party', '0470123456')).toEqual([]);
    expect(foundIds('party', 'mila voorbeeld')).toEqual(['q1']);
    connection.exec(`delete from promise; delete from party;`);
    expect(foundIds('promise', 'terras')).toEqual([]);
    expect(foundIds('party', 'mila voorbeeld')).toEqual([]);
    expect(connection.prepare('select count(*) from promise_row').pluck().get()).toBe(0);
    expect(connection.prepare('select count(*) from party_row').pluck().get()).toBe(0);
    checkIndexes();
  });

  it('go with their change: what is rolled back is not found', () => {
    connection.exec('begin');
    contact('third', 300, 'Fiets gestolen');
    connection.exec('rollback');
    expect(found('contact_text', 'fiets')).toEqual([]);
  });

  it('read the newest first from the end of the index, without sorting', () => {
    const plan = connection
      .prepare(
        `explain query plan select rowid from contact_text where contact_text match 'a'
         and rowid < 5 order by rowid desc limit 20`,
      )
      .all();
    expect(JSON.stringify(plan)).not.toContain('TEMP B-TREE');
  });
});
