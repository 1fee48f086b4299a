/** What feeling and fact are counted from, read once and kept in memory; each query gives one part. */
import { sql } from 'kysely';

import type { Day } from '#shared/lib/dates.ts';

import type { ReadHandle } from '../handles.ts';

/** Segments of any time after row `last`, in the order of their rows: earlier ones are found by their official id. */
export function segmentsAfter(read: ReadHandle, last: number, limit: number) {
  return read
    .selectFrom('segment')
    .select([
      'row_id',
      'id',
      'official_id',
      'street_id',
      'neighbourhood_id',
      'length_metres',
      'road_class',
      'geometry',
      'valid_from',
      'valid_to',
    ])
    .where('row_id', '>', last)
    .orderBy('row_id')
    .limit(limit);
}

/** Every neighbourhood ever, without its shape. */
export function allNeighbourhoods(read: ReadHandle) {
  return read
    .selectFrom('area')
    .select(['id', 'official_id', 'name_nl', 'name_fr', 'valid_from', 'valid_to'])
    .where('kind', '=', 'neighbourhood');
}

/** Contacts after row `last` on which somebody said how safe it feels, in the order of their rows. */
export function feelingsAfter(read: ReadHandle, last: number, limit: number) {
  return selectFeelings(read)
    .where('feeling', 'is not', null)
    .where('withdrawn', '=', 0)
    .where('row_id', '>', last)
    .orderBy('row_id')
    .limit(limit);
}

/** These rows, in no order, also where nothing was said; those that are gone are left out. */
export function feelingsOf(read: ReadHandle, rowIds: readonly number[]) {
  return selectFeelings(read).where(
    'row_id',
    'in',
    sql<number>`(select value from json_each(${JSON.stringify(rowIds)}))`,
  );
}

function selectFeelings(read: ReadHandle) {
  return read
    .selectFrom('contact')
    .select([
      'row_id',
      'street_id',
      'neighbourhood_id',
      'longitude',
      'latitude',
      'place_source',
      'feeling',
      'withdrawn',
    ]);
}

/** Facts after row `last` that count, in the order of their rows. */
export function factsAfter(read: ReadHandle, last: number, limit: number) {
  return selectFacts(read).where('row_id', '>', last).orderBy('row_id').limit(limit);
}

/** These rows, in no order, as far as they are there and count. */
export function factsOf(read: ReadHandle, rowIds: readonly number[]) {
  return selectFacts(read).where(
    'row_id',
    'in',
    sql<number>`(select value from json_each(${JSON.stringify(rowIds)}))`,
  );
}

function selectFacts(read: ReadHandle) {
  return read
    .selectFrom('fact')
    .select([
      'row_id',
      'kind',
      'origin',
      'amount',
      'first_day',
      'last_day',
      'source_id',
      'street_id',
      'segment_id',
      'neighbourhood_id',
    ])
    .where('counts', '=', 1);
}

/** One row that is another one whenever facts came, went, or stopped counting: compared, never read. */
export function factsVersion(read: ReadHandle) {
  return read.selectNoFrom(({ selectFrom }) => [
    selectFrom('fact')
      .select(({ fn }) => fn.max('row_id').as('row'))
      .as('fact'),
    selectFrom('fact_batch')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .as('batches'),
    selectFrom('fact_import')
      .select(sql<string>`json_group_array(id || version || coalesce(undone_at, ''))`.as('all'))
      .as('imports'),
  ]);
}

/** The sources of facts, with the days on which their way of counting changed. */
export function factSources(read: ReadHandle) {
  return read.selectFrom('fact_source').select(['id', 'name', 'breaks']).orderBy('id');
}

/**
 * The sources that brought facts of these kinds by others than police, between two days, or ever for null.
 */
export function sourcesOfKinds(
  read: ReadHandle,
  kinds: readonly string[],
  days: { readonly from: Day; readonly to: Day } | null,
) {
  return read
    .selectFrom('fact')
    .select('source_id')
    .distinct()
    .where('counts', '=', 1)
    .where('origin', '!=', 'police')
    .where('kind', 'in', kinds)
    .$if(days !== null, (query) =>
      query.where('first_day', '>=', days?.from ?? '').where('last_day', '<', days?.to ?? ''),
    );
}
