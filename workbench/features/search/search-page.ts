import { isEmptyQuery, type SearchQuery } from '#shared/domain/search/search-query.ts';

import { WorkbenchError } from '../../errors.ts';

/** Two lines of the list of results, UTF-16 code units. */
export const EXCERPT_LENGTH = 160;

export interface SearchPage<Hit> {
  readonly rows: Hit[];
  readonly nextCursor: string | null;
}

export interface PageAsked {
  readonly text: string;
  readonly cursor: string | null;
  readonly limit: number;
}

/** One page of what was found, and the cursor of the next. Throws INVALID_FIELD for a cursor that is not ours. */
export async function pageOf<Row extends { readonly row_id: number }, Hit>(
  asked: PageAsked,
  query: SearchQuery,
  find: (cursor: number | null, limit: number) => Promise<readonly Row[]>,
  toHit: (row: Row, query: SearchQuery) => Hit,
): Promise<SearchPage<Hit>> {
  const cursor = asked.cursor === null ? null : parseCursor(asked.cursor);
  if (isEmptyQuery(query)) return { rows: [], nextCursor: null };
  const found = await find(cursor, asked.limit + 1);
  const page = found.slice(0, asked.limit);
  const last = found.length > asked.limit ? page.at(-1) : undefined;
  return {
    rows: page.map((row) => toHit(row, query)),
    nextCursor: last ? String(last.row_id) : null,
  };
}

function parseCursor(text: string): number {
  if (!/^-?\d{1,16}$/.test(text)) {
    throw new WorkbenchError('INVALID_FIELD', { field: 'cursor', reason: 'unknown' });
  }
  return Number(text);
}
