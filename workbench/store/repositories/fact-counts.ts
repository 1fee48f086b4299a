/**
 * Facts of a place in a period, and how many. A fact lies in a period when every day on which it may have
 * happened does: one that is known to its month counts in a quarter, but not in the week within it.
 */
import { sql, type SqlBool } from 'kysely';

import type { FactOrigin, FactTie } from '#shared/domain/facts/fact.ts';
import type { FactPrecision } from '#shared/domain/facts/fact-time.ts';
import type { PlaceCount } from '#shared/domain/facts/ranking.ts';
import type { Day, Instant } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../handles.ts';

/** Streets, segments or neighbourhoods, each in all versions that are meant. */
export interface PlaceOfFacts {
  readonly column: 'street_id' | 'segment_id' | 'neighbourhood_id';
  readonly ids: readonly Id[];
}

/** Whole days: `to` is not in it. */
export interface FactDays {
  readonly from: Day;
  readonly to: Day;
}

export interface FactRow {
  readonly rowId: number;
  readonly importId: Id;
  readonly sourceId: Id;
  readonly externalId: string | null;
  readonly kind: string;
  readonly origin: FactOrigin;
  readonly amount: number;
  readonly precision: FactPrecision;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly occurredAt: Instant | null;
  readonly hour: number | null;
  readonly weekday: number | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly tie: FactTie;
  readonly streetId: Id | null;
  readonly segmentId: Id | null;
  readonly neighbourhoodId: Id | null;
  readonly placeText: string | null;
  readonly outcome: string | null;
}

const COLUMNS = [
  'row_id as rowId',
  'import_id as importId',
  'source_id as sourceId',
  'external_id as externalId',
  'kind',
  'origin',
  'amount',
  'precision',
  'first_day as firstDay',
  'last_day as lastDay',
  'occurred_at as occurredAt',
  'hour',
  'weekday',
  'longitude',
  'latitude',
  'tie',
  'street_id as streetId',
  'segment_id as segmentId',
  'neighbourhood_id as neighbourhoodId',
  'place_text as placeText',
  'outcome',
] as const;

/** The facts of a place in a period, the newest first. */
export async function factsAt(
  read: ReadHandle,
  place: PlaceOfFacts,
  days: FactDays,
  limit: number,
): Promise<readonly FactRow[]> {
  return factsQuery(read, place, days, limit).execute();
}

function factsQuery(read: ReadHandle, place: PlaceOfFacts, days: FactDays, limit: number) {
  return read
    .selectFrom('fact')
    .select(COLUMNS)
    .where(counting())
    .where(place.column, 'in', place.ids)
    .where(during(days))
    .orderBy('first_day', 'desc')
    .orderBy('row_id', 'desc')
    .limit(limit);
}

/** How many facts of one kind, origin, hour and weekday; hour and weekday null where not known. */
export interface FactCount {
  readonly kind: string;
  readonly origin: FactOrigin;
  readonly hour: number | null;
  readonly weekday: number | null;
  readonly amount: number;
}

/** The picture of a place: what happened in the period, by kind, origin, weekday and hour. */
export async function countFactsAt(
  read: ReadHandle,
  place: PlaceOfFacts,
  days: FactDays,
): Promise<readonly FactCount[]> {
  return countsAtQuery(read, place, days).execute();
}

function countsAtQuery(read: ReadHandle, place: PlaceOfFacts, days: FactDays) {
  return read
    .selectFrom('fact')
    .select(['kind', 'origin', 'hour', 'weekday', amountOf()])
    .where(counting())
    .where(place.column, 'in', place.ids)
    .where(during(days))
    .groupBy(['kind', 'origin', 'hour', 'weekday']);
}

/** How many facts of one hour and weekday on a stretch; its id null where a fact lies on none. */
export interface FactOnPiece {
  readonly segmentId: Id | null;
  readonly hour: number | null;
  readonly weekday: number | null;
  readonly amount: number;
}

/** Facts of some kinds at a place in a period by stretch and hour, without what police found. */
export async function countFactsOfKinds(
  read: ReadHandle,
  place: PlaceOfFacts,
  days: FactDays,
  kinds: readonly string[],
): Promise<readonly FactOnPiece[]> {
  return ofKindsQuery(read, place, days, kinds).execute();
}

function ofKindsQuery(
  read: ReadHandle,
  place: PlaceOfFacts,
  days: FactDays,
  kinds: readonly string[],
) {
  return read
    .selectFrom('fact')
    .select(['segment_id as segmentId', 'hour', 'weekday', amountOf()])
    .where(counting())
    .where(place.column, 'in', place.ids)
    .where('kind', 'in', kinds)
    .where('origin', '<>', 'police')
    .where(during(days))
    .groupBy(['segment_id', 'hour', 'weekday']);
}

