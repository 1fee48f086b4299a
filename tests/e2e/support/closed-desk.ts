import { noKeyStore, systemClock, systemEntropy } from '#workbench';

import { openProfiles } from '../../../workbench/features/session/index.ts';
import { unwrapKey } from '../../../workbench/store/key-file.ts';
import { openStore } from '../../../workbench/store/open.ts';
import type { Store } from '../../../workbench/store/store.ts';

const silent = { info: () => {}, warn: () => {}, error: () => {} };

/** Opens the file of the first officer of a profile whose host is not running, does the work, and closes it. */
export async function withClosedDesk(
  profileDirectory: string,
  passphrase: string,
  work: (store: Store) => Promise<void>,
): Promise<void> {
  const profiles = openProfiles(profileDirectory, silent);
  const [profile] = await profiles.list();
  if (!profile) throw new Error('there is no officer in this folder');
  const identity = await profiles.read(profile.id);
  const key = await unwrapKey(identity.key, passphrase, identity.profileId, noKeyStore);
  if (!key) throw new Error('the passphrase is another one');
  const { store } = await openStore({
    path: profiles.databasePath(profile.id),
    key,
    clock: systemClock,
    entropy: systemEntropy,
    identity,
  });
  await work(store);
  await store.close();
}
