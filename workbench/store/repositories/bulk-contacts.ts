/** Contacts by the thousand: what triggers do for each of them is done here for many at once. */
import type { PreparedStatement, SqlValue } from '../handles.ts';
import { contactColumns, contactRowId, type NewContactRow } from './contact-rows.ts';

export interface BulkContacts {
  /**
   * Puts in a contact with what stands beside it. Throws when it does not fit; then nothing of it is there.
   *
   * @returns the number of its row.
   */
  insert(row: NewContactRow, version: number): number;
  /** Adds the narrow rows of these, and notes that the index of words does not hold them yet. */
  follow(rowIds: readonly number[]): void;
}

/** In the order of `contactColumns`. */
const COLUMNS = [
  'occurred_at',
  'street_id',
  'house_number',
  'neighbourhood_id',
  'longitude',
  'latitude',
  'place_source',
  'reason',
  'channel',
  'duration_minutes',
  'language',
  'need',
  'feeling',
  'summary',
  'assessment',
  'sensitivity',
  'withdrawn',
] as const;

const FACETS = [
  ['street', 'street_id'],
  ['neighbourhood', 'neighbourhood_id'],
  ['author', 'author_id'],
  ['reason', 'reason'],
  ['channel', 'channel'],
] as const;

export function createBulkContacts(prepare: (sql: string) => PreparedStatement): BulkContacts {
  const last = prepare('select max(row_id) as last from contact where row_id >= ? and row_id < ?');
  const insert = prepare(`
    insert into contact (row_id, id, logged_at, author_id, next_step, next_note, version,
      ${COLUMNS.join(', ')})
    values (${Array.from({ length: COLUMNS.length + 7 }, () => '?').join(', ')})`);
  const place = prepare(
    'insert into contact_place (row_id, west, east, south, north) values (?, ?, ?, ?, ?)',
  );
  const problem = prepare(
    'insert or ignore into contact_problem (contact_row, code) values (?, ?)',
  );
  const party = prepare(
    'insert or ignore into contact_party (contact_row, party_id, position) values (?, ?, ?)',
  );
  const values = FACETS.map(([kind, column]) =>
    prepare(`
      insert into facet_value (kind, value)
      select distinct '${kind}', ${column} from contact
      where row_id in (select value from json_each(?)) and ${column} is not null
        and not exists (select 1 from facet_value where kind = '${kind}' and value = ${column})`),
  );
  const numbers = FACETS.map(
    ([kind, column]) =>
      `coalesce((select number from facet_value where kind = '${kind}' and value = ${column}), 0)`,
  );
  const narrow = prepare(`
    insert into contact_facet
    select row_id, ${numbers.join(', ')},
      case feeling when 'never' then 1 when 'rarely' then 2 when 'sometimes' then 3
        when 'often' then 4 when 'always' then 5 else 0 end,
      case next_step when 'nothing' then 1 when 'promise' then 2 when 'task' then 3
        when 'action' then 4 else 5 end,
      sensitivity = 'restricted', withdrawn, amendments > 0
    from contact where row_id in (select value from json_each(?))`);
  const unindexed = prepare(`
    insert into contact_unindexed (row_id) select value from json_each(?)`);

  const freeRowId = (occurredAt: string): number => {
    const first = contactRowId(occurredAt, 0);
    for (let from = first; ; from += 1_000) {
      const taken = (last.get(from, from + 1_000) as { readonly last: number | null }).last;
      if (taken === null) return from;
      if (taken + 1 < from + 1_000) return taken + 1;
    }
  };

  return {
    insert(row, version) {
      const rowId = freeRowId(row.occurredAt);
      const columns: Readonly<Record<string, SqlValue>> = contactColumns(row);
      const head = [rowId, row.id, row.loggedAt, row.authorId, row.nextStep, row.nextNote, version];
      insert.run(...head, ...COLUMNS.map((name) => columns[name] ?? null));
      if (row.position) {
        const [longitude, latitude] = row.position;
        place.run(rowId, longitude, longitude, latitude, latitude);
      }
      for (const code of row.problems) problem.run(rowId, code);
      row.parties.forEach((id, position) => party.run(rowId, id, position));
      return rowId;
    },
    follow(rowIds) {
      const ids = JSON.stringify(rowIds);
      for (const statement of values) statement.run(ids);
      narrow.run(ids);
      unindexed.run(ids);
    },
  };
}
