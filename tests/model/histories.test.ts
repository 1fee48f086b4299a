import { beforeAll, it } from 'vitest';

import { makeTown, type Town } from '../simulation/town.ts';
import { backUp, type Command, crash, log, restore, reword, rightOf, sync } from './commands.ts';
import { realTown } from './real-town.ts';
import { townModel } from './town-model.ts';

/** Histories that are too seldom to wait for, or that once failed. */
const HISTORIES: readonly (readonly [name: string, commands: readonly Command[]])[] = [
  [
    'what was done between two lives of the centre does not pretend to know the new one',
    [
      ...[0, 2].map((desk) => rightOf(desk, 0, true)),
      log(0, 0, true, false),
      ...[0, 2, 2].map(sync),
      reword(2, 0),
      sync(2),
      backUp(),
      reword(2, 0),
      ...[2, 0].map(sync),
      restore(),
      // In the new life another desk says something else, in the same version.
      sync(1),
      reword(1, 0),
      sync(1),
      crash(0, 'before-apply'),
      reword(0, 0),
      ...[0, 1, 2, 0].map(sync),
    ],
  ],
];

let town: Town;
beforeAll(async () => {
  town = await makeTown();
});

it.each(HISTORIES)('%s', async (_name, commands) => {
  const [real, model] = [await realTown(town), townModel()];
  try {
    for (const command of commands) {
      if (!command.check(model)) throw new Error(`cannot be done: ${String(command)}`);
      await command.run(model, real);
    }
  } finally {
    await real.world.dispose();
  }
});
