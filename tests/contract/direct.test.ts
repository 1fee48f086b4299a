import { createRouterClient } from '@orpc/server';

import { registerContractSuite } from './contract-suite.ts';

registerContractSuite('called directly', (workbench) =>
  Promise.resolve({
    connect: () =>
      Promise.resolve({
        client: createRouterClient(workbench.router),
        close: () => Promise.resolve(),
      }),
    close: () => Promise.resolve(),
  }),
);
