import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { z } from 'zod';

import { isProcessAlive } from './process-alive.ts';
import { SHOW_PATH } from './server.ts';
import { randomSecret } from './token.ts';

const LOCK_FILE = 'loopback.lock';
/** A host that has not said its address after so long is not the one that wrote the file; milliseconds. */
const LONGEST_START = 30_000;
const LONGEST_WRITE = 1_000;
const SHOW_PATIENCE = 3_000;

const lockSchema = z.object({
  pid: z.number().int().positive(),
  /** Null while the host is starting. */
  origin: z.string().nullable(),
  /** Whether it shows itself in a window; else by an address in its own terminal. */
  inWindow: z.boolean().default(true),
  showSecret: z.string(),
});
type Lock = z.infer<typeof lockSchema>;

export interface Instance {
  readonly showSecret: string;
  /** Tells later starts where to find this one. */
  announce(origin: string, inWindow: boolean): void;
  release(): void;
}

/**
 * `mine`: this process serves the profile. `shown`: another one does, and has shown itself.
 * `silent`: another one does, but does not answer.
 */
export type InstanceOutcome =
  | { readonly kind: 'mine'; readonly instance: Instance }
  | { readonly kind: 'shown'; readonly pid: number; readonly inWindow: boolean }
  | { readonly kind: 'silent'; readonly pid: number };

/**
 * One host per profile folder, by a file that names its process and address. It leads a second start
 * to the first; the workbench's own lock keeps the data safe, whatever happens to this file.
 * A file left behind by a host that died is recognised and replaced.
 */
export async function becomeTheInstance(profileDirectory: string): Promise<InstanceOutcome> {
  const path = join(profileDirectory, LOCK_FILE);
  const mine: Lock = { pid: process.pid, origin: null, inWindow: true, showSecret: randomSecret() };
  for (;;) {
    if (createLock(path, mine)) return { kind: 'mine', instance: instanceOf(path, mine) };
    const other = readLock(path);
    if (other === 'gone') continue;
    // Between its making and its first byte a file looks damaged.
    if (other === 'unreadable' && age(path) < LONGEST_WRITE) {
      await sleep(200);
      continue;
    }
    if (other !== 'unreadable' && other.pid !== process.pid && isProcessAlive(other.pid)) {
      const answer = await show(other);
      if (answer === 'shown') return { kind: 'shown', pid: other.pid, inWindow: other.inWindow };
      if (answer === 'silent') return { kind: 'silent', pid: other.pid };
      if (other.origin === null && age(path) < LONGEST_START) {
        await sleep(200);
        continue;
      }
    }
    // Renamed before it is removed: of two starts that find the same left-over, one succeeds.
    removeLeftOver(path);
  }
}

function instanceOf(path: string, lock: Lock): Instance {
  return {
    showSecret: lock.showSecret,
    announce(origin, inWindow) {
      const draft = `${path}.${process.pid}`;
      writeFileSync(draft, JSON.stringify({ ...lock, origin, inWindow }), { mode: 0o600 });
      renameSync(draft, path);
    },
    release() {
      const now = readLock(path);
      if (typeof now !== 'string' && now.showSecret === lock.showSecret) rmSync(path);
    },
  };
}

function createLock(path: string, lock: Lock): boolean {
  try {
    writeFileSync(path, JSON.stringify(lock), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

function readLock(path: string): Lock | 'gone' | 'unreadable' {
  try {
    const parsed = lockSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return parsed.success ? parsed.data : 'unreadable';
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return 'gone';
    if (error instanceof SyntaxError) return 'unreadable';
    throw error;
  }
}

function removeLeftOver(path: string): void {
  const aside = `${path}.old-${process.pid}`;
  try {
    renameSync(path, aside);
    rmSync(aside);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
}

function age(path: string): number {
  return Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
}

async function show(lock: Lock): Promise<'shown' | 'silent' | 'nobody'> {
  if (lock.origin === null) return 'nobody';
  try {
    const answer = await fetch(`${lock.origin}${SHOW_PATH}`, {
      method: 'POST',
      headers: { Origin: lock.origin, Authorization: `Bearer ${lock.showSecret}` },
      signal: AbortSignal.timeout(SHOW_PATIENCE),
    });
    // Another program may have got the number of the process and the port; it does not know the secret.
    return answer.status === 204 ? 'shown' : 'nobody';
  } catch (error) {
    return error instanceof DOMException && error.name === 'TimeoutError' ? 'silent' : 'nobody';
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
