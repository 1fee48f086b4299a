import { MessageChannel } from 'node:worker_threads';

import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { RPCHandler } from '@orpc/server/message-port';

import type { WorkbenchClient } from '#shared/contract/contract.ts';
import type { Workbench } from '#workbench';

import { registerContractSuite, type Transport } from './contract-suite.ts';
import { registerMapSuite } from './map-suite.ts';

const open = (workbench: Workbench): Promise<Transport> => {
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

registerContractSuite('over a MessagePort', open);
registerMapSuite('over a MessagePort', open);
