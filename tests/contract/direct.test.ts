import { createRouterClient } from '@orpc/server';

import type { Workbench } from '#workbench';

import { registerContractSuite, type Transport } from './contract-suite.ts';
import { registerMapSuite } from './map-suite.ts';

const open = (workbench: Workbench): Promise<Transport> =>
  Promise.resolve({
    connect: () =>
      Promise.resolve({
        client: createRouterClient(workbench.router),
        close: () => Promise.resolve(),
      }),
    close: () => Promise.resolve(),
  });

registerContractSuite('called directly', open);
registerMapSuite('called directly', open);
