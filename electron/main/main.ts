import { join } from 'node:path';

import type { Session } from 'electron';
import {
  app,
  dialog,
  Menu,
  MessageChannelMain,
  protocol,
  safeStorage,
  session,
  shell,
} from 'electron';
import { z } from 'zod';

import { appScheme, serveApp } from '../policies/app-protocol.ts';
import { silenceChromium } from '../policies/background-networking.ts';
import { restrictDownloads } from '../policies/downloads.ts';
import { createIpcRegistrar } from '../policies/ipc.ts';
import { refuseNavigation } from '../policies/navigation.ts';
import { cutOffNetwork, cutOffPeerConnections } from '../policies/network.ts';
import { refuseNewWindows } from '../policies/new-windows.ts';
import { denyPermissions } from '../policies/permissions.ts';
import { maySignInAt } from '../policies/sign-in-page.ts';
import { refuseWebviews } from '../policies/webview.ts';
import { prepareWindowDirectory, UnusableFolder } from './desk-folder.ts';
import { answerKeyStore } from './key-store.ts';
import { menuTemplate } from './menu.ts';
import type { HostOptions } from './options.ts';
import { InvalidOption, parseOptions } from './options.ts';
import { failureDetail, textsFor } from './texts.ts';
import { focusAnyWindow, openWindow } from './windows.ts';
import type { WorkbenchChild } from './workbench-child.ts';
import { startWorkbenchChild } from './workbench-child.ts';

const here = import.meta.dirname;
const files = {
  preload: join(here, 'preload', 'preload.cjs'),
  workbench: join(here, 'workbench-process.js'),
  renderer: join(here, '..', 'renderer'),
};

const options = readOptions();
if (options !== null) {
  app.enableSandbox();
  silenceChromium(app.commandLine);
  const obstacle = prepare(options);
  if (obstacle !== null) void app.whenReady().then(() => endFor(obstacle));
  else if (app.requestSingleInstanceLock()) run(options);
  else app.quit();
}

/** The code of what is wrong with the folder; null when it can be used. */
function prepare(hostOptions: HostOptions): string | null {
  try {
    prepareWindowDirectory(hostOptions);
    app.setPath('userData', hostOptions.windowDirectory);
    return null;
  } catch (error) {
    if (error instanceof UnusableFolder) return error.code;
    throw error;
  }
}

function readOptions(): HostOptions | null {
  try {
    return parseOptions(process.argv.slice(app.isPackaged ? 1 : 2), {
      applicationData: app.getPath('appData'),
      workingDirectory: process.cwd(),
    });
  } catch (error) {
    if (!(error instanceof InvalidOption)) throw error;
    process.stderr.write(`${error.message}\n`);
    app.exit(2);
    return null;
  }
}

function run(hostOptions: HostOptions): void {
  // A terminal that was closed: what is said there is lost, and is no defect to end at.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  protocol.registerSchemesAsPrivileged([appScheme]);

  app.on('session-created', (created) => void secureSession(created));
  app.on('web-contents-created', (_event, contents) => {
    refuseNavigation(contents);
    refuseWebviews(contents);
    refuseNewWindows(contents, (address) => void shell.openExternal(address));
    cutOffPeerConnections(contents);
  });
  app.on('window-all-closed', () => {
    app.quit();
  });
  process.on('uncaughtException', endAtDefect);
  process.on('unhandledRejection', endAtDefect);
  void app.whenReady().then(() => start(hostOptions));
}

async function start(hostOptions: HostOptions): Promise<void> {
  const texts = textsFor(app.getLocale());
  // the windows' session alone gets the pages, and only when it is cut off
  await secureSession(session.defaultSession);
  serveApp(session.defaultSession, files.renderer);

  const workbench = startWorkbenchChild({
    entry: files.workbench,
    start: {
      type: 'start',
      profileDirectory: hostOptions.profileDirectory,
      appVersion: app.getVersion(),
      demo: hostOptions.demo,
    },
    answerKeyStore: (request) => answerKeyStore(safeStorage, request),
    openSignInPage: (address) => {
      if (maySignInAt(address)) void shell.openExternal(address);
      else report('sign-in-page-refused', {});
    },
    onRestart: () => {
      void dialog.showMessageBox({
        type: 'warning',
        message: texts.restartedTitle,
        detail: texts.restartedDetail,
      });
    },
    onFailure: endFor,
  });
  closeBeforeQuitting(workbench);

  const ipc = createIpcRegistrar((channel) => {
    report('ipc-rejected', { channel });
  });
  ipc.handle('workbench:want-port', z.strictObject({ version: z.literal(1) }), async (_, event) => {
    const { port1, port2 } = new MessageChannelMain();
    await workbench.connect(port1);
    event.senderFrame?.postMessage('workbench-port', null, [port2]);
  });

  const open = () => {
    openWindow(
      files.preload,
      texts,
      (window) => {
        ipc.trust(window.webContents);
      },
      (reason) => {
        report('page-not-loaded', { reason: String(reason) });
      },
    );
  };
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(texts, process.platform, open)));
  app.on('second-instance', () => {
    if (!focusAnyWindow()) open();
  });
  open();
}

/** What the main process has to say: never about the trade, which it knows nothing of. */
function report(event: string, facts: Readonly<Record<string, string>>): void {
  process.stderr.write(`${JSON.stringify({ level: 'warn', event, ...facts })}\n`);
}

/** Says why at the terminal in English and in a dialog in the user's language, and ends. */
function endFor(code: string): void {
  process.stderr.write(`${failureDetail(textsFor('en'), code)}\n`);
  const texts = textsFor(app.getLocale());
  dialog.showErrorBox(texts.failedTitle, failureDetail(texts, code));
  app.exit(1);
}

/** A defect is told once, and the desk's file is still closed properly. */
function endAtDefect(error: unknown): void {
  report('defect', { trace: error instanceof Error ? (error.stack ?? error.name) : 'no error' });
  const texts = textsFor(app.getLocale());
  dialog.showErrorBox(texts.defectTitle, texts.defectDetail);
  app.quit();
}

/** What holds for every session, whoever makes it. Doing it twice changes nothing. */
async function secureSession(created: Session): Promise<void> {
  denyPermissions(created);
  restrictDownloads(created);
  await cutOffNetwork(created, { developerTools: !app.isPackaged });
}

/** The desk's file is closed properly before the application ends: anything else is noticed as unclean. */
function closeBeforeQuitting(workbench: WorkbenchChild): void {
  let state: 'open' | 'closing' | 'closed' = 'open';
  app.on('will-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'closing';
    void workbench.close().finally(() => {
      state = 'closed';
      app.quit();
    });
  });
}
