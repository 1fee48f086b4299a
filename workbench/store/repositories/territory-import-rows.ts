import { type Selectable, sql } from 'kysely';

import { OPEN_END } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../handles.ts';
import type { Schema } from '../schema.ts';

/** The four tables of the territory as an import sees them: content, identity, and since when. */

export type TerritoryEntity = 'area' | 'street' | 'segment' | 'address';
/** All tables whose rows an import begins and ends. */
export type TerritoryTable = TerritoryEntity | 'landscape';

type Columns<Table extends TerritoryTable> = Omit<
  Selectable<Schema[Table]>,
  'row_id' | 'id' | 'valid_from' | 'valid_to' | 'opened_by' | 'closed_by'
>;
export type AreaContent = Columns<'area'>;
export type StreetContent = Columns<'street'>;
export type SegmentContent = Columns<'segment'>;
export type AddressContent = Columns<'address'>;
export type LandscapeContent = Columns<'landscape'>;

export interface RowIdentity {
  /** Key of the R*Tree tables. */
  readonly row_id: number;
  readonly id: Id;
}
/** A row that is to begin. */
export type Opened<Content> = Readonly<Content> & RowIdentity;
/** A row that is open-ended now. */
export type Current<Content> = Opened<Content> & { readonly valid_from: string };

/** Rows of one page: small enough that reading it holds nothing up. */
const PAGE_ROWS = 500;

const AREA = [
  'row_id',
  'id',
  'valid_from',
  'kind',
  'official_id',
  'name_nl',
  'name_fr',
  'parent_id',
  'geometry',
] as const;
const STREET = [
  'row_id',
  'id',
  'valid_from',
  'official_id',
  'name_nl',
  'name_fr',
  'municipality_code',
  'sub_municipality',
  'postcode',
] as const;
const SEGMENT = [
  'row_id',
  'id',
  'valid_from',
  'official_id',
  'street_id',
  'neighbourhood_id',
  'geometry',
  'length_metres',
  'road_class',
] as const;
const ADDRESS = [
  'row_id',
  'id',
  'valid_from',
  'official_id',
  'street_id',
  'house_number',
  'box_number',
  'postcode',
  'longitude',
  'latitude',
  'neighbourhood_id',
] as const;

async function* pages<Row extends { readonly row_id: number }>(
  page: (after: number) => Promise<Row[]>,
): AsyncGenerator<readonly Row[]> {
  let after = -1;
  for (;;) {
    const rows = await page(after);
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    after = last.row_id;
  }
}

/** Areas that are open-ended, of all kinds, a page at a time. */
export function currentAreas(read: ReadHandle): AsyncGenerator<readonly Current<AreaContent>[]> {
  return pages((after) =>
    read
      .selectFrom('area')
      .select(AREA)
      .where('row_id', '>', after)
      .where('valid_to', '=', OPEN_END)
      .orderBy('row_id')
      .limit(PAGE_ROWS)
      .execute(),
  );
}

export function currentStreets(
  read: ReadHandle,
): AsyncGenerator<readonly Current<StreetContent>[]> {
  return pages((after) =>
    read
      .selectFrom('street')
      .select(STREET)
      .where('row_id', '>', after)
      .where('valid_to', '=', OPEN_END)
      .orderBy('row_id')
      .limit(PAGE_ROWS)
      .execute(),
  );
}

/** Segments that are open-ended; of one street, or of all. */
export function currentSegments(
  read: ReadHandle,
  streetId?: Id,
): AsyncGenerator<readonly Current<SegmentContent>[]> {
  return pages((after) => {
    const query = read
      .selectFrom('segment')
      .select(SEGMENT)
      .where('row_id', '>', after)
      .where('valid_to', '=', OPEN_END)
      .orderBy('row_id')
      .limit(PAGE_ROWS);
    return (streetId === undefined ? query : query.where('street_id', '=', streetId)).execute();
  });
}

/** Addresses that are open-ended; of one street, or of all. */
export function currentAddresses(
  read: ReadHandle,
  streetId?: Id,
): AsyncGenerator<readonly Current<AddressContent>[]> {
  return pages((after) => {
    const query = read
      .selectFrom('address')
      .select(ADDRESS)
      .where('row_id', '>', after)
      .where('valid_to', '=', OPEN_END)
      .orderBy('row_id')
      .limit(PAGE_ROWS);
    return (streetId === undefined ? query : query.where('street_id', '=', streetId)).execute();
  });
}

/** Addresses looked at for one page of {@link addressSites}. */
const SITE_ROWS = 20_000;

/** About where streets have open-ended addresses: one place per street and hundredth of a degree. */
export function addressSites(read: ReadHandle) {
  return pages((after) =>
    read
      .selectFrom((inner) =>
        inner
          .selectFrom('address')
          .select(['row_id', 'street_id', 'longitude', 'latitude'])
          .where('row_id', '>', after)
          .where('valid_to', '=', OPEN_END)
          .orderBy('row_id')
          .limit(SITE_ROWS)
          .as('part'),
      )
      .select(({ fn }) => [
        'street_id',
        fn.max<number>('row_id').as('row_id'),
        fn.avg<number>('longitude').as('longitude'),
        fn.avg<number>('latitude').as('latitude'),
      ])
      .groupBy(['street_id', sql`round(longitude, 2)`, sql`round(latitude, 2)`])
      .orderBy(sql`max(row_id)`)
      .execute(),
  );
}

/** The open-ended addresses that have one of these official ids. */
export function addressesByOfficialId(
  read: ReadHandle,
  officialIds: readonly string[],
): Promise<Current<AddressContent>[]> {
  return read
    .selectFrom('address')
    .select(ADDRESS)
    .where('official_id', 'in', officialIds)
    .where('valid_to', '=', OPEN_END)
    .execute();
}

/** Of these streets, those that no open-ended segment or address refers to. */
export async function unusedStreets(
  read: ReadHandle,
  streetIds: readonly Id[],
): Promise<ReadonlySet<Id>> {
  const unused = new Set<Id>();
  for (const id of streetIds) {
    const segment = await read
      .selectFrom('segment')
      .select('row_id')
      .where('street_id', '=', id)
      .where('valid_to', '=', OPEN_END)
      .limit(1)
      .executeTakeFirst();
    const address =
      segment ??
      (await read
        .selectFrom('address')
        .select('row_id')
        .where('street_id', '=', id)
        .where('valid_to', '=', OPEN_END)
        .limit(1)
        .executeTakeFirst());
    if (!address) unused.add(id);
  }
  return unused;
}

/** The highest row id in use, per table; 0 for an empty one. */
export async function highestRowIds(read: ReadHandle): Promise<Record<TerritoryEntity, number>> {
  const highest = async (table: TerritoryEntity): Promise<number> => {
    const row = await read
      .selectFrom(table)
      .select('row_id')
      .orderBy('row_id', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row?.row_id ?? 0;
  };
  return {
    area: await highest('area'),
    street: await highest('street'),
    segment: await highest('segment'),
    address: await highest('address'),
  };
}
