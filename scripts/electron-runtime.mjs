import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { runNode } from './processes.mjs';
import { readJson, ROOT } from './project.mjs';

const PACKAGE = join(ROOT, 'node_modules/electron');
const FAILURE = join(ROOT, '.cache/electron-download-failed.json');
const DAY = 24 * 60 * 60_000;
/** Milliseconds: some 115 MB. Asked for by name, it may take longer. */
const PATIENCE = 3 * 60_000;
const LONG_PATIENCE = 20 * 60_000;

/**
 * Why Electron cannot show a window here, in plain words; null when nothing is in its way.
 *
 * @returns {string | null}
 */
export function electronObstacle() {
  if (process.platform !== 'linux') return null;
  if (!process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return 'there is no display';
  if (process.getuid?.() === 0) return "Chromium's sandbox does not start as root";
  return null;
}

/**
 * Electron's program: there already, or fetched now. A failed download is remembered for a day, so
 * that the next start does not wait for it again; `wanted` tries all the same.
 *
 * @param {boolean} wanted somebody asked for Electron by name
 * @returns {Promise<{ program: string } | { missing: string }>}
 */
export async function electronRuntime(wanted) {
  const there = installedRuntime();
  if (there) return { program: there };
  if (!existsSync(PACKAGE)) return { missing: 'its package is not installed' };
  const failedAt = lastFailure();
  if (!wanted && Date.now() - failedAt < DAY) {
    const time = new Date(failedAt).toLocaleString();
    return {
      missing: `its runtime could not be fetched (last tried ${time}; tried again after a day)`,
    };
  }
  console.log("Fetching Electron's runtime, once (some 115 MB).");
  const code = await runNode(
    [join(PACKAGE, 'install.js')],
    {},
    {
      timeout: wanted ? LONG_PATIENCE : PATIENCE,
    },
  );
  const fetched = installedRuntime();
  if (code === 0 && fetched) {
    rmSync(FAILURE, { force: true });
    return { program: fetched };
  }
  mkdirSync(dirname(FAILURE), { recursive: true });
  writeFileSync(FAILURE, JSON.stringify({ at: Date.now() }));
  return { missing: 'its runtime could not be fetched (no network, or a network that refuses it)' };
}

/**
 * Where the system forbids the sandbox of a program in a home folder; null when it does not.
 * Ubuntu 23.10 and later allow it only to programs that it knows, as an installed Chrome.
 *
 * @param {string} program Electron's
 */
export function sandboxObstacle(program) {
  if (process.platform !== 'linux') return null;
  const restricted =
    setting('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') === '1' ||
    setting('/proc/sys/kernel/unprivileged_userns_clone') === '0' ||
    setting('/proc/sys/user/max_user_namespaces') === '0';
  if (!restricted) return null;
  const helper = statSync(join(dirname(program), 'chrome-sandbox'), { throwIfNoEntry: false });
  const isReady = helper?.uid === 0 && (helper.mode & 0o4000) !== 0;
  return isReady ? null : 'this system does not let its sandbox start';
}

/** @returns {string | undefined} */
function installedRuntime() {
  const elsewhere = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const pathFile = join(PACKAGE, 'path.txt');
  const name = existsSync(pathFile)
    ? readFileSync(pathFile, 'utf8')
    : process.platform === 'win32'
      ? 'electron.exe'
      : 'electron';
  const program = join(elsewhere ?? join(PACKAGE, 'dist'), name);
  return existsSync(program) ? program : undefined;
}

function lastFailure() {
  return existsSync(FAILURE) ? Number(readJson(FAILURE).at) : 0;
}

function setting(/** @type {string} */ path) {
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined;
}
