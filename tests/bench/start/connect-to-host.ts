import { once } from 'node:events';

import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';

import type { WorkbenchClient } from '#shared/contract/contract.ts';

/** Talks to a running loopback host as its page does: a token for a cookie, then a WebSocket. */
export async function connectToHost(
  launchAddress: string,
): Promise<{ readonly client: WorkbenchClient; close(): Promise<void> }> {
  const { origin, hash } = new URL(launchAddress);
  const token = new URLSearchParams(hash.slice(1)).get('token');
  const answer = await fetch(`${origin}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ token }),
  });
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  // Node's own WebSocket takes headers, which a browser's, whose type it has here, does not.
  const socket: WebSocket = Reflect.construct(WebSocket, [
    `${origin.replace('http', 'ws')}/workbench`,
    { headers: { origin, cookie } },
  ]);
  await once(socket, 'open');
  return {
    client: createORPCClient(new RPCLink({ websocket: socket })),
    async close() {
      socket.close();
      await once(socket, 'close');
    },
  };
}
