import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';

import { useListenedWindow } from '../support/listened-window.ts';
import type { Listener } from '../support/listener.ts';

/*
 * That no window reaches the network, tried in the running application by everything that a page knows.
 */

const current = useListenedWindow();

test('nothing that a page can start reaches the network', async () => {
  const { page, listener } = current();
  expect(await startRequests(page, listener)).toMatchObject({ fetch: 'refused' });
  await page.waitForTimeout(1_000);
  expect(listener.heard()).toEqual([]);
});

test('not even without the content security policy', async () => {
  const { page, listener } = current();
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setBypassCSP', { enabled: true });
  await page.reload();
  expect(await startRequests(page, listener)).toMatchObject({ fetch: 'refused' });
  await page.waitForTimeout(1_000);
  expect(listener.heard()).toEqual([]);
  await session.send('Page.setBypassCSP', { enabled: false });
  await session.detach();
  await page.reload();
});

test('not even for a window of another session, opened by the main process', async () => {
  const { application, listener } = current();
  const outcome = await application.evaluate(async ({ BrowserWindow }, address) => {
    const window = new BrowserWindow({
      show: false,
      webPreferences: { partition: 'elsewhere' },
    });
    const loaded = await window.loadURL(address).then(
      () => 'loaded',
      (error: unknown) => String(error),
    );
    window.destroy();
    return loaded;
  }, listener.http);
  expect(outcome).toContain('ERR_BLOCKED_BY_CLIENT');
  expect(listener.heard()).toEqual([]);
});

test('the listener of these tests does hear', async () => {
  const { listener } = current();
  await fetch(listener.http);
  expect(listener.heard()).toContain('tcp');
});

/** Everything a page knows to reach another machine with; says how the plainest of it ended. */
function startRequests(target: Page, to: Listener): Promise<{ fetch: string }> {
  return target.evaluate(
    async ({ http, port }) => {
      const quietly = (attempt: () => unknown) => {
        try {
          attempt();
        } catch {
          // refused at once is as good as refused later
        }
      };
      const append = (name: string, attributes: Record<string, string>) => {
        const element = document.createElement(name);
        for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
        document.head.append(element);
      };
      quietly(() => new WebSocket(`ws://127.0.0.1:${port}/`));
      quietly(() => new EventSource(http));
      quietly(() => navigator.sendBeacon(http, 'x'));
      quietly(() => {
        const request = new XMLHttpRequest();
        request.open('POST', http);
        request.send('x');
      });
      quietly(() => new Worker(http));
      append('img', { src: http });
      append('script', { src: http });
      append('link', { rel: 'stylesheet', href: http });
      append('link', { rel: 'preload', as: 'fetch', href: http });
      append('link', { rel: 'prefetch', href: http });
      append('link', { rel: 'preconnect', href: http });
      append('link', { rel: 'icon', href: `${http}icon.png` });
      append('object', { data: http });
      append('video', { src: http });
      quietly(() => {
        const servers = [
          { urls: `stun:127.0.0.1:${port}` },
          { urls: `turn:127.0.0.1:${port}?transport=udp`, username: 'x', credential: 'x' },
          { urls: `turn:127.0.0.1:${port}?transport=tcp`, username: 'x', credential: 'x' },
        ];
        const connection = new RTCPeerConnection({ iceServers: servers });
        connection.createDataChannel('x');
        void connection.createOffer().then((offer) => connection.setLocalDescription(offer));
      });
      return {
        fetch: await fetch(http).then(
          () => 'answered',
          () => 'refused',
        ),
      };
    },
    { http: to.http, port: to.port },
  );
}
