/**
 * Opens dossiers with actions in so many streets of a desk that is closed, instead of those it has. A process of its own, because the
 * browser tests' runner cannot load SQLite.
 */
import { clearDemoWork } from '../../factories/bare-demo.ts';
import { plantCasework } from '../../factories/planted-casework.ts';
import { openFileOf } from '../../factories/test-store.ts';
import { withClosedDesk } from './closed-desk.ts';

const [, , profileDirectory = '', passphrase = '', streets = ''] = process.argv;

await withClosedDesk(profileDirectory, passphrase, async (store) => {
  await clearDemoWork(store);
  await plantCasework(openFileOf(store, new AbortController().signal), {
    seed: 11,
    streets: Number(streets),
  });
});
