import { beforeAll, expect, it } from 'vitest';

import { runHistory, settle } from './history.ts';
import { checkBytes, checkSettled, digestOf } from './invariants.ts';
import { makeTown, type Town } from './town.ts';

let town: Town;
beforeAll(async () => {
  town = await makeTown();
});

it('smoke', async () => {
  for (let seed = 1; seed <= 10; seed++) {
    const started = performance.now();
    const world = await runHistory(seed, town, { steps: 60 });
    try {
      await settle(world);
      await checkSettled(world);
      const d = await digestOf(world);
      console.log(
        seed,
        Math.round(performance.now() - started),
        world.store.zoneState(world.zone.zoneId).operations.size,
        d.slice(0, 8),
      );
      for (const m of world.members) await checkBytes(world, m);
    } catch (cause) {
      console.log('seed', seed, cause);
      expect.soft(cause).toBeUndefined();
    } finally {
      await world.dispose();
    }
  }
});
