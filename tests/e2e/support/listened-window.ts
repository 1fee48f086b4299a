import type { ElectronApplication, Page } from '@playwright/test';
import { test } from '@playwright/test';

import {
  createProfile,
  launchElectron,
  removeProfile,
  type RunningElectron,
} from './electron-app.ts';
import { type Listener, startListener } from './listener.ts';

/** The running application with its first window, and what its programs were heard to ask of the network. */
export interface ListenedWindow {
  readonly running: RunningElectron;
  readonly application: ElectronApplication;
  readonly page: Page;
  readonly listener: Listener;
}

/** Starts the application once for all tests of this file, on a new desk. @returns what is there while one runs. */
export function useListenedWindow(): () => ListenedWindow {
  let current: ListenedWindow | undefined;
  const now = (): ListenedWindow => {
    if (current === undefined) throw new Error('the application is started before the first test');
    return current;
  };
  test.beforeAll(async () => {
    const listener = await startListener();
    const running = await launchElectron(await createProfile());
    const { application, page } = running;
    await page.waitForLoadState();
    current = { running, application, page, listener };
  });
  test.afterAll(async () => {
    const { running, listener } = now();
    await running.quit();
    await removeProfile(running.profile);
    await listener.close();
  });
  test.beforeEach(() => {
    now().listener.forget();
  });
  return now;
}
