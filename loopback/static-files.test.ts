import { describe, expect, it } from 'vitest';

import { raw, send, server, useListeningServer } from './test-support/listening-server.ts';

useListeningServer();

describe('files', () => {
  it.each([
    '/../secret.js',
    '/assets/../../secret.js',
    '/%2e%2e/secret.js',
    '/assets/%2e%2e/%2e%2e/secret.js',
    '/..%2fsecret.js',
    '/..%5csecret.js',
    '/..\\secret.js',
    '/%252e%252e/secret.js',
    '/assets/....//....//secret.js',
    '//secret.js',
    '/assets//app.js',
    '/./assets/app.js',
    '/assets/link.js',
    '/up/secret.js',
    '/.hidden.js',
    '/assets/app.js.map',
    '/assets/app.js%00.html',
    '/assets/app.js/',
    '/assets/app.js/index.html',
    '/assets',
    '/assets/',
    '/nothing.js',
    `/${'a'.repeat(4000)}.js`,
    '/etc/passwd',
    'secret.js',
    '*',
  ])('does not serve %s', async (path) => {
    const { host } = new URL(server.origin);
    const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 40[034] /);
    expect(answer).not.toMatch(/secret|export|wijkwerk-server/);
  });

  it('serves with a fixed type', async () => {
    const script = await send('GET', '/assets/app.js?v=1');
    expect(script.status).toBe(200);
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
    const head = await send('HEAD', '/assets/app.js');
    expect([head.status, head.body, head.headers['content-length']]).toEqual([200, '', '10']);
  });

  it('puts a fresh nonce in page and policy', async () => {
    const nonces = new Set<string>();
    for (let time = 0; time < 2; time += 1) {
      const page = await send('GET', '/');
      const nonce = /nonce="([^"]+)"/.exec(page.body)?.[1] ?? '';
      expect(page.headers['content-security-policy']).toContain(`'nonce-${nonce}'`);
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(2);
  });
});
