import { RPCLink } from '@orpc/client/websocket';

import { NotAnswering, type Transport, WindowRefused } from './transport.ts';

const TOKEN_FRAGMENT = /^#token=([\w-]+)$/;
/** The host has closed this window's session. */
const SESSION_CLOSED = 1008;
const WAIT_MS = 10_000;

/**
 * Takes the one-time launch token out of the address, so that it stays neither in the history nor in
 * sight. Undefined after a reload, when the cookie is enough.
 */
export function takeLaunchToken(): string | undefined {
  const token = TOKEN_FRAGMENT.exec(window.location.hash)?.[1];
  if (token) window.history.replaceState(null, '', window.location.pathname);
  return token;
}

/** Exchanges the launch token for the session cookie. Throws {@link WindowRefused} when it is no good. */
export async function exchangeToken(token: string): Promise<void> {
  let response: Response;
  try {
    response = await fetch('/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
      credentials: 'same-origin',
    });
  } catch (error) {
    throw new NotAnswering('session', { cause: error });
  }
  if (!response.ok) throw new WindowRefused(`session ${response.status}`);
}

/** Opens the socket of this page's own host. */
export function openWebSocket(): Promise<Transport> {
  const address = new URL('/workbench', window.location.href);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(address);
    // First to hear of the end: it gives up what is under way before anybody else tries to cancel it.
    const link = new RPCLink({ websocket: socket });
    const timer = window.setTimeout(() => {
      socket.close();
    }, WAIT_MS);
    const closed = new Promise<void>((gone, refused) => {
      socket.addEventListener('close', ({ code }) => {
        window.clearTimeout(timer);
        reject(new NotAnswering('socket closed'));
        if (code === SESSION_CLOSED) refused(new WindowRefused('session closed'));
        else gone();
      });
    });
    // Before the socket is open nobody waits for its end.
    closed.catch(() => undefined);
    socket.addEventListener('open', () => {
      window.clearTimeout(timer);
      resolve({ link, closed });
    });
  });
}
