import { OPEN_END } from '#shared/lib/dates.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import type { Store } from '../../workbench/store/store.ts';

export interface CrossingStreet {
  readonly streetId: string;
  /** The stretches north and south of the crossing, and the one beyond the border. */
  readonly north: string;
  readonly south: string;
  readonly beyond: string;
  readonly beyondId: string;
}

/** Asterlaan: crosses the street of the small territory, and goes on into the neighbourhood south of it. */
export async function plantCrossingStreet(
  store: Store,
  neighbourhoodId: string,
): Promise<CrossingStreet> {
  const random = seededRandom(7);
  const newId = (): string => makeId(Date.parse('2020-01-01'), randomBytes(random, 16));
  const [streetId, north, south, beyond, beyondId] = [newId(), newId(), newId(), newId(), newId()];
  const validity = {
    valid_from: '2020-01-01',
    valid_to: OPEN_END,
    opened_by: 'test',
    closed_by: '',
  };
  const ring = [
    [4.4, 50.99],
    [4.42, 50.99],
    [4.42, 51],
    [4.4, 51],
    [4.4, 50.99],
  ];
  await store.write(async ({ tables }) => {
    const area = await tables
      .insertInto('area')
      .values({
        id: beyondId,
        kind: 'neighbourhood',
        official_id: 'W02',
        name_nl: 'Maanwijk',
        name_fr: '',
        parent_id: null,
        geometry: JSON.stringify([[ring]]),
        ...validity,
      })
      .returning('row_id')
      .executeTakeFirstOrThrow();
    await tables
      .insertInto('area_bounds')
      .values({ row_id: area.row_id, west: 4.4, east: 4.42, south: 50.99, north: 51 })
      .execute();
    await tables
      .insertInto('street')
      .values({
        id: streetId,
        official_id: 's2',
        name_nl: 'Asterlaan',
        name_fr: 'Avenue des Asters',
        municipality_code: '',
        sub_municipality: '',
        postcode: '',
        ...validity,
      })
      .execute();
    for (const [id, from, to, within] of [
      [north, 51.009, 51.005, neighbourhoodId],
      [south, 51.005, 51, neighbourhoodId],
      [beyond, 51, 50.995, beyondId],
    ] as const) {
      const segment = await tables
        .insertInto('segment')
        .values({
          id,
          official_id: `s2-${from}`,
          street_id: streetId,
          neighbourhood_id: within,
          geometry: JSON.stringify([
            [4.418, from],
            [4.418, to],
          ]),
          length_metres: 500,
          road_class: 'local',
          ...validity,
        })
        .returning('row_id')
        .executeTakeFirstOrThrow();
      await tables
        .insertInto('segment_bounds')
        .values({ row_id: segment.row_id, west: 4.418, east: 4.418, south: to, north: from })
        .execute();
    }
  });
  return { streetId, north, south, beyond, beyondId };
}
