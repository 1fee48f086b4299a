import { OPEN_END } from '#shared/lib/dates.ts';

import { contactRowId } from '../../workbench/store/repositories/contact-rows.ts';
import type { ImportBench } from './test-imports.ts';

/** Small files as people bring them: two neighbourhoods, two streets, a register of addresses. */

type Pair = readonly [number, number];

export const square = (code: string, west: number, name = `Wijk ${code}`, size = 0.01) => ({
  type: 'Feature',
  properties: { code, naam: name },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, 51],
        [west + size, 51],
        [west + size, 51 + size],
        [west, 51 + size],
        [west, 51],
      ],
    ],
  },
});
export const road = (osm: string, name: string | null, ...coordinates: Pair[]) => ({
  type: 'Feature',
  properties: { osm, name },
  geometry: { type: 'LineString', coordinates },
});
export const collection = (...features: unknown[]) =>
  JSON.stringify({ type: 'FeatureCollection', features });

export const TWO = collection(square('12025W01', 4.4), square('12025W02', 4.41));
export const ROADS = collection(
  road('way/1', 'Kerkstraat', [4.402, 51.005], [4.418, 51.005]),
  road('way/2', 'Dorpstraat', [4.402, 51.002], [4.404, 51.002]),
);

export const ADDRESSES = [
  'EPSG:31370_x,EPSG:31370_y,EPSG:4326_lat,EPSG:4326_lon,address_id,box_number,house_number,municipality_id,postcode,street_id,streetname_fr,streetname_nl',
  '1,1,51.005,4.402,901,,1,12025,2800,77,,Kerkstraat',
  '1,1,51.005,4.412,902,b2,1A,12025,2800,77,,Kerkstraat',
  '1,1,51.005,4.412,903,,,12025,2800,77,,Kerkstraat',
  '1,1,51.005,4.412,902,,7,12025,2800,77,,Kerkstraat',
  '1,1,51.005,,905,,7,12025,2800,77,,Kerkstraat',
  '1,1,51.005,x,906,,7,12025,2800,77,,Kerkstraat',
  '1,1,4.412,51.005,907,,7,12025,2800,77,,Kerkstraat',
  '1,1,51.005,4.412,908,,7,12025,2800,,,',
  '1,1,51.005,4.412,909,,7,12025,2800,78,,',
  '1,1,51.005,4.412,910,,7,12025,2800,77',
  '1,1,51.005,4.412,911,,7,12025,2800,79,Rue Neuve,Nieuwstraat',
  '',
].join('\n');

/** Open-ended segments: code, street, neighbourhood. */
export async function segmentsNow(bench: ImportBench): Promise<(string | null)[][]> {
  const rows = await bench.store.read
    .selectFrom('segment')
    .innerJoin('street', 'street.id', 'segment.street_id')
    .leftJoin('area', 'area.id', 'segment.neighbourhood_id')
    .select(['segment.official_id', 'street.name_nl', 'area.official_id as neighbourhood'])
    .where('segment.valid_to', '=', OPEN_END)
    .orderBy('segment.official_id')
    .execute();
  return rows.map((row) => [row.official_id, row.name_nl, row.neighbourhood]);
}

export async function streetsNow(bench: ImportBench) {
  return bench.store.read
    .selectFrom('street')
    .select(['id', 'official_id', 'name_nl', 'sub_municipality', 'postcode', 'valid_from'])
    .where('valid_to', '=', OPEN_END)
    .orderBy('name_nl')
    .orderBy('sub_municipality')
    .execute();
}

export async function logContact(bench: ImportBench, streetId: string): Promise<void> {
  await bench.store.write(async ({ tables }) => {
    await tables
      .insertInto('contact')
      .values({
        row_id: contactRowId('2026-06-01T10:00:00.000Z', 0),
        id: '01970000-0000-7000-8000-00000000c0de',
        occurred_at: '2026-06-01T10:00:00.000Z',
        logged_at: '2026-06-01T10:00:00.000Z',
        author_id: bench.store.identity.officerId,
        street_id: streetId,
        house_number: '',
        neighbourhood_id: null,
        longitude: null,
        latitude: null,
        place_source: 'unknown',
        reason: 'traffic',
        summary: 'Een zebrapad gevraagd',
        next_step: 'nothing',
        next_note: '',
        version: 1,
      })
      .execute();
  });
}
