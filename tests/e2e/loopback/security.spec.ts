import { once } from 'node:events';
import { createServer } from 'node:http';

import { expect, test } from '../support/loopback-app.ts';

test.use({ demo: false });

/** What a hostile page can try in the officer's own browser; each gives what it got. */
const ATTACK = (origin: string) => `
  const origin = ${JSON.stringify(origin)};
  const attempts = {
    async read() {
      return (await fetch(origin + '/', { credentials: 'include' })).status;
    },
    async readBlindly() {
      return (await fetch(origin + '/', { mode: 'no-cors', credentials: 'include' })).type;
    },
    async post() {
      const init = { method: 'POST', credentials: 'include', body: '{"token":"x"}' };
      return (await fetch(origin + '/session', { ...init, headers: { 'Content-Type': 'application/json' } })).status;
    },
    socket: () =>
      new Promise((resolve, reject) => {
        const socket = new WebSocket(origin.replace('http', 'ws') + '/workbench');
        socket.onopen = () => resolve('open');
        socket.onerror = () => reject(new Error('refused'));
      }),
    script: () =>
      new Promise((resolve, reject) => {
        const script = document.createElement('script');
        script.src = origin + '/index.html';
        script.onload = () => resolve('loaded');
        script.onerror = () => reject(new Error('refused'));
        document.head.append(script);
      }),
    frame: () =>
      new Promise((resolve, reject) => {
        const frame = document.createElement('iframe');
        frame.src = origin + '/';
        frame.onload = () => {
          try {
            // A refused frame shows the browser's own error page, which is as foreign as any other.
            resolve(frame.contentDocument === null ? 'foreign' : 'readable');
          } catch {
            resolve('foreign');
          }
        };
        document.body.append(frame);
      }),
    opener: () => {
      const opened = window.open(origin + '/');
      return Promise.resolve(opened === null ? 'blocked' : 'opened');
    },
  };
  window.attack = async (name) => {
    try {
      return String(await attempts[name]());
    } catch (error) {
      return 'refused';
    }
  };
`;

test('a page of another port in the same browser gets nothing', async ({ app, context }) => {
  const foreign = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(`<!doctype html><title>Foreign</title><script>${ATTACK(app.origin())}</script>`);
  }).listen(0, '127.0.0.1');
  await once(foreign, 'listening');
  const address = foreign.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  app.watch.expectProblem(new RegExp(`^request to http://127.0.0.1:${address.port}/$`));
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${address.port}/`);
  const attack = (name: string) => page.evaluate(`window.attack(${JSON.stringify(name)})`);
  for (const name of ['read', 'readBlindly', 'post', 'socket', 'script']) {
    expect([name, await attack(name)]).toEqual([name, 'refused']);
  }
  expect(await attack('frame')).toBe('foreign');
  for (const frame of page.frames().slice(1)) expect(frame.url()).not.toContain(app.origin());
  await page.close();
  foreign.closeAllConnections();
  foreign.close();
});

test('the token leaves the address, and a reload needs none', async ({ app }) => {
  await expect.poll(() => new URL(app.page.url()).hash).not.toContain('token');
  await app.page.reload();
  // The first screen asks for a name or a passphrase: it got its answer over the socket.
  await expect(app.page.getByRole('textbox').first()).toBeVisible();
});

test('no script reads the session', async ({ app, context }) => {
  await expect.poll(async () => (await context.cookies()).length).toBe(1);
  const [cookie] = await context.cookies();
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/', expires: -1 });
  expect(await app.page.evaluate('document.cookie')).toBe('');
});

test('an inline script and a foreign address are stopped by the policy', async ({ app }) => {
  app.watch.expectProblem(/policy violated: script-src-elem by inline/);
  app.watch.expectProblem(/policy violated: connect-src by https:\/\/example\.org/);
  app.watch.expectProblem(/violates the following Content Security Policy directive/);
  app.watch.expectProblem(/console error/);
  await app.page.evaluate(`
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.head.append(script);
  `);
  expect(await app.page.evaluate('window.ran')).toBeUndefined();
  expect(
    await app.page.evaluate(`fetch('https://example.org/').then(() => 'fetched', () => 'stopped')`),
  ).toBe('stopped');
});

test('a browser that never had a token is shown the page, and no data', async ({
  app,
  browser,
}) => {
  const stranger = await browser.newContext();
  const page = await stranger.newPage();
  const outcome = await page.goto(app.origin());
  expect(outcome?.status()).toBe(200);
  expect(
    await page.evaluate(`new Promise((resolve) => {
      const socket = new WebSocket('ws://' + location.host + '/workbench');
      socket.onopen = () => resolve('open');
      socket.onerror = () => resolve('refused');
    })`),
  ).toBe('refused');
  await stranger.close();
});
