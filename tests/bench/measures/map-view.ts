import { MOST_LISTED } from '#shared/contract/contacts.ts';
import type { Bounds } from '#shared/domain/territory/geometry.ts';

import type { BenchDesk, Measure } from '../measure.ts';
import { sampleAddresses } from './samples.ts';

/** The newest contacts within a view of the map. */
function viewMeasure(name: string, views: (desk: BenchDesk) => (turn: number) => Bounds): Measure {
  return {
    name,
    aim: 50,
    prepare(desk) {
      const { client, bare } = desk;
      const view = views(desk);
      return Promise.resolve({
        ours: async (turn) => {
          const [west, south, east, north] = view(turn);
          const bounds: [number, number, number, number] = [west, south, east, north];
          const { points } = await client.contacts.inView({ bounds, filter: {} });
          return points.length;
        },
        bare: (turn) => {
          const [west, south, east, north] = view(turn);
          return bare.all(
            `select contact.id, longitude, latitude, reason, occurred_at from contact
             where row_id in (
               select row_id from contact_place where west <= ? and east >= ? and south <= ? and north >= ?)
               and longitude between ? and ? and latitude between ? and ?
             order by row_id desc limit ${MOST_LISTED}`,
            // The R*Tree rounds outwards: the exact place is in the row.
            ...[east, west, north, south],
            ...[west, east, south, north],
          ).length;
        },
      });
    },
  };
}

/** A few streets around an address. */
export const viewSmall = viewMeasure('map: contacts of some streets', (desk) => {
  const address = sampleAddresses(desk);
  return (turn) => {
    const { longitude, latitude } = address(turn);
    return [longitude - 0.002, latitude - 0.001, longitude + 0.002, latitude + 0.001];
  };
});

/** A quarter of a town. */
export const viewQuarter = viewMeasure('map: contacts of a quarter', (desk) => {
  const address = sampleAddresses(desk);
  return (turn) => {
    const { longitude, latitude } = address(turn);
    return [longitude - 0.015, latitude - 0.008, longitude + 0.015, latitude + 0.008];
  };
});

const WHOLE: [number, number, number, number] = [4, 50.5, 6, 52];

export const viewWhole = viewMeasure('map: contacts of the whole zone', () => () => WHOLE);

/** The groups of the whole zone, whose sizes together are all contacts with a place. */
export const groupsWhole: Measure = {
  name: 'map: groups of the whole zone',
  aim: 50,
  prepare({ client, bare }) {
    return Promise.resolve({
      ours: async () => {
        const { groups, points } = await client.contacts.onMap({
          bounds: WHOLE,
          zoom: 12,
          filter: {},
        });
        const grouped = groups.flatMap(({ counts }) => counts);
        return grouped.reduce((sum, count) => sum + count, points.length);
      },
      bare: () => {
        const cells = bare.all(
          `select count(*) as contacts from contact where longitude is not null
           group by cast(longitude * 180 as integer), cast(latitude * 290 as integer), reason`,
        ) as { contacts: number }[];
        return cells.reduce((sum, { contacts }) => sum + contacts, 0);
      },
    });
  },
};
