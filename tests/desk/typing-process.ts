/** A process to be killed: see power-cut.test.ts. */
import { createRouterClient } from '@orpc/server';

import { makeId } from '#shared/lib/ids.ts';
import { createWorkbench, noKeyStore, systemClock, systemEntropy } from '#workbench';

const [, , profileDirectory = ''] = process.argv;
const passphrase = 'vijf gele fietsen bij de sluis';
const silent = { info: () => {}, warn: () => {}, error: () => {} };

const workbench = await createWorkbench({
  clock: systemClock,
  entropy: systemEntropy,
  keyStore: noKeyStore,
  log: silent,
  profileDirectory,
  host: 'loopback',
  appVersion: '0.0.0-test',
  demo: false,
});
const client = createRouterClient(workbench.router);
const [profile] = (await client.desk.state()).profiles;
if (profile) await client.desk.unlock({ profileId: profile.id, passphrase });
else await client.desk.createProfile({ displayName: 'Noor Voorbeeld', passphrase });

for (let number = Date.now() * 1_000; ; number += 1) {
  const id = makeId(Date.now(), systemEntropy.bytes(16));
  await client.contacts.saveDraft({ id, form: { number: String(number) } });
  process.stdout.write(`${number}\n`);
}
