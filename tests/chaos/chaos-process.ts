import { parseArgs } from 'node:util';

import { startPostgres } from '../central/postgres-server.ts';
import { checkChaos, rerunLine } from './one-chaos.ts';

/**
 * Real processes under fire: `npm run test:chaos -- --seconds 60`, from a seed of the clock or `--seed N`;
 * `--times N` runs several, one after the other.
 */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '30' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
    times: { type: 'string', default: '1' },
  },
});
const [seconds, first, times] = [values.seconds, values.seed, values.times].map(Number);
if (seconds === undefined || first === undefined || times === undefined) process.exit(2);
if (![seconds, first, times].every(Number.isSafeInteger)) {
  console.error('--seconds, --seed and --times are whole numbers');
  process.exit(2);
}

const postgres = await startPostgres({ flushes: true });
if ('missing' in postgres) {
  console.error(`There can be no chaos here: ${postgres.missing}.`);
  process.exit(1);
}
let failed = 0;
for (let seed = first; seed < first + times; seed++) {
  console.log(`seed ${seed}, ${seconds} s under fire`);
  try {
    console.log(JSON.stringify(await checkChaos({ seed, seconds, postgres }), null, 2));
  } catch (cause) {
    failed += 1;
    console.error(`seed ${seed} failed; again: ${rerunLine({ seed, seconds })}`);
    console.error(cause);
  }
}
await postgres.dispose();
process.exit(failed === 0 ? 0 : 1);
