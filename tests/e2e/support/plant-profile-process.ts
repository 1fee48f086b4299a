/**
 * Makes a profile with an officer's file that holds the small territory, or the streets of Bristol,
 * and prints the ids of its neighbourhoods. A process of its own, because
 * the browser tests' runner cannot load SQLite.
 */
import { claimProfileFolder, noKeyStore, systemClock, systemEntropy } from '#workbench';

import { newIdentity, openProfiles } from '../../../workbench/features/session/index.ts';
import { openStore } from '../../../workbench/store/open.ts';
import { plantBristol } from '../../factories/bristol.ts';
import { plantSmallTerritory } from '../../factories/small-territory.ts';

const [, , profileDirectory = '', displayName = '', passphrase = '', territory = ''] = process.argv;
const silent = { info: () => {}, warn: () => {}, error: () => {} };

await claimProfileFolder(profileDirectory);
const { identity, key } = await newIdentity(
  {
    clock: systemClock,
    entropy: systemEntropy,
    keyStore: noKeyStore,
    log: silent,
    profileDirectory,
    host: 'loopback',
    appVersion: '0.0.0-test',
    demo: false,
  },
  { displayName, passphrase },
);
const profiles = openProfiles(profileDirectory, silent);
await profiles.write(identity);
const { store } = await openStore({
  path: profiles.databasePath(identity.profileId),
  key,
  clock: systemClock,
  entropy: systemEntropy,
  identity,
});
const neighbourhoods =
  territory === 'bristol'
    ? await plantBristol(store)
    : [(await plantSmallTerritory(store)).neighbourhoodId];
await store.close();
process.stdout.write(JSON.stringify(neighbourhoods));
