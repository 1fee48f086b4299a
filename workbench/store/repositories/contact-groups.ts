/** How many contacts of a filter there are, in all and in each group of their list. */
import { type RawBuilder, sql, type SqlBool } from 'kysely';

import type { ContactGroupCount } from '#shared/contract/contacts.ts';
import type { Language } from '#shared/contract/desk.ts';
import { type ContactFilter, valuesOf } from '#shared/domain/contacts/contact-filter.ts';
import {
  type ContactGroup,
  type ContactGrouping,
  periodsBetween,
} from '#shared/domain/contacts/contact-view.ts';
import { dayOf } from '#shared/lib/dates.ts';

import type { ReadHandle } from '../handles.ts';
import { all, facetsMatch } from './contact-filter.ts';
import { contactRowId } from './contact-rows.ts';
import { facetNames } from './facet-names.ts';
import { areFew } from './few-contacts.ts';

type NamedGrouping = Exclude<ContactGrouping, 'month' | 'week'>;
type Condition = RawBuilder<SqlBool>;

export async function countContacts(
  read: ReadHandle,
  filter: ContactFilter,
  group: ContactGroup | null = null,
): Promise<number> {
  const { matching } = await read
    .selectFrom('contact_facet')
    .select(({ fn }) => fn.countAll<number>().as('matching'))
    .where(all(facetsMatch(filter, group, 'by-problem')))
    .executeTakeFirstOrThrow();
  return matching;
}

/** The groups that have contacts: by name, without one last; months and weeks newest first. */
export async function groupContacts(
  read: ReadHandle,
  filter: ContactFilter,
  by: ContactGrouping,
  language: Language,
): Promise<readonly ContactGroupCount[]> {
  const conditions = all(facetsMatch(filter, null, 'by-problem'));
  return by === 'month' || by === 'week'
    ? byPeriod(read, filter, conditions, by)
    : byName(read, filter, conditions, by, language);
}

async function byName(
  read: ReadHandle,
  filter: ContactFilter,
  conditions: Condition,
  by: NamedGrouping,
  language: Language,
): Promise<readonly ContactGroupCount[]> {
  const few = await areFew(read, filter, null, conditions);
  const rows = await groupQuery(read, conditions, by, few).execute();
  const counts = new Map(rows.map((row) => [row.value, row.count]));
  const groups = (await facetNames(read, by, language)).flatMap((name): ContactGroupCount[] => {
    const count = counts.get(name.number);
    const isPlace = by === 'street' || by === 'neighbourhood';
    return count === undefined
      ? []
      : [
          {
            group: { by, key: name.value },
            nameNl: isPlace ? name.nameNl : '',
            nameFr: isPlace ? name.nameFr : '',
            count,
          },
        ];
  });
  const none = counts.get(0);
  return none === undefined
    ? groups
    : [...groups, { group: { by, key: null }, nameNl: '', nameFr: '', count: none }];
}

/** Groups by an index that has them side by side, or sorts the few rows that match. */
function groupQuery(read: ReadHandle, conditions: Condition, by: NamedGrouping, few: boolean) {
  const value = sql.ref(`contact_facet.${by}`);
  const index = few ? sql`` : sql`indexed by ${sql.raw(`contact_facet_by_${by}`)}`;
  const sizes = sql<{ value: number; count: number }>`(
    select ${value} as value, count(*) as count from contact_facet ${index}
    where ${conditions} group by ${value})`;
  return read.selectFrom(sizes.as('sizes')).select(['sizes.value', 'sizes.count']);
}

async function byPeriod(
  read: ReadHandle,
  filter: ContactFilter,
  conditions: Condition,
  by: 'month' | 'week',
): Promise<readonly ContactGroupCount[]> {
  const edges = await Promise.all([
    edgeOf(read, conditions, 'asc'),
    edgeOf(read, conditions, 'desc'),
  ]);
  const [first, last] = edges;
  if (first === undefined || last === undefined) return [];
  const periods = periodsBetween(by, dayOf(momentOf(first)), dayOf(momentOf(last)));
  const bounds = periods.map(({ begin, end }) => [contactRowId(begin, 0), contactRowId(end, 0)]);
  const isListed = filter.openPromise === true || valuesOf(filter.problem).length > 0;
  const counts = isListed
    ? await countListed(read, conditions, bounds)
    : (await periodQuery(read, conditions, bounds).execute()).map(({ count }) => count ?? 0);
  return periods.flatMap(({ key }, index) => {
    const count = counts[index] ?? 0;
    return count === 0 ? [] : [{ group: { by, key }, nameNl: '', nameFr: '', count }];
  });
}

/** The number of the first or last row that matches. */
async function edgeOf(
  read: ReadHandle,
  conditions: Condition,
  direction: 'asc' | 'desc',
): Promise<number | undefined> {
  const row = await read
    .selectFrom('contact_facet')
    .select('contact_facet.row_id')
    .where(conditions)
    .orderBy('contact_facet.row_id', direction)
    .limit(1)
    .executeTakeFirst();
  return row?.row_id;
}

function momentOf(rowId: number): string {
  return new Date(Math.floor(rowId / 1_000)).toISOString();
}

function periodQuery(read: ReadHandle, conditions: Condition, bounds: readonly number[][]) {
  const each = sql<{ value: string }>`json_each(${JSON.stringify(bounds)})`.as('each');
  return read.selectFrom(each).select((expression) =>
    expression
      .selectFrom('contact_facet')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where(conditions)
      .where(sql<SqlBool>`contact_facet.row_id >= "each"."value" ->> 0`)
      .where(sql<SqlBool>`contact_facet.row_id < "each"."value" ->> 1`)
      .as('count'),
  );
}

/** Matches that come out of a list of row numbers: they are read once, not once for each period. */
async function countListed(
  read: ReadHandle,
  conditions: Condition,
  bounds: readonly number[][],
): Promise<readonly number[]> {
  const ids = read.selectFrom('contact_facet').select('contact_facet.row_id').where(conditions);
  const { row_ids: listed } = await read
    .selectFrom(ids.as('rows'))
    .select(sql<string>`json_group_array("rows"."row_id")`.as('row_ids'))
    .executeTakeFirstOrThrow();
  const counts = bounds.map(() => 0);
  for (const rowId of JSON.parse(listed) as number[]) {
    // Periods are newest first: the first that has begun by then.
    const period = firstBegun(bounds, rowId);
    counts[period] = (counts[period] ?? 0) + 1;
  }
  return counts;
}

/** The index of the first of `bounds`, whose beginnings descend, that begins at or before `rowId`. */
function firstBegun(bounds: readonly number[][], rowId: number): number {
  let low = 0;
  let high = bounds.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bounds[middle]?.[0] ?? 0) <= rowId) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** How SQLite would count the groups, for the test that it sorts nothing. */
export async function explainGroups(
  read: ReadHandle,
  filter: ContactFilter,
  by: ContactGrouping,
): Promise<string> {
  const conditions = all(facetsMatch(filter, null, 'by-problem'));
  const plan =
    by === 'month' || by === 'week'
      ? periodQuery(read, conditions, [[0, 1]]).explain(undefined, sql`query plan`)
      : groupQuery(read, conditions, by, false).explain(undefined, sql`query plan`);
  return JSON.stringify(await plan);
}
