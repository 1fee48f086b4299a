import Database from 'better-sqlite3';

/** Another Wijkwerk has this profile folder open. */
export class DeskInUseError extends Error {
  override readonly name = 'DeskInUseError';
  constructor() {
    super('This desk is already open in another Wijkwerk.');
  }
}

/**
 * The locks of this process. A connection that nobody refers to is collected, and its lock goes with it:
 * a lock lasts until it is let go, not until it is forgotten.
 */
const held = new Set<Database.Database>();

/**
 * Holds the profile folder for this process alone. The lock is SQLite's own on an empty file, so the
 * system lets go of it whatever way the process ends: there is no stale lock to clean up.
 * Throws DeskInUseError.
 *
 * @returns lets go of the folder.
 */
export function lockDesk(path: string): () => void {
  const connection = new Database(path, { timeout: 0 });
  try {
    connection.pragma('locking_mode = EXCLUSIVE');
    connection.pragma('journal_mode = MEMORY');
    connection.exec('begin exclusive');
  } catch (cause) {
    connection.close();
    if (cause instanceof Database.SqliteError && cause.code.startsWith('SQLITE_BUSY')) {
      throw new DeskInUseError();
    }
    throw cause;
  }
  held.add(connection);
  return () => {
    held.delete(connection);
    connection.exec('rollback');
    connection.close();
  };
}
