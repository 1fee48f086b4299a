import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { ensureBrowser } from './ensure-browser.mjs';
import { ensureBuild } from './ensure-build.mjs';
import { ensureDependencies } from './ensure-dependencies.mjs';
import { runNode } from './processes.mjs';
import { commandFile, Obstacle, readJson, ROOT, runScript } from './project.mjs';

const RESULTS = join(ROOT, '.cache/test');
const ELECTRON_TESTS = join(ROOT, 'scripts/test-electron.mjs');
/** Where Playwright leaves its counts when Electron's tests run here, or in a folder of their own. */
const ELECTRON_RESULTS = ['test-results/results.json', 'test-results/electron/results.json'];

/**
 * @typedef {{ name: string, ok: boolean, passed: number, failed: number, skipped: number }} Outcome
 * @param {string} name
 * @param {(resultFile: string) => Promise<number>} run
 * @param {(results: any) => { passed: number, failed: number, skipped: number }} count
 * @returns {Promise<Outcome>}
 */
async function suite(name, run, count) {
  console.log(`\n== ${name}`);
  const resultFile = join(RESULTS, `${name.replaceAll(' ', '-')}.json`);
  const code = await run(resultFile);
  if (code >= 128) throw new Obstacle('Stopped.');
  const counts = existsSync(resultFile)
    ? count(readJson(resultFile))
    : { passed: 0, failed: 0, skipped: 0 };
  const ok = code === 0;
  // A runner that broke down before it counted anything has failed all the same.
  return { name, ok, ...counts, failed: ok ? counts.failed : Math.max(1, counts.failed) };
}

const ofVitest = (/** @type {any} */ results) => ({
  passed: results.numPassedTests,
  failed: results.numFailedTests,
  skipped: results.numPendingTests + results.numTodoTests,
});
/** A test that passed only on a second try has found a defect, in itself or in what it tests. */
const ofPlaywright = (/** @type {any} */ { stats }) => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky,
  skipped: stats.skipped,
});

await runScript(async () => {
  ensureDependencies();
  await ensureBuild();
  const browser = await ensureBrowser();
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
  const playwright = commandFile('@playwright/test', 'playwright');

  const outcomes = [
    await suite(
      'unit tests',
      (resultFile) =>
        runNode([
          commandFile('vitest'),
          'run',
          '--reporter=dot',
          '--reporter=json',
          `--outputFile.json=${resultFile}`,
        ]),
      ofVitest,
    ),
    await suite(
      'browser tests',
      (resultFile) =>
        runNode([playwright, 'test', '--project=loopback'], {
          WIJKWERK_TEST_BROWSER: browser,
          PLAYWRIGHT_JSON_OUTPUT_FILE: resultFile,
        }),
      ofPlaywright,
    ),
  ];
  if (existsSync(ELECTRON_TESTS)) {
    outcomes.push(
      await suite(
        'Electron tests',
        async (resultFile) => {
          for (const path of ELECTRON_RESULTS) rmSync(join(ROOT, path), { force: true });
          const code = await runNode([ELECTRON_TESTS]);
          const results = ELECTRON_RESULTS.find((path) => existsSync(join(ROOT, path)));
          if (results !== undefined) copyFileSync(join(ROOT, results), resultFile);
          return code;
        },
        ofPlaywright,
      ),
    );
  }

  console.log('');
  for (const { name, ok, passed, failed, skipped } of outcomes) {
    const ran = passed + failed > 0;
    const counts = `${passed} passed, ${failed} failed, ${skipped} skipped`;
    console.log(`${name}: ${ran || !ok ? counts : 'not run here, for the reason above'}`);
  }
  const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ key) =>
    outcomes.reduce((total, outcome) => total + outcome[key], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
  return outcomes.every(({ ok }) => ok) ? 0 : 1;
});
