import { beforeAll, describe, expect, it } from 'vitest';

import { checkHistory, optionsOf, rerunLine } from './one-history.ts';
import { ONCE_FAILED } from './regressions.ts';
import { makeTown, type Town } from './town.ts';

/** A bounded number; `npm run test:simulate` runs as many as one likes. */
const SEEDS = Array.from({ length: 14 }, (_, at) => at + 1);

let town: Town;
beforeAll(async () => {
  town = await makeTown();
});

describe('a town with bad lines and failing machines', () => {
  it.each(ONCE_FAILED)('$holds, as seed $seed has it', async ({ seed, options }) => {
    await checkHistory(seed, town, options);
  });

  it.each(SEEDS)('loses, doubles and leaks nothing, as seed %i has it', async (seed) => {
    await checkHistory(seed, town, optionsOf(seed)).catch((cause: unknown) => {
      throw new Error(`again: ${rerunLine(seed)}`, { cause });
    });
  });

  it('has one history for one seed', async () => {
    const digests = [];
    for (let time = 0; time < 2; time++) digests.push(await checkHistory(77, town, optionsOf(77)));
    expect(digests[1]).toBe(digests[0]);
    expect(await checkHistory(79, town, optionsOf(79))).not.toBe(digests[0]);
  });
});
