import { sql } from 'kysely';

import {
  PACKAGE_KINDS,
  type PackageColumns,
  type PackageKind,
  packageLine,
  type PackageRow,
} from '#shared/domain/territory/package/package-row.ts';
import { validityBeside } from '#shared/domain/territory/package/settle-row.ts';
import type { Day } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle, SqlValue, WriteHandle } from '../handles.ts';
import { boundsRow } from './territory-changes.ts';
import type { TerritoryTable } from './territory-import-rows.ts';

/** What ended a row that the zone's territory does not have: it is of this desk alone, and never published. */
const BESIDE = 'beside';

const VALIDITY = ['valid_from', 'valid_to', 'opened_by', 'closed_by'] as const;
const NAMED = ['official_id', 'name_nl', 'name_fr'] as const;
/** The columns of each table as they travel, the id first. */
const COLUMNS: { readonly [Kind in TerritoryTable]: readonly (keyof PackageColumns<Kind>)[] } = {
  area: ['id', 'kind', ...NAMED, 'parent_id', 'geometry', ...VALIDITY],
  street: ['id', ...NAMED, 'municipality_code', 'sub_municipality', 'postcode', ...VALIDITY],
  segment: [
    ...(['id', 'official_id', 'street_id', 'neighbourhood_id', 'geometry'] as const),
    ...(['length_metres', 'road_class'] as const),
    ...VALIDITY,
  ],
  address: [
    ...(['id', 'official_id', 'street_id', 'house_number', 'box_number', 'postcode'] as const),
    ...(['longitude', 'latitude', 'neighbourhood_id'] as const),
    ...VALIDITY,
  ],
  landscape: ['id', 'kind', ...NAMED, 'geometry', ...VALIDITY],
};
const TABLES = PACKAGE_KINDS.filter((kind) => kind !== 'import');
/** Rows read, or looked through, at once. */
const PAGE = 1_000;

/** The lines of this desk's territory, each by the rules of a package, a page at a time. */
export async function* packageLines(read: ReadHandle): AsyncGenerator<string> {
  yield await importLines(read);
  for (const kind of TABLES) {
    for (let after = ''; ;) {
      const rows = await read
        .selectFrom(kind)
        .select(COLUMNS[kind] as readonly 'id'[])
        .where('id', '>', after)
        .where('closed_by', '!=', BESIDE)
        .orderBy('id')
        .limit(PAGE)
        .execute();
      const last = rows.at(-1);
      if (last === undefined) break;
      yield rows.map((row) => packageLine({ kind, columns: unpacked(row) } as PackageRow)).join('');
      after = last.id;
    }
  }
}

/** Imports that made or ended what is packed: what was imported beside the zone's territory is nobody else's. */
async function importLines(read: ReadHandle): Promise<string> {
  const named = TABLES.flatMap((table) =>
    (['opened_by', 'closed_by'] as const).map(
      (column) => sql`
        select ${sql.ref(column)} from ${sql.table(table)} where closed_by <> ${BESIDE}`,
    ),
  );
  const rows = await read
    .selectFrom('territory_import')
    .select(['id', 'layer', 'file_name', 'source_sha256', 'plan', 'imported_at', 'imported_by'])
    .select(['valid_from', 'counts', 'undone_at'])
    .where(sql<boolean>`id in (${sql.join(named, sql` union `)})`)
    .orderBy('id')
    .execute();
  return rows
    .map(({ plan, counts, ...row }) => {
      const { credit = '' } = JSON.parse(plan) as { credit?: string };
      const columns = { ...row, credit, counts: JSON.parse(counts) as Record<string, number> };
      return packageLine({ kind: 'import', columns });
    })
    .join('');
}

/** Geometry is text in the tables, and JSON in a package. */
function unpacked(row: object): object {
  if (!('geometry' in row)) return row;
  return { ...row, geometry: JSON.parse(String(row.geometry)) as unknown };
}

/** Puts the rows of a package into the tables. Together they are the territory, whatever was there. */
export interface PackageWriter {
  put(row: PackageRow): void;
  /** After the last row: what the package does not have ends where it begins. */
  end(beginsOn: Day): void;
  /** Rows that were not there, or not like this. */
  readonly changed: number;
}

