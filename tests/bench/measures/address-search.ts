import type { Measure } from '../measure.ts';
import { type SampleAddress, sampleAddresses } from './samples.ts';

const LIMIT = 8;

/** Typing a place: answered from an index in memory, so there is no SQL to hold it against. */
function searchMeasure(name: string, textOf: (address: SampleAddress) => string): Measure {
  return {
    name: `address search: ${name}`,
    aim: 10,
    prepare(desk) {
      const { client } = desk;
      const address = sampleAddresses(desk);
      return Promise.resolve({
        ours: async (turn) => {
          await client.territory.searchAddress({ text: textOf(address(turn)), limit: LIMIT });
          return null;
        },
        bare: null,
      });
    },
  };
}

export const addressSearches: readonly Measure[] = [
  searchMeasure('name and number', (address) => `${address.streetName} ${address.houseNumber}`),
  searchMeasure('three letters', (address) => address.streetName.slice(0, 3)),
  searchMeasure('abbreviated', (address) => address.streetName.replace(/straat$/, 'str.')),
  searchMeasure(
    'typing error',
    ({ streetName }) => `${streetName.slice(0, 3)}x${streetName.slice(4)}`,
  ),
  searchMeasure('nothing fits', () => 'zzyzx qqqq 12 bus 4, 9999 xxxx'),
];
