import { sql, type Transaction } from 'kysely';

import { boundsOf, type Line, type MultiPolygonRings } from '#shared/domain/territory/geometry.ts';
import { type Day, OPEN_END } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { Schema } from '../schema.ts';
import type {
  AddressContent,
  AreaContent,
  LandscapeContent,
  Opened,
  RowIdentity,
  SegmentContent,
  StreetContent,
  TerritoryEntity,
} from './territory-import-rows.ts';

/** A row that goes on, with some columns put right. */
export interface Correction<Content> {
  readonly row: RowIdentity & Readonly<Content>;
  readonly after: Partial<Content>;
}

export interface Refused {
  readonly row: number;
  readonly reason: string;
  readonly field: string;
  readonly value: string;
}

/**
 * All that an import may do to the territory: rows begin, rows end, derived values of rows that go on
 * are put right with their former values kept, and refused lines are noted. All of it can be undone.
 */
export interface TerritoryChanges {
  /** Identity of a row that is to begin. */
  identity(entity: TerritoryEntity): RowIdentity;
  openAreas(rows: readonly Opened<AreaContent>[]): Promise<void>;
  openStreets(rows: readonly Opened<StreetContent>[]): Promise<void>;
  openSegments(rows: readonly Opened<SegmentContent>[]): Promise<void>;
  openAddresses(rows: readonly Opened<AddressContent>[]): Promise<void>;
  /** Nothing refers to the landscape, so its rows need no key in advance. */
  openLandscape(rows: readonly (LandscapeContent & { readonly id: Id })[]): Promise<void>;
  /** The rows end on the day the import is valid from; they must have begun before. */
  close(entity: TerritoryEntity, rows: readonly RowIdentity[]): Promise<void>;
  correctAreas(corrections: readonly Correction<AreaContent>[]): Promise<void>;
  correctStreets(corrections: readonly Correction<StreetContent>[]): Promise<void>;
  correctSegments(corrections: readonly Correction<SegmentContent>[]): Promise<void>;
  correctAddresses(corrections: readonly Correction<AddressContent>[]): Promise<void>;
  refuse(rows: readonly Refused[]): Promise<void>;
}

export interface ChangeOrigin {
  readonly importId: Id;
  readonly validFrom: Day;
  readonly newId: () => Id;
  /** Highest row ids in use; rows that begin get the next ones. */
  readonly highest: Readonly<Record<TerritoryEntity, number>>;
}

/** Rows of one INSERT: SQLite takes 32,766 values, and a shorter text is sooner compiled. */
const INSERT_ROWS = 100;

type Value = string | number | null;

/** Stores the changes in `tables`, in the transaction of the import. */
export function storedChanges(tables: Transaction<Schema>, origin: ChangeOrigin): TerritoryChanges {
  const { importId, validFrom } = origin;
  const validity = {
    valid_from: validFrom,
    valid_to: OPEN_END,
    opened_by: importId,
    closed_by: '',
  };
  let corrections = 0;
  let refusals = 0;

  async function correct<Content extends object>(
    entity: TerritoryEntity,
    list: readonly Correction<Content>[],
  ): Promise<void> {
    for (const { row, after } of list) {
      const columns = Object.keys(after) as (keyof Content)[];
      const before = Object.fromEntries(columns.map((column) => [column, row[column]]));
      await tables
        .insertInto('territory_correction')
        .values({
          import_id: importId,
          position: corrections,
          entity,
          row_id: row.row_id,
          before: JSON.stringify(before),
        })
        .execute();
      corrections += 1;
      await setColumns(tables, entity, row.row_id, after as Readonly<Record<string, Value>>);
    }
  }

  return {
    identity: identities(origin),
    async openAreas(rows) {
      for (const part of parts(rows)) {
        await tables
          .insertInto('area')
          .values(part.map((row) => ({ ...row, ...validity })))
          .execute();
        for (const row of part) await putBounds(tables, 'area', row.row_id, row.geometry);
      }
    },
    async openStreets(rows) {
      for (const part of parts(rows)) {
        await tables
          .insertInto('street')
          .values(part.map((row) => ({ ...row, ...validity })))
          .execute();
      }
    },
    async openSegments(rows) {
      for (const part of parts(rows)) {
        await tables
          .insertInto('segment')
          .values(part.map((row) => ({ ...row, ...validity })))
          .execute();
        await tables
          .insertInto('segment_bounds')
          .values(part.map((row) => boundsRow('segment', row.row_id, row.geometry)))
          .execute();
      }
    },
    async openAddresses(rows) {
      for (const part of parts(rows)) {
        await tables
          .insertInto('address')
          .values(part.map((row) => ({ ...row, ...validity })))
          .execute();
      }
    },
    async openLandscape(rows) {
      for (const part of parts(rows)) {
        await tables
          .insertInto('landscape')
          .values(part.map((row) => ({ ...row, ...validity })))
          .execute();
      }
    },
    async close(entity, rows) {
      if (rows.length === 0) return;
      const rowIds = JSON.stringify(rows.map((row) => row.row_id));
      await sql`
        update ${sql.table(entity)} set valid_to = ${validFrom}, closed_by = ${importId}
        where row_id in (select value from json_each(${rowIds}))`.execute(tables);
    },
    correctAreas: (list) => correct('area', list),
    correctStreets: (list) => correct('street', list),
    correctSegments: (list) => correct('segment', list),
    correctAddresses: (list) => correct('address', list),
    async refuse(rows) {
      for (const part of parts(rows)) {
        await tables
          .insertInto('territory_import_refusal')
          .values(
            part.map((refused) => ({
              import_id: importId,
              position: refusals++,
              row_number: refused.row,
              reason: refused.reason,
              field: refused.field,
              value: refused.value,
            })),
          )
          .execute();
      }
    },
  };
}

