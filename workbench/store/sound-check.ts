import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

import { WorkbenchError } from '../errors.ts';
import { type DataKey, isSound, openDatabase } from './open-database.ts';

export interface FileToCheck {
  readonly path: string;
  readonly key: DataKey;
}

/** What was found; `unreadable` when the file could not even be opened. */
export type SoundCheckAnswer = 'sound' | 'damaged' | 'unreadable';

/**
 * Runs SQLite's quick check on a file, in a thread of its own, so that the workbench answers meanwhile;
 * where no thread can be had, here. Throws FILE_DAMAGED unless it is sound.
 */
export async function checkSound(file: FileToCheck): Promise<void> {
  const answer = (await answerOfThread(file)) ?? quickCheck(file);
  if (answer !== 'sound') throw new WorkbenchError('FILE_DAMAGED', { reason: 'quick-check' });
}

/** Reads the whole file: seconds for a million contacts. */
export function quickCheck({ path, key }: FileToCheck): SoundCheckAnswer {
  try {
    const connection = openDatabase(path, key, 'read');
    try {
      return isSound(connection) ? 'sound' : 'damaged';
    } finally {
      connection.close();
    }
  } catch {
    // What it cannot read is for the workbench to judge; an error could carry a path.
    return 'unreadable';
  }
}

/** Undefined when the thread did not start, or ended without an answer: that says nothing of the file. */
async function answerOfThread({ path, key }: FileToCheck): Promise<SoundCheckAnswer | undefined> {
  const copy = Uint8Array.from(key);
  // Moved, not copied once more: the thread overwrites the only other copy of the key.
  const worker = new Worker(workerFile(), {
    workerData: { path, key: copy },
    transferList: [copy.buffer],
  });
  const answer = await new Promise<SoundCheckAnswer | undefined>((resolve) => {
    worker.once('message', resolve);
    worker.once('error', () => resolve(undefined));
    worker.once('exit', () => resolve(undefined));
  });
  await worker.terminate();
  return answer;
}

/** Beside this file: as source when it runs from source, else as the hosts' builds put it. */
function workerFile(): string {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return fileURLToPath(new URL(`./sound-check-worker.${extension}`, import.meta.url));
}
