import { createRouterClient } from '@orpc/server';

import { makeId } from '#shared/lib/ids.ts';
import { createWorkbench, noKeyStore } from '#workbench';

import { writeTerritory } from '../../../workbench/features/demo/seed-territory.ts';
import { openProfiles } from '../../../workbench/features/session/profiles.ts';
import { unwrapKey } from '../../../workbench/store/key-file.ts';
import { openStore } from '../../../workbench/store/open.ts';
import { type DataKey, openDatabase } from '../../../workbench/store/open-database.ts';
import { plantFacts } from '../../factories/planted-facts.ts';
import { manualClock, seededEntropy, silentLog } from '../../factories/test-store.ts';
import { makeBenchTown } from './bench-town.ts';
import { END_DAY } from './contact-generator.ts';
import { fillDesk } from './fill-desk.ts';

export const PASSPHRASE = 'vijf gele fietsen bij de sluis';

/** A town for every so many contacts, up to eight: a zone of 90,000 addresses. */
const CONTACTS_PER_TOWN = 125_000;
/** Half a million recorded facts beside a million contacts, spread over five years. */
const FACTS_PER_CONTACT = 0.5;
const FACT_MILLISECONDS = 5 * 365 * 86_400_000;

/**
 * Makes a desk with one officer and so many contacts in `directory`: by the workbench as far as a profile
 * and its key go, by the store for the territory, and then in bulk over the same encrypted file.
 */
export async function buildDesk(
  directory: string,
  { seed, size }: { readonly seed: number; readonly size: number },
  tell: (what: string) => void,
): Promise<void> {
  const clock = manualClock('2020-01-01T08:00:00.000Z');
  const entropy = seededEntropy(seed);
  const workbench = await createWorkbench({
    clock,
    entropy,
    keyStore: noKeyStore,
    log: silentLog,
    profileDirectory: directory,
    host: 'loopback',
    appVersion: '0.0.0-bench',
    demo: false,
  });
  try {
    const desk = createRouterClient(workbench.router).desk;
    await desk.createProfile({ displayName: 'Noor Voorbeeld', passphrase: PASSPHRASE });
  } finally {
    await workbench.close();
  }

  const { path, key, identity } = await fileOfDesk(directory);
  const towns = Math.min(8, Math.max(1, Math.round(size / CONTACTS_PER_TOWN)));
  tell(`drawing ${towns === 1 ? 'a town' : `${towns} towns`}`);
  const town = makeBenchTown(seed, towns);
  const { store } = await openStore({ path, key, clock, entropy, identity });
  try {
    const now = clock.now();
    const newId = () => makeId(Date.parse(now), entropy.bytes(16));
    await store.write((handle) =>
      writeTerritory(handle, town, { now, importedBy: identity.displayName, newId }),
    );
    const facts = Math.round(size * FACTS_PER_CONTACT);
    const to = Date.parse(END_DAY);
    await plantFacts(store, { seed, count: facts, from: to - FACT_MILLISECONDS, to }, (done) => {
      tell(`${done} of ${facts} facts`);
    });
  } finally {
    await store.close();
  }

  const connection = openDatabase(path, key, 'write');
  try {
    const owner = { id: identity.officerId, displayName: identity.displayName };
    const { deviceId } = identity;
    fillDesk(connection, { seed, contacts: size, town, owner, deviceId }, (done) => {
      tell(`${done} of ${size} contacts`);
    });
  } finally {
    connection.close();
  }
}

/** The database of a desk with one officer, and its key. */
export async function fileOfDesk(directory: string) {
  const profiles = openProfiles(directory, silentLog);
  const [profile] = await profiles.list();
  if (!profile) throw new Error(`there is no officer in ${directory}`);
  const identity = await profiles.read(profile.id);
  const key: DataKey | undefined = await unwrapKey(
    identity.key,
    PASSPHRASE,
    identity.profileId,
    noKeyStore,
  );
  if (!key) throw new Error('the passphrase of the desk is another one');
  return { path: profiles.databasePath(profile.id), key, identity };
}