export function packageWriter(handle: WriteHandle): PackageWriter {
  const { prepare } = handle;
  const seen = new Map<PackageKind, Set<Id>>(PACKAGE_KINDS.map((kind) => [kind, new Set()]));
  const puts = new Map(TABLES.map((table) => [table, prepare(upsert(table))]));
  const bounds = {
    area: prepare(putBounds('area_bounds')),
    segment: prepare(putBounds('segment_bounds')),
  };
  const putImport = prepare(`
    insert into territory_import (id, layer, file_name, source_sha256, plan, imported_at, imported_by,
      valid_from, counts, undone_at, settled)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
    on conflict (id) do update set undone_at = excluded.undone_at where settled = 1`);
  let changed = 0;

  const putRow = (table: TerritoryTable, columns: Readonly<Record<string, unknown>>): void => {
    const values = COLUMNS[table].map((name) => stored(columns[name]));
    const row = puts.get(table)?.get(...values) as { readonly row_id: number } | undefined;
    if (row === undefined) return;
    changed += 1;
    if (table !== 'area' && table !== 'segment') return;
    const geometry = String(stored(columns['geometry']));
    const { west, east, south, north } = boundsRow(table, row.row_id, geometry);
    bounds[table].run(row.row_id, west, east, south, north);
  };
  return {
    get changed() {
      return changed;
    },
    put({ kind, columns }) {
      seen.get(kind)?.add(columns.id);
      if (kind !== 'import') return putRow(kind, columns);
      const { id, layer, credit, valid_from: validFrom, counts } = columns;
      const plan = {
        ...{
          layer,
          mapping: {},
          coordinateSystem: 'EPSG:4326',
          validFrom,
          complete: false,
          credit,
        },
      };
      putImport.run(
        ...[id, layer, columns.file_name, columns.source_sha256, JSON.stringify(plan)],
        ...[columns.imported_at, columns.imported_by, validFrom, JSON.stringify(counts)],
        columns.undone_at,
      );
    },
    end(beginsOn) {
      for (const table of TABLES) {
        changed += settleBeside(handle, table, seen.get(table) ?? new Set(), beginsOn);
      }
      const own = prepare('update territory_import set settled = 1 where id = ?');
      const imports = prepare('select id from territory_import').all() as readonly { id: Id }[];
      for (const { id } of imports) if (!seen.get('import')?.has(id)) own.run(id);
    },
  };
}

function upsert(table: TerritoryTable): string {
  const [id, ...columns] = COLUMNS[table];
  const excluded = columns.map((column) => `excluded.${column}`);
  return `
    insert into ${table} (${[id, ...columns].join()})
    values (${['?', ...columns.map(() => '?')].join()})
    on conflict (id) do update set (${columns.join()}) = (${excluded.join()})
    where (${columns.map((column) => `${table}.${column}`).join()}) is not (${excluded.join()})
    returning row_id`;
}

function putBounds(table: 'area_bounds' | 'segment_bounds'): string {
  return `
    insert or replace into ${table} (row_id, west, east, south, north) values (?, ?, ?, ?, ?)`;
}

function stored(value: unknown): SqlValue {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : (value as SqlValue);
}

/** @returns how many rows it ended. */
function settleBeside(
  { prepare }: WriteHandle,
  table: TerritoryTable,
  seen: ReadonlySet<Id>,
  beginsOn: Day,
): number {
  const page = prepare(`
    select row_id, id, valid_from, valid_to, closed_by from ${table}
    where row_id > ? order by row_id limit ${PAGE}`);
  const end = prepare(`
    update ${table} set valid_from = ?, valid_to = ?, closed_by = '${BESIDE}' where row_id = ?`);
  let ended = 0;
  for (let after = -1; ;) {
    const rows = page.all(after) as readonly DatedRow[];
    const last = rows.at(-1);
    if (last === undefined) return ended;
    for (const row of rows) {
      if (seen.has(row.id)) continue;
      const { valid_from: from, valid_to: to } = validityBeside(row, beginsOn);
      const isSettled = from === row.valid_from && to === row.valid_to && row.closed_by === BESIDE;
      if (isSettled) continue;
      end.run(from, to, row.row_id);
      ended += 1;
    }
    after = last.row_id;
  }
}

interface DatedRow {
  readonly row_id: number;
  readonly id: Id;
  readonly valid_from: Day;
  readonly valid_to: Day;
  readonly closed_by: string;
}
