import { setImmediate } from 'node:timers/promises';

import { CHUNK } from './stage.ts';

/** Lets others have their turn after a full chunk: a question of a screen waits for one chunk at most. */
export async function breathe(chunk: readonly unknown[]): Promise<void> {
  if (chunk.length >= CHUNK) await setImmediate();
}
