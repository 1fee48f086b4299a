import type { Session } from 'electron';

import { isAppBlobUrl } from './app-url.ts';

/**
 * Only what the page made itself may be saved (an export, a backup), and only where the officer says:
 * no path is set here, so the system asks for one.
 */
export function mayDownload(address: string): boolean {
  return isAppBlobUrl(address);
}

export function restrictDownloads(session: Session): void {
  session.on('will-download', (event, item) => {
    const chain = item.getURLChain();
    const addresses = chain.length > 0 ? chain : [item.getURL()];
    if (!addresses.every(mayDownload)) event.preventDefault();
  });
}
