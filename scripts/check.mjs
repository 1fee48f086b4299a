import { ensureDependencies } from './ensure-dependencies.mjs';
import { captureNode } from './processes.mjs';
import { commandFile, runScript } from './project.mjs';

/** What must be clean before a change lands; the name is shown when it is not. */
const CHECKS = [
  { name: 'types', of: 'typescript', command: 'tsc', with: ['--build'] },
  {
    name: 'lint',
    of: 'eslint',
    with: ['.', '--max-warnings', '0', '--cache', '--cache-location', '.cache/eslint'],
  },
  {
    name: 'format',
    of: 'prettier',
    with: ['--check', '.', '--cache', '--cache-location', '.cache/prettier', '--log-level', 'warn'],
  },
  { name: 'layers', of: 'dependency-cruiser', command: 'depcruise', with: ['.'] },
  { name: 'unused code', of: 'knip', with: ['--no-progress'] },
];

await runScript(async () => {
  ensureDependencies();
  const results = await Promise.all(
    CHECKS.map(async (check) => {
      const started = performance.now();
      const { code, output } = await captureNode([
        commandFile(check.of, check.command),
        ...check.with,
      ]);
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      return { name: check.name, failed: code !== 0, output, seconds };
    }),
  );
  for (const { name, failed, output, seconds } of results) {
    if (failed) console.log(`\n${name} (${seconds} s)\n${output.trim()}`);
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
