import type { Measure } from '../measure.ts';
import { ifThere, NOT_YET } from './in-the-making.ts';
import { busiestStreets, sampleContacts, sampleNeighbourhoods } from './samples.ts';

/** The page of a street: of all that have contacts, and of the busiest. */
function streetMeasure(
  name: string,
  streets: (desk: Parameters<Measure['prepare']>[0]) => (turn: number) => string,
): Measure {
  return {
    name,
    aim: 50,
    prepare(desk) {
      const pages = ifThere(desk.client, 'streets');
      if (!pages) return Promise.resolve(NOT_YET);
      const street = streets(desk);
      return Promise.resolve({
        ours: async (turn) => {
          await pages.street({ id: street(turn) });
          return null;
        },
        bare: null,
      });
    },
  };
}

export const streetPage = streetMeasure('street page', (desk) => {
  const contact = sampleContacts(desk);
  return (turn) => contact(turn).streetId;
});

export const busyStreetPage = streetMeasure('street page: the busiest streets', (desk) =>
  busiestStreets(desk, 64),
);

export const neighbourhoodPage: Measure = {
  name: 'neighbourhood page',
  aim: 50,
  prepare(desk) {
    const pages = ifThere(desk.client, 'streets');
    if (!pages) return Promise.resolve(NOT_YET);
    const neighbourhood = sampleNeighbourhoods(desk);
    return Promise.resolve({
      ours: async (turn) => {
        await pages.neighbourhood({ id: neighbourhood(turn) });
        return null;
      },
      bare: null,
    });
  },
};
