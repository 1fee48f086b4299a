import { sql } from 'kysely';

import type { WriteHandle } from '../handles.ts';

/** Who keeps something in memory that follows rows of a table; each has a list of its own. */
const WATCHED = { places: 'contact', feelings: 'contact', facts: 'fact' } as const;
export type RowWatcher = keyof typeof WATCHED;

/**
 * From now on SQLite notes every row of the watcher's table that is stored, rewritten, moved or erased,
 * beginning with none. The list belongs to the connection, in memory, and ends with it.
 */
export async function watchRows({ tables }: WriteHandle, watcher: RowWatcher): Promise<void> {
  const list = listOf(watcher);
  await sql`create temp table if not exists ${list} (row_id integer primary key)`.execute(tables);
  for (const [event, rows] of [
    ['insert', ['new']],
    ['update', ['old', 'new']],
    ['delete', ['old']],
  ] as const) {
    const notes = rows.map(
      (row) => sql`insert or ignore into ${list} values (${sql.ref(`${row}.row_id`)});`,
    );
    await sql`
      create temp trigger if not exists ${sql.raw(`touched_${watcher}_by_${event}`)}
      after ${sql.raw(event)} on ${sql.raw(`main.${WATCHED[watcher]}`)} begin ${sql.join(notes, sql` `)} end`.execute(
      tables,
    );
  }
  await sql`delete from ${list}`.execute(tables);
}

/**
 * The rows that were touched since they were last taken, ascending, and an empty list from here on;
 * undefined when there are more than `most`. Call {@link watchRows} first.
 */
export async function takeTouchedRows(
  { tables }: WriteHandle,
  watcher: RowWatcher,
  most: number,
): Promise<readonly number[] | undefined> {
  const list = listOf(watcher);
  const { rows } = await sql<{
    row_id: number;
  }>`select row_id from ${list} order by row_id limit ${most + 1}`.execute(tables);
  await sql`delete from ${list}`.execute(tables);
  return rows.length > most ? undefined : rows.map(({ row_id }) => row_id);
}

function listOf(watcher: RowWatcher) {
  return sql.raw(`touched_${watcher}`);
}
