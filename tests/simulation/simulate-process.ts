import { parseArgs } from 'node:util';

import { checkHistory, optionsOf, plainOptions, rerunLine } from './one-history.ts';
import { OFTEN_RESTORED, REGRESSIONS } from './regressions.ts';
import { makeTown } from './town.ts';

/**
 * Runs many histories, one after the other: `npm run test:simulate -- --seeds 10000`, from a seed of the
 * clock or `--first N`. `--seed N` runs one. What once failed is run first. `--restored` lets the centre be
 * restored again and again; `--plain` lets nothing travel but rows.
 */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '100' },
    seed: { type: 'string' },
    first: { type: 'string', default: String(Date.now() % 1_000_000_000) },
    steps: { type: 'string', default: '60' },
    restored: { type: 'boolean', default: false },
    plain: { type: 'boolean', default: false },
  },
});
const first = Number(values.seed ?? values.first);
const count = values.seed === undefined ? Number(values.seeds) : 1;
const steps = Number(values.steps);
const often = values.restored ? OFTEN_RESTORED : {};
if (![first, count, steps].every(Number.isSafeInteger)) {
  console.error('--seeds, --seed, --first and --steps are whole numbers');
  process.exit(2);
}

const town = await makeTown();
const flags = `${values.restored ? ' --restored' : ''}${values.plain ? ' --plain' : ''}`;
const seeds = [
  ...(values.seed === undefined && !values.restored ? REGRESSIONS : []).map(
    (seed) => [seed, ' --plain'] as const,
  ),
  ...Array.from({ length: count }, (_, at) => [first + at, flags] as const),
];
const started = performance.now();
let failed = 0;
for (const [at, [seed, as]] of seeds.entries()) {
  const options = as.includes('--plain') ? plainOptions(seed, steps) : optionsOf(seed, steps);
  try {
    await checkHistory(seed, town, { ...options, ...often });
  } catch (cause) {
    failed += 1;
    console.error(`seed ${seed} failed; again: ${rerunLine(seed)} --steps ${steps}${as}`);
    console.error(cause);
  }
  if ((at + 1) % 100 === 0) console.log(`${at + 1} histories, ${failed} failed`);
}
const seconds = ((performance.now() - started) / 1_000).toFixed(1);
console.log(`${seeds.length} histories from seed ${first}, ${failed} failed, ${seconds} s`);
process.exitCode = failed === 0 ? 0 : 1;
