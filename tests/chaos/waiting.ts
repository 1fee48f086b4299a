import { setTimeout as wait } from 'node:timers/promises';

import { Broken } from '../simulation/broken.ts';

/** Far longer than anything here takes: what is not there by then, never comes. */
const PATIENCE_MS = 60_000;

/** Asks again and again until it is so; an error is a no. Throws Broken when that never comes. */
export async function eventually(what: string, ask: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!(await ask().catch(() => false))) {
    if (performance.now() > end) throw new Broken(`in the end ${what}`);
    await wait(50);
  }
}
