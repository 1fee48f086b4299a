import { OPEN_END } from '#shared/lib/dates.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import type { Store } from '../../workbench/store/store.ts';

export interface SmallTerritory {
  readonly neighbourhoodId: string;
  readonly streetId: string;
}

/** One square neighbourhood with one street through it, valid since 2020. */
export async function plantSmallTerritory(store: Store, seed = 1): Promise<SmallTerritory> {
  const random = seededRandom(seed);
  const newId = (): string => makeId(Date.parse('2020-01-01'), randomBytes(random, 16));
  const neighbourhoodId = newId();
  const streetId = newId();
  const validity = {
    valid_from: '2020-01-01',
    valid_to: OPEN_END,
    opened_by: 'test',
    closed_by: '',
  };
  const ring = [
    [4.4, 51],
    [4.42, 51],
    [4.42, 51.01],
    [4.4, 51.01],
    [4.4, 51],
  ];
  await store.write(async ({ tables }) => {
    const area = await tables
      .insertInto('area')
      .values({
        id: neighbourhoodId,
        kind: 'neighbourhood',
        official_id: 'W01',
        name_nl: 'Zonnewijk',
        name_fr: '',
        parent_id: null,
        geometry: JSON.stringify([[ring]]),
        ...validity,
      })
      .returning('row_id')
      .executeTakeFirstOrThrow();
    await tables
      .insertInto('area_bounds')
      .values({ row_id: area.row_id, west: 4.4, east: 4.42, south: 51, north: 51.01 })
      .execute();
    await tables
      .insertInto('street')
      .values({
        id: streetId,
        official_id: 's1',
        name_nl: 'Zonnebloemstraat',
        name_fr: 'Rue des Tournesols',
        municipality_code: '',
        sub_municipality: '',
        postcode: '',
        ...validity,
      })
      .execute();
    const segment = await tables
      .insertInto('segment')
      .values({
        id: newId(),
        official_id: 's1-1',
        street_id: streetId,
        neighbourhood_id: neighbourhoodId,
        geometry: JSON.stringify([
          [4.402, 51.005],
          [4.418, 51.005],
        ]),
        length_metres: 1_120,
        road_class: 'local',
        ...validity,
      })
      .returning('row_id')
      .executeTakeFirstOrThrow();
    await tables
      .insertInto('segment_bounds')
      .values({ row_id: segment.row_id, west: 4.402, east: 4.418, south: 51.005, north: 51.005 })
      .execute();
    await tables
      .insertInto('address')
      .values({
        id: newId(),
        official_id: 'a1',
        street_id: streetId,
        house_number: '12',
        box_number: '',
        postcode: '',
        longitude: 4.404,
        latitude: 51.0051,
        neighbourhood_id: neighbourhoodId,
        ...validity,
      })
      .execute();
  });
  return { neighbourhoodId, streetId };
}
