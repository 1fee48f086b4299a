import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another process works in this folder. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
  constructor() {
    super('The centre is running on this database; stop it first.');
  }
}

const SQLITE_BUSY = 5;

/** A connection that nobody refers to is collected, and its lock goes with it. */
const held = new Set<DatabaseSync>();

/**
 * Holds a folder that exists for this process alone. The lock is SQLite's own on an empty file, so the
 * system lets go of it whatever way the process ends: there is no stale lock to clean up.
 * Throws FolderInUse.
 *
 * @returns lets go of the folder.
 */
export function lockFolder(folder: string): () => void {
  const connection = new DatabaseSync(join(folder, 'centre.lock'), { timeout: 0 });
  try {
    connection.exec('pragma journal_mode = memory; begin exclusive');
  } catch (cause) {
    connection.close();
    if (cause instanceof Error && 'errcode' in cause && cause.errcode === SQLITE_BUSY) {
      throw new FolderInUse();
    }
    throw cause;
  }
  held.add(connection);
  return () => {
    if (held.delete(connection)) connection.close();
  };
}
