/** In which order a list of contacts shows its rows, page by page, read from the narrow rows alone. */
import { type RawBuilder, sql, type SqlBool } from 'kysely';

import type { Language } from '#shared/contract/desk.ts';
import { FEELINGS } from '#shared/domain/contacts/code-lists.ts';
import { type ContactFilter, valuesOf } from '#shared/domain/contacts/contact-filter.ts';
import type { ContactGroup, ContactSort } from '#shared/domain/contacts/contact-view.ts';

import type { ReadHandle } from '../handles.ts';
import type { Schema } from '../schema.ts';
import {
  all,
  facetsMatch,
  type IndexedFacet,
  narrowedTo,
  type ProblemLookup,
  widenedTo,
} from './contact-filter.ts';
import { facetNames } from './facet-names.ts';
import { areFew, type FacetOfRow, facetOfRows } from './few-contacts.ts';

export interface ContactListing {
  readonly filter: ContactFilter;
  readonly group: ContactGroup | null;
  readonly sort: ContactSort;
  readonly language: Language;
}

/**
 * Where a page ends: the number of its last row, which tells its moment, and, in a list sorted by a
 * name, the number of that name. What comes after it is the same whatever was added before it.
 */
export interface ContactPosition {
  readonly rowId: number;
  readonly value: number | null;
}

/** From how many contacts on a problem is looked up at each contact instead of the other way round. */
const FREQUENT = 20_000;
/** How many names are read at once; more and more, where few of them have contacts. */
const FIRST_BATCH = 16;
const BATCH_GROWTH = 8;

/** The rows that follow `after`, at most `limit`. */
export async function rowsAfter(
  read: ReadHandle,
  listing: ContactListing,
  after: ContactPosition | null,
  limit: number,
): Promise<readonly ContactPosition[]> {
  const { filter, group, sort } = listing;
  const problems = await lookupOf(read, filter);
  const conditions = all(facetsMatch(filter, group, problems));
  return sort.by === 'when'
    ? byTime(read, listing, conditions, after, limit)
    : byName(read, listing, sort.by, conditions, after, limit);
}

/** Problems that many contacts have are found soon by looking at the contacts; rare ones are not. */
export async function lookupOf(
  read: ReadHandle,
  { problem }: ContactFilter,
): Promise<ProblemLookup> {
  const codes = valuesOf(problem);
  if (codes.length === 0) return 'by-problem';
  const { found } = await read
    .selectFrom((query) =>
      query
        .selectFrom('contact_problem')
        .select('contact_row')
        .where('code', 'in', codes)
        .limit(FREQUENT)
        .as('some'),
    )
    .select(({ fn }) => fn.countAll<number>().as('found'))
    .executeTakeFirstOrThrow();
  return found >= FREQUENT ? 'by-contact' : 'by-problem';
}

async function byTime(
  read: ReadHandle,
  { filter, group, sort }: ContactListing,
  conditions: Condition,
  after: ContactPosition | null,
  limit: number,
): Promise<readonly ContactPosition[]> {
  const { descending } = sort;
  const wide = narrowedTo(filter, group).length === 0 ? widenedTo(filter) : undefined;
  const stretch = { conditions, after: after?.rowId ?? null, descending, limit };
  if (!wide) {
    const rows = await stretchQuery(read, stretch).execute();
    return rows.map(({ row_id }) => ({ rowId: row_id, value: null }));
  }
  // Several values of one index: each has its rows in the order of time; the first of all are wanted.
  const numbers = await numbersOf(read, wide);
  const found = await perValue(read, wide.facet, numbers, stretch);
  return found
    .flatMap(({ rowIds }) => rowIds)
    .sort((one, other) => (descending ? other - one : one - other))
    .slice(0, limit)
    .map((rowId) => ({ rowId, value: null }));
}

async function byName(
  read: ReadHandle,
  { filter, group, sort, language }: ContactListing,
  facet: IndexedFacet,
  conditions: Condition,
  after: ContactPosition | null,
  limit: number,
): Promise<readonly ContactPosition[]> {
  const names = (await facetNames(read, facet, language)).map(({ number }) => number);
  if (sort.descending) names.reverse();
  // What has no name stands at the end, whichever way the names go.
  const order = [...names, 0];
  return (await areFew(read, filter, group, conditions))
    ? sortedByName(await facetOfRows(read, facet, conditions), order, after, limit)
    : readByName(read, facet, order, conditions, after, limit);
}

/** A page out of all that match. */
function sortedByName(
  rows: readonly FacetOfRow[],
  order: readonly number[],
  after: ContactPosition | null,
  limit: number,
): readonly ContactPosition[] {
  const places = new Map(order.map((value, place) => [value, place]));
  const placeOf = (value: number | null): number => places.get(value ?? 0) ?? -1;
  const compare = (one: ContactPosition, other: ContactPosition): number =>
    placeOf(one.value) - placeOf(other.value) || other.rowId - one.rowId;
  const further = after === null ? [...rows] : rows.filter((row) => compare(row, after) > 0);
  return further.sort(compare).slice(0, limit);
}

