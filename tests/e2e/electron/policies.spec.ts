import { readFile, readlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { openNewWindow } from '../support/electron-app.ts';
import { useListenedWindow } from '../support/listened-window.ts';

/*
 * What security.md promises of a window, tried in the running application: each test does what an
 * injected script or a foreign window would do, and looks whether it got anywhere.
 */

const current = useListenedWindow();

test('the page is sandboxed, isolated and without Node', async () => {
  const { application, page } = current();
  const globals = ['process', 'require', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron'];
  expect(await page.evaluate((names) => names.filter((name) => name in window), globals)).toEqual(
    [],
  );
  const processId = await application.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
  );
  if (process.platform === 'linux') {
    // 2: the system filters what the process may ask of it
    expect(await readFile(`/proc/${processId}/status`, 'utf8')).toMatch(/^Seccomp:\s+2$/m);
    // and it sees no other process and no network
    const mainId = application.process().pid ?? 0;
    for (const space of ['pid', 'net', 'user']) {
      const of = (id: number) => readlink(`/proc/${id}/ns/${space}`).catch(() => 'hidden');
      expect(await of(processId)).not.toBe(await of(mainId));
    }
  }
});

test('the page comes with its policy, obeys it, and an injected script does not run', async () => {
  const { page } = current();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) complaints.push(message.text());
  });
  await page.reload();
  await page.waitForLoadState();
  expect(complaints).toEqual([]);

  const policy = await page.evaluate(async () => {
    const response = await fetch('wijkwerk://app/index.html');
    return response.headers.get('Content-Security-Policy') ?? '';
  });
  expect(policy).toContain(`default-src 'none'`);
  expect(policy).toContain(`script-src 'self';`);

  const outcome = await page.evaluate(async () => {
    const violation = new Promise<string>((resolve) => {
      document.addEventListener('securitypolicyviolation', (event) => {
        resolve(event.effectiveDirective);
      });
    });
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    document.head.append(script);
    return { violated: await violation, injected: 'injected' in window };
  });
  expect(outcome).toEqual({ violated: 'script-src-elem', injected: false });
});

test('a page stays where it is', async () => {
  const { page, listener } = current();
  const before = page.url();
  for (const address of [listener.http, 'wijkwerk://other/index.html', 'file:///etc/hostname']) {
    await page.evaluate((target) => {
      window.location.href = target;
    }, address);
    await page.waitForTimeout(200);
    expect(page.url()).toBe(before);
  }
  const back = page.waitForEvent('framenavigated', (frame) => frame.url() === before);
  await page.evaluate(() => {
    window.location.href = 'about:blank';
  });
  await back;
  await page.waitForLoadState();

  const framed = await page.evaluate(async (address) => {
    const frame = document.createElement('iframe');
    frame.src = address;
    document.body.append(frame);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const { length } = window;
    frame.remove();
    return length;
  }, listener.http);
  expect(framed).toBe(1);
  expect(listener.heard()).toEqual([]);
});

test('a page opens no window and sends nobody away', async () => {
  const { application, page, listener } = current();
  await application.evaluate(({ shell }) => {
    Object.assign(globalThis, { sentAway: [] });
    shell.openExternal = (address) => {
      Reflect.get(globalThis, 'sentAway').push(address);
      return Promise.resolve();
    };
  });
  const opened = await page.evaluate((address) => {
    const link = document.createElement('a');
    link.href = address;
    link.target = '_blank';
    document.body.append(link);
    link.click();
    link.remove();
    return ['https://example.org/', 'file:///etc/hostname', 'wijkwerk://app/index.html', ''].map(
      (target) => window.open(target) === null,
    );
  }, listener.http);
  expect(opened).toEqual([true, true, true, true]);
  await page.waitForTimeout(300);
  expect(
    await application.evaluate(({ BrowserWindow }) => ({
      windows: BrowserWindow.getAllWindows().length,
      sentAway: Reflect.get(globalThis, 'sentAway') as unknown,
    })),
  ).toEqual({ windows: 1, sentAway: [] });
});

test('a webview stays an unknown element', async () => {
  const { page, listener } = current();
  const inert = await page.evaluate(async (address) => {
    const element = document.createElement('webview');
    element.setAttribute('src', address);
    document.body.append(element);
    await new Promise((resolve) => setTimeout(resolve, 300));
    element.remove();
    return !('getWebContentsId' in element);
  }, listener.http);
  expect(inert).toBe(true);
  expect(listener.heard()).toEqual([]);
});

