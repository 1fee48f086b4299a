import { readFileSync } from 'node:fs';

import { ensureDependencies } from './ensure-dependencies.mjs';
import { captureNode } from './processes.mjs';
import { commandFile, runScript } from './project.mjs';

/**
 * The rooms of the house as tsconfig.json lists them, and what lies beside them. Each is linted by a
 * process of its own: one process that holds the types of all of them needs over four gigabytes.
 */
function lintRuns() {
  /** @type {{ references: { path: string }[] }} */
  const { references } = JSON.parse(readFileSync('tsconfig.json', 'utf8'));
  const rooms = [...new Set(references.map(({ path }) => path.replace(/\/.*/, '')))];
  const beside = rooms.flatMap((room) => ['--ignore-pattern', `${room}/**`]);
  const runs = [...rooms.map((room) => [room]), ['.', ...beside]];
  return runs.map((run, index) => [
    ...run,
    ...['--max-warnings', '0', '--cache', '--cache-location'],
    `.cache/eslint-${rooms[index] ?? 'beside'}`,
  ]);
}

/**
 * What must be clean before a change lands; the name is shown when it is not.
 * @typedef {{ name: string, of: string, command?: string, runs: string[][] }} Check
 * @type {Check[]}
 */
const CHECKS = [
  { name: 'types', of: 'typescript', command: 'tsc', runs: [['--build']] },
  { name: 'lint', of: 'eslint', runs: lintRuns() },
  {
    name: 'format',
    of: 'prettier',
    runs: [
      ['--check', '.', '--cache', '--cache-location', '.cache/prettier', '--log-level', 'warn'],
    ],
  },
  { name: 'layers', of: 'dependency-cruiser', command: 'depcruise', runs: [['.']] },
  { name: 'unused code', of: 'knip', runs: [['--no-progress']] },
];

/** How many parts of a check run at a time: linting takes longer than all other checks, and gigabytes. */
const AT_ONCE = 2;

/**
 * Runs the parts of a check; what the failed ones said is its output.
 * @param {Check} check
 */
async function run({ name, of, command, runs }) {
  const started = performance.now();
  /** @type {string[]} */
  const failures = [];
  const waiting = [...runs];
  const runWaiting = async () => {
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
      const { code, output } = await captureNode([commandFile(of, command), ...part]);
      if (code !== 0) failures.push(output.trim());
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, runWaiting));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  return { name, failed: failures.length > 0, output: failures.join('\n'), seconds };
}

await runScript(async () => {
  ensureDependencies();
  const results = await Promise.all(CHECKS.map(run));
  for (const { name, failed, output, seconds } of results) {
    if (failed) console.log(`\n${name} (${seconds} s)\n${output}`);
  }
  const failed = results.filter((result) => result.failed);
  const times = results.map(({ name, seconds }) => `${name} ${seconds} s`).join(', ');
  console.log(
    failed.length === 0
      ? `All checks are clean: ${times}`
      : `\nNot clean: ${failed.map(({ name }) => name).join(', ')} (${times})`,
  );
  return failed.length === 0 ? 0 : 1;
});
