import { once } from 'node:events';
import { join } from 'node:path';

import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';

import type { WorkbenchClient } from '#shared/contract/contract.ts';

import { startLoopbackServer } from '../../loopback/server.ts';
import { createSessionKeeper } from '../../loopback/token.ts';
import { silentLog } from '../factories/test-store.ts';
import type { MakeTransport } from './desk-over.ts';
import { registerContractSuites } from './suites.ts';

/** Over the loopback host's own server, with its token, cookie and origin checks. */
const overIt: MakeTransport = async (workbench) => {
  const sessions = createSessionKeeper(() => performance.now());
  const server = await startLoopbackServer({
    rendererDirectory: join(import.meta.dirname, 'no-page'),
    router: workbench.router,
    sessions,
    showSecret: 'unused',
    log: silentLog,
    port: 0,
    onShow: () => undefined,
    onWindows: () => undefined,
  });
  const { origin } = server;
  const answer = await fetch(`${origin}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ token: sessions.issueLaunchToken() }),
  });
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return {
    async connect() {
      // Node's own WebSocket takes headers, which a browser's, whose type it has here, does not.
      const socket: WebSocket = Reflect.construct(WebSocket, [
        `${origin.replace('http', 'ws')}/workbench`,
        { headers: { origin, cookie } },
      ]);
      await once(socket, 'open');
      const client: WorkbenchClient = createORPCClient(new RPCLink({ websocket: socket }));
      return {
        client,
        async close() {
          socket.close();
          await once(socket, 'close');
        },
      };
    },
    close: () => server.close(),
  };
};

registerContractSuites('over a WebSocket', overIt);
