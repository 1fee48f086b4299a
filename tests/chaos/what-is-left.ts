import { Kysely, PostgresDialect, sql } from 'kysely';

import { dayOf } from '#shared/lib/dates.ts';

import { scopesOf } from '../../central/access/access.ts';
import { rightsSnapshot } from '../../central/store/postgres/directory-sql.ts';
import {
  type OperationColumns,
  rowsByKey,
  toOperation,
} from '../../central/store/postgres/row-sql.ts';
import type { RowKey } from '../../central/store/records.ts';
import { systemClock, systemEntropy } from '../../workbench/adapters/system.ts';
import { openStore } from '../../workbench/store/open.ts';
import { onServer } from '../central/open-stores.ts';
import type { CentreState, SettledDesk, SettledTown } from '../simulation/settled.ts';
import { decryptedBytes, KEY } from '../simulation/simulated-desk.ts';
import type { DeskMember, ZoneOfProcesses } from './zone-of-processes.ts';

/** Reads the database and the desks' files, once their processes have ended. */
export async function whatIsLeft({ url, zoneId, desks }: ZoneOfProcesses): Promise<SettledTown> {
  const { pool } = onServer(url, 2);
  const database = new Kysely<never>({ dialect: new PostgresDialect({ pool }) });
  try {
    const settled = desks.map(async (desk) => {
      const rights = await rightsSnapshot(database, zoneId, desk.officerId);
      return settledFile(desk, scopesOf(rights, dayOf(systemClock.now())));
    });
    return {
      centre: await centreRecords(database, zoneId),
      restored: false,
      erased: [],
      files: new Map(),
      // Its processes say themselves what they have stored: `everythingPromisedIsThere` looks for that.
      typed: [],
      desks: await Promise.all(settled),
    };
  } finally {
    await database.destroy();
  }
}

async function centreRecords(database: Kysely<never>, zoneId: string): Promise<CentreState> {
  const { rows: keys } = await sql<RowKey>`
    select entity, entity_id as id from entity_row where zone = ${zoneId}`.execute(database);
  const { rows } = await sql<OperationColumns>`
    select * from operation where zone = ${zoneId}`.execute(database);
  return {
    rows: await rowsByKey(database, zoneId, keys),
    operations: rows.map(toOperation),
    blobs: new Map(),
  };
}

async function settledFile(
  { path, officerId, deviceId }: DeskMember,
  scopes: SettledDesk['scopes'],
): Promise<SettledDesk> {
  const identity = { officerId, deviceId };
  const { store } = await openStore({
    path,
    key: KEY,
    clock: systemClock,
    entropy: systemEntropy,
    identity,
  });
  return {
    deviceId,
    read: store.read,
    scopes,
    async bytes() {
      await store.close();
      return decryptedBytes(path);
    },
  };
}
