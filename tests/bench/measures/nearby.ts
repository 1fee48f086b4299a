import type { Measure } from '../measure.ts';
import { sampleAddresses } from './samples.ts';

/** What shows beside the form as soon as a place was chosen. */
export const nearby: Measure = {
  name: 'contacts.nearby',
  aim: 50,
  prepare(desk) {
    const { client } = desk;
    const address = sampleAddresses(desk);
    return Promise.resolve({
      ours: async (turn) => {
        const { streetId, houseNumber } = address(turn);
        await client.contacts.nearby({ place: { streetId, houseNumber, position: null } });
        return null;
      },
      bare: null,
    });
  },
};
