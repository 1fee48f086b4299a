import type { Measure } from '../measure.ts';

/** What every other figure has in it: a question to the workbench and its answer, over nothing. */
export const roundTrip: Measure = {
  name: 'contract.round-trip',
  aim: 50,
  prepare: ({ client }) =>
    Promise.resolve({
      ours: async () => {
        await client.desk.activity();
        return null;
      },
      bare: null,
    }),
};
