import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { accessSync, constants, mkdirSync, realpathSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join, posix, win32 } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import {
  makeBrowserProfile,
  removeBrowserProfile,
  removeLeftBrowserProfiles,
} from './browser-profile.ts';

export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  isProgram(path: string): boolean;
}

/** No first-run pages, and no word to the outside by the browser itself. */
const FLAGS = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-breakpad',
];

const LINUX = [
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'chromium',
  'chromium-browser',
];
const MACOS = ['Google Chrome', 'Microsoft Edge', 'Chromium'];
const WINDOWS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
];

/** The installed Chrome, Edge or Chromium, in this order; null when there is none. */
export function findBrowser(machine: Machine = thisMachine()): string | null {
  return candidates(machine).find((path) => machine.isProgram(path)) ?? null;
}

function candidates({ platform, environment, home }: Machine): readonly string[] {
  if (platform === 'win32') {
    const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData']
      .map((name) => environment[name] ?? environment[name.toUpperCase()])
      .filter((root) => root !== undefined);
    return WINDOWS.flatMap((parts) => roots.map((root) => win32.join(root, ...parts)));
  }
  if (platform === 'darwin') {
    return MACOS.flatMap((name) =>
      ['/Applications', posix.join(home, 'Applications')].map((root) =>
        posix.join(root, `${name}.app`, 'Contents', 'MacOS', name),
      ),
    );
  }
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return LINUX.flatMap((name) => folders.map((folder) => posix.join(folder, name)));
}

function thisMachine(): Machine {
  return {
    platform: process.platform,
    environment: process.env,
    home: homedir(),
    isProgram(path) {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    },
  };
}

export interface Browser {
  /** Opens one more window on this address; `onFailed` when the browser does not start or breaks down. */
  open(url: string, onFailed: () => void): void;
  /** Ends the browser with all its windows and removes its profile. */
  close(): Promise<void>;
}

/**
 * A browser with a profile of its own, which is empty at first and removed at the end: no extension
 * sees the page, and nothing of it stays. `extraArguments` is for tests; the product passes none,
 * and never `--no-sandbox`.
 */
export function createBrowser(program: string, extraArguments: readonly string[] = []): Browser {
  const parent = profileParent(program);
  const profile = makeBrowserProfile(parent);
  const tidied = removeLeftBrowserProfiles(parent);
  const running = new Set<ChildProcess>();
  let closing = false;
  return {
    open(url, onFailed) {
      // A group of its own on POSIX, so that the end reaches the browser's helpers as well.
      const child = spawn(
        program,
        [`--app=${url}`, `--user-data-dir=${profile}`, ...FLAGS, ...extraArguments],
        { stdio: 'ignore', detached: process.platform !== 'win32' },
      );
      running.add(child);
      child.on('exit', (code) => {
        running.delete(child);
        if (code !== 0 && !closing) onFailed();
      });
      child.on('error', () => {
        running.delete(child);
        onFailed();
      });
    },
    async close() {
      closing = true;
      for (const child of running) end(child, 'SIGTERM');
      for (let wait = 0; running.size > 0 && wait < 30; wait += 1) await sleep(100);
      for (const child of running) end(child, 'SIGKILL');
      await removeBrowserProfile(profile);
      await tidied;
    },
  };
}

function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** A browser packed as a snap sees a temporary folder of its own, but shares this one with us. */
function profileParent(program: string): string {
  const match =
    /^\/snap\/(?:bin\/)?([a-z-]+)/.exec(resolveLink(program)) ??
    /^\/snap\/bin\/([a-z-]+)/.exec(program);
  if (!match?.[1]) return tmpdir();
  const folder = join(homedir(), 'snap', match[1], 'common');
  mkdirSync(folder, { recursive: true });
  return folder;
}

function resolveLink(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
