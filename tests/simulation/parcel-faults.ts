import type { Fault } from './world.ts';
import { wrongWrite } from './wrong-parts.ts';

const OFTEN_CARRIED = { parcels: 12 };

/** Ways in which what is handed over in a file is lost, doubled, or read by whoever carries it. */
export const PARCEL_FAULTS: readonly Fault[] = [
  {
    name: 'what is in a parcel counts as received when the parcel is made',
    often: OFTEN_CARRIED,
    async afterParcel(store) {
      await store.write(async ({ tables }) => {
        await tables
          .updateTable('operation')
          .set({ state: 'accepted' })
          .where('state', 'in', ['only-here', 'under-way'])
          .execute();
      });
    },
  },
  {
    name: 'a parcel that comes twice is done twice',
    often: OFTEN_CARRIED,
    parcelStore: wrongWrite((transaction) => ({
      operations: async () => [],
      lockDesk: async (deviceId) => {
        await transaction.lockDesk(deviceId);
        return 0;
      },
    })),
  },
  {
    name: 'whoever carries a parcel keeps it open',
    often: OFTEN_CARRIED,
    async afterTakingIn(carrier, maker) {
      const waiting = await maker.read.selectFrom('operation').select('change').execute();
      const value = JSON.stringify(waiting);
      await carrier.write(async ({ tables }) => {
        await tables
          .insertInto('setting')
          .values({ key: 'carried', value })
          .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
          .execute();
      });
    },
  },
];