export interface SegmentFactCount {
  readonly segmentId: Id;
  readonly kind: string;
  readonly origin: FactOrigin;
  readonly amount: number;
}

/** Of every segment with facts in the period, how many of each kind and origin. */
export async function countFactsBySegment(
  read: ReadHandle,
  days: FactDays,
): Promise<readonly SegmentFactCount[]> {
  return bySegmentQuery(read, days).execute();
}

function bySegmentQuery(read: ReadHandle, days: FactDays) {
  return read
    .selectFrom('fact')
    .select(['segment_id as segmentId', 'kind', 'origin', amountOf()])
    .where(counting())
    .where('segment_id', 'is not', null)
    .where(during(days))
    .groupBy(['segment_id', 'kind', 'origin'])
    .$narrowType<{ segmentId: Id }>();
}

/** Streets by the row that is theirs now, with the facts of all rows they ever had. */
export interface StreetFactCounts {
  readonly counts: readonly PlaceCount[];
  readonly names: ReadonlyMap<Id, { readonly nameNl: string; readonly nameFr: string }>;
}

/** Of every street with facts in the period, how many of each kind and origin. */
export async function countFactsByStreet(
  read: ReadHandle,
  days: FactDays,
): Promise<StreetFactCounts> {
  const rows = await read
    .selectFrom('fact')
    .innerJoin('street as told', 'told.id', 'fact.street_id')
    .innerJoin('street as newest', (join) =>
      join
        .onRef('newest.official_id', '=', 'told.official_id')
        .on(
          'newest.valid_to',
          '=',
          sql<string>`(select max(valid_to) from street where official_id = told.official_id)`,
        ),
    )
    .select([
      'newest.id as placeId',
      'newest.name_nl as nameNl',
      'newest.name_fr as nameFr',
      'fact.kind',
      'fact.origin',
      amountOf(),
    ])
    .where(counting())
    .where(during(days))
    .groupBy(['newest.id', 'fact.kind', 'fact.origin'])
    .execute();
  return {
    counts: rows.map(({ placeId, kind, origin, amount }) => ({ placeId, kind, origin, amount })),
    names: new Map(rows.map(({ placeId, nameNl, nameFr }) => [placeId, { nameNl, nameFr }])),
  };
}

/** The last day of the newest fact that stands on a street and was not found by police; undefined when there is none. */
export async function newestDayOnStreets(read: ReadHandle): Promise<Day | undefined> {
  const row = await read
    .selectFrom('fact')
    .select('last_day as lastDay')
    .where(counting())
    .where('street_id', 'is not', null)
    .where('origin', '<>', 'police')
    .orderBy('first_day', 'desc')
    .orderBy('row_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.lastDay;
}

/** Whether any fact stands, wherever it lies. */
export async function hasFacts(read: ReadHandle): Promise<boolean> {
  const query = read.selectFrom('fact').select('row_id').where(counting()).limit(1);
  return (await query.executeTakeFirst()) !== undefined;
}

/** How many facts of the period lie on no segment, by why. */
export async function countUntied(
  read: ReadHandle,
  days: FactDays,
): Promise<readonly { readonly tie: FactTie; readonly amount: number }[]> {
  return read
    .selectFrom('fact')
    .select(['tie', amountOf()])
    .where(counting())
    .where('segment_id', 'is', null)
    .where(during(days))
    .groupBy('tie')
    .execute();
}

function amountOf() {
  return sql<number>`sum(amount)`.as('amount');
}

/** Written out, because SQLite takes a partial index only for a condition that it can read. */
function counting() {
  return sql<SqlBool>`counts = 1`;
}

function during({ from, to }: FactDays) {
  return sql<SqlBool>`first_day >= ${from} and first_day < ${to} and last_day < ${to}`;
}

/** How SQLite would read these, for the test that it does so by an index. */
export async function explainFacts(read: ReadHandle): Promise<readonly string[]> {
  const days = { from: '2026-01-01', to: '2027-01-01' };
  const place = { column: 'segment_id', ids: ['a'] } as const;
  const queries = [
    factsQuery(read, place, days, 10),
    countsAtQuery(read, place, days),
    ofKindsQuery(read, place, days, ['speeding']),
    bySegmentQuery(read, days),
  ];
  return Promise.all(
    queries.map(async (query) => JSON.stringify(await query.explain(undefined, sql`query plan`))),
  );
}
