import { parentPort, workerData } from 'node:worker_threads';

import { isSound, openDatabase } from './open-database.ts';
import type { FileToCheck, SoundCheckAnswer } from './sound-check.ts';

/*
 * A thread that checks one file and ends: reading a million contacts takes seconds, during which the
 * thread of the workbench would answer nobody.
 */

const { path, key } = workerData as FileToCheck;
parentPort?.postMessage(answer());

function answer(): SoundCheckAnswer {
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
  } finally {
    key.fill(0);
  }
}
