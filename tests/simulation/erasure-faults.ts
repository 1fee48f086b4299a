import { ERASE_COMMAND } from '#shared/domain/operations/apply-operation.ts';

import { WITHDRAWN } from '../../workbench/sync/withdraw.ts';
import type { Fault } from './world.ts';
import { wrongWrite } from './wrong-parts.ts';

const OFTEN_ERASED = { restores: 10, erasures: 25 };

/** Ways in which what was erased comes back, or never goes. */
export const ERASURE_FAULTS: readonly Fault[] = [
  {
    name: 'the desk that erased a row forgets how',
    often: OFTEN_ERASED,
    async afterRound(store) {
      await store.write(async ({ tables }) => {
        await tables
          .updateTable('operation')
          .set({ change: WITHDRAWN })
          .where('state', '=', 'accepted')
          .where('change', 'like', `%"${ERASE_COMMAND}"%`)
          .execute();
      });
    },
  },
  {
    name: 'a desk that still has an erased row may make it again',
    often: OFTEN_ERASED,
    centralStore: wrongWrite((transaction) => ({
      rows: async (keys) =>
        (await transaction.rows(keys)).filter(({ row }) => row.state !== 'erased'),
    })),
  },
];
