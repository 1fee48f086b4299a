import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { ensureBuild } from './ensure-build.mjs';
import { ensureDependencies } from './ensure-dependencies.mjs';
import { runInForeground } from './processes.mjs';
import { readJson, ROOT, runScript } from './project.mjs';
import { projectEnvironment, projectNode } from './project-node.mjs';

/*
 * Runs the end-to-end tests of the Electron host: node scripts/test-electron.mjs [playwright arguments]
 *
 * A machine that has the Electron of package.json uses it. One that has another runtime to verify with
 * (WIJKWERK_ELECTRON_TOOLS, else ../shared/tools/electron-runtime) uses that: the built application is
 * staged in a temporary folder and run there as an ordinary user without any network, because as root
 * the sandbox under test would not start. With neither, it says so and succeeds.
 */

const TOOLS = resolve(
  process.env['WIJKWERK_ELECTRON_TOOLS'] ?? join(ROOT, '../shared/tools/electron-runtime'),
);
const PLAYWRIGHT = 'node_modules/@playwright/test/cli.js';
/** The SQLite add-on asks for this version of Node's interface for add-ons. */
const NEEDED_NODE_API = 10;
/** What the tests do not need, or must not change. */
const LEFT_OUT = new Set(['.git', '.cache', 'node_modules', 'out', 'dist', 'test-results']);

await runScript(async () => {
  const asRoot = process.getuid?.() === 0;
  const hasPinned = pinnedElectronIsThere();
  const hasTools = fs.existsSync(join(TOOLS, 'setup.sh'));
  if (!hasPinned && !hasTools) {
    return skip('no Electron is here (npx install-electron --no fetches the one of package.json)');
  }
  if (!hasTools && asRoot) return skip("Chromium's sandbox does not start as root");
  if (!hasPinned && !asRoot) return skip('only root can cut the other runtime off the network');
  ensureDependencies();
  await ensureBuild();
  const testArguments = ['test', '--project=electron', ...process.argv.slice(2)];
  return hasPinned && !asRoot ? testInPlace(testArguments) : testStaged(testArguments);
});

/** @param {string} reason */
function skip(reason) {
  console.log(`skipped: end-to-end tests in Electron, as ${reason}`);
  return 0;
}

/** Looks only: asking the package for its program would fetch it. */
function pinnedElectronIsThere() {
  const folder = join(ROOT, 'node_modules/electron');
  const name = join(folder, 'path.txt');
  return fs.existsSync(name) && fs.existsSync(join(folder, 'dist', fs.readFileSync(name, 'utf8')));
}

/** @param {readonly string[]} testArguments */
function testInPlace(testArguments) {
  const command = [PLAYWRIGHT, ...testArguments];
  const needsScreen =
    process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];
  if (!needsScreen) return runInForeground(projectNode(), command);
  if (spawnSync('xvfb-run', ['--help']).error) return skip('there is no display and no xvfb-run');
  return runInForeground('xvfb-run', ['-a', projectNode(), ...command]);
}

/** @param {readonly string[]} testArguments */
async function testStaged(testArguments) {
  const electron = join(output(join(TOOLS, 'setup.sh'), []), 'electron');
  const stage = fs.mkdtempSync(join(tmpdir(), 'wijkwerk-electron-'));
  const application = join(stage, 'application');
  const project = join(stage, 'project');
  try {
    fs.chmodSync(stage, 0o755);
    stageApplication(application, electron);
    stageTests(project);
    const node = join(project, projectNode().slice(ROOT.length));
    return await runInForeground(
      join(TOOLS, 'run-isolated.sh'),
      ['env', '--chdir', project, node, PLAYWRIGHT, ...testArguments],
      {
        env: projectEnvironment({
          WIJKWERK_ELECTRON_BINARY: electron,
          WIJKWERK_ELECTRON_APPLICATION: application,
        }),
      },
    );
  } finally {
    bringBack(join(project, 'test-results'));
    fs.rmSync(stage, { recursive: true, force: true });
  }
}

/**
 * What an installer would hold: the bundles and the production dependencies.
 *
 * @param {string} folder
 * @param {string} electron
 */
function stageApplication(folder, electron) {
  const dependencies = Object.keys(readJson(join(ROOT, 'package.json')).dependencies);
  const parts = dependencies.map((name) => join('node_modules', name));
  for (const part of ['out/electron', 'out/renderer', 'package.json', ...parts]) {
    fs.cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  }
  const asNode = { ELECTRON_RUN_AS_NODE: '1' };
  if (Number(output(electron, ['-p', 'process.versions.napi'], asNode)) < NEEDED_NODE_API) {
    const addOn = join(folder, 'node_modules/better-sqlite3/prebuilds/linux-x64.node');
    output('python3', [join(TOOLS, 'patch-napi9.py'), addOn, `${addOn}.patched`]);
    fs.renameSync(`${addOn}.patched`, addOn);
  }
  output('chmod', ['-R', 'a+rX', folder]);
}

/**
 * The tests and what they import, where an ordinary user can read them and leave results.
 *
 * @param {string} folder
 */
function stageTests(folder) {
  for (const name of fs.readdirSync(ROOT).filter((name) => !LEFT_OUT.has(name))) {
    fs.cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  }
  fs.mkdirSync(join(folder, 'test-results'));
  output('chmod', ['-R', 'a+rX', folder]);
  output('chown', ['nobody', folder, join(folder, 'test-results')]);
  // hard links where the file system allows: nothing in this folder is changed by a test
  const modules = join(ROOT, 'node_modules');
  if (spawnSync('cp', ['-al', modules, folder], { stdio: 'ignore' }).status !== 0) {
    output('cp', ['-a', modules, folder]);
  }
  const neighbour = join(ROOT, '../shared');
  if (fs.existsSync(neighbour)) fs.symlinkSync(neighbour, join(folder, '../shared'));
}

/**
 * What the tests left behind (screenshots, traces, the outcome in figures) goes to test-results/electron.
 *
 * @param {string} results
 */
function bringBack(results) {
  const destination = join(ROOT, 'test-results/electron');
  fs.rmSync(destination, { recursive: true, force: true });
  const copy = (/** @type {string} */ from, /** @type {string} */ to) => {
    if (fs.existsSync(from)) fs.cpSync(from, to, { recursive: true });
  };
  copy(join(results, 'electron'), destination);
  copy(join(results, 'results.json'), join(destination, 'results.json'));
}

/**
 * What a short command prints; throws when it fails.
 *
 * @param {string} command
 * @param {readonly string[]} given
 * @param {Record<string, string>} [more]
 */
function output(command, given, more = {}) {
  const result = spawnSync(command, given, { encoding: 'utf8', env: { ...process.env, ...more } });
  if (result.status === 0) return result.stdout.trim();
  throw new Error(`${command} failed: ${result.error?.message ?? result.stderr}`);
}
