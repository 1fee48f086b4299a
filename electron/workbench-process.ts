import type { WriteStream } from 'node:fs';

import { RPCHandler } from '@orpc/server/message-port';
import type { MessagePortMain } from 'electron';

import type { Log, Workbench } from '#workbench';
import {
  createWorkbench,
  DeskInUseError,
  jsonLinesLog,
  NotADeskError,
  openLogFile,
  systemClock,
  systemEntropy,
} from '#workbench';

import type { FromWorkbench, ToWorkbench } from './host-messages.ts';
import { DESK_IN_USE, NOT_A_DESK, toWorkbenchSchema } from './host-messages.ts';
import { createRemoteKeyStore } from './remote-key-store.ts';

/*
 * The workbench's own process: Node, without a window and without Electron's main process in between.
 * Pages speak to it by a port each.
 */

interface Running {
  readonly workbench: Workbench;
  readonly log: Log;
  readonly logFile: WriteStream;
}

const keyStore = createRemoteKeyStore((id, request) => {
  tell({ type: 'key-store', id, request });
});
let running: Promise<Running> | null = null;

// Ctrl-C reaches every process of the terminal; the main process decides when this one closes
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);

process.parentPort.on('message', (event) => {
  const message = toWorkbenchSchema.parse(event.data);
  switch (message.type) {
    case 'start':
      running = start(message);
      running.then(
        () => {
          tell({ type: 'ready' });
        },
        (error: unknown) => {
          tell({ type: 'failed', code: codeOf(error) });
        },
      );
      break;
    case 'page':
      void connect(event.ports[0]);
      break;
    case 'close':
      void close();
      break;
    case 'key-store-answer':
      keyStore.answered(message.id, message.answer);
      break;
  }
});
tell({ type: 'waiting' });

function tell(message: FromWorkbench): void {
  process.parentPort.postMessage(message);
}

async function start(options: Extract<ToWorkbench, { type: 'start' }>): Promise<Running> {
  const logFile = openLogFile(options.profileDirectory, 'electron');
  const log = jsonLinesLog(logFile, systemClock);
  const workbench = await createWorkbench({
    clock: systemClock,
    entropy: systemEntropy,
    keyStore,
    log,
    profileDirectory: options.profileDirectory,
    host: 'electron',
    appVersion: options.appVersion,
    demo: options.demo,
    openSignInPage: (address) => {
      tell({ type: 'sign-in-page', address });
    },
  });
  log.info('workbench-started');
  return { workbench, log, logFile };
}

async function connect(port: MessagePortMain | undefined): Promise<void> {
  if (running === null || port === undefined) throw new Error('a page before the start');
  const { workbench } = await running;
  new RPCHandler(workbench.router).upgrade(port);
  port.start();
}

/** Ends the process when everything is written; a failure to close ends it as well, with its own code. */
async function close(): Promise<void> {
  if (running !== null) {
    const { workbench, log, logFile } = await running;
    await workbench.close();
    log.info('workbench-closed');
    await new Promise<void>((resolve) => logFile.end(resolve));
  }
  process.exit(0);
}

function codeOf(error: unknown): string {
  if (error instanceof DeskInUseError) return DESK_IN_USE;
  if (error instanceof NotADeskError) return NOT_A_DESK;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[\w.-]{1,60}$/.test(code) ? code : 'UNEXPECTED';
}
