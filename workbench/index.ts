import { join } from 'node:path';

import type { ChangeNotice } from '#shared/contract/desk.ts';
import { makeId } from '#shared/lib/ids.ts';

import { sweepDraftFiles } from './features/attachments/index.ts';
import { openBasemapFolder } from './features/basemap/index.ts';
import { createChangeHub } from './features/changes/index.ts';
import type { DemoDesk } from './features/demo/demo-desk.ts';
import { warmGaps } from './features/gaps/index.ts';
import { keepIndexed } from './features/search/index.ts';
import {
  createSession,
  openPreferences,
  openProfiles,
  type Profiles,
} from './features/session/index.ts';
import { openTransfers } from './features/transfers/index.ts';
import type { WorkbenchPorts } from './ports/ports.ts';
import { createRouter, type WorkbenchRouter } from './router.ts';
import { lockDesk } from './store/desk-lock.ts';
import { claimProfileFolder } from './store/profile-folder.ts';

export { jsonLinesLog } from './adapters/json-lines-log.ts';
export { openLogFile } from './adapters/log-file.ts';
export { noKeyStore, systemClock, systemEntropy } from './adapters/system.ts';
export type { Clock, Entropy, KeyStore, Log, WorkbenchPorts } from './ports/ports.ts';
export type { WorkbenchRouter } from './router.ts';
export { DeskInUseError } from './store/desk-lock.ts';
export { claimProfileFolder, NotADeskError } from './store/profile-folder.ts';

/** The local application, without a window and without a server: a host gives it both. */
export interface Workbench {
  /** The contract, implemented; it needs no context. */
  readonly router: WorkbenchRouter;
  /** Calls `listener` at every change, until the returned function is called. */
  subscribe(listener: (change: ChangeNotice) => void): () => void;
  /** Locks, stores what is under way and lets go of the profile folder. */
  close(): Promise<void>;
}

/**
 * Starts the workbench on a profile folder, which it makes when it is not there.
 * Throws NotADeskError when the folder belongs to something else, DeskInUseError when another process
 * has it open.
 */
export async function createWorkbench(ports: WorkbenchPorts): Promise<Workbench> {
  const { profileDirectory, clock, entropy, log } = ports;
  await claimProfileFolder(profileDirectory);
  const release = lockDesk(join(profileDirectory, 'desk.lock'));
  try {
    const hub = createChangeHub();
    const profiles = openProfiles(profileDirectory, log);
    const preferences = openPreferences(profileDirectory);
    const newId = (): string => makeId(Date.parse(clock.now()), entropy.bytes(16));
    const transfers = await openTransfers(join(profileDirectory, 'transfers'), newId);
    const basemap = openBasemapFolder(join(profileDirectory, 'basemap'), clock, newId);
    const demo = ports.demo ? await openDemo(ports, profiles) : null;
    const session = createSession({
      ports,
      profiles,
      hub,
      uploads: transfers,
      demoPassphrase: demo?.passphrase ?? null,
      prepare: async (file) => {
        await sweepDraftFiles(file);
        await demo?.prepare(file);
      },
      catchUp: (file) => void keepIndexed(file).then(() => warmGaps(file)),
      join: async (file, centre) => demo?.join(file, centre),
      onLock: () => transfers.clear(),
    });
    return {
      router: createRouter({ ports, session, profiles, preferences, transfers, basemap, hub }),
      subscribe(listener) {
        const stopping = new AbortController();
        void tell(hub.watch(stopping.signal), listener);
        return () => stopping.abort();
      },
      async close() {
        await session.close();
        hub.close();
        await transfers.clear();
        release();
      },
    };
  } catch (cause) {
    release();
    throw cause;
  }
}

/** The town's generator is loaded only where it is shown. */
async function openDemo(ports: WorkbenchPorts, profiles: Profiles): Promise<DemoDesk> {
  const { createDemoDesk } = await import('./features/demo/demo-desk.ts');
  return createDemoDesk(ports, profiles);
}

async function tell(
  changes: AsyncIterable<ChangeNotice>,
  listener: (change: ChangeNotice) => void,
): Promise<void> {
  for await (const change of changes) listener(change);
}
