import { RPCLink } from '@orpc/client/message-port';

import { NotAnswering, type Transport } from './transport.ts';

const WANT_PORT = 'wijkwerk:want-port';
const PORT = 'wijkwerk:port';
const WAIT_MS = 10_000;

/**
 * Asks the preload for a port to the workbench's process. The answer is a message of this very window
 * that carries the port, so anything from another source is not looked at.
 */
export async function openMessagePort(): Promise<Transport> {
  const port = await receivePort();
  const link = new RPCLink({ port });
  const closed = new Promise<void>((resolve) => {
    port.addEventListener('close', () => {
      resolve();
    });
  });
  port.start();
  return { link, closed };
}

function receivePort(): Promise<MessagePort> {
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      window.clearTimeout(timer);
      window.removeEventListener('message', onMessage);
    };
    const onMessage = (event: MessageEvent<unknown>): void => {
      const port = event.ports[0];
      if (event.source !== window || !isPortMessage(event.data) || !port) return;
      settle();
      resolve(port);
    };
    const timer = window.setTimeout(() => {
      settle();
      reject(new NotAnswering('no port'));
    }, WAIT_MS);
    window.addEventListener('message', onMessage);
    window.postMessage({ type: WANT_PORT }, window.location.origin);
  });
}

function isPortMessage(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === PORT;
}
