import { Kysely, PostgresDialect, sql } from 'kysely';
import { expect, it } from 'vitest';

import { CENTRAL_MIGRATIONS } from '../../central/store/migrations/migrations.ts';
import { pgliteDatabase } from '../../central/store/pglite/pglite-database.ts';
import { migrateDatabase } from '../../central/store/postgres/migrate-database.ts';
import { postgresStore } from '../../central/store/postgres/postgres-store.ts';
import { startTestServer } from '../factories/central-server.ts';

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

it('keeps codes that were handed out, and lets go of challenges and tokens of minutes', async () => {
  const opened = await pgliteDatabase(null);
  const database = new Kysely<never>({ dialect: new PostgresDialect({ pool: opened.pool }) });
  const since = CENTRAL_MIGRATIONS.findIndex(({ name }) => name === 'zone-keys');
  const before = CENTRAL_MIGRATIONS[since - 1]?.version ?? 0;
  await migrateDatabase(database, before);
  const store = await postgresStore({ database: opened });
  // Of two zones: what a person types still does not say of which.
  const servers = [
    await startTestServer(store, { seed: 70 }),
    await startTestServer(store, { seed: 71 }),
  ];
  const invited = await Promise.all(
    servers.map(({ invite, zone }) => invite('officer', zone.north)),
  );
  const later = '2026-12-31T00:00:00.000Z';
  await sql`insert into challenge (nonce_hash, device_id, expires_at) values ('n', 'd', ${later})`.execute(
    database,
  );
  await sql`
    insert into desk_token (token_hash, zone, officer_id, device_id, expires_at)
    values ('t', ${servers[0]?.zone.zoneId}, 'o', 'd', ${later})`.execute(database);

  expect(await migrateDatabase(database)).toBe(before);
  const { rows } = await sql`
    select (select count(*)::int from enrolment_code) as codes,
      (select count(*)::int from challenge) as challenges,
      (select count(*)::int from desk_token) as tokens`.execute(database);
  expect(rows).toEqual([{ codes: 2, challenges: 0, tokens: 0 }]);
  for (const [at, server] of servers.entries()) {
    const { code = '', login = '', password = '', label = '' } = invited[at] ?? {};
    // Any centre takes it, and lets the desk into the zone that it was made for.
    const { centre } = (servers[1 - at] ?? server).client();
    const session = await centre.enrol({ code, login, password, label, officerId: null });
    expect(session.zoneId).toBe(server.zone.zoneId);
    await expect(
      centre.enrol({ code, login, password, label, officerId: null }),
    ).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
  }
  for (const server of servers) await server.stop();
  await store.close();
});
