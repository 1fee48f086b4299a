import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the whole project. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** Something a person can put right: shown as plain words, without a trace. */
export class Obstacle extends Error {}

/** Runs a script; an obstacle is shown as plain words, a defect with its trace. */
export async function runScript(/** @type {() => Promise<number>} */ script) {
  try {
    process.exitCode = await script();
  } catch (error) {
    console.error(error instanceof Obstacle ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}

/**
 * The JavaScript file behind a command of an installed package, to be run with the project's Node:
 * the same on every system, without a shell.
 *
 * @param {string} packageName
 * @param {string} [command] when it has another name than the package
 */
export function commandFile(packageName, command = packageName) {
  const folder = join(ROOT, 'node_modules', packageName);
  const { bin } = readJson(join(folder, 'package.json'));
  const file = typeof bin === 'string' ? bin : bin?.[command];
  if (file === undefined) throw new Error(`${packageName} has no command ${command}`);
  return join(folder, file);
}

/** @param {string} path */
export function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}
