import { CompiledQuery, Kysely, SqliteDialect } from 'kysely';

import { makeId } from '#shared/lib/ids.ts';

import type { Clock, Entropy } from '../ports/ports.ts';
import type { PreparedStatement, SqlValue, WriteHandle } from './handles.ts';
import { migrate } from './migrate.ts';
import { type DataKey, openDatabase, storageError } from './open-database.ts';
import { keepingStatements } from './prepared-statements.ts';
import { recordOperation } from './record-operation.ts';
import type { Schema } from './schema.ts';
import { checkSound } from './sound-check.ts';
import type { FileIdentity, Store } from './store.ts';

export interface OpenStoreOptions {
  readonly path: string;
  readonly key: DataKey;
  readonly clock: Clock;
  readonly entropy: Entropy;
  /** Whose file it is. Written into a new file; must be the same as in an existing one. */
  readonly identity: FileIdentity;
  /** Called when the file is being checked after an unclean stop, which can take some seconds. */
  readonly onCheck?: () => void;
}

export interface OpenedStore {
  readonly store: Store;
  /** The last session ended without closing the file; it has been checked and found sound. */
  readonly uncleanStop: boolean;
}

/**
 * Opens an officer's file for reading and writing, brings it to the newest version and checks it
 * after an unclean stop. Throws FILE_NEWER, FILE_DAMAGED or STORAGE_FULL; the file is then as it was.
 */
export async function openStore(options: OpenStoreOptions): Promise<OpenedStore> {
  const { path, key, clock, entropy } = options;
  const writing = openDatabase(path, key, 'write');
  try {
    const stamp = clock.now().replaceAll(/[:.]/g, '-');
    await migrate(writing, { copyPath: (version) => `${path}.version-${version}.${stamp}.copy` });
    const reading = openDatabase(path, key, 'read');
    const tables = new Kysely<Schema>({
      dialect: new SqliteDialect({ database: keepingStatements(writing) }),
    });
    const read = new Kysely<Schema>({
      dialect: new SqliteDialect({ database: keepingStatements(reading) }),
    });

    const statements = new Map<string, PreparedStatement>();
    const prepare = (sql: string): PreparedStatement => {
      const statement = statements.get(sql) ?? writing.prepare<SqlValue[]>(sql);
      statements.set(sql, statement);
      return statement;
    };
    const uncleanStop = (await setting(tables, 'session')) === 'open';
    if (uncleanStop) {
      options.onCheck?.();
      await checkSound({ path, key });
    }
    await putSetting(tables, 'session', 'open');
    let identity = await settleIdentity(tables, options.identity);

    const store: Store = {
      read,
      get identity() {
        return identity;
      },
      clock,
      entropy,
      async write(work) {
        try {
          return await tables.transaction().execute((transaction) => {
            const handle: WriteHandle = {
              tables: transaction,
              prepare,
              record: (entry) =>
                recordOperation(transaction, entry, {
                  opId: makeId(Date.parse(clock.now()), entropy.bytes(16)),
                  madeAt: clock.now(),
                  identity,
                }),
            };
            return work(handle);
          });
        } catch (cause) {
          throw storageError(cause);
        }
      },
      async becomeOfficer(officerId, work) {
        const former = identity;
        let became = false;
        try {
          await store.write(async (handle) => {
            identity = { ...former, officerId };
            became = await work(handle);
            if (became) await putSetting(handle.tables, 'officer-id', officerId);
            else identity = former;
          });
        } catch (cause) {
          identity = former;
          throw cause;
        }
        return became;
      },
      async copyTo(target) {
        try {
          await tables.executeQuery(CompiledQuery.raw('vacuum into ?', [target]));
        } catch (cause) {
          throw storageError(cause);
        }
      },
      async close() {
        await putSetting(tables, 'session', 'closed');
        await read.destroy();
        // Kysely closes only what it has used, and only a last connection that may write
        // puts the log file back into the file.
        reading.close();
        await tables.destroy();
      },
    };
    return { store, uncleanStop };
  } catch (cause) {
    if (writing.open) writing.close();
    throw storageError(cause);
  }
}

async function setting(tables: Kysely<Schema>, key: string): Promise<string | undefined> {
  const row = await tables
    .selectFrom('setting')
    .select('value')
    .where('key', '=', key)
    .executeTakeFirst();
  return row?.value;
}

async function putSetting(tables: Kysely<Schema>, key: string, value: string): Promise<void> {
  await tables
    .insertInto('setting')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
}

/** A file keeps the identity it was made with, wherever it is restored. */
async function settleIdentity(tables: Kysely<Schema>, wanted: FileIdentity): Promise<FileIdentity> {
  const officerId = await setting(tables, 'officer-id');
  const deviceId = await setting(tables, 'device-id');
  if (officerId !== undefined && deviceId !== undefined) return { officerId, deviceId };
  await putSetting(tables, 'officer-id', wanted.officerId);
  await putSetting(tables, 'device-id', wanted.deviceId);
  return wanted;
}
