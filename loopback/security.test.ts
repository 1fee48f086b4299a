import { describe, expect, it } from 'vitest';

import {
  exchange,
  raw,
  send,
  server,
  sessions,
  signIn,
  upgrade,
  useListeningServer,
} from './test-support/listening-server.ts';

useListeningServer();

describe('Host', () => {
  it.each(['evil.example', 'localhost', '127.0.0.1', '127.0.0.1:1', '127.0.0.1.evil.example'])(
    'refuses %j, as a rebound name would send it',
    async (name) => {
      const host = name === 'localhost' ? `localhost:${new URL(server.origin).port}` : name;
      const page = await send('GET', '/', { host });
      expect(page.status).toBe(403);
      expect(page.body).toBe('');
      expect((await exchange(sessions.issueLaunchToken(), { host })).status).toBe(403);
    },
  );

  it('refuses it on the upgrade too', async () => {
    const cookie = await signIn();
    const port = new URL(server.origin).port;
    const headers = { cookie, origin: server.origin, host: `evil.example:${port}` };
    expect((await upgrade(headers)).outcome).toBe(403);
  });

  it('refuses a second Host and a target with a host of its own', async () => {
    const { host } = new URL(server.origin);
    expect(await raw(`GET / HTTP/1.1\r\nHost: ${host}\r\nHost: evil.example\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 40[03]/,
    );
    expect(await raw(`GET http://evil.example/ HTTP/1.1\r\nHost: ${host}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 403/,
    );
    expect(await raw('GET / HTTP/1.1\r\nHost: \r\n\r\n')).toMatch(/^HTTP\/1\.1 403/);
    expect(await raw('GET / HTTP/1.1\r\n\r\n')).toMatch(/^HTTP\/1\.1 400/);
  });
});

describe('Origin', () => {
  const foreign = ['https://evil.example', 'null', 'http://127.0.0.1', 'http://127.0.0.1:1', ''];

  it.each(foreign)('refuses a POST from %j, and the token stays unused', async (origin) => {
    const token = sessions.issueLaunchToken();
    const refused = await exchange(token, { origin });
    expect(refused.status).toBe(403);
    expect(refused.headers['set-cookie']).toBeUndefined();
    expect((await exchange(token)).status).toBe(204);
  });

  it('refuses a POST without one', async () => {
    const body = JSON.stringify({ token: sessions.issueLaunchToken() });
    const answer = await send('POST', '/session', { 'content-type': 'application/json' }, body);
    expect(answer.status).toBe(403);
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND'])(
    'refuses %s without one',
    async (method) => {
      expect((await send(method, '/')).status).toBe(403);
      expect((await send(method, '/', { origin: server.origin })).status).toBe(404);
    },
  );

  it.each(foreign)('refuses an upgrade from %j with a good cookie', async (origin) => {
    const cookie = await signIn();
    expect((await upgrade({ cookie, origin })).outcome).toBe(403);
  });

  it('refuses an upgrade without one', async () => {
    expect((await upgrade({ cookie: await signIn() })).outcome).toBe(403);
  });

  it('refuses what a page of another port or site makes the browser fetch', async () => {
    for (const site of ['cross-site', 'same-site']) {
      expect((await send('GET', '/', { 'sec-fetch-site': site })).status).toBe(403);
    }
    expect((await send('GET', '/', { 'sec-fetch-site': 'none' })).status).toBe(200);
    expect((await send('GET', '/', { origin: 'https://evil.example' })).status).toBe(403);
  });

  it('sends no CORS header, whatever the request', async () => {
    const origin = 'https://evil.example';
    const preflight = { origin, 'access-control-request-method': 'POST' };
    const answers = [
      await send('GET', '/'),
      await send('GET', '/', { origin }),
      await send('OPTIONS', '/session', preflight),
      await send('OPTIONS', '/session', { ...preflight, origin: server.origin }),
      await exchange(sessions.issueLaunchToken()),
      await exchange('wrong'),
    ];
    for (const answer of answers) {
      const names = Object.keys(answer.headers).filter((name) => name.startsWith('access-control'));
      expect(names).toEqual([]);
    }
  });
});
