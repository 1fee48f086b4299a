import { sql, type SqlBool } from 'kysely';

import type { FactCursor, FactFilter, ListedFact } from '#shared/contract/facts.ts';
import type { FactTie } from '#shared/domain/facts/fact.ts';
import { factIdOf, readFactId } from '#shared/domain/facts/fact-id.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../handles.ts';

/** What is asked of facts: as the contract says it, with the street in all its versions. */
export type AskedFacts = Omit<FactFilter, 'streetId'> & {
  readonly streetIds: readonly Id[] | null;
};

/** Facts that count, the newest first, those after `after`. */
export async function listedFacts(
  read: ReadHandle,
  asked: AskedFacts,
  after: FactCursor | null,
  limit: number,
): Promise<ListedFact[]> {
  let query = listing(matching(read, asked)).limit(limit);
  if (after !== null) {
    const { firstDay, rowId } = after;
    query = query.where(
      sql<SqlBool>`first_day <= ${firstDay} and (first_day, fact.row_id) < (${firstDay}, ${rowId})`,
    );
  }
  return (await query.execute()).map(toListed);
}

/** Those of these facts that are here and count, the newest first. */
export async function factsByIds(read: ReadHandle, ids: readonly Id[]): Promise<ListedFact[]> {
  const rowIds: number[] = [];
  for (const id of new Set(ids)) {
    const rowId = await rowOfFact(read, id);
    if (rowId !== undefined) rowIds.push(rowId);
  }
  if (rowIds.length === 0) return [];
  const rows = await listing(read.selectFrom('fact').where(sql<SqlBool>`counts = 1`))
    .where('fact.row_id', 'in', rowIds)
    .execute();
  return rows.map(toListed);
}

/** Facts of a batch lie in the order of its list, in which its id counts. */
async function rowOfFact(read: ReadHandle, id: Id): Promise<number | undefined> {
  const { place, first, last } = readFactId(id);
  const row = await read
    .selectFrom('fact')
    .select('row_id')
    .where('batch_id', '=', (batch) =>
      batch.selectFrom('fact_batch').select('id').where('id', '>=', first).where('id', '<=', last),
    )
    .orderBy('row_id')
    .limit(1)
    .offset(place)
    .executeTakeFirst();
  return row?.row_id;
}

function listing(facts: ReturnType<typeof matching>) {
  return facts
    .innerJoin('fact_source', 'fact_source.id', 'fact.source_id')
    .leftJoin('street', 'street.id', 'fact.street_id')
    .leftJoin('area', 'area.id', 'fact.neighbourhood_id')
    .select([
      'fact.row_id as rowId',
      'fact.batch_id as batchId',
      sql<number>`(select count(*) from fact as earlier
        where earlier.batch_id = fact.batch_id and earlier.row_id < fact.row_id)`.as('place'),
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
    .orderBy('fact.row_id', 'desc');
}

type ListedRow = Awaited<ReturnType<ReturnType<typeof listing>['executeTakeFirstOrThrow']>>;

function toListed({ batchId, place, ...row }: ListedRow): ListedFact {
  return {
    ...row,
    id: factIdOf(batchId, place),
    streetNameNl: row.streetNameNl ?? '',
    streetNameFr: row.streetNameFr ?? '',
    neighbourhoodNameNl: row.neighbourhoodNameNl ?? '',
    neighbourhoodNameFr: row.neighbourhoodNameFr ?? '',
  };
}

/** How many facts the filter has, by how they lie. */
export async function countListedFacts(
  read: ReadHandle,
  asked: AskedFacts,
): Promise<readonly { readonly tie: FactTie; readonly amount: number }[]> {
  return matching(read, asked)
    .select(({ fn }) => ['tie', fn.sum<number>('amount').as('amount')])
    .groupBy('tie')
    .execute();
}

function matching(read: ReadHandle, asked: AskedFacts) {
  const { from, to, sourceId, kind, origin, tie, streetIds } = asked;
  let query = read.selectFrom('fact').where(sql<SqlBool>`counts = 1`);
  if (from !== null) query = query.where('first_day', '>=', from);
  if (to !== null) query = query.where('first_day', '<', to).where('last_day', '<', to);
  if (sourceId !== null) query = query.where('source_id', '=', sourceId);
  if (kind !== null) query = query.where('fact.kind', '=', kind);
  if (origin !== null) query = query.where('fact.origin', '=', origin);
  if (tie !== null) query = query.where('tie', '=', tie);
  if (streetIds !== null) query = query.where('fact.street_id', 'in', streetIds);
  return query;
}
