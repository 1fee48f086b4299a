import { closeSync, openSync } from 'node:fs';

import Database from 'better-sqlite3';

import { WorkbenchError } from '../errors.ts';

/** A raw 256-bit key. Whoever makes one overwrites it after use; it is never written to a log or a message. */
export type DataKey = Uint8Array;

export type Connection = Database.Database;

/**
 * Opens (or makes) an encrypted SQLite file. A wrong key and a damaged header look the same to SQLite:
 * both give FILE_DAMAGED, since the passphrase has been checked by the key file before.
 */
export function openDatabase(path: string, key: DataKey, access: 'read' | 'write'): Connection {
  refuseOldNode();
  // SQLite would let others on this device read a new file: 0600 holds for its log files as well.
  if (access === 'write') closeSync(openSync(path, 'a', 0o600));
  const connection = new Database(path, { readonly: access === 'read', timeout: 5_000 });
  try {
    connection.pragma(`cipher = 'aegis'`);
    connection.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`);
    connection.pragma('foreign_keys = ON');
    connection.pragma('trusted_schema = OFF');
    connection.pragma('temp_store = MEMORY');
    connection.pragma('cache_size = -65536');
    if (access === 'write') {
      connection.pragma('journal_mode = WAL');
      connection.pragma('synchronous = FULL');
      connection.pragma('secure_delete = ON');
    } else {
      connection.pragma('query_only = ON');
    }
    connection.prepare('select count(*) from sqlite_schema').get();
    return connection;
  } catch (cause) {
    connection.close();
    throw damaged(cause);
  }
}

/**
 * On an older Node the SQLite add-on ends the process without a word. Electron is not asked: it is
 * the one that the package pins.
 */
function refuseOldNode(): void {
  const { electron, napi } = process.versions;
  if (electron === undefined && Number(napi) < 10) {
    throw new Error('This Node is too old for the desk file: 22.14 or newer is needed.');
  }
}

/** Whether SQLite's quick check finds nothing; some seconds for a million contacts. */
export function isSound(connection: Connection): boolean {
  return connection.pragma('quick_check(1)', { simple: true }) === 'ok';
}

function damaged(cause: unknown): unknown {
  if (cause instanceof Database.SqliteError) {
    if (cause.code === 'SQLITE_NOTADB' || cause.code.startsWith('SQLITE_CORRUPT')) {
      return new WorkbenchError('FILE_DAMAGED', { reason: 'not-a-database' });
    }
  }
  return cause;
}

/** Turns SQLite's "no room" and "cannot write" into the catalogue's STORAGE_FULL; others pass as they are. */
export function storageError(cause: unknown): unknown {
  if (cause instanceof Database.SqliteError) {
    if (/^SQLITE_(FULL|IOERR|READONLY)/.test(cause.code)) return new WorkbenchError('STORAGE_FULL');
    if (cause.code.startsWith('SQLITE_CORRUPT')) {
      return new WorkbenchError('FILE_DAMAGED', { reason: 'corrupt' });
    }
  }
  return cause;
}
