import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { startLoopbackServer } from './server.ts';
import { becomeTheInstance } from './single-instance.ts';
import { createSessionKeeper } from './token.ts';

let profile: string;
let lockFile: string;

beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'wijkwerk-instance-'));
  lockFile = join(profile, 'loopback.lock');
});
afterEach(() => {
  rmSync(profile, { recursive: true });
});

async function mine() {
  const outcome = await becomeTheInstance(profile);
  if (outcome.kind !== 'mine') throw new Error(`expected the lock, got ${outcome.kind}`);
  return outcome.instance;
}

/** A process that lives, but is no Wijkwerk. */
async function withStranger(work: (pid: number) => Promise<void>): Promise<void> {
  const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  await once(stranger, 'spawn');
  try {
    await work(stranger.pid ?? 0);
  } finally {
    stranger.kill('SIGKILL');
    await once(stranger, 'exit');
  }
}

function leave(lock: unknown): void {
  writeFileSync(lockFile, typeof lock === 'string' ? lock : JSON.stringify(lock));
}

describe('one host per profile', () => {
  it('keeps the file to its owner and removes it at the end', async () => {
    const instance = await mine();
    if (process.platform !== 'win32') expect(statSync(lockFile).mode & 0o777).toBe(0o600);
    instance.announce('http://127.0.0.1:9', true);
    expect(readFileSync(lockFile, 'utf8')).toContain('127.0.0.1:9');
    instance.release();
    expect(existsSync(lockFile)).toBe(false);
  });

  it('does not remove the file of its successor', async () => {
    const instance = await mine();
    leave({ pid: 1, origin: null, showSecret: 'of another' });
    instance.release();
    expect(existsSync(lockFile)).toBe(true);
  });

  it('asks the running host to show itself', async () => {
    const onShow = vi.fn();
    const server = await startLoopbackServer({
      rendererDirectory: profile,
      router: {},
      sessions: createSessionKeeper(() => 0),
      showSecret: 'known',
      log: { warn: () => undefined, error: () => undefined },
      port: 0,
      onShow,
      onWindows: () => undefined,
    });
    await withStranger(async (pid) => {
      leave({ pid, origin: server.origin, showSecret: 'known', inWindow: false });
      expect(await becomeTheInstance(profile)).toEqual({ kind: 'shown', pid, inWindow: false });
      expect(onShow).toHaveBeenCalledOnce();
      leave({ pid, origin: server.origin, showSecret: 'of an older host' });
      expect((await becomeTheInstance(profile)).kind).toBe('mine');
    });
    await server.close();
  });

  it('says so when the running host does not answer', async () => {
    const hung = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(hung, 'listening');
    const address = hung.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const origin = `http://127.0.0.1:${address.port}`;
    await withStranger(async (pid) => {
      leave({ pid, origin, showSecret: 's' });
      expect(await becomeTheInstance(profile)).toEqual({ kind: 'silent', pid });
    });
    hung.closeAllConnections();
    hung.close();
  });
});

describe('a file left behind', () => {
  it('by a process that died is replaced', async () => {
    let died = 0;
    await withStranger((pid) => {
      died = pid;
      return Promise.resolve();
    });
    leave({ pid: died, origin: 'http://127.0.0.1:9', showSecret: 's' });
    await mine();
    expect(readFileSync(lockFile, 'utf8')).toContain(`"pid":${process.pid}`);
  });

  it('whose process number another program got is replaced', async () => {
    await withStranger(async (pid) => {
      leave({ pid, origin: 'http://127.0.0.1:9', showSecret: 's' });
      await mine();
    });
  });

  it.each(['', '{"pid":', '{"pid":"x"}', 'null'])(
    'with the content %j is replaced',
    async (text) => {
      leave(text);
      await mine();
    },
  );
});
