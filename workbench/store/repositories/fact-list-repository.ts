import { sql, type SqlBool } from 'kysely';

import type { FactCursor, FactFilter, ListedFact } from '#shared/contract/facts.ts';
import type { FactTie } from '#shared/domain/facts/fact.ts';

import type { ReadHandle } from '../handles.ts';

/** Facts that count, the newest first, those after `after`. */
export async function listedFacts(
  read: ReadHandle,
  filter: FactFilter,
  after: FactCursor | null,
  limit: number,
): Promise<ListedFact[]> {
  let query = matching(read, filter)
    .innerJoin('fact_source', 'fact_source.id', 'fact.source_id')
    .leftJoin('street', 'street.id', 'fact.street_id')
    .leftJoin('area', 'area.id', 'fact.neighbourhood_id')
    .select([
      'fact.row_id as rowId',
      'external_id as externalId',
      'fact.kind',
      'fact.origin',
      'amount',
      'precision',
      'first_day as firstDay',
      'occurred_at as occurredAt',
      'tie',
      'place_text as placeText',
      'outcome',
      'fact_source.name as sourceName',
      'street.name_nl as streetNameNl',
      'street.name_fr as streetNameFr',
      'area.name_nl as neighbourhoodNameNl',
      'area.name_fr as neighbourhoodNameFr',
    ])
    .orderBy('first_day', 'desc')
    .orderBy('fact.row_id', 'desc')
    .limit(limit);
  if (after !== null) {
    const { firstDay, rowId } = after;
    query = query.where(
      sql<SqlBool>`first_day <= ${firstDay} and (first_day, fact.row_id) < (${firstDay}, ${rowId})`,
    );
  }
  const rows = await query.execute();
  return rows.map((row) => ({
    ...row,
    streetNameNl: row.streetNameNl ?? '',
    streetNameFr: row.streetNameFr ?? '',
    neighbourhoodNameNl: row.neighbourhoodNameNl ?? '',
    neighbourhoodNameFr: row.neighbourhoodNameFr ?? '',
  }));
}

/** How many facts the filter has, by how they lie. */
export async function countListedFacts(
  read: ReadHandle,
  filter: FactFilter,
): Promise<readonly { readonly tie: FactTie; readonly amount: number }[]> {
  return matching(read, filter)
    .select(({ fn }) => ['tie', fn.sum<number>('amount').as('amount')])
    .groupBy('tie')
    .execute();
}

function matching(read: ReadHandle, filter: FactFilter) {
  const { from, to, sourceId, kind, origin, tie } = filter;
  let query = read.selectFrom('fact').where(sql<SqlBool>`counts = 1`);
  if (from !== null) query = query.where('first_day', '>=', from);
  if (to !== null) query = query.where('first_day', '<', to).where('last_day', '<', to);
  if (sourceId !== null) query = query.where('source_id', '=', sourceId);
  if (kind !== null) query = query.where('fact.kind', '=', kind);
  if (origin !== null) query = query.where('fact.origin', '=', origin);
  if (tie !== null) query = query.where('tie', '=', tie);
  return query;
}
