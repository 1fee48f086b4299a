import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { Obstacle, ROOT } from './project.mjs';

/** The SQLite add-on needs this version of Node's interface for add-ons: Node 22.14 and later. */
const NEEDED_NODE_API = 10;

/** @type {string | undefined} */
let found;

/**
 * The Node that runs the project: its own, which came as a package for this system (none comes along
 * for macOS), or the one that is running when that is recent enough. Call after ensureDependencies.
 */
export function projectNode() {
  found ??= ownNode() ?? runningNode();
  return found;
}

/** The environment for the project's tools: `node` in it is the project's own. */
export function projectEnvironment(/** @type {Record<string, string>} */ more = {}) {
  const tools = join(ROOT, 'node_modules/.bin');
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  return { ...process.env, [name]: `${tools}${delimiter}${process.env[name] ?? ''}`, ...more };
}

function ownNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  const path = join(ROOT, `node_modules/node-${system}-${process.arch}/bin`, program);
  // A system with another C library has the file, but cannot run it.
  return existsSync(path) && spawnSync(path, ['--version']).status === 0 ? path : undefined;
}

function runningNode() {
  if (
    Number(process.versions.napi) >= NEEDED_NODE_API &&
    Number(process.versions.node.split('.')[0]) >= 24
  ) {
    return process.execPath;
  }
  throw new Obstacle(
    `Wijkwerk needs Node 24 or newer, and no package of it came along for ${process.platform} on ` +
      `${process.arch}. This is Node ${process.versions.node}: install a newer one from nodejs.org and try again.`,
  );
}