/** A page out of the index of the facet, value by value. */
async function readByName(
  read: ReadHandle,
  facet: IndexedFacet,
  order: readonly number[],
  conditions: Condition,
  after: ContactPosition | null,
  limit: number,
): Promise<readonly ContactPosition[]> {
  const start = after === null ? 0 : order.indexOf(after.value ?? 0);
  const found: ContactPosition[] = [];
  const stretch = { conditions, descending: true };
  if (after && start >= 0) {
    const rest = { ...stretch, after: after.rowId, limit };
    found.push(...positions(await perValue(read, facet, [after.value ?? 0], rest)));
  }
  let next = after === null ? 0 : start + 1;
  let batch = FIRST_BATCH;
  while (found.length < limit && next < order.length) {
    const values = order.slice(next, next + batch);
    const rest = { ...stretch, after: null, limit: limit - found.length };
    found.push(...positions(await perValue(read, facet, values, rest)));
    next += batch;
    batch *= BATCH_GROWTH;
  }
  return found.slice(0, limit);
}

type Condition = RawBuilder<SqlBool>;

/** The rows on one side of `after`, in the order of time. */
interface Stretch {
  readonly conditions: Condition;
  readonly after: number | null;
  readonly descending: boolean;
  readonly limit: number;
}

function stretchQuery(
  read: Pick<ReadHandle, 'selectFrom'>,
  stretch: Stretch,
  facet?: IndexedFacet,
) {
  const { conditions, after, descending, limit } = stretch;
  // Named, since SQLite might take the index of a filter instead, and read all of it for each value.
  const named = facet
    ? sql`contact_facet indexed by ${sql.raw(`contact_facet_by_${facet}`)}`
    : sql`contact_facet`;
  const from = sql<Schema['contact_facet']>`contact_facet`.as<'contact_facet'>(named);
  let query = read
    .selectFrom(from)
    .select('contact_facet.row_id')
    .where(conditions)
    .orderBy('contact_facet.row_id', descending ? 'desc' : 'asc')
    .limit(limit);
  if (after !== null) query = query.where('contact_facet.row_id', descending ? '<' : '>', after);
  return query;
}

interface RowsOfValue {
  readonly value: number;
  readonly rowIds: readonly number[];
}

function perValueQuery(
  read: ReadHandle,
  facet: IndexedFacet,
  values: readonly number[],
  stretch: Stretch,
) {
  const each = sql<{ value: number }>`json_each(${JSON.stringify(values)})`.as('each');
  return read.selectFrom(each).select((expression) => [
    'each.value',
    expression
      .selectFrom(
        stretchQuery(read, stretch, facet)
          .where(sql<SqlBool>`${sql.ref(`contact_facet.${facet}`)} = "each"."value"`)
          .as('rows'),
      )
      .select(sql<string>`json_group_array("rows"."row_id")`.as('ids'))
      .as('row_ids'),
  ]);
}

/** The first rows of each value, in the order of `values`. */
async function perValue(
  read: ReadHandle,
  facet: IndexedFacet,
  values: readonly number[],
  stretch: Stretch,
): Promise<readonly RowsOfValue[]> {
  const rows = await perValueQuery(read, facet, values, stretch).execute();
  return rows.map((row) => ({
    value: row.value,
    rowIds: JSON.parse(row.row_ids ?? '[]') as number[],
  }));
}

function positions(found: readonly RowsOfValue[]): readonly ContactPosition[] {
  return found.flatMap(({ value, rowIds }) => rowIds.map((rowId) => ({ rowId, value })));
}

async function numbersOf(
  read: ReadHandle,
  { facet, values }: { readonly facet: IndexedFacet; readonly values: readonly string[] },
): Promise<readonly number[]> {
  if (facet === 'feeling') {
    return FEELINGS.flatMap((feeling, index) => (values.includes(feeling) ? [index + 1] : []));
  }
  const rows = await read
    .selectFrom('facet_value')
    .select('number')
    .where('kind', '=', facet)
    .where('value', 'in', values)
    .execute();
  return rows.map(({ number }) => number);
}

/** How SQLite would read a page, for the test that it does so by an index and without sorting. */
export async function explainRowsAfter(read: ReadHandle, listing: ContactListing): Promise<string> {
  const { filter, group, sort } = listing;
  const stretch = {
    conditions: all(facetsMatch(filter, group, 'by-contact')),
    after: 1_767_225_600_000_000,
    descending: sort.descending,
    limit: 50,
  };
  const wide = narrowedTo(filter, group).length === 0 ? widenedTo(filter) : undefined;
  const facet = sort.by === 'when' ? wide?.facet : sort.by;
  const query = facet
    ? perValueQuery(read, facet, [1, 2, 3], stretch)
    : stretchQuery(read, stretch);
  return JSON.stringify(await query.explain(undefined, sql`query plan`));
}
