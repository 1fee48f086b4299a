import { spawn, spawnSync } from 'node:child_process';

import { ROOT } from './project.mjs';
import { projectEnvironment, projectNode } from './project-node.mjs';

/** Milliseconds that a process has to end by itself after a signal. */
const GRACE = 10_000;
const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
const isWindows = process.platform === 'win32';

/**
 * Runs a program in a group of its own and passes signals on, so that Ctrl-C ends it and everything
 * it started. What it prints is shown as it comes; lines typed here reach it.
 *
 * @param {string} program
 * @param {readonly string[]} given
 * @param {{ env?: NodeJS.ProcessEnv, timeout?: number, until?: AbortSignal }} [options] timeout in milliseconds;
 *   `until` ends it as Ctrl-C does
 * @returns {Promise<number>} its exit code; 128 and more after a signal, 124 when its time was up
 */
export function runInForeground(program, given, options = {}) {
  const { env = projectEnvironment(), timeout, until } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...given], {
      cwd: ROOT,
      env,
      stdio: [process.stdin.isTTY ? 'pipe' : 'ignore', 'inherit', 'inherit'],
      detached: !isWindows,
    });
    if (child.stdin) {
      child.stdin.on('error', () => undefined);
      process.stdin.pipe(child.stdin);
    }
    let timedOut = false;
    /** @type {NodeJS.Timeout | undefined} */
    let grace;
    const stop = (/** @type {NodeJS.Signals} */ signal) => {
      signalGroup(child.pid, signal);
      grace ??= setTimeout(() => signalGroup(child.pid, 'SIGKILL'), GRACE);
    };
    const limit =
      timeout === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            stop('SIGTERM');
          }, timeout);
    for (const signal of SIGNALS) process.on(signal, stop);
    const end = () => stop('SIGTERM');
    until?.addEventListener('abort', end, { once: true });
    const finish = () => {
      clearTimeout(grace);
      clearTimeout(limit);
      for (const signal of SIGNALS) process.off(signal, stop);
      until?.removeEventListener('abort', end);
      process.stdin.unpipe();
      process.stdin.pause();
      // Whatever of its group outlived it.
      signalGroup(child.pid, 'SIGKILL');
    };
    child.on('error', (error) => {
      finish();
      reject(error);
    });
    child.on('exit', (code, signal) => {
      finish();
      resolve(timedOut ? 124 : (code ?? (signal === 'SIGINT' ? 130 : 143)));
    });
  });
}

/** Runs a JavaScript file with the project's Node, as runInForeground does. */
export function runNode(
  /** @type {readonly string[]} */ given,
  /** @type {Record<string, string>} */ more = {},
  /** @type {{ timeout?: number, until?: AbortSignal }} */ options = {},
) {
  return runInForeground(projectNode(), given, { env: projectEnvironment(more), ...options });
}

/**
 * Runs a JavaScript file with the project's Node and keeps what it prints.
 *
 * @param {readonly string[]} given
 * @returns {Promise<{ code: number, output: string }>}
 */
export function captureNode(given) {
  return new Promise((resolve, reject) => {
    const child = spawn(projectNode(), [...given], {
      cwd: ROOT,
      env: projectEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (/** @type {string} */ text) => (output += text));
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

function signalGroup(/** @type {number | undefined} */ pid, /** @type {NodeJS.Signals} */ signal) {
  if (pid === undefined) return;
  if (isWindows) {
    // Windows has no signals for groups; a console sends Ctrl-C to all of its programs by itself.
    if (signal !== 'SIGINT')
      spawnSync('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
