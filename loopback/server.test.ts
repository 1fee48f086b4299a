import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';

import { describe, expect, it } from 'vitest';

import {
  exchange,
  onShow,
  raw,
  send,
  server,
  sessions,
  useListeningServer,
} from './test-support/listening-server.ts';

useListeningServer();

describe('headers', () => {
  it('stand on every response, also on a refusal', async () => {
    const answers = [
      await send('GET', '/'),
      await send('GET', '/nothing.js'),
      await send('GET', '/', { host: 'evil.example' }),
      await exchange(sessions.issueLaunchToken()),
    ];
    for (const { headers } of answers) {
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'x-frame-options': 'DENY',
      });
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/);
      expect(headers['x-powered-by']).toBeUndefined();
    }
  });
});

describe('reach', () => {
  it('listens on 127.0.0.1 and nowhere else', async () => {
    const port = Number(new URL(server.origin).port);
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ address }) => address !== '127.0.0.1' && !address.startsWith('fe80'))
      .map(({ address }) => address);
    for (const address of [...others, '127.0.0.2', '::1']) {
      expect([address, await reaches(address, port)]).toEqual([address, false]);
    }
    expect(await reaches('127.0.0.1', port)).toBe(true);
  });

  it('shows itself to whoever holds the secret of the lock file, and gives nothing away', async () => {
    const headers = { origin: server.origin, authorization: 'Bearer show-secret' };
    expect((await send('POST', '/show', { ...headers, authorization: 'Bearer x' })).status).toBe(
      403,
    );
    expect((await send('POST', '/show', { origin: server.origin })).status).toBe(403);
    expect(
      (await send('POST', '/show', { ...headers, origin: 'https://evil.example' })).status,
    ).toBe(403);
    expect(onShow).not.toHaveBeenCalled();
    const answer = await send('POST', '/show', headers);
    expect([answer.status, answer.body, answer.headers['set-cookie']]).toEqual([
      204,
      '',
      undefined,
    ]);
    expect(onShow).toHaveBeenCalledOnce();
  });

  it('does not wait for ever on a slow sender', async () => {
    const started = Date.now();
    const { host } = new URL(server.origin);
    expect(await raw(`GET / HTTP/1.1\r\nHost: ${host}\r\nX-`, 15_000)).toMatch(/^HTTP\/1\.1 408/);
    expect(Date.now() - started).toBeLessThan(9_000);
  });
});

function reaches(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 500 });
    const end = (reached: boolean) => {
      socket.destroy();
      resolve(reached);
    };
    socket.on('connect', () => {
      end(true);
    });
    socket.on('error', () => {
      end(false);
    });
    socket.on('timeout', () => {
      end(false);
    });
  });
}
