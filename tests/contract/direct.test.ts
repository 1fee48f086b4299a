import { createRouterClient } from '@orpc/server';

import type { Workbench } from '#workbench';

import { registerContactListSuite } from './contact-list-suite.ts';
import { registerContractSuite, type Transport } from './contract-suite.ts';

const open: (workbench: Workbench) => Promise<Transport> = (workbench) =>
  Promise.resolve({
    connect: () =>
      Promise.resolve({
        client: createRouterClient(workbench.router),
        close: () => Promise.resolve(),
      }),
    close: () => Promise.resolve(),
  });

registerContractSuite('called directly', open);
registerContactListSuite('called directly', open);
