import { dayOf } from '#shared/lib/dates.ts';

import type { OpenFile } from '../../context.ts';
import type { WorkbenchPorts } from '../../ports/ports.ts';
import { newIdentity, type Profiles } from '../session/index.ts';
import { DEMO_SIGN_INS, seedDemoTown } from './index.ts';

/** Shown on the unlock screen: it guards nothing but fiction. */
const DEMO_PASSPHRASE = 'wijkwerk demo';
const DEMO_SEED = 1;

export interface DemoDesk {
  readonly passphrase: string;
  /** Puts the town into a file that has no territory yet. */
  prepare(file: OpenFile): Promise<void>;
}

/** Gives an empty desk its two fictitious officers; the town follows when one of them unlocks. */
export async function createDemoDesk(ports: WorkbenchPorts, profiles: Profiles): Promise<DemoDesk> {
  if ((await profiles.list()).length === 0) {
    for (const { officerId, displayName } of DEMO_SIGN_INS) {
      const { identity, key } = await newIdentity(ports, {
        displayName,
        officerId,
        passphrase: DEMO_PASSPHRASE,
      });
      await profiles.write(identity);
      key.fill(0);
    }
  }
  return {
    passphrase: DEMO_PASSPHRASE,
    async prepare(file) {
      const { store } = file;
      const known = await store.read.selectFrom('area').select('id').limit(1).executeTakeFirst();
      if (known) return;
      await seedDemoTown(file, { seed: DEMO_SEED, today: dayOf(store.clock.now()) });
    },
  };
}
