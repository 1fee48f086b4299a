import { type RawBuilder, sql, type SqlBool } from 'kysely';

import { FEELINGS, NEXT_STEPS } from '#shared/domain/contacts/code-lists.ts';
import { type ContactFilter, valuesOf } from '#shared/domain/contacts/contact-filter.ts';
import { type ContactGroup, periodOf } from '#shared/domain/contacts/contact-view.ts';
import { dayInterval } from '#shared/lib/dates.ts';

import { contactRowId } from './contact-rows.ts';

/** A column of `contact_facet` that has an index of its own. */
export type IndexedFacet = 'street' | 'neighbourhood' | 'author' | 'reason' | 'channel' | 'feeling';

/** How the problems of a contact are looked up: from the problem, or at each contact in turn. */
export type ProblemLookup = 'by-problem' | 'by-contact';

type Condition = RawBuilder<SqlBool>;

/** Conditions that always hold together; true when there are none. */
export function all(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? sql<SqlBool>`true` : sql.join([...conditions], sql` and `);
}

/**
 * The rows of `contact_facet` that a filter, and a group of its list, let through. The period is a
 * stretch of row numbers, which tell the moment.
 */
export function facetsMatch(
  filter: ContactFilter,
  group: ContactGroup | null,
  problems: ProblemLookup,
): readonly Condition[] {
  return [
    ...periodConditions(filter),
    ...named('reason', valuesOf(filter.reason)),
    ...named('neighbourhood', valuesOf(filter.neighbourhoodId)),
    ...named('street', valuesOf(filter.streetId)),
    ...named('author', valuesOf(filter.authorId)),
    ...named('channel', valuesOf(filter.channel)),
    ...numbered(
      'feeling',
      valuesOf(filter.feeling).map((feeling) => FEELINGS.indexOf(feeling) + 1),
    ),
    ...numbered(
      'next_step',
      valuesOf(filter.nextStep).map((step) => NEXT_STEPS.indexOf(step) + 1),
    ),
    ...problemConditions(valuesOf(filter.problem), problems),
    ...(filter.openPromise ? [withOpenPromise] : []),
    ...(filter.sensitivity ? [flag('restricted', filter.sensitivity === 'restricted')] : []),
    ...(filter.withdrawn ? [flag('withdrawn', filter.withdrawn === 'only')] : []),
    ...(filter.amended ? [flag('amended', true)] : []),
    ...(group ? groupConditions(group) : []),
  ];
}

/** The indexed values that the filter names exactly one of: each makes a short stretch of an index. */
export function narrowedTo(
  filter: ContactFilter,
  group: ContactGroup | null,
): readonly IndexedFacet[] {
  const fields = indexedFields(filter).filter(([, values]) => values.length === 1);
  const facets = fields.map(([facet]) => facet);
  if (group && group.by !== 'month' && group.by !== 'week') facets.push(group.by);
  return facets;
}

/** An indexed value that the filter names several of, with those; undefined when there is none. */
export function widenedTo(
  filter: ContactFilter,
): { readonly facet: IndexedFacet; readonly values: readonly string[] } | undefined {
  const field = indexedFields(filter).find(([, values]) => values.length > 1);
  return field && { facet: field[0], values: field[1] };
}

function indexedFields(
  filter: ContactFilter,
): readonly (readonly [IndexedFacet, readonly string[]])[] {
  return [
    ['street', valuesOf(filter.streetId)],
    ['author', valuesOf(filter.authorId)],
    ['neighbourhood', valuesOf(filter.neighbourhoodId)],
    ['reason', valuesOf(filter.reason)],
    ['channel', valuesOf(filter.channel)],
    ['feeling', valuesOf(filter.feeling)],
  ];
}

const withOpenPromise = sql<SqlBool>`contact_facet.row_id in (
  select contact.row_id from promise join contact on contact.id = promise.contact_id
  where promise.state = 'open')`;

function periodConditions({ from, to }: Pick<ContactFilter, 'from' | 'to'>): Condition[] {
  const conditions: Condition[] = [];
  if (from) {
    const first = contactRowId(dayInterval(from)[0], 0);
    conditions.push(sql<SqlBool>`contact_facet.row_id >= ${first}`);
  }
  if (to) {
    const next = contactRowId(dayInterval(to)[1], 0);
    conditions.push(sql<SqlBool>`contact_facet.row_id < ${next}`);
  }
  return conditions;
}

function groupConditions(group: ContactGroup): readonly Condition[] {
  if (group.by === 'month' || group.by === 'week') {
    const { begin, end } = periodOf(group.by, group.key);
    return [
      sql<SqlBool>`contact_facet.row_id >= ${contactRowId(begin, 0)}`,
      sql<SqlBool>`contact_facet.row_id < ${contactRowId(end, 0)}`,
    ];
  }
  return group.key === null ? numbered(group.by, [0]) : named(group.by, [group.key]);
}

function named(
  facet: Exclude<IndexedFacet, 'feeling'>,
  values: readonly string[],
): readonly Condition[] {
  const column = sql.ref(`contact_facet.${facet}`);
  const [first] = values;
  if (first === undefined) return [];
  // An equality, where it is one, lets an index give its rows in the order of time.
  return values.length === 1
    ? [
        sql<SqlBool>`${column} = (
          select number from facet_value where kind = ${facet} and value = ${first})`,
      ]
    : [
        sql<SqlBool>`${column} in (
          select number from facet_value where kind = ${facet} and value in (${sql.join(values)}))`,
      ];
}

function numbered(
  facet: IndexedFacet | 'next_step',
  values: readonly number[],
): readonly Condition[] {
  const column = sql.ref(`contact_facet.${facet}`);
  const [first] = values;
  if (first === undefined) return [];
  return values.length === 1
    ? [sql<SqlBool>`${column} = ${first}`]
    : [sql<SqlBool>`${column} in (${sql.join(values)})`];
}

/** Written out, not bound: only then does SQLite see that an index of the few that have it will do. */
function flag(facet: 'restricted' | 'withdrawn' | 'amended', set: boolean): Condition {
  return sql<SqlBool>`${sql.ref(`contact_facet.${facet}`)} = ${sql.lit(set ? 1 : 0)}`;
}

function problemConditions(codes: readonly string[], lookup: ProblemLookup): readonly Condition[] {
  if (codes.length === 0) return [];
  const codesOf = sql.join(codes);
  return lookup === 'by-problem'
    ? [
        sql<SqlBool>`contact_facet.row_id in (
          select contact_row from contact_problem where code in (${codesOf}))`,
      ]
    : [
        sql<SqlBool>`exists (
          select 1 from contact_problem
          where contact_row = contact_facet.row_id and code in (${codesOf}))`,
      ];
}
