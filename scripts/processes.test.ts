import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it, vi } from 'vitest';

const PROCESSES = join(import.meta.dirname, 'processes.mjs');

/** A program that starts another one and writes both numbers. */
const PROGRAM = `
  const { spawn } = require('node:child_process');
  const { writeFileSync } = require('node:fs');
  const helper = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  writeFileSync(process.argv[2], process.pid + ' ' + helper.pid);
  process.on('SIGINT', () => process.exit(0));
  setInterval(() => {}, 1000);
`;

/** A process that ended but was not waited for still has its number, and does nothing more. */
function isAlive(pid: number): boolean {
  const state = existsSync('/proc/self/stat')
    ? existsSync(`/proc/${pid}/stat`) &&
      /\) (\w)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]
    : spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim();
  return state !== false && state !== '' && !state?.startsWith('Z');
}

describe.skipIf(process.platform === 'win32')('a program in the foreground', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'ends by %s with everything it started',
    async (signal) => {
      const folder = mkdtempSync(join(tmpdir(), 'wijkwerk-processes-'));
      const program = join(folder, 'program.cjs');
      const numbers = join(folder, 'numbers');
      writeFileSync(program, PROGRAM);
      const code = `
      const { runInForeground } = await import(${JSON.stringify(PROCESSES)});
      process.exitCode = await runInForeground(process.execPath, ${JSON.stringify([program, numbers])});`;
      const runner = spawn(process.execPath, ['--input-type=module', '--eval', code]);
      const started = await vi.waitFor(() => readFileSync(numbers, 'utf8').split(' ').map(Number), {
        timeout: 10_000,
      });
      expect(started.map(isAlive)).toEqual([true, true]);
      runner.kill(signal);
      await once(runner, 'exit');
      await expect.poll(() => started.map(isAlive)).toEqual([false, false]);
      rmSync(folder, { recursive: true });
    },
  );

  it('ends when its time is up', async () => {
    const { runInForeground } = await import('./processes.mjs');
    const started = Date.now();
    const given = ['-e', 'setInterval(() => {}, 1000)'];
    expect(await runInForeground(process.execPath, given, { timeout: 300 })).toBe(124);
    expect(Date.now() - started).toBeLessThan(5_000);
  });
});
