import { Kysely, SqliteDialect } from 'kysely';

import { WorkbenchError } from '../errors.ts';
import { FILE_VERSION, MIGRATIONS } from './migrations/migrations.ts';
import type { Connection } from './open-database.ts';

export interface MigrationOptions {
  /** Where a copy of the file as it was goes; not made for a new, empty file. */
  readonly copyPath: (fromVersion: number) => string;
  /** Stops after this version; for tests that need a file of an older application. */
  readonly upTo?: number;
}

/** The version of the file: how many migrations it has been through. */
export function fileVersion(connection: Connection): number {
  return Number(connection.pragma('user_version', { simple: true }));
}

/**
 * Brings the file to the newest version, each step in a transaction of its own, after a copy.
 * A file of a newer application is refused with FILE_NEWER, untouched.
 *
 * @returns the version found.
 */
export async function migrate(connection: Connection, options: MigrationOptions): Promise<number> {
  const found = fileVersion(connection);
  if (found > FILE_VERSION) {
    throw new WorkbenchError('FILE_NEWER', { fileVersion: found, appVersion: FILE_VERSION });
  }
  const due = MIGRATIONS.filter(
    ({ version }) => version > found && version <= (options.upTo ?? FILE_VERSION),
  );
  if (found > 0 && due.length > 0) {
    connection.prepare('vacuum into ?').run(options.copyPath(found));
  }
  const database = new Kysely<never>({ dialect: new SqliteDialect({ database: connection }) });
  for (const { version, up } of due) {
    connection.exec('begin immediate');
    try {
      await up(database);
      connection.pragma(`user_version = ${version}`);
      connection.exec('commit');
    } catch (cause) {
      connection.exec('rollback');
      throw cause;
    }
  }
  return found;
}
