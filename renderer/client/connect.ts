import { openMessagePort } from './message-port.ts';
import type { OpenTransport } from './transport.ts';
import { exchangeToken, openWebSocket, takeLaunchToken } from './web-socket.ts';

/**
 * Chooses how this page reaches the workbench: by a port inside the desktop application, by a socket
 * where a local server brought the page. Called once, before the router reads the address.
 */
export function chooseTransport(): OpenTransport {
  if (window.location.protocol === 'wijkwerk:') return openMessagePort;
  let token = takeLaunchToken();
  return async () => {
    const once = token;
    // Sent once only: a second time counts as theft and ends the session of the first.
    token = undefined;
    if (once !== undefined) await exchangeToken(once);
    return openWebSocket();
  };
}
