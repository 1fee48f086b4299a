import type { Insertable } from 'kysely';

import type { Connection } from '../../../workbench/store/open-database.ts';
import type { Schema } from '../../../workbench/store/schema.ts';

type Value = string | number | null;

/**
 * Puts rows into a table by one prepared statement, which is some ten times faster than a query made for
 * each. Every row must have the columns of the first.
 */
export function rowWriter<Table extends keyof Schema>(
  connection: Connection,
  table: Table,
): (row: Insertable<Schema[Table]>) => void {
  let write: ((row: Insertable<Schema[Table]>) => void) | undefined;
  return (row) => {
    write ??= prepare(connection, table, Object.keys(row));
    write(row);
  };
}

function prepare(connection: Connection, table: string, columns: readonly string[]) {
  const places = columns.map((column) => `@${column}`).join(', ');
  const statement = connection.prepare<[Readonly<Record<string, Value>>]>(
    `insert into ${table} (${columns.join(', ')}) values (${places})`,
  );
  return (row: object): void => {
    statement.run(row as Readonly<Record<string, Value>>);
  };
}
