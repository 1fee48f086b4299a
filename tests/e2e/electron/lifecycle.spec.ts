import { spawn } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';

import type { RunningElectron } from '../support/electron-app.ts';
import {
  createProfile,
  electronCommand,
  launchElectron,
  openNewWindow,
  removeProfile,
} from '../support/electron-app.ts';

/** The application as a set of processes: what happens when one starts, ends or dies. */

let profile: string;
test.beforeEach(async () => {
  profile = await createProfile();
});
test.afterEach(async () => {
  await removeProfile(profile);
});

/** Asks for a port as the page does. */
async function openPort(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const port = await new Promise<MessagePort | undefined>((resolve) => {
      window.addEventListener('message', (event: MessageEvent<{ type?: string }>) => {
        if (event.data.type === 'wijkwerk:port') resolve(event.ports[0]);
      });
      window.postMessage({ type: 'wijkwerk:want-port' }, window.location.origin);
    });
    if (!port) throw new Error('the answer carried no port');
    const closes = new Promise<void>((resolve) => {
      port.addEventListener('close', () => {
        resolve();
      });
    });
    port.start();
    Object.assign(window, { closes });
  });
}

/** Resolves when the workbench at the other end of the page's port is gone. */
function portCloses(page: Page): Promise<void> {
  return page.evaluate(() => Reflect.get(window, 'closes') as Promise<void>);
}

async function logged(event: string): Promise<number> {
  const log = await readFile(join(profile, 'log', 'electron.jsonl'), 'utf8');
  return log.split('\n').filter((line) => line.includes(`"event":"${event}"`)).length;
}

async function endWorkbench({ application }: RunningElectron): Promise<void> {
  await application.evaluate(({ app, dialog }) => {
    dialog.showMessageBox = (...shown: unknown[]) => {
      Object.assign(globalThis, { shown });
      return Promise.resolve({ response: 0, checkboxChecked: false });
    };
    const workbench = app.getAppMetrics().find(({ name }) => name === 'wijkwerk workbench');
    if (workbench === undefined) throw new Error('there is no workbench process');
    process.kill(workbench.pid, 'SIGKILL');
  });
}

test('the workbench is closed properly before the application ends', async () => {
  const running = await launchElectron(profile);
  await openPort(running.page);
  expect(await running.quit()).toBe(0);
  expect(await logged('workbench-started')).toBe(1);
  expect(await logged('workbench-closed')).toBe(1);
});

test('so it is when the last window closes', async () => {
  const running = await launchElectron(profile);
  await openPort(running.page);
  const ended = running.ended();
  await running.page.close();
  expect(await ended).toBe(0);
  expect(await logged('workbench-closed')).toBe(1);
});

test('and when it ends while a page still loads', async () => {
  const running = await launchElectron(profile);
  await openPort(running.page);
  const ended = running.ended();
  await running.application.evaluate(({ app, Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('new-window')?.click();
    app.quit();
  });
  expect(await ended).toBe(0);
  expect(await logged('workbench-closed')).toBe(1);
});

test('and when Ctrl-C reaches all its processes', async () => {
  test.skip(process.platform === 'win32', 'Windows has no process groups of this kind');
  const running = await launchElectron(profile);
  await openPort(running.page);
  const ended = running.ended();
  process.kill(-(running.application.process().pid ?? Number.NaN), 'SIGINT');
  await ended;
  expect(await logged('workbench-closed')).toBe(1);
});

test('a workbench that dies is started again, says so, and the page gets a new port', async () => {
  const running = await launchElectron(profile);
  await openPort(running.page);
  const closes = portCloses(running.page);
  await endWorkbench(running);
  await closes;
  await openPort(running.page);
  const shown = await running.application.evaluate(
    () => Reflect.get(globalThis, 'shown') as unknown,
  );
  expect(shown).toMatchObject([{ type: 'warning', message: expect.stringContaining('Wijkwerk') }]);
  expect(await logged('workbench-started')).toBe(2);
  expect(await running.quit()).toBe(0);
  expect(await logged('workbench-closed')).toBe(1);
});

test('two windows have a port each', async () => {
  const running = await launchElectron(profile);
  const second = await openNewWindow(running);
  await openPort(running.page);
  await openPort(second);
  await second.close();
  await openPort(running.page);
  expect(await running.quit()).toBe(0);
});

test('a second start on the same desk shows the first one and ends', async () => {
  const running = await launchElectron(profile);
  const { command, given } = electronCommand(profile);
  const code = await new Promise((resolve) => {
    spawn(command, given, { stdio: 'ignore' }).once('exit', resolve);
  });
  expect(code).toBe(0);
  expect(running.application.windows()).toHaveLength(1);
  expect(await running.quit()).toBe(0);
});

test('an option that makes no sense is refused in words', async () => {
  const { command, given } = electronCommand(profile);
  const child = spawn(command, [...given, '--profile='], { stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  // not 'exit': what it said may arrive after that
  expect(await new Promise((resolve) => child.once('close', resolve))).toBe(2);
  expect(errors).toContain('--profile needs a folder');
});

test('a folder of somebody else is refused in words and left as it is', async () => {
  await writeFile(join(profile, 'letter.txt'), 'Dear Ms Voorbeeld');
  const { command, given } = electronCommand(profile);
  const child = spawn(command, given, { stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  await expect.poll(() => errors).toContain('holds something else than a Wijkwerk desk');
  // the dialog waits for somebody to close it
  child.kill('SIGKILL');
  await ended;
  expect(await readdir(profile)).toEqual(['letter.txt']);
});

test('a window with something unkept closes only when the officer says so', async () => {
  const running = await launchElectron(profile);
  const { application, page } = running;
  await page.getByRole('main').click();
  await page.evaluate(() => {
    window.addEventListener('beforeunload', (event) => {
      event.preventDefault();
    });
  });
  const closeAnd = (choice: number): Promise<number> =>
    application.evaluate(async ({ BrowserWindow, dialog }, answer) => {
      let asked = 0;
      dialog.showMessageBoxSync = () => {
        asked += 1;
        return answer;
      };
      const [window] = BrowserWindow.getAllWindows();
      const settled = new Promise<void>((resolve) => {
        window?.once('closed', () => {
          resolve();
        });
        window?.webContents.once('will-prevent-unload', () => {
          setImmediate(resolve);
        });
      });
      window?.close();
      await settled;
      return asked;
    }, choice);
  expect(await closeAnd(0)).toBe(1);
  await expect(page.getByRole('main')).toBeVisible();
  const ended = running.ended();
  await closeAnd(1).catch(() => undefined);
  expect(await ended).toBe(0);
});
