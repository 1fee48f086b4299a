import { sql, type Transaction } from 'kysely';

import { OPEN_END } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../handles.ts';
import type { Schema } from '../schema.ts';
import { setColumns } from './territory-changes.ts';
import type { TerritoryEntity, TerritoryTable } from './territory-import-rows.ts';

/**
 * How many things rely on what an import brought in or changed: contacts, promises, posts and
 * partners in its streets and areas, and rows that later imports put on top of its own. Rows of older
 * imports that only this import made to point at its rows do not count: undoing turns them back.
 */
export async function countUses(tables: Transaction<Schema>, importId: Id): Promise<number> {
  const streets = sql`(select id from street where opened_by = ${importId})`;
  const areas = sql`(select id from area where opened_by = ${importId})`;
  const mine = (entity: TerritoryEntity) => sql`
    (select row_id from territory_correction where import_id = ${importId} and entity = ${entity})`;
  const foreign = (entity: TerritoryEntity) => sql`
    opened_by <> ${importId} and row_id not in ${mine(entity)}`;
  const result = await sql<{ uses: number }>`
    select
      (select count(*) from contact where street_id in ${streets} or neighbourhood_id in ${areas})
      + (select count(*) from promise where street_id in ${streets})
      + (select count(*) from post where area_id in ${areas})
      + (select count(*) from partner where neighbourhood_id in ${areas})
      + (select count(*) from segment
          where (street_id in ${streets} or neighbourhood_id in ${areas}) and ${foreign('segment')})
      + (select count(*) from address
          where (street_id in ${streets} or neighbourhood_id in ${areas}) and ${foreign('address')})
      + (select count(*) from area where parent_id in ${areas} and ${foreign('area')})
      + ${changedLater('area', importId)} + ${changedLater('street', importId)}
      + ${changedLater('segment', importId)} + ${changedLater('address', importId)}
      + (select count(*) from street ended
          join street later on later.name_nl = ended.name_nl and later.valid_to = ${OPEN_END}
            and later.municipality_code in ('', ended.municipality_code)
          join territory_import importing on importing.id = later.opened_by
          where ended.closed_by = ${importId} and later.opened_by <> ${importId}
            and importing.imported_at > (select imported_at from territory_import where id = ${importId}))
      as uses`.execute(tables);
  return result.rows[0]?.uses ?? 0;
}

/** Rows this import began or put right that a later one ended or put right again. */
function changedLater(entity: TerritoryEntity, importId: Id) {
  const touched = sql`(
    opened_by = ${importId} or row_id in (
      select row_id from territory_correction where import_id = ${importId} and entity = ${entity}))`;
  const later = sql`(
    select id from territory_import where imported_at >
      (select imported_at from territory_import where id = ${importId}))`;
  return sql`(select count(*) from ${sql.table(entity)} where ${touched} and (
    closed_by in ${later} or exists (
      select 1 from territory_correction correction
      where correction.entity = ${entity} and correction.row_id = ${sql.table(entity)}.row_id
        and correction.import_id in ${later})))`;
}

const CHUNK_ROWS = 1000;

/**
 * Turns the tables back to what they were before the import, byte for byte; its corrections are gone
 * as well. {@link countUses} must have found none. `breathe` is awaited between chunks.
 */
export async function takeBack(
  tables: Transaction<Schema>,
  importId: Id,
  breathe: () => Promise<unknown>,
): Promise<void> {
  await removeOpened(tables, 'landscape', importId, breathe);
  await removeOpened(tables, 'address', importId, breathe);
  await removeOpened(tables, 'segment', importId, breathe);
  await restoreCorrected(tables, importId, breathe);
  for (const entity of ['area', 'street', 'segment', 'address', 'landscape'] as const) {
    await reopen(tables, entity, importId, breathe);
  }
  await removeOpened(tables, 'street', importId, breathe);
  await removeOpened(tables, 'area', importId, breathe);
}

async function removeOpened(
  tables: Transaction<Schema>,
  entity: TerritoryTable,
  importId: Id,
  breathe: () => Promise<unknown>,
): Promise<void> {
  for (;;) {
    const rowIds = await chunk(tables, entity, 'opened_by', importId);
    if (rowIds === undefined) return;
    const chosen = sql`(select value from json_each(${rowIds}))`;
    if (entity === 'area' || entity === 'segment') {
      await sql`
        delete from ${sql.table(`${entity}_bounds`)} where row_id in ${chosen}`.execute(tables);
    }
    await sql`delete from ${sql.table(entity)} where row_id in ${chosen}`.execute(tables);
    await breathe();
  }
}

async function reopen(
  tables: Transaction<Schema>,
  entity: TerritoryTable,
  importId: Id,
  breathe: () => Promise<unknown>,
): Promise<void> {
  for (;;) {
    const rowIds = await chunk(tables, entity, 'closed_by', importId);
    if (rowIds === undefined) return;
    await sql`
      update ${sql.table(entity)} set valid_to = ${OPEN_END}, closed_by = ''
      where row_id in (select value from json_each(${rowIds}))`.execute(tables);
    await breathe();
  }
}

/** The latest correction first: a row that was put right twice ends as it was before the first. */
async function restoreCorrected(
  tables: Transaction<Schema>,
  importId: Id,
  breathe: () => Promise<unknown>,
): Promise<void> {
  for (;;) {
    const corrections = await tables
      .selectFrom('territory_correction')
      .select(['position', 'entity', 'row_id', 'before'])
      .where('import_id', '=', importId)
      .orderBy('position', 'desc')
      .limit(CHUNK_ROWS)
      .execute();
    const first = corrections.at(-1);
    if (!first) return;
    for (const { entity, row_id: rowId, before } of corrections) {
      const columns = JSON.parse(before) as Record<string, string | number | null>;
      await setColumns(tables, entity, rowId, columns);
    }
    await tables
      .deleteFrom('territory_correction')
      .where('import_id', '=', importId)
      .where('position', '>=', first.position)
      .execute();
    await breathe();
  }
}

async function chunk(
  read: ReadHandle,
  entity: TerritoryTable,
  column: 'opened_by' | 'closed_by',
  importId: Id,
): Promise<string | undefined> {
  const rows = await read
    .selectFrom(entity)
    .select('row_id')
    .where(column, '=', importId)
    .limit(CHUNK_ROWS)
    .execute();
  return rows.length === 0 ? undefined : JSON.stringify(rows.map((row) => row.row_id));
}
