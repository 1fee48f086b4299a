import { Kysely, PostgresDialect, sql } from 'kysely';
import { expect, it } from 'vitest';

import { pgliteDatabase } from '../../central/store/pglite/pglite-database.ts';
import { migrateDatabase } from '../../central/store/postgres/migrate-database.ts';

it('puts what was set aside earlier into quarantine, as if its desk had seen nothing', async () => {
  const { pool } = await pgliteDatabase(null);
  const database = new Kysely<never>({ dialect: new PostgresDialect({ pool }) });
  await migrateDatabase(database, 1);
  await sql`
    insert into operation (zone, op_id, device_id, device_seq, author_id, made_at, entity, entity_id,
      change, payload_hash, outcome, code, field, receipt, conflicts, seq)
    select 'zone', 'op-' || n, 'device', n, 'author', '', 'contact', 'c', '{}', '',
      case n when 1 then 'accepted' else 'quarantined' end, '', '', '', '[]', 1
    from generate_series(1, 2) as n`.execute(database);
  expect(await migrateDatabase(database)).toBe(1);
  const { rows } = await sql`select op_id, base_version, depends_on from quarantine`.execute(
    database,
  );
  expect(rows).toEqual([{ op_id: 'op-2', base_version: 0, depends_on: [] }]);
  await database.destroy();
});
