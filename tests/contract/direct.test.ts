import { createRouterClient } from '@orpc/server';

import type { MakeTransport } from './desk-over.ts';
import { registerContractSuites } from './suites.ts';

const overIt: MakeTransport = (workbench) =>
  Promise.resolve({
    connect: () =>
      Promise.resolve({
        client: createRouterClient(workbench.router),
        close: () => Promise.resolve(),
      }),
    close: () => Promise.resolve(),
  });

registerContractSuites('called directly', overIt);
