/**
 * Puts facts of the last two years on the streets of a desk that is closed, instead of what its team has there. A process of its own, because the
 * browser tests' runner cannot load SQLite.
 */
import { systemClock } from '#workbench';

import { clearDemoWork } from '../../factories/bare-demo.ts';
import { plantFacts } from '../../factories/planted-facts.ts';
import { withClosedDesk } from './closed-desk.ts';

const TWO_YEARS = 2 * 365 * 86_400_000;

const [, , profileDirectory = '', passphrase = '', count = ''] = process.argv;

await withClosedDesk(profileDirectory, passphrase, async (store) => {
  await clearDemoWork(store);
  const to = Date.parse(systemClock.now());
  await plantFacts(store, { seed: 5, count: Number(count), from: to - TWO_YEARS, to });
});
