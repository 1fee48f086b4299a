import { execFile, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { os } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';

import { NotADeskError } from '#workbench';

import type { Host, HostOptions } from './host.ts';
import { startHost } from './host.ts';
import { findBrowser } from './launch-browser.ts';

/** What a page does on entering, and one call; in plain JavaScript, as it is served. */
const PAGE_SCRIPT = `
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  history.replaceState(null, '', location.pathname);
  document.addEventListener('securitypolicyviolation', () => report('violation'));
  const answer = await fetch('/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  const socket = new WebSocket('ws://' + location.host + '/workbench');
  const report = (text) =>
    socket.send(JSON.stringify({ i: '1', p: { u: '/report', b: { json: text } } }));
  socket.onopen = () => report('session ' + answer.status + ' fragment ' + location.hash.length);
`;

let folder: string;
let hosts: Host[];
const lines: string[] = [];
const reports: string[] = [];
const closed = vi.fn(() => Promise.resolve());

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wijkwerk-host-'));
  mkdirSync(join(folder, 'page'));
  writeFileSync(
    join(folder, 'page/index.html'),
    '<!doctype html><title>Page</title><script type="module" src="/page.js"></script>',
  );
  writeFileSync(join(folder, 'page/page.js'), PAGE_SCRIPT);
  hosts = [];
  lines.length = 0;
  reports.length = 0;
  vi.clearAllMocks();
});
afterEach(async () => {
  for (const host of hosts) await host.close();
  rmSync(folder, { recursive: true });
});

async function start(options: Partial<HostOptions> = {}): Promise<Host | null> {
  const host = await startHost({
    profileDirectory: join(folder, 'profile'),
    rendererDirectory: join(folder, 'page'),
    port: 0,
    browser: false,
    linger: 60_000,
    say: (line) => void lines.push(line),
    openWorkbench: () =>
      Promise.resolve({
        router: {
          report: os.input(z.string()).handler(({ input }) => {
            reports.push(input);
          }),
        },
        log: { warn: () => undefined, error: () => undefined },
        close: closed,
      }),
    ...options,
  });
  if (host) hosts.push(host);
  return host;
}

const printedAddress = /^ {2}http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}$/;

describe('the host', () => {
  it('without a browser prints an address, and a new one each time', async () => {
    const host = await start();
    host?.show();
    const addresses = lines.filter((line) => printedAddress.test(line));
    expect(new Set(addresses).size).toBe(2);
  });

  it('is one per profile: the second start makes the first show itself', async () => {
    await start();
    const before = lines.length;
    // In a process of its own, as the lock holds the number of a process.
    const { stdout } = await promisify(execFile)(process.execPath, [
      join(import.meta.dirname, 'main.ts'),
      '--profile',
      join(folder, 'profile'),
    ]);
    expect(stdout).toBe(
      `Wijkwerk is already running with this profile (process ${process.pid}); ` +
        'it prints an address in its own terminal.\n',
    );
    expect(lines.slice(before).some((line) => printedAddress.test(line))).toBe(true);
  });

  it('leaves nothing behind: the workbench closed, the lock gone, once', async () => {
    const host = await start();
    await Promise.all([host?.close(), host?.close(), host?.ended]);
    expect(closed).toHaveBeenCalledOnce();
    expect(readdirSync(join(folder, 'profile'))).toEqual([]);
  });

  it('lets go of everything when the desk cannot be opened', async () => {
    const openWorkbench = () => Promise.reject(new Error('no desk'));
    await expect(start({ openWorkbench })).rejects.toThrow('no desk');
    expect(readdirSync(join(folder, 'profile'))).toEqual([]);
    await expect(start()).resolves.not.toBeNull();
  });
});

describe('a start that cannot be', () => {
  it('lets go of everything when the port is taken', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const address = holder.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    await expect(start({ port })).rejects.toMatchObject({ code: 'EADDRINUSE', syscall: 'listen' });
    expect(closed).toHaveBeenCalledOnce();
    expect(readdirSync(join(folder, 'profile'))).toEqual([]);
    holder.close();
  });

  it('leaves a folder of somebody else as it is', async () => {
    await expect(start({ profileDirectory: join(folder, 'page') })).rejects.toThrow(NotADeskError);
    expect(readdirSync(join(folder, 'page')).sort()).toEqual(['index.html', 'page.js']);
  });
});

const chromium = findBrowser();
describe.skipIf(chromium === null || process.platform === 'win32')('with a real browser', () => {
  const root = process.getuid?.() === 0;
  const extraBrowserArguments = ['--headless=new', ...(root ? ['--no-sandbox'] : [])];

  it('opens a window that gets in, without a policy violation, and ends it without a trace', async () => {
    const before = browserProfiles();
    const host = await start({ browser: true, extraBrowserArguments });
    await vi.waitFor(() => expect(reports).toEqual(['session 204 fragment 0']), {
      timeout: 60_000,
    });
    const profile = browserProfiles().find((name) => !before.includes(name)) ?? 'none';
    expect(processesWith(profile)).not.toEqual([]);
    await host?.close();
    expect(browserProfiles()).not.toContain(profile);
    expect(processesWith(profile)).toEqual([]);
  });

  it('ends by itself after the last window has gone', async () => {
    const before = browserProfiles();
    // A busy machine takes its time until the first window is there; before, the host would end as well.
    const host = await start({ browser: true, extraBrowserArguments, linger: 15_000 });
    await vi.waitFor(() => expect(reports).toHaveLength(1), { timeout: 60_000 });
    const profile = browserProfiles().find((name) => !before.includes(name)) ?? 'none';
    const [pid] = processesWith(profile).map(Number);
    expect(pid).toBeDefined();
    process.kill(pid ?? 0, 'SIGTERM');
    await host?.ended;
    expect(closed).toHaveBeenCalledOnce();
  });

  it.skipIf(!root)('says an address when the browser does not start, as for root', async () => {
    await start({ browser: true, extraBrowserArguments: ['--headless=new'] });
    await vi.waitFor(() => expect(lines.some((line) => printedAddress.test(line))).toBe(true), {
      timeout: 60_000,
    });
  });
});

function browserProfiles(): readonly string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith('wijkwerk-browser-'));
}

/** Numbers of the running processes whose command line holds this text. */
function processesWith(text: string): readonly string[] {
  if (!existsSync('/proc/self/cmdline')) {
    return execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' })
      .split('\n')
      .filter((line) => line.includes(text))
      .map((line) => line.trim().split(' ')[0] ?? '');
  }
  return readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      return readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(text);
    } catch {
      // It ended while we were looking.
      return false;
    }
  });
}
