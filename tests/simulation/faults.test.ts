import { beforeAll, expect, it } from 'vitest';

import { Broken } from './broken.ts';
import { FAULTS } from './faults.ts';
import { checkHistory, plainOptions } from './one-history.ts';
import { makeTown, type Town } from './town.ts';

let town: Town;
beforeAll(async () => {
  town = await makeTown();
});

/** Histories tried before a fault counts as unnoticed. */
const HISTORIES = 40;

it.each(FAULTS.map((fault) => [fault.name, fault] as const))(
  'the simulation notices when %s',
  async (_name, fault) => {
    for (let seed = 1; seed <= HISTORIES; seed++) {
      try {
        await checkHistory(seed, town, { ...plainOptions(seed), fault });
      } catch (cause) {
        // Noticed by an invariant, not by falling over.
        expect(cause).toBeInstanceOf(Broken);
        expect(cause).toHaveProperty('message', expect.stringContaining(fault.noticedAs ?? ''));
        return;
      }
    }
    expect.fail(`no history of ${HISTORIES} noticed it`);
  },
);
