import { countTerms } from '#shared/domain/search/highlight.ts';
import { type SearchQuery, SHORTEST_BEGINNING } from '#shared/domain/search/search-query.ts';

/** Rows looked at for each that is found, above which the index is asked for the whole beginning. */
const TRIED_PER_FOUND = 6;
/** Rows looked at together: fewer are not worth a question to the file. */
const SMALLEST_BATCH = 24;

interface Walk<Row> {
  readonly query: SearchQuery;
  /** Rows that match a query, newest first, before the row of that number. */
  readonly find: (
    query: SearchQuery,
    before: number | null,
    limit: number,
  ) => Promise<readonly Row[]>;
  /** Everything of a row that the index holds. */
  readonly textsOf: (row: Row) => readonly string[];
}

/**
 * The newest rows that match, at most `limit`. The index holds beginnings of three letters and gives
 * their newest rows at once; for a longer beginning it first gathers every row of every word that begins
 * so, which for the beginning of a common word is a hundred thousand. Those rows are near the top of the
 * shorter beginning's: they are picked out there, by reading them. Where they are rare among them, they
 * are also few, and the index is soon done.
 */
export async function walkBeginnings<Row extends { readonly row_id: number }>(
  { query, find, textsOf }: Walk<Row>,
  cursor: number | null,
  limit: number,
): Promise<readonly Row[]> {
  const wider = widened(query);
  if (!wider) return find(query, cursor, limit);
  const found: Row[] = [];
  const batch = Math.max(limit, SMALLEST_BATCH);
  let before = cursor;
  let tried = 0;
  do {
    const rows = await find(wider, before, batch);
    found.push(...rows.filter((row) => holdsAll(textsOf(row), query)));
    if (found.length >= limit || rows.length < batch) return found.slice(0, limit);
    before = rows.at(-1)?.row_id ?? before;
    tried += batch;
  } while (tried <= found.length * TRIED_PER_FOUND);
  return find(query, cursor, limit);
}

/** The query with its half-typed word cut to what the index holds; undefined where that changes nothing. */
function widened(query: SearchQuery): SearchQuery | undefined {
  const last = query.at(-1);
  const letters = [...(last?.words.at(-1) ?? '')];
  if (!last?.begins || letters.length <= SHORTEST_BEGINNING) return undefined;
  const short = letters.slice(0, SHORTEST_BEGINNING).join('');
  return [...query.slice(0, -1), { ...last, words: [...last.words.slice(0, -1), short] }];
}

function holdsAll(texts: readonly string[], query: SearchQuery): boolean {
  return query.every((term) => texts.some((text) => countTerms(text, [term]) > 0));
}
