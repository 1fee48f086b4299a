import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { ChangeTopic } from '#shared/contract/desk.ts';
import type { Instant } from '#shared/lib/dates.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import type { OpenFile } from '../../workbench/context.ts';
import { countRevisions } from '../../workbench/features/changes/index.ts';
import type { Clock, Entropy, Log } from '../../workbench/ports/ports.ts';
import { openStore } from '../../workbench/store/open.ts';
import type { Store } from '../../workbench/store/store.ts';

/** A clock that moves only when told to. */
export interface ManualClock extends Clock {
  set(now: Instant): void;
  advance(milliseconds: number): void;
}

export function manualClock(start: Instant = '2026-06-15T08:00:00.000Z'): ManualClock {
  let now = Date.parse(start);
  let elapsed = 0;
  return {
    now: () => new Date(now).toISOString(),
    monotonic: () => elapsed,
    set: (instant) => {
      now = Date.parse(instant);
    },
    advance: (milliseconds) => {
      now += milliseconds;
      elapsed += milliseconds;
    },
  };
}

export function seededEntropy(seed: number): Entropy {
  const random = seededRandom(seed);
  return { bytes: (count) => randomBytes(random, count) };
}

export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} };

export interface TestFile {
  readonly file: OpenFile;
  readonly store: Store;
  readonly clock: ManualClock;
  readonly directory: string;
  /** Of the file `desk.db` in that directory. */
  readonly key: Uint8Array;
  /** Topics announced so far, in order. */
  readonly announced: string[];
  /** Aborts `file.closing`, as locking the desk does. */
  abort(): void;
  /** Closes the store and removes its folder. */
  dispose(): Promise<void>;
}

/** What use cases work with, around a store, with nobody to tell and without uploads. */
export function openFileOf(
  store: Store,
  closing: AbortSignal,
  announced: (topics: readonly ChangeTopic[]) => void = () => {},
): OpenFile {
  const revisions = countRevisions();
  return {
    store,
    officerName: 'Noor Voorbeeld',
    log: silentLog,
    uploads: {
      get: () => {
        throw new Error('this test has no uploads');
      },
    },
    announce: (topics) => {
      revisions.note(topics);
      announced(topics);
    },
    revision: revisions.of,
    closing,
  };
}

/** A real encrypted file in a folder of its own, with its officer in place. */
export async function openTestFile(
  options: { seed?: number; now?: Instant } = {},
): Promise<TestFile> {
  const directory = await mkdtemp(join(tmpdir(), 'wijkwerk-store-'));
  const clock = manualClock(options.now);
  const entropy = seededEntropy(options.seed ?? 1);
  const newId = () => makeId(Date.parse(clock.now()), entropy.bytes(16));
  const identity = { officerId: newId(), deviceId: newId() };
  const key = entropy.bytes(32);
  const { store } = await openStore({
    path: join(directory, 'desk.db'),
    key,
    clock,
    entropy,
    identity,
  });
  await store.write(async ({ tables }) => {
    await tables
      .insertInto('officer')
      .values({ id: identity.officerId, display_name: 'Noor Voorbeeld', version: 1 })
      .execute();
  });
  const announced: string[] = [];
  const closing = new AbortController();
  return {
    file: openFileOf(store, closing.signal, (topics) => announced.push(...topics)),
    store,
    clock,
    directory,
    key,
    announced,
    abort: () => closing.abort(),
    dispose: async () => {
      await store.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
