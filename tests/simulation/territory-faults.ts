import type { Fault } from './world.ts';

const OFTEN_PUBLISHED = { territories: 10 };

/** Ways in which a territory that changes loses rows, or has desks show them elsewhere. */
export const TERRITORY_FAULTS: readonly Fault[] = [
  {
    name: 'what waits for a street is forgotten when the street comes',
    often: OFTEN_PUBLISHED,
    async beforeTerritory(store) {
      await store.write(async ({ tables }) => {
        await tables.deleteFrom('deferred_row').where('awaits_entity', '=', 'street').execute();
      });
    },
  },
  {
    name: 'a street that moved takes its contacts along at each desk, and nobody else hears of it',
    often: OFTEN_PUBLISHED,
    async afterTerritory(store, streets) {
      for (const { streetId, neighbourhoodId, isNew } of streets) {
        if (isNew) continue;
        await store.write(async ({ tables }) => {
          await tables
            .updateTable('contact')
            .set({ neighbourhood_id: neighbourhoodId })
            .where('street_id', '=', streetId)
            .execute();
        });
      }
    },
  },
  {
    name: 'a desk believes to work with the newest territory once it has heard of it',
    often: OFTEN_PUBLISHED,
    async beforeTerritory(store) {
      await store.write(async ({ tables }) => {
        const arriving = await tables
          .selectFrom('zone_territory')
          .selectAll()
          .where('place', '=', 'arriving')
          .executeTakeFirst();
        if (arriving === undefined) return;
        const { version, credits, since, problem } = arriving;
        await tables.deleteFrom('zone_territory').execute();
        await tables
          .insertInto('zone_territory')
          .values({ place: 'here', version, credits, since, problem })
          .execute();
      });
    },
  },
];
