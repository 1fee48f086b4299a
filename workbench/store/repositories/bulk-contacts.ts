/** Contacts by the thousand: what triggers do for each of them is done here for many at once. */
import { FEELINGS, NEXT_STEPS } from '#shared/domain/contacts/code-lists.ts';

import type { PreparedStatement, SqlValue } from '../handles.ts';
import { contactColumns, contactRowId, type NewContactRow } from './contact-rows.ts';

export interface BulkContacts {
  /** Puts in a contact with what stands beside it. Throws when it does not fit; then nothing of it is there. */
  insert(row: NewContactRow, version: number): void;
  /** Puts in what stands beside many of them as well; until then it is only noted. */
  flush(): void;
}

type Prepare = (sql: string) => PreparedStatement;

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

/** @param bulk whether its point on the map and its words follow later, by `search-catch-up.ts`. */
export function createBulkContacts(prepare: Prepare, bulk: boolean): BulkContacts {
  const last = prepare('select max(row_id) as last from contact where row_id >= ? and row_id < ?');
  const insert = prepare(`
    insert into contact (row_id, id, logged_at, author_id, next_step, next_note, version,
      ${COLUMNS.join(', ')})
    values (${Array.from({ length: COLUMNS.length + 7 }, () => '?').join(', ')})`);
  const place = prepare(
    'insert into contact_place (row_id, west, east, south, north) values (?, ?, ?, ?, ?)',
  );
  const problems = prepare(`
    insert or ignore into contact_problem (contact_row, code)
    select value ->> 0, value ->> 1 from json_each(?)`);
  const party = prepare(
    'insert or ignore into contact_party (contact_row, party_id, position) values (?, ?, ?)',
  );
  const narrow = prepare(`
    insert into contact_facet (row_id, street, neighbourhood, author, reason, channel, feeling, next_step,
      restricted, withdrawn, amended)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)`);
  const unindexed = prepare(
    'insert into contact_unindexed (row_id) select value from json_each(?)',
  );
  let noted: { readonly problems: (readonly [number, string])[]; readonly rows: number[] } = {
    problems: [],
    rows: [],
  };
  const numberOf = facetNumbers(prepare);

  const freeRowId = (occurredAt: string): number => {
    const first = contactRowId(occurredAt, 0);
    for (let from = first; ; from += 1_000) {
      const taken = (last.get(from, from + 1_000) as { readonly last: number | null }).last;
      if (taken === null) return from;
      if (taken + 1 < from + 1_000) return taken + 1;
    }
  };

  const follow = (rowId: number, row: NewContactRow): void => {
    narrow.run(
      rowId,
      numberOf('street', row.streetId),
      numberOf('neighbourhood', row.neighbourhoodId),
      numberOf('author', row.authorId),
      numberOf('reason', row.reason),
      numberOf('channel', row.channel),
      row.feeling === null ? 0 : FEELINGS.indexOf(row.feeling) + 1,
      NEXT_STEPS.indexOf(row.nextStep) + 1,
      row.sensitivity === 'restricted' ? 1 : 0,
      row.withdrawn ? 1 : 0,
    );
    noted.rows.push(rowId);
  };

  return {
    insert(row, version) {
      const rowId = freeRowId(row.occurredAt);
      const columns: Readonly<Record<string, SqlValue>> = contactColumns(row);
      const head = [rowId, row.id, row.loggedAt, row.authorId, row.nextStep, row.nextNote, version];
      insert.run(...head, ...COLUMNS.map((name) => columns[name] ?? null));
      for (const code of row.problems) noted.problems.push([rowId, code]);
      row.parties.forEach((id, position) => party.run(rowId, id, position));
      if (bulk) follow(rowId, row);
      else if (row.position) {
        const [longitude, latitude] = row.position;
        place.run(rowId, longitude, longitude, latitude, latitude);
      }
    },
    flush() {
      if (noted.problems.length > 0) problems.run(JSON.stringify(noted.problems));
      if (noted.rows.length > 0) unindexed.run(JSON.stringify(noted.rows));
      noted = { problems: [], rows: [] };
    },
  };
}

type FacetKind = 'street' | 'neighbourhood' | 'author' | 'reason' | 'channel';

/** The numbers that stand for values in the narrow rows; remembered, since there are few and many ask. */
function facetNumbers(prepare: Prepare): (kind: FacetKind, value: string | null) => number {
  const known: Readonly<Record<FacetKind, Map<string, number>>> = {
    street: new Map(),
    neighbourhood: new Map(),
    author: new Map(),
    reason: new Map(),
    channel: new Map(),
  };
  const find = prepare('select number from facet_value where kind = ? and value = ?');
  const add = prepare('insert into facet_value (kind, value) values (?, ?) returning number');
  return (kind, value) => {
    if (value === null) return 0;
    const remembered = known[kind].get(value);
    if (remembered !== undefined) return remembered;
    const row = (find.get(kind, value) ?? add.get(kind, value)) as { readonly number: number };
    known[kind].set(value, row.number);
    return row.number;
  };
}
