import { mkdtempSync, readdirSync, readlinkSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

import { isProcessAlive } from './process-alive.ts';

/** A folder for a browser of this process, which its name tells; only its owner may look inside. */
export function makeBrowserProfile(parent: string): string {
  return mkdtempSync(join(parent, `wijkwerk-browser-${process.pid}-`));
}

/** Removes it. Helpers of a browser may write for a moment after it has ended. */
export async function removeBrowserProfile(profile: string): Promise<void> {
  await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

/** Removes what hosts left behind that had no chance to end properly, where no browser uses it still. */
export async function removeLeftBrowserProfiles(parent: string): Promise<void> {
  for (const entry of readdirSync(parent, { withFileTypes: true })) {
    const pid = /^wijkwerk-browser-(\d+)-\w{6}$/.exec(entry.name)?.[1];
    if (pid === undefined || !entry.isDirectory() || isProcessAlive(Number(pid))) continue;
    const profile = join(parent, entry.name);
    if (isInUse(profile)) continue;
    // What cannot be removed belongs to another person of this machine, or is held by the system.
    await removeBrowserProfile(profile).catch(() => undefined);
  }
}

/** Chrome's own lock is a link to "machine-process"; on Windows it holds its files open instead. */
function isInUse(profile: string): boolean {
  try {
    const holder = readlinkSync(join(profile, 'SingletonLock'));
    const pid = Number(/-(\d+)$/.exec(holder)?.[1]);
    return holder !== `${hostname()}-${pid}` || isProcessAlive(pid);
  } catch {
    return false;
  }
}
