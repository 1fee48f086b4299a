import type { Session, WebContents } from 'electron';

import { isAppBlobUrl, isAppUrl, parseUrl } from './app-url.ts';

/**
 * Nobody listens here: port 0 cannot be bound. What Chromium would send by a way of its own (WebRTC
 * over TCP, a preconnect) is told to go through it, and so goes nowhere.
 */
const NOWHERE = 'http://127.0.0.1:0';

/** Whether a window may load this. `developerTools` allows the tools' own pages. */
export function mayLoad(address: string, options: { readonly developerTools: boolean }): boolean {
  if (isAppUrl(address) || isAppBlobUrl(address)) return true;
  const protocol = parseUrl(address)?.protocol;
  return protocol === 'data:' || (options.developerTools && protocol === 'devtools:');
}

/**
 * The windows have no network. Tiles, sync and attachments come through the workbench process; what
 * asks for anything but our own protocol here is a mistake or an attack.
 */
export async function cutOffNetwork(
  session: Session,
  options: { readonly developerTools: boolean },
): Promise<void> {
  session.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: !mayLoad(details.url, options) });
  });
  // a dictionary would be fetched from the network
  session.setSpellCheckerEnabled(false);
  await session.setProxy({
    mode: 'fixed_servers',
    proxyRules: NOWHERE,
    proxyBypassRules: '<-loopback>',
  });
}

/** WebRTC does not pass through `webRequest`: without this it would send UDP by itself. */
export function cutOffPeerConnections(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
