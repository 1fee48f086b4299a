import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { Obstacle, readJson, ROOT } from './project.mjs';

const LOCK = join(ROOT, 'package-lock.json');
const INSTALLED = join(ROOT, 'node_modules/.package-lock.json');
/** What package-lock.json was when node_modules was last found to match it. */
const STAMP = join(ROOT, 'node_modules/.wijkwerk-lock');

/** Installs the dependencies exactly as locked, when that has not been done. */
export function ensureDependencies() {
  const lock = createHash('sha256').update(readFileSync(LOCK)).digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock) return;
  if (!existsSync(INSTALLED) || !isAsLocked(readJson(LOCK), readJson(INSTALLED))) install();
  writeFileSync(STAMP, lock);
}

/**
 * Whether what npm says it installed is what the lock file asks for. Packages for other systems are
 * in the lock file only.
 *
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }} Entry
 * @param {{ packages: Record<string, Entry> }} lock
 * @param {{ packages: Record<string, Entry> }} installed
 */
export function isAsLocked(lock, installed) {
  const locked = Object.entries(lock.packages).filter(([path]) => path !== '');
  const paths = new Set(locked.map(([path]) => path));
  return (
    Object.keys(installed.packages).every((path) => paths.has(path)) &&
    locked.every(([path, entry]) => {
      const there = installed.packages[path];
      if (there === undefined) return entry.optional === true || entry.devOptional === true;
      return there.version === entry.version && there.integrity === entry.integrity;
    })
  );
}

function install() {
  console.log(
    'Installing the dependencies (npm ci). This is done once, and again when they change.',
  );
  // Under npm, its own file; else the command in PATH, which on Windows is a batch file.
  const own = process.env['npm_execpath'];
  const result = own?.endsWith('.js')
    ? spawnSync(process.execPath, [own, 'ci', '--loglevel=error'], { cwd: ROOT, stdio: 'inherit' })
    : spawnSync('npm ci --loglevel=error', { cwd: ROOT, stdio: 'inherit', shell: true });
  if (result.status !== 0) {
    throw new Obstacle(
      'The dependencies could not be installed: npm ci failed, and says why above. Without a network, ' +
        'copy node_modules from a machine of the same kind that has it, or set up a registry for npm.',
    );
  }
}
