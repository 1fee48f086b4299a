import type { SqliteDatabase, SqliteStatement } from 'kysely';

import type { Connection } from './open-database.ts';

/** Statements kept per connection: the application has some hundred queries. */
const MOST_KEPT = 250;
/** Longer ones insert many rows at once and hardly come twice, letters. */
const LONGEST_KEPT = 8_000;

/**
 * A connection that prepares each statement once, for Kysely, which would prepare it at every call: for
 * short questions that is most of their time. The statement used longest ago makes room for a new one.
 * SQLite itself prepares a kept one again when the tables have changed.
 */
export function keepingStatements(connection: Connection): SqliteDatabase {
  const kept = new Map<string, Preparation>();
  return {
    prepare(sql) {
      if (sql === ROLLBACK) return rollbackOnce(connection);
      if (sql.length > LONGEST_KEPT) return connection.prepare<unknown[]>(sql);
      const known = kept.get(sql);
      kept.delete(sql);
      // One that is being read row by row cannot begin anew meanwhile.
      const statement = known && !known.busy ? known : connection.prepare<unknown[]>(sql);
      kept.set(sql, statement);
      if (kept.size > MOST_KEPT) {
        for (const oldest of kept.keys()) {
          kept.delete(oldest);
          break;
        }
      }
      return statement;
    },
    close: () => void connection.close(),
  };
}

/** What Kysely says to take a transaction back. */
const ROLLBACK = 'rollback';

/**
 * Where there is no room, SQLite has taken the transaction back by itself; taking it back once more fails,
 * and that failure would hide the one that somebody can do something about.
 */
function rollbackOnce(connection: Connection): SqliteStatement {
  const statement = connection.prepare<unknown[]>(ROLLBACK);
  return {
    reader: false,
    all: () => [],
    iterate: () => [].values(),
    run: (parameters) =>
      connection.inTransaction ? statement.run(...parameters) : { changes: 0, lastInsertRowid: 0 },
  };
}

type Preparation = SqliteStatement & { readonly busy: boolean };
