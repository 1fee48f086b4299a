import { createRouterClient } from '@orpc/server';

import { registerContactListSuite } from './contact-list-suite.ts';
import { type MakeTransport, registerContractSuite } from './contract-suite.ts';
import { registerPagesSuite } from './pages-suite.ts';

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
registerContactListSuite('called directly', overIt);
registerPagesSuite('called directly', overIt);
