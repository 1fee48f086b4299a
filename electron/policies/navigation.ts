import type { WebContents } from 'electron';

import { parseUrl, START_PAGE } from './app-url.ts';

/**
 * A window shows one document for all its life; moving about inside it changes the fragment only and
 * is no navigation. Loading that same document again is allowed, everything else is not.
 */
export function mayNavigate(address: string): boolean {
  const url = parseUrl(address);
  if (url === null) return false;
  url.hash = '';
  return url.href === START_PAGE;
}

/** Refuses every other page, in the window itself, in a frame, and by redirection. */
export function refuseNavigation(contents: WebContents): void {
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !mayNavigate(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!mayNavigate(event.url)) event.preventDefault();
  });
}
