import { parentPort, workerData } from 'node:worker_threads';

import { type FileToCheck, quickCheck } from './sound-check.ts';

/*
 * A thread that checks one file and ends: reading a million contacts takes seconds, during which the
 * thread of the workbench would answer nobody.
 */

const file = workerData as FileToCheck;
const answer = quickCheck(file);
file.key.fill(0);
parentPort?.postMessage(answer);
