import { afterEach, beforeEach, expect, it } from 'vitest';

import { type MigratedFile, openFileAt } from '../../../tests/factories/migrated-file.ts';
import { MIGRATIONS } from './migrations.ts';

let file: MigratedFile;
beforeEach(async () => {
  file = await openFileAt(MIGRATIONS.find(({ name }) => name === 'parcels')?.version ?? 0);
});
afterEach(() => file.dispose());

const run = (text: string): unknown => file.connection.exec(text);
const PROOF = `zeroblob(64)`;

it('takes the parts of a parcel away with it', () => {
  run(`insert into parcel_carried values ('p1', 'header', '', 3, 0, 900, '', null, '')`);
  run(`insert into parcel_part values (null, 'p1', 0, 1, 0, ${PROOF}, x'00')`);
  run(`delete from parcel_carried`);
  expect(file.connection.prepare('select count(*) from parcel_part').pluck().get()).toBe(0);
});

it('keeps each part once, and none without its parcel', () => {
  run(`insert into parcel_carried values ('p1', 'header', '', 3, 0, 900, '', null, '')`);
  run(`insert into parcel_part values (null, 'p1', 0, 0, 0, ${PROOF}, x'00')`);
  expect(() =>
    run(`insert into parcel_part values (null, 'p1', 0, 1, 0, ${PROOF}, x'00')`),
  ).toThrow(/UNIQUE/);
  expect(() =>
    run(`insert into parcel_part values (null, 'p2', 0, 1, 0, ${PROOF}, x'00')`),
  ).toThrow(/FOREIGN KEY/);
  expect(() => run(`insert into parcel_part values (null, 'p1', 1, 1, 0, x'00', x'00')`)).toThrow(
    /CHECK/,
  );
});

it('finds the parcels that were made last by an index', () => {
  const plan = file.connection
    .prepare('explain query plan select id from parcel_made order by made_at desc, id desc limit 5')
    .all() as { detail: string }[];
  expect(plan.map(({ detail }) => detail).join()).toContain('parcel_made_in_order');
});
