import { sql } from 'kysely';

import type { Fact } from '#shared/domain/facts/fact.ts';
import { factPeriodOf } from '#shared/domain/facts/fact-time.ts';
import type { Instant } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle, WriteHandle } from '../handles.ts';

export interface FactBatchRow {
  readonly id: Id;
  readonly importId: Id;
  readonly neighbourhoodId: Id | null;
  readonly facts: readonly Fact[];
  readonly version: number;
}

/** SQLite binds at most 32,766 values in one statement. */
const FACTS_PER_INSERT = 250;

type Tables = WriteHandle['tables'];

/**
 * Unpacks a batch into its facts. A batch never changes: one that is here already only gets its version.
 * Its import and the source of that must be here.
 */
export async function putFactBatch(
  { tables }: Pick<WriteHandle, 'tables'>,
  batch: FactBatchRow,
): Promise<void> {
  const { id, importId, neighbourhoodId, version } = batch;
  const known = await tables
    .updateTable('fact_batch')
    .set({ version })
    .where('id', '=', id)
    .executeTakeFirst();
  if (known.numUpdatedRows > 0n) return;
  await tables
    .insertInto('fact_batch')
    .values({ id, import_id: importId, neighbourhood_id: neighbourhoodId, version })
    .execute();
  const { source_id } = await tables
    .selectFrom('fact_import')
    .select('source_id')
    .where('id', '=', importId)
    .executeTakeFirstOrThrow();
  for (let from = 0; from < batch.facts.length; from += FACTS_PER_INSERT) {
    const rows = batch.facts
      .slice(from, from + FACTS_PER_INSERT)
      .map((fact) => ({ ...columnsOf(fact, batch), source_id }));
    await tables.insertInto('fact').values(rows).execute();
  }
  await settleCounting(tables, await factsLike(tables, 'batch_id', id));
}

function columnsOf(fact: Fact, { id, importId, neighbourhoodId }: FactBatchRow) {
  const period = factPeriodOf(fact.time);
  return {
    batch_id: id,
    import_id: importId,
    external_id: fact.externalId ?? null,
    kind: fact.kind,
    origin: fact.origin,
    amount: fact.amount ?? 1,
    precision: period.precision,
    first_day: period.firstDay,
    last_day: period.lastDay,
    occurred_at: period.precision === 'moment' ? fact.time : null,
    hour: period.hour,
    weekday: period.weekday,
    longitude: fact.position?.[0] ?? null,
    latitude: fact.position?.[1] ?? null,
    tie: fact.tie,
    street_id: fact.streetId ?? null,
    segment_id: fact.segmentId ?? null,
    neighbourhood_id: neighbourhoodId,
    place_text: fact.placeText ?? null,
    outcome: fact.outcome ?? null,
    counts: 0,
  };
}

export async function hasFactBatch(read: ReadHandle, id: Id): Promise<boolean> {
  const found = await read
    .selectFrom('fact_batch')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst();
  return found !== undefined;
}

/** Which of these ids of a source belong to facts that count. */
export async function idsThatCount(
  read: ReadHandle,
  sourceId: Id,
  externalIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (externalIds.length === 0) return new Set();
  const rows = await read
    .selectFrom('fact')
    .select('external_id')
    .where('source_id', '=', sourceId)
    .where('external_id', 'in', externalIds)
    .where('counts', '=', 1)
    .execute();
  return new Set(rows.flatMap(({ external_id }) => external_id ?? []));
}

/** How many facts of each import are here, whether they count or not. */
export async function countFactsOfImports(read: ReadHandle): Promise<ReadonlyMap<Id, number>> {
  const rows = await read
    .selectFrom('fact')
    .select(({ fn }) => ['import_id', fn.countAll<number>().as('count')])
    .groupBy('import_id')
    .execute();
  return new Map(rows.map(({ import_id, count }) => [import_id, count]));
}

/** Takes a batch away; what it brought first counts from now on where another import brought it too. */
export async function removeFactBatch(
  { tables }: Pick<WriteHandle, 'tables'>,
  id: Id,
): Promise<void> {
  const touched = await factsLike(tables, 'batch_id', id);
  await tables.deleteFrom('fact_batch').where('id', '=', id).execute();
  await settleCounting(tables, touched);
}

/** Takes an import back, or puts it in force again (null): its facts vanish from every count, and return. */
export async function markFactImport(
  { tables }: Pick<WriteHandle, 'tables'>,
  importId: Id,
  undoneAt: Instant | null,
): Promise<void> {
  await tables
    .updateTable('fact_import')
    .set({ undone_at: undoneAt })
    .where('id', '=', importId)
    .execute();
  await settleCounting(tables, await factsLike(tables, 'import_id', importId));
}

/** The rows of a batch or an import as a JSON list, with those that their source calls the same. */
async function factsLike(
  tables: Tables,
  column: 'batch_id' | 'import_id',
  id: Id,
): Promise<string> {
  const { rows } = await sql<{ list: string }>`
    select json_group_array(row_id) as list from (
      select row_id from fact where ${sql.ref(column)} = ${id}
      union
      select same.row_id from fact as named cross join fact as same
        on same.source_id = named.source_id and same.external_id = named.external_id
      where ${sql.ref(`named.${column}`)} = ${id} and named.external_id is not null
    )`.execute(tables);
  return rows[0]?.list ?? '[]';
}

/**
 * Of facts that a source calls the same one counts: the first of an import that stands. The order is that
 * of ids, so that every desk comes to the same, in whatever order imports reach it.
 */
async function settleCounting(tables: Tables, rowIds: string): Promise<void> {
  await sql`
    update fact set counts = (select undone_at is null from fact_import where id = fact.import_id)
      and (external_id is null or not exists (
        select 1 from fact as earlier
          cross join fact_import as standing on standing.id = earlier.import_id
        where earlier.source_id = fact.source_id and earlier.external_id = fact.external_id
          and standing.undone_at is null
          and (earlier.import_id, earlier.batch_id, earlier.row_id)
            < (fact.import_id, fact.batch_id, fact.row_id)))
    where row_id in (select value from json_each(${rowIds}))`.execute(tables);
}
