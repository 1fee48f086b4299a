import { digestOf } from './digest.ts';
import { fetchEverything, nobodyFetchesMore } from './file-steps.ts';
import { runHistory, settle } from './history.ts';
import { checkSettled } from './invariants.ts';
import { checkBytes } from './no-traces.ts';
import { bringEverythingAgain } from './parcel-steps.ts';
import { settledWorld } from './settled.ts';
import { territoryAgrees } from './territory-steps.ts';
import type { Town } from './town.ts';
import type { Fault, Often } from './world.ts';

export interface OneHistory extends Often {
  readonly steps: number;
  readonly fault?: Fault;
}

/** Runs one history to its end and checks all that must hold. Throws Broken. @returns its digest. */
export async function checkHistory(seed: number, map: Town, options: OneHistory): Promise<string> {
  const world = await runHistory(seed, map, { ...options, ...options.fault?.often });
  try {
    await settle(world);
    if (world.parcels.length > 0) {
      await bringEverythingAgain(world);
      await settle(world);
    }
    await fetchEverything(world);
    const town = await settledWorld(world);
    await nobodyFetchesMore(world, town);
    await checkSettled(town);
    await territoryAgrees(world);
    const digest = await digestOf(world);
    await checkBytes(town);
    return digest;
  } finally {
    await world.dispose();
  }
}

/** How a failure is told: with what it takes to see it again. */
export function rerunLine(seed: number): string {
  return `npm run test:simulate -- --seed ${seed}`;
}

/** Every other history also restores the centre from a backup. */
export function plainOptions(seed: number, steps = 60): OneHistory {
  return { steps, restores: seed % 2 === 0 ? 1 : 0 };
}

/** A plain history in which more is on its way than rows. */
export function optionsOf(seed: number, steps = 60): OneHistory {
  return { ...plainOptions(seed, steps), parcels: 6, files: 6, territories: 3 };
}