/** For a preview: everything is worked out and nothing is stored. */
export function withoutChanges(origin: ChangeOrigin): TerritoryChanges {
  const nothing = async (): Promise<void> => {};
  return {
    identity: identities(origin),
    openAreas: nothing,
    openStreets: nothing,
    openSegments: nothing,
    openAddresses: nothing,
    openLandscape: nothing,
    close: nothing,
    correctAreas: nothing,
    correctStreets: nothing,
    correctSegments: nothing,
    correctAddresses: nothing,
    refuse: nothing,
  };
}

function identities({ highest, newId }: ChangeOrigin): TerritoryChanges['identity'] {
  const last = { ...highest };
  return (entity) => {
    last[entity] += 1;
    return { row_id: last[entity], id: newId() };
  };
}

function* parts<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += INSERT_ROWS) {
    yield rows.slice(start, start + INSERT_ROWS);
  }
}

/** Sets columns of one row and keeps its bounds in step with its geometry. */
export async function setColumns(
  tables: Transaction<Schema>,
  entity: TerritoryEntity,
  rowId: number,
  columns: Readonly<Record<string, Value>>,
): Promise<void> {
  const assignments = Object.entries(columns).map(
    ([column, value]) => sql`${sql.ref(column)} = ${value}`,
  );
  await sql`
    update ${sql.table(entity)} set ${sql.join(assignments)} where row_id = ${rowId}`.execute(
    tables,
  );
  const { geometry } = columns;
  if ((entity === 'segment' || entity === 'area') && typeof geometry === 'string') {
    await tables
      .deleteFrom(entity === 'segment' ? 'segment_bounds' : 'area_bounds')
      .where('row_id', '=', rowId)
      .execute();
    await putBounds(tables, entity, rowId, geometry);
  }
}

async function putBounds(
  tables: Transaction<Schema>,
  entity: 'area' | 'segment',
  rowId: number,
  geometry: string,
): Promise<void> {
  await tables
    .insertInto(entity === 'segment' ? 'segment_bounds' : 'area_bounds')
    .values(boundsRow(entity, rowId, geometry))
    .execute();
}

/** The bounds of a geometry, which is text as the tables have it. */
export function boundsRow(entity: 'area' | 'segment', rowId: number, geometry: string) {
  const coordinates = JSON.parse(geometry) as unknown;
  const positions =
    entity === 'segment' ? (coordinates as Line) : (coordinates as MultiPolygonRings).flat(2);
  const bounds = boundsOf(positions);
  if (!bounds) throw new RangeError('a shape without positions has no bounds');
  const [west, south, east, north] = bounds;
  return { row_id: rowId, west, east, south, north };
}
