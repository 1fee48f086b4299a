import { MessageChannel } from 'node:worker_threads';

import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { RPCHandler } from '@orpc/server/message-port';

import type { WorkbenchClient } from '#shared/contract/contract.ts';
import { seededRandom } from '#shared/lib/random.ts';
import { createWorkbench, noKeyStore, systemClock, systemEntropy } from '#workbench';

import { silentLog } from '../factories/test-store.ts';
import { openBareFile } from './bare-file.ts';
import { PASSPHRASE } from './desk/build-desk.ts';
import type { BenchDesk } from './measure.ts';

export interface OpenedDesk {
  readonly desk: BenchDesk;
  close(): Promise<void>;
}

/** Opens a desk as Electron's page does: by the contract, over a MessagePort. */
export async function openDesk(directory: string, size: number): Promise<OpenedDesk> {
  const workbench = await createWorkbench({
    clock: systemClock,
    entropy: systemEntropy,
    keyStore: noKeyStore,
    log: silentLog,
    profileDirectory: directory,
    host: 'electron',
    appVersion: '0.0.0-bench',
    demo: false,
  });
  const { port1, port2 } = new MessageChannel();
  new RPCHandler(workbench.router).upgrade(port1);
  const client: WorkbenchClient = createORPCClient(new RPCLink({ port: port2 }));
  port1.start();
  port2.start();
  const [profile] = (await client.desk.state()).profiles;
  await client.desk.unlock({ profileId: profile?.id ?? '', passphrase: PASSPHRASE });
  const bare = await openBareFile(directory);
  return {
    desk: { client, bare, directory, size, random: seededRandom(11) },
    async close() {
      port1.close();
      bare.close();
      await workbench.close();
    },
  };
}
