import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { DeskInUseError, lockDesk } from './desk-lock.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'wijkwerk-lock-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

it('keeps a second one out until the first lets go', () => {
  const path = join(directory, 'desk.lock');
  const release = lockDesk(path);
  expect(() => lockDesk(path)).toThrow(DeskInUseError);
  release();
  lockDesk(path)();
});

it('is kept by a caller that forgets how to let go', async () => {
  const path = join(directory, 'desk.lock');
  const source = `
    import { lockDesk } from ${JSON.stringify(join(import.meta.dirname, 'desk-lock.ts'))};
    lockDesk(${JSON.stringify(path)});
    gc();
    console.log('collected');
    setInterval(() => {}, 1_000);`;
  const holder = spawn(process.execPath, ['--expose-gc', '--input-type=module', '-e', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(holder.stdout, 'data');
  expect(() => lockDesk(path)).toThrow(DeskInUseError);
  holder.kill('SIGKILL');
  await once(holder, 'exit');
});

it('is let go by the system when its process is killed', async () => {
  const path = join(directory, 'desk.lock');
  const source = `
    import { lockDesk } from ${JSON.stringify(join(import.meta.dirname, 'desk-lock.ts'))};
    lockDesk(${JSON.stringify(path)});
    console.log('locked');
    setInterval(() => {}, 1_000);`;
  const holder = spawn(process.execPath, ['--input-type=module', '-e', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(holder.stdout, 'data');
  expect(() => lockDesk(path)).toThrow(DeskInUseError);
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  lockDesk(path)();
});
