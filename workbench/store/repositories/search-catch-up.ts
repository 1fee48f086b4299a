/** The indexes of words and of places catch up with rows that came many at once. */
import { setImmediate } from 'node:timers/promises';

import type { ReadHandle, WriteHandle } from '../handles.ts';
import type { Store } from '../store.ts';

/** Rows of one transaction: others who want to write wait that long. */
const TRANSACTION = 2_000;
/** Rows at a stretch: other questions wait that long. */
const STRETCH = 200;

/** How many contacts and promises the indexes of words do not hold yet. */
export async function countUnindexed(read: ReadHandle): Promise<number> {
  const { contacts } = await read
    .selectFrom('contact_unindexed')
    .select(({ fn }) => fn.countAll<number>().as('contacts'))
    .executeTakeFirstOrThrow();
  const { promises } = await read
    .selectFrom('promise_unindexed')
    .select(({ fn }) => fn.countAll<number>().as('promises'))
    .executeTakeFirstOrThrow();
  return contacts + promises;
}

/**
 * Takes the newest rows into the indexes that are not in them yet.
 *
 * @returns false when there was none.
 */
export async function indexSome(store: Store, most = TRANSACTION): Promise<boolean> {
  return store.write(async (handle) => {
    const contacts = await indexContacts(handle, most);
    const promises = await indexPromises(handle, most);
    return contacts || promises;
  });
}

async function indexContacts({ prepare }: WriteHandle, most: number): Promise<boolean> {
  const newest = prepare(`
    select min(row_id) as lowest from (
      select row_id from contact_unindexed order by row_id desc limit ?)`);
  const { lowest } = newest.get(most) as { readonly lowest: number | null };
  if (lowest === null) return false;
  // Upwards: the index lays down what it holds in memory whenever a number is lower than the last.
  const stretch = prepare(`
    select max(row_id) as highest from (
      select row_id from contact_unindexed where row_id >= ? order by row_id limit ?)`);
  const contacts = prepare(`
    select row_id, longitude, latitude, summary, need, assessment, next_note,
      case when amendments = 0 then '' else (
        select coalesce(group_concat(note, char(10)), '')
        from contact_amendment where contact_id = contact.id) end as notes
    from contact
    where row_id in (select row_id from contact_unindexed where row_id between ? and ?)
    order by row_id`);
  const done = prepare('delete from contact_unindexed where row_id between ? and ?');
  const index = contactIndexer(prepare);
  for (let from = lowest; ;) {
    const { highest } = stretch.get(from, STRETCH) as { readonly highest: number | null };
    if (highest === null) return true;
    for (const row of contacts.all(from, highest)) index(row as UnindexedContact);
    done.run(from, highest);
    from = highest + 1;
    await setImmediate();
  }
}

interface UnindexedContact {
  readonly row_id: number;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly summary: string;
  readonly need: string;
  readonly assessment: string;
  readonly next_note: string;
  readonly notes: string;
}

/**
 * Row by row, and not by one statement for many: SQLite prepares to take such a statement back, for which the index of
 * words lays down what it holds in memory, and has all the more pieces to join afterwards.
 */
function contactIndexer(prepare: WriteHandle['prepare']): (row: UnindexedContact) => void {
  const words = prepare(`
    insert into contact_text (rowid, summary, need, assessment, next_note, notes)
    values (?, ?, ?, ?, ?, ?)`);
  const place = prepare(
    'insert into contact_place (row_id, west, east, south, north) values (?, ?, ?, ?, ?)',
  );
  return ({ row_id: rowId, longitude, latitude, ...row }) => {
    words.run(rowId, row.summary, row.need, row.assessment, row.next_note, row.notes);
    if (longitude !== null) place.run(rowId, longitude, longitude, latitude, latitude);
  };
}

async function indexPromises({ prepare }: WriteHandle, most: number): Promise<boolean> {
  const some = prepare(
    'select promise_id as id from promise_unindexed order by promise_id limit ?',
  );
  const number = prepare(`
    insert into promise_row (promise_id) select value from json_each(?)
    where not exists (select 1 from promise_row where promise_id = value)`);
  const index = prepare(`
    insert into promise_text (rowid, text, outcome)
    select row_id, text, outcome from promise_row join promise on promise.id = promise_id
    where promise_id in (select value from json_each(?)) order by row_id`);
  const done = prepare(
    'delete from promise_unindexed where promise_id in (select value from json_each(?))',
  );
  for (let left = most; left > 0; left -= STRETCH) {
    const rows = some.all(Math.min(left, STRETCH)) as readonly { readonly id: string }[];
    if (rows.length === 0) return left < most;
    const ids = JSON.stringify(rows.map(({ id }) => id));
    for (const statement of [number, index, done]) statement.run(ids);
    await setImmediate();
  }
  return true;
}
