import { afterEach, beforeEach, expect, it } from 'vitest';

import { type MigratedFile, openFileAt } from '../../../tests/factories/migrated-file.ts';
import { MIGRATIONS } from './migrations.ts';

const up = MIGRATIONS.find(({ name }) => name === 'zone-territory')?.up;

let file: MigratedFile;
beforeEach(async () => {
  file = await openFileAt(20);
});
afterEach(() => file.dispose());
const run = (sql: string) => file.connection.exec(sql);
const all = (sql: string) => file.connection.prepare(sql).raw().all();
const migrate = async () => {
  const { Kysely, SqliteDialect } = await import('kysely');
  await up?.(new Kysely<never>({ dialect: new SqliteDialect({ database: file.connection }) }));
};

it('asks nobody any more about imports that the centre set aside, and about other work as before', async () => {
  for (const [seq, entity, state] of [
    [1, 'territory-import', 'quarantined'],
    [2, 'territory-import', 'accepted'],
    [3, 'contact', 'quarantined'],
  ]) {
    run(`insert into operation values (${seq}, 'op${seq}', 'd', 'a', '2026', '${entity}', 'e${seq}', 0, 1,
      '{}', '${state}', '')`);
    run(`insert into operation_outcome (op_id, code, field, conflicts, seq, needs_attention, note)
      values ('op${seq}', '', '', '[]', 1, ${state === 'accepted' ? 0 : 1}, '')`);
  }
  await migrate();
  expect(all('select op_id from operation_outcome where needs_attention = 1')).toEqual([['op3']]);
});

it('leaves imports to be taken back, and knows one version here and one that arrives', async () => {
  run(`insert into territory_import values ('i', 'zone', '', '', '{}', '', '', '', '{}', null)`);
  await migrate();
  expect(all('select settled from territory_import')).toEqual([[0]]);
  run(`insert into zone_territory values ('here', '{}', '[]', '', '')`);
  expect(() => run(`insert into zone_territory values ('here', '{}', '[]', '', '')`)).toThrow(
    /UNIQUE/,
  );
  expect(() => run(`insert into zone_territory values ('there', '{}', '[]', '', '')`)).toThrow(
    /CHECK/,
  );
});
