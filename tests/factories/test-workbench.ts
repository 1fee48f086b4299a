import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
  createWorkbench,
  jsonLinesLog,
  type KeyStore,
  noKeyStore,
  type Workbench,
} from '#workbench';

import { type ManualClock, manualClock, seededEntropy } from './test-store.ts';

export const PASSPHRASE = 'vijf gele fietsen bij de sluis';

export interface TestWorkbench {
  readonly workbench: Workbench;
  readonly clock: ManualClock;
  readonly directory: string;
  /** Everything logged so far, as text. */
  log(): string;
  /** Closes it and opens the same folder again, as after a restart. */
  restart(): Promise<Workbench>;
  dispose(): Promise<void>;
}

/** A real workbench on a profile folder of its own. */
export async function startTestWorkbench(
  options: {
    readonly demo?: boolean;
    readonly keyStore?: KeyStore;
    /** Of ids and keys: two desks of one test have two. */
    readonly seed?: number;
  } = {},
): Promise<TestWorkbench> {
  const directory = await mkdtemp(join(tmpdir(), 'wijkwerk-desk-'));
  const clock = manualClock();
  const entropy = seededEntropy(options.seed ?? 5);
  const lines: string[] = [];
  const open = (): Promise<Workbench> =>
    createWorkbench({
      clock,
      entropy,
      keyStore: options.keyStore ?? noKeyStore,
      log: jsonLinesLog({ write: (line) => lines.push(line) }, clock),
      profileDirectory: join(directory, 'desk'),
      host: 'loopback',
      appVersion: '0.0.0-test',
      demo: options.demo ?? false,
    });
  let workbench = await open();
  return {
    get workbench() {
      return workbench;
    },
    clock,
    directory: join(directory, 'desk'),
    log: () => lines.join(''),
    async restart() {
      await workbench.close();
      workbench = await open();
      return workbench;
    },
    async dispose() {
      await workbench.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
