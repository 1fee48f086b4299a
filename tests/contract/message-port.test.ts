import { MessageChannel } from 'node:worker_threads';

import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { RPCHandler } from '@orpc/server/message-port';

import type { WorkbenchClient } from '#shared/contract/contract.ts';

import type { MakeTransport } from './desk-over.ts';
import { registerContractSuites } from './suites.ts';

const overIt: MakeTransport = (workbench) => {
  const handler = new RPCHandler(workbench.router);
  return Promise.resolve({
    connect: () => {
      const { port1, port2 } = new MessageChannel();
      handler.upgrade(port1);
      const client: WorkbenchClient = createORPCClient(new RPCLink({ port: port2 }));
      port1.start();
      port2.start();
      return Promise.resolve({
        client,
        close: () => {
          port1.close();
          return Promise.resolve();
        },
      });
    },
    close: () => Promise.resolve(),
  });
};

registerContractSuites('over a MessagePort', overIt);
