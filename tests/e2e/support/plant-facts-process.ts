/**
 * Puts facts of the last two years on the streets of a desk that is closed. A process of its own, because the
 * browser tests' runner cannot load SQLite.
 */
import { noKeyStore, systemClock, systemEntropy } from '#workbench';

import { openProfiles } from '../../../workbench/features/session/index.ts';
import { unwrapKey } from '../../../workbench/store/key-file.ts';
import { openStore } from '../../../workbench/store/open.ts';
import { plantFacts } from '../../factories/planted-facts.ts';

const TWO_YEARS = 2 * 365 * 86_400_000;

const [, , profileDirectory = '', passphrase = '', count = ''] = process.argv;
const silent = { info: () => {}, warn: () => {}, error: () => {} };

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
const to = Date.parse(systemClock.now());
await plantFacts(store, { seed: 5, count: Number(count), from: to - TWO_YEARS, to });
await store.close();
