import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { ensureDependencies } from './ensure-dependencies.mjs';
import { captureNode } from './processes.mjs';
import { commandFile, Obstacle, ROOT, runScript } from './project.mjs';

/** Everything a build reads. */
const SOURCES = [
  'shared',
  'workbench',
  'electron',
  'loopback',
  'renderer',
  'resources',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
];
const RESULTS = ['out/renderer/index.html', 'out/electron/main.js', 'out/loopback/main.js'];
const STAMP = join(ROOT, '.cache/build-of');

/** Builds `out/` when it is missing or the sources have changed since. */
export async function ensureBuild() {
  const sources = fingerprint();
  const isThere = RESULTS.every((path) => existsSync(join(ROOT, path)));
  if (isThere && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources) return;
  await build(sources);
}

/** @param {string} sources */
async function build(sources) {
  console.log('Building (some seconds; only after a change).');
  const steps = [
    [commandFile('electron-vite'), 'build'],
    [commandFile('vite'), 'build', '--config', 'loopback/vite.config.ts'],
  ];
  for (const step of steps) {
    const { code, output } = await captureNode(step);
    if (code !== 0) throw new Obstacle(`${output}\nThe build failed.`);
  }
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, sources);
}

/** Changes with every name and every byte of the sources; tests are none. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const path of filesOf(source)) {
      hash
        .update(`${path}\0`)
        .update(readFileSync(join(ROOT, path)))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesOf(path) {
  const full = join(ROOT, path);
  if (!existsSync(full)) return [];
  try {
    return readdirSync(full)
      .filter((name) => !/\.test\.tsx?$/.test(name))
      .sort()
      .flatMap((name) => filesOf(`${path}/${name}`));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return [path];
    throw error;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runScript(async () => {
    ensureDependencies();
    await build(fingerprint());
    return 0;
  });
}
