/**
 * Puts facts of the last two years on the streets of a desk that is closed. A process of its own, because the
 * browser tests' runner cannot load SQLite.
 */
import { systemClock } from '#workbench';

import { plantFacts } from '../../factories/planted-facts.ts';
import { withClosedDesk } from './closed-desk.ts';

const TWO_YEARS = 2 * 365 * 86_400_000;

const [, , profileDirectory = '', passphrase = '', count = ''] = process.argv;

await withClosedDesk(profileDirectory, passphrase, (store) => {
  const to = Date.parse(systemClock.now());
  return plantFacts(store, { seed: 5, count: Number(count), from: to - TWO_YEARS, to });
});
