import type { WebPreferences } from 'electron';

/**
 * Every window has these and no others. `webSecurity` and the insecure or experimental features are
 * not mentioned on purpose: their defaults are the safe ones, and a test keeps them out.
 */
export function windowPreferences(preload: string): Readonly<WebPreferences> {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    // a dictionary would be fetched from the network
    spellcheck: false,
  };
}
