import { createRouterClient } from '@orpc/server';

import { type MakeTransport, registerContractSuite } from './contract-suite.ts';
import { registerPagesSuite } from './pages-suite.ts';
import { registerSearchSuite } from './search-suite.ts';

const overIt: MakeTransport = (workbench) =>
  Promise.resolve({
    connect: () =>
      Promise.resolve({
        client: createRouterClient(workbench.router),
        close: () => Promise.resolve(),
      }),
    close: () => Promise.resolve(),
  });

registerContractSuite('called directly', overIt);
registerPagesSuite('called directly', overIt);
registerSearchSuite('called directly', overIt);
