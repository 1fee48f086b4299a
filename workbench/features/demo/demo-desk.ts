import { setTimeout as pause } from 'node:timers/promises';

import { dayOf } from '#shared/lib/dates.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import type { WorkbenchPorts } from '../../ports/ports.ts';
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
/** Refusals of the centre that say nothing of the guest. */
const PASSING = new Set(['UNAVAILABLE', 'INTERNAL', 'UNKNOWN', 'TRY_LATER']);

export interface DemoDesk {
  readonly passphrase: string;
  /** Puts the town into a file that has no territory yet. */
  prepare(file: OpenFile): Promise<void>;
  /** Makes the open file's desk known to the demo's centre, where there is one. */
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
    async join(file, centre) {
      if (!hasCentre) return;
      for (let failures = 1; ; failures++) {
        try {
          await joinAsGuest(file, centre, invitation);
          return;
        } catch (cause) {
          if (!mayPass(cause)) throw cause;
        }
        const random = (file.store.entropy.bytes(1)[0] ?? 0) / 256;
        await pause(retryDelay(failures, random), undefined, { signal: file.closing });
      }
    },
  };
}

async function joinAsGuest(
  { store, closing, officerName }: OpenFile,
  centre: CentreLink,
  invitation: string,
): Promise<void> {
  const { enrolment, lease } = await centre.state();
  const isHeld = lease?.state === 'valid' && !lease.endsSoon;
  if (enrolment !== null && isHeld) return;
  const { address, guests } = await waitForInvitation(invitation, closing);
  const guest = guests.find(({ officerId }) => officerId === store.identity.officerId);
  if (guest === undefined) return;
  const { login, password, code } = guest;
  // Nobody who tries the demo after some weeks knows a password of its officers at the centre.
  if (enrolment !== null) await centre.signIn(password);
  else await centre.enrol({ address, login, password, code, label: `Demo (${officerName})` });
}

/** Whether the demo's centre may answer otherwise in a while: it is still starting, or has much to do. */
function mayPass(cause: unknown): boolean {
  if (!(cause instanceof WorkbenchError)) return false;
  if (cause.code === 'CENTRE_UNREACHABLE') return true;
  if (cause.code !== 'CENTRE_REFUSED') return false;
  const { data } = cause as WorkbenchError<'CENTRE_REFUSED'>;
  return PASSING.has(data.code);
}
