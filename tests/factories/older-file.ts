import { renameSync, rmSync } from 'node:fs';

import { migrate } from '../../workbench/store/migrate.ts';
import {
  type Connection,
  type DataKey,
  openDatabase,
} from '../../workbench/store/open-database.ts';

/**
 * Puts in the place of a closed file what an application of this version would have left, as far as it knew
 * of the same: every row of every table of its own, with the columns that it had.
 */
export async function makeOlder(path: string, key: DataKey, version: number): Promise<void> {
  const olderPath = `${path}.older`;
  const newer = openDatabase(path, key, 'write');
  const older = openDatabase(olderPath, key, 'write');
  await migrate(older, { copyPath: (from) => `${olderPath}.${from}.copy`, upTo: version });
  older.pragma('foreign_keys = OFF');
  older.transaction(() => {
    for (const table of tablesOf(older)) copyTable(newer, older, table);
  })();
  older.close();
  newer.close();
  for (const rest of ['', '-wal', '-shm']) rmSync(`${path}${rest}`, { force: true });
  renameSync(olderPath, path);
}

/** Tables that hold rows of their own; an index of words is filled by its triggers. */
function tablesOf(connection: Connection): readonly string[] {
  return connection
    .prepare<[], { name: string }>(
      `select name from pragma_table_list join sqlite_schema using (name)
       where schema = 'main' and name not like 'sqlite_%'
         and (pragma_table_list.type = 'table' or sql like '%using rtree%')`,
    )
    .all()
    .map(({ name }) => name);
}

function copyTable(from: Connection, to: Connection, table: string): void {
  const known = new Set(columnsOf(from, table));
  const columns = columnsOf(to, table).filter((column) => known.has(column));
  if (columns.length === 0) return;
  const list = columns.map((column) => `"${column}"`).join();
  const put = to.prepare<unknown[]>(
    `insert or replace into "${table}" (${list}) values (${columns.map(() => '?').join()})`,
  );
  const rows = from.prepare<[], unknown[]>(`select ${list} from "${table}"`).raw().all();
  for (const row of rows) put.run(...row);
}

function columnsOf(connection: Connection, table: string): readonly string[] {
  return connection
    .prepare<[string], { name: string }>(
      `select name from pragma_table_xinfo(?) where hidden in (0, 1)`,
    )
    .all(table)
    .map(({ name }) => name);
}
