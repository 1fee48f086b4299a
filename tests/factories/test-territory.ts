import {
  boundsOf,
  lengthMetres,
  type MultiPolygonRings,
  type Position,
} from '#shared/domain/territory/geometry.ts';
import type {
  Address,
  Area,
  Landscape,
  Segment,
  Street,
  TerritoryDataset,
} from '#shared/domain/territory/territory.ts';
import { OPEN_END } from '#shared/lib/dates.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import type { WriteHandle } from '../../workbench/store/handles.ts';
import type { Store } from '../../workbench/store/store.ts';

const SINCE = '2020-01-01';
const always = { validFrom: SINCE, validTo: OPEN_END };

/** Makes rows of a territory one by one, with what a test does not care about filled in. */
export interface TerritoryMaker {
  area(fields: Partial<Area> & Pick<Area, 'nameNl'>): Area;
  street(fields: Partial<Street> & Pick<Street, 'nameNl'>): Street;
  segment(fields: Partial<Segment> & Pick<Segment, 'streetId' | 'geometry'>): Segment;
  address(fields: Partial<Address> & Pick<Address, 'streetId' | 'houseNumber'>): Address;
  landscape(fields: Partial<Landscape> & Pick<Landscape, 'kind' | 'geometry'>): Landscape;
  readonly dataset: TerritoryDataset;
}

export function territoryMaker(seed = 1): TerritoryMaker {
  const random = seededRandom(seed);
  let count = 0;
  const next = () => {
    count += 1;
    return {
      id: makeId(1_577_836_800_000 + count, randomBytes(random, 16)),
      officialId: `T${count}`,
    };
  };
  const areas: Area[] = [];
  const streets: Street[] = [];
  const segments: Segment[] = [];
  const addresses: Address[] = [];
  const landscape: Landscape[] = [];
  const put = <Row>(rows: Row[], row: Row): Row => {
    rows.push(row);
    return row;
  };
  return {
    dataset: { validFrom: SINCE, areas, streets, segments, addresses, landscape },
    area: (fields) =>
      put(areas, {
        ...next(),
        ...always,
        kind: 'neighbourhood',
        nameFr: '',
        parentId: null,
        geometry: square([4.4, 51], 0.05),
        ...fields,
      }),
    street: (fields) =>
      put(streets, {
        ...next(),
        ...always,
        nameFr: '',
        municipalityCode: '',
        subMunicipality: '',
        postcode: '',
        ...fields,
      }),
    segment: (fields) =>
      put(segments, {
        ...next(),
        ...always,
        neighbourhoodId: null,
        roadClass: 'local',
        lengthMetres: lengthMetres(fields.geometry),
        ...fields,
      }),
    address: (fields) =>
      put(addresses, {
        ...next(),
        ...always,
        boxNumber: '',
        postcode: '',
        position: [4.4, 51],
        neighbourhoodId: null,
        ...fields,
      }),
    landscape: (fields) =>
      put(landscape, { ...next(), ...always, nameNl: '', nameFr: '', ...fields }),
  };
}

/** A square polygon with its lower left corner at `corner`, `side` degrees wide. */
export function square([west, south]: Position, side: number): MultiPolygonRings {
  const east = west + side;
  const north = south + side;
  return [
    [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  ];
}

/** Puts a territory into the store as an import would, in one transaction. */
export async function storeTerritory(store: Store, dataset: TerritoryDataset): Promise<void> {
  await store.write(async ({ tables }) => {
    for (const rows of parts(dataset.areas)) {
      const stored = await tables
        .insertInto('area')
        .values(
          rows.map((area) => ({
            id: area.id,
            kind: area.kind,
            official_id: area.officialId,
            name_nl: area.nameNl,
            name_fr: area.nameFr,
            parent_id: area.parentId,
            geometry: JSON.stringify(area.geometry),
            ...validity(area),
          })),
        )
        .returning('row_id')
        .execute();
      await putBounds(
        tables,
        'area_bounds',
        stored,
        rows.map((area) => area.geometry.flat(2)),
      );
    }
    for (const rows of parts(dataset.streets)) {
      await tables
        .insertInto('street')
        .values(
          rows.map((street) => ({
            id: street.id,
            official_id: street.officialId,
            name_nl: street.nameNl,
            name_fr: street.nameFr,
            municipality_code: street.municipalityCode,
            sub_municipality: street.subMunicipality,
            postcode: street.postcode,
            ...validity(street),
          })),
        )
        .execute();
    }
    for (const rows of parts(dataset.segments)) {
      const stored = await tables
        .insertInto('segment')
        .values(
          rows.map((segment) => ({
            id: segment.id,
            official_id: segment.officialId,
            street_id: segment.streetId,
            neighbourhood_id: segment.neighbourhoodId,
            geometry: JSON.stringify(segment.geometry),
            length_metres: segment.lengthMetres,
            road_class: segment.roadClass,
            ...validity(segment),
          })),
        )
        .returning('row_id')
        .execute();
      await putBounds(
        tables,
        'segment_bounds',
        stored,
        rows.map((segment) => segment.geometry),
      );
    }
    for (const rows of parts(dataset.addresses)) {
      await tables
        .insertInto('address')
        .values(
          rows.map((address) => ({
            id: address.id,
            official_id: address.officialId,
            street_id: address.streetId,
            house_number: address.houseNumber,
            box_number: address.boxNumber,
            postcode: address.postcode,
            longitude: address.position[0],
            latitude: address.position[1],
            neighbourhood_id: address.neighbourhoodId,
            ...validity(address),
          })),
        )
        .execute();
    }
    for (const rows of parts(dataset.landscape)) {
      await tables
        .insertInto('landscape')
        .values(
          rows.map((one) => ({
            id: one.id,
            kind: one.kind,
            official_id: one.officialId,
            name_nl: one.nameNl,
            name_fr: one.nameFr,
            geometry: JSON.stringify(one.geometry),
            ...validity(one),
          })),
        )
        .execute();
    }
  });
}

/** SQLite takes some 32,000 values in one statement. */
function* parts<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += 1_000) yield rows.slice(start, start + 1_000);
}

function validity(row: { readonly validFrom: string; readonly validTo: string }) {
  return { valid_from: row.validFrom, valid_to: row.validTo, opened_by: '', closed_by: '' };
}

async function putBounds(
  tables: WriteHandle['tables'],
  table: 'area_bounds' | 'segment_bounds',
  stored: readonly { readonly row_id: number }[],
  shapes: readonly (readonly Position[])[],
): Promise<void> {
  const values = stored.map(({ row_id }, index) => {
    const [west, south, east, north] = boundsOf(shapes[index] ?? []) ?? [0, 0, 0, 0];
    return { row_id, west, east, south, north };
  });
  await tables.insertInto(table).values(values).execute();
}
