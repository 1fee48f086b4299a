import { createRouterClient } from '@orpc/server';

import { registerContractSuite } from './contract-suite.ts';
import { registerPartiesSuite } from './parties-suite.ts';

const open: Parameters<typeof registerContractSuite>[1] = (workbench) =>
  Promise.resolve({
    connect: () =>
      Promise.resolve({
        client: createRouterClient(workbench.router),
        close: () => Promise.resolve(),
      }),
    close: () => Promise.resolve(),
  });

registerContractSuite('called directly', open);
registerPartiesSuite('called directly', open);
