import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import type { ElectronApplication, Page } from '@playwright/test';
import { _electron } from '@playwright/test';

/** The built application in a real Electron. */
export interface RunningElectron {
  readonly application: ElectronApplication;
  readonly page: Page;
  readonly profile: string;
  /** Everything the processes wrote to their error output so far. */
  errorOutput(): string;
  /** Resolves with the exit code when all has ended. */
  ended(): Promise<number | null>;
  /** Quits as an officer would, and waits until all has ended. */
  quit(): Promise<number | null>;
}

/** A fresh profile folder; the test removes it with `removeProfile`. */
export function createProfile(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'wijkwerk-e2e-'));
}

export async function removeProfile(profile: string): Promise<void> {
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
}

/**
 * How the application is started. WIJKWERK_ELECTRON_APPLICATION (a folder with package.json and `out`)
 * and WIJKWERK_ELECTRON_BINARY come from scripts/test-electron.mjs; without them it is this project,
 * in the Electron that package.json pins.
 */
export function electronCommand(profile: string): {
  readonly command: string;
  readonly given: readonly string[];
} {
  const application =
    process.env['WIJKWERK_ELECTRON_APPLICATION'] ?? resolve(import.meta.dirname, '../../..');
  return {
    command: process.env['WIJKWERK_ELECTRON_BINARY'] ?? pinnedElectron(),
    given: [application, `--profile=${profile}`],
  };
}

export async function launchElectron(
  profile: string,
  extraArguments: readonly string[] = [],
): Promise<RunningElectron> {
  const { command, given } = electronCommand(profile);
  const application = await _electron.launch({
    executablePath: command,
    args: [...given, ...extraArguments],
    // Playwright would switch it off, and it is among what is tested
    chromiumSandbox: true,
  });
  let errors = '';
  application.process().stderr?.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const page = await application.firstWindow();
  const ended = () =>
    new Promise<number | null>((resolve) => application.process().once('exit', resolve));
  return {
    application,
    page,
    profile,
    errorOutput: () => errors,
    ended,
    quit: async () => {
      const code = ended();
      await application.evaluate(({ app }) => {
        app.quit();
      });
      return await code;
    },
  };
}

/** Opens one more window by the menu, as an officer would. */
export async function openNewWindow({ application }: RunningElectron): Promise<Page> {
  const opened = application.waitForEvent('window');
  await application.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('new-window')?.click();
  });
  const page = await opened;
  await page.waitForLoadState();
  return page;
}

function pinnedElectron(): string {
  const path: unknown = createRequire(import.meta.url)('electron');
  if (typeof path !== 'string') throw new TypeError('the electron package names no binary');
  return path;
}
