import { type Id, makeId } from '#shared/lib/ids.ts';

import type { WorkbenchPorts } from '../../ports/ports.ts';
import { wrapKey } from '../../store/key-file.ts';
import type { DataKey } from '../../store/open-database.ts';
import type { ProfileIdentity } from './profiles.ts';

export interface NewOfficer {
  readonly displayName: string;
  readonly passphrase: string;
  /** Who it is to colleagues; a new one unless given. */
  readonly officerId?: Id;
}

/** The identity of a new officer's file with a new key, which only the passphrase opens. */
export async function newIdentity(
  ports: WorkbenchPorts,
  officer: NewOfficer,
): Promise<{ readonly identity: ProfileIdentity; readonly key: DataKey }> {
  const newId = (): Id => makeId(Date.parse(ports.clock.now()), ports.entropy.bytes(16));
  const profileId = newId();
  const key = ports.entropy.bytes(32);
  const identity: ProfileIdentity = {
    version: 1,
    profileId,
    officerId: officer.officerId ?? newId(),
    deviceId: newId(),
    displayName: officer.displayName,
    createdAt: ports.clock.now(),
    key: await wrapKey(key, officer.passphrase, profileId, ports.entropy, ports.keyStore),
  };
  return { identity, key };
}
