import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

import { WorkbenchError } from '../errors.ts';
import type { DataKey } from './open-database.ts';

export interface FileToCheck {
  readonly path: string;
  readonly key: DataKey;
}

/** What the thread found; `unreadable` when it could not even open the file. */
export type SoundCheckAnswer = 'sound' | 'damaged' | 'unreadable';

/**
 * Runs SQLite's quick check on a file, in a thread of its own, so that the workbench answers meanwhile.
 * Throws FILE_DAMAGED unless it is sound; a thread that ends without an answer counts as damage too.
 */
export async function checkSound({ path, key }: FileToCheck): Promise<void> {
  const copy = Uint8Array.from(key);
  // Moved, not copied once more: the thread overwrites the only other copy of the key.
  const worker = new Worker(workerFile(), {
    workerData: { path, key: copy },
    transferList: [copy.buffer],
  });
  const answer = await new Promise<SoundCheckAnswer>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => resolve('unreadable'));
  });
  await worker.terminate();
  if (answer !== 'sound') throw new WorkbenchError('FILE_DAMAGED', { reason: 'quick-check' });
}

/** Beside this file: as source when it runs from source, else as the hosts' builds put it. */
function workerFile(): string {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return fileURLToPath(new URL(`./sound-check-worker.${extension}`, import.meta.url));
}
