import { setTimeout as pause } from 'node:timers/promises';

import { dayOf } from '#shared/lib/dates.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import type { Entropy, WorkbenchPorts } from '../../ports/ports.ts';
import { retryDelay } from '../../sync/sync-loop.ts';
import { newIdentity, type Profiles } from '../session/index.ts';
import type { CentreLink } from '../sync/index.ts';
import {
  DEMO_ADMINISTRATOR,
  DEMO_LEAD,
  DEMO_SIGN_INS,
  seedDemoTerritory,
  seedDemoTown,
} from './index.ts';
import { invitationPath, readInvitation, waitForInvitation } from './invitation.ts';

/** Shown on the unlock screen: it guards nothing but fiction. */
const DEMO_PASSPHRASE = 'wijkwerk demo';
const DEMO_SEED = 1;

export interface DemoDesk {
  readonly passphrase: string;
  /** Puts the town into a file that has no territory yet. */
  prepare(file: OpenFile): Promise<void>;
  /** Makes the open file's desk known to the demo's centre, where there is one; again and again while that is away. */
  join(file: OpenFile, centre: CentreLink): Promise<void>;
}

/** Gives an empty desk its fictitious officers; the town follows when one of them unlocks. */
export async function createDemoDesk(ports: WorkbenchPorts, profiles: Profiles): Promise<DemoDesk> {
  const invitation = invitationPath(ports.profileDirectory);
  const hasCentre = (await readInvitation(invitation)) !== null;
  if ((await profiles.list()).length === 0) {
    const officers = [...DEMO_SIGN_INS, ...(hasCentre ? [DEMO_LEAD, DEMO_ADMINISTRATOR] : [])];
    for (const { officerId, displayName } of officers) {
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
      if (hasCentre) await seedDemoTerritory(file, DEMO_SEED);
      else await seedDemoTown(file, { seed: DEMO_SEED, today: dayOf(store.clock.now()) });
    },
    async join({ store, closing, officerName }, centre) {
      if (!hasCentre) return;
      const { enrolment, lease } = await centre.state();
      const isHeld = lease?.state === 'valid' && !lease.endsSoon;
      if (enrolment !== null && isHeld) return;
      await untilAnswered(ports.entropy, closing, async () => {
        // Read each time: a centre that was started again may listen elsewhere.
        const { address, guests } = await waitForInvitation(invitation, closing);
        const guest = guests.find(({ officerId }) => officerId === store.identity.officerId);
        if (guest === undefined) return;
        const { login, password, code } = guest;
        // Nobody who tries the demo after some weeks knows a password of its officers at the centre.
        if (enrolment !== null) await centre.signIn(password);
        else await centre.enrol({ address, login, password, code, label: `Demo (${officerName})` });
      });
    },
  };
}

/** Refusals that say nothing of what was asked: the same may be answered later. */
const PASSING = new Set(['UNAVAILABLE', 'INTERNAL', 'UNKNOWN', 'TRY_LATER']);

/** Tries until the centre answers with a yes or a no. Rejects with that no, or when `closing` is aborted. */
async function untilAnswered(
  entropy: Entropy,
  closing: AbortSignal,
  attempt: () => Promise<void>,
): Promise<void> {
  for (let failures = 1; ; failures += 1) {
    try {
      await attempt();
      return;
    } catch (cause) {
      const atLeast = passesAfter(cause);
      if (closing.aborted || atLeast === undefined) throw cause;
      const random = (entropy.bytes(1)[0] ?? 0) / 256;
      await pause(Math.max(atLeast, retryDelay(failures, random)), undefined, { signal: closing });
    }
  }
}

/** Milliseconds that the centre asks to wait; undefined for what no waiting mends. */
function passesAfter(cause: unknown): number | undefined {
  if (!(cause instanceof WorkbenchError)) return undefined;
  if (cause.code === 'CENTRE_UNREACHABLE') return 0;
  const refused =
    cause.code === 'CENTRE_REFUSED' ? (cause as WorkbenchError<'CENTRE_REFUSED'>).data : undefined;
  return refused && PASSING.has(refused.code) ? refused.retryAfterSeconds * 1_000 : undefined;
}
