import { parseArgs } from 'node:util';

import {
  checkHistory,
  type OneHistory,
  optionsOf,
  plainOptions,
  rerunLine,
} from './one-history.ts';
import { OFTEN_RESTORED, ONCE_FAILED } from './regressions.ts';
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

/** One that once failed has options that no flag says. */
const AMONG_TESTS = 'npx vitest run tests/simulation/simulation.test.ts';

interface Run {
  readonly seed: number;
  readonly options: OneHistory;
  /** How it is run again. */
  readonly again: string;
}
const runs: readonly Run[] = [
  ...(values.seed === undefined ? ONCE_FAILED : []).map((one) => ({ ...one, again: AMONG_TESTS })),
  ...Array.from({ length: count }, (_, at) => {
    const seed = first + at;
    const options = values.plain ? plainOptions(seed, steps) : optionsOf(seed, steps);
    const again = `${rerunLine(seed)} --steps ${steps}${flags}`;
    return { seed, options: { ...options, ...often }, again };
  }),
];
const started = performance.now();
let failed = 0;
for (const [at, { seed, options, again }] of runs.entries()) {
  try {
    await checkHistory(seed, town, options);
  } catch (cause) {
    failed += 1;
    console.error(`seed ${seed} failed; again: ${again}`);
    console.error(cause);
  }
  if ((at + 1) % 100 === 0) console.log(`${at + 1} histories, ${failed} failed`);
}
const seconds = ((performance.now() - started) / 1_000).toFixed(1);
console.log(`${runs.length} histories from seed ${first}, ${failed} failed, ${seconds} s`);
process.exitCode = failed === 0 ? 0 : 1;