test('every permission is denied', async () => {
  const { page } = current();
  const states = await page.evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'clipboard-read',
      'midi',
    ];
    return await Promise.all(
      names.map(async (name) => {
        const status = await navigator.permissions.query({ name: name as PermissionName });
        return `${name}: ${status.state}`;
      }),
    );
  });
  expect(states.filter((state) => !state.endsWith(': denied'))).toEqual([]);

  const outcomes = await page.evaluate(async () => {
    const outcome = (attempt: Promise<unknown>) =>
      attempt.then(
        () => 'allowed',
        () => 'refused',
      );
    return {
      notification: await Notification.requestPermission(),
      place: await outcome(
        new Promise((resolve, reject) => {
          navigator.geolocation.getCurrentPosition(resolve, reject);
        }),
      ),
      camera: await outcome(navigator.mediaDevices.getUserMedia({ video: true })),
      clipboard: await outcome(navigator.clipboard.readText()),
    };
  });
  expect(outcomes).toEqual({
    notification: 'denied',
    place: 'refused',
    camera: 'refused',
    clipboard: 'refused',
  });
});

test('the protocol serves the page and nothing beside it', async () => {
  const { page } = current();
  const answers = await page.evaluate(async () => {
    const paths = [
      '/../package.json',
      '/../electron/main.js',
      '/%2e%2e/package.json',
      '/..%2fpackage.json',
      '/..%5c..%5cpackage.json',
      '/assets/../../package.json',
      '//etc/hostname',
      '/index.html%00.js',
      '/missing.js',
    ];
    return await Promise.all(
      paths.map(async (path) => {
        const response = await fetch(`wijkwerk://app${path}`);
        return `${path} ${response.status} ${(await response.text()).length}`;
      }),
    );
  });
  expect(answers.filter((answer) => !answer.endsWith(' 404 0'))).toEqual([]);
});

test('a message is taken from our own window and in its agreed form only', async () => {
  const { running, application } = current();
  const preload = join(running.profile, 'try-ipc.cjs');
  await writeFile(
    preload,
    `const { contextBridge, ipcRenderer } = require('electron');
     const hasNode = () => { try { require('node:fs'); return true; } catch { return false; } };
     // throws in a window that is not isolated
     contextBridge.exposeInMainWorld('preloadHasNode', hasNode());
     contextBridge.exposeInMainWorld('tryIpc', (...payload) =>
       ipcRenderer.invoke('workbench:want-port', ...payload).then(() => 'taken', (error) => error.message));`,
  );
  const foreign = await application.evaluate(async ({ BrowserWindow }, preloadFile) => {
    const window = new BrowserWindow({ show: false, webPreferences: { preload: preloadFile } });
    await window.loadURL('wijkwerk://app/index.html');
    const answer: unknown = await window.webContents.executeJavaScript('tryIpc({ version: 1 })');
    window.destroy();
    return answer;
  }, preload);
  expect(foreign).toContain('message on workbench:want-port rejected: sender');

  await application.evaluate(({ session }, preloadFile) => {
    const { defaultSession } = session;
    if ('registerPreloadScript' in defaultSession) {
      defaultSession.registerPreloadScript({ type: 'frame', filePath: preloadFile });
    } else {
      Reflect.apply(Reflect.get(defaultSession, 'setPreloads'), defaultSession, [[preloadFile]]);
    }
  }, preload);
  const ours = await openNewWindow(running);
  const answers = await ours.evaluate(async () => {
    const tryIpc = Reflect.get(window, 'tryIpc') as (...payload: unknown[]) => Promise<string>;
    return {
      agreed: await tryIpc({ version: 1 }),
      malformed: [
        await tryIpc(),
        await tryIpc({ version: 2 }),
        await tryIpc({ version: 1, path: '/etc/passwd' }),
        await tryIpc({ version: 1 }, 'more'),
        await tryIpc('version'),
      ],
    };
  });
  expect(await ours.evaluate(() => Reflect.get(window, 'preloadHasNode') as unknown)).toBe(false);
  expect(answers.agreed).toBe('taken');
  for (const answer of answers.malformed) expect(answer).toContain('rejected: schema');
  await ours.close();
  // what a process wrote arrives here a little later than its answer
  await expect.poll(() => running.errorOutput()).toContain('ipc-rejected');
});

test('only what the page made can be saved', async () => {
  const { running, application, page } = current();
  const target = join(running.profile, 'saved.txt');
  await application.evaluate(({ session }, path) => {
    Object.assign(globalThis, { downloads: [] });
    session.defaultSession.on('will-download', (event, item) => {
      Reflect.get(globalThis, 'downloads').push({
        from: item.getURL().slice(0, 9),
        refused: event.defaultPrevented,
      });
      item.setSavePath(path);
    });
  }, target);
  await page.evaluate(() => {
    const save = (href: string) => {
      const link = document.createElement('a');
      link.href = href;
      link.download = 'saved.txt';
      link.click();
    };
    save('data:text/plain,from-elsewhere');
    save(URL.createObjectURL(new Blob(['made by the page'])));
  });
  const downloads = () =>
    application.evaluate(() => Reflect.get(globalThis, 'downloads') as { from: string }[]);
  // the two travel different ways: either may come first
  await expect
    .poll(async () => (await downloads()).toSorted((a, b) => a.from.localeCompare(b.from)))
    .toEqual([
      { from: 'blob:wijk', refused: false },
      { from: 'data:text', refused: true },
    ]);
  await expect.poll(() => readFile(target, 'utf8').catch(() => null)).toBe('made by the page');
});
