import fc from 'fast-check';
import { beforeAll, it } from 'vitest';

import { makeTown, type Town } from '../simulation/town.ts';
import { anyCommands } from './commands.ts';
import { GUARDIAN, type RealTown, realTown } from './real-town.ts';
import { roundOf, townModel } from './town-model.ts';

/**
 * Desks and a centre do what a plain model of them does, whatever commands are tried. A failure is made
 * small and printed. MODEL_RUNS and MODEL_SEED try more, or others.
 */
const RUNS = Number(process.env['MODEL_RUNS'] ?? 60);
const SEED = Number(process.env['MODEL_SEED'] ?? 1);

let town: Town;
beforeAll(async () => {
  town = await makeTown();
});

it('desks and centre do what their model does', async () => {
  const history = fc.asyncProperty(
    fc.commands([...anyCommands()], { maxCommands: 60, size: 'max' }),
    async (commands) => {
      let real: RealTown | undefined;
      try {
        const made = await realTown(town);
        real = made;
        const model = townModel();
        await fc.asyncModelRun(() => ({ model, real: made }), commands);
        // In the end everybody is back, and has the newest application.
        for (let round = 0; round < 2; round++) {
          for (let at = 0; at <= GUARDIAN; at++) {
            Object.assign(model.desk(at), { offline: false, older: false });
            await roundOf(model, made, at);
          }
        }
      } finally {
        await real?.world.dispose();
      }
    },
  );
  await fc.assert(history, { numRuns: RUNS, seed: SEED });
}, 600_000);
