import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import {
  createWorkbench,
  jsonLinesLog,
  noKeyStore,
  openLogFile,
  systemClock,
  systemEntropy,
} from '#workbench';

import type { LoopbackArguments } from './arguments.ts';
import { readArguments, USAGE } from './arguments.ts';
import { startHost } from './host.ts';
import { plainReason } from './start-error.ts';

/** Beside the bundle `out/loopback/main.js`. */
const RENDERER = join(import.meta.dirname, '../renderer');
const PACKAGE = join(import.meta.dirname, '../../package.json');

// A terminal that was closed, or a program that read along and ended: what is said there is lost, and nothing else.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function run(given: LoopbackArguments): Promise<void> {
  const host = await startHost({
    ...given,
    rendererDirectory: RENDERER,
    say,
    openWorkbench: async () => {
      const logFile = openLogFile(given.profileDirectory, 'loopback');
      const log = jsonLinesLog(logFile, systemClock);
      const workbench = await createWorkbench({
        clock: systemClock,
        entropy: systemEntropy,
        keyStore: noKeyStore,
        log,
        profileDirectory: given.profileDirectory,
        host: 'loopback',
        appVersion: appVersion(),
        demo: given.demo,
      });
      return {
        router: workbench.router,
        log,
        async close() {
          await workbench.close();
          await new Promise<void>((resolve) => logFile.end(resolve));
        },
      };
    },
  });
  if (host === null) return;

  const fail = failWith(given);
  const close = () => {
    host.close().catch(fail);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, close);
  process.on('uncaughtException', (error) => {
    fail(error);
    close();
  });
  if (process.stdin.isTTY) say('Press Enter for another window or address, Ctrl-C to end.');
  const lines = createInterface({ input: process.stdin }).on('line', () => {
    host.show();
  });
  await host.ended;
  lines.close();
  process.stdin.destroy();
}

function appVersion(): string {
  const { version } = JSON.parse(readFileSync(PACKAGE, 'utf8')) as { readonly version: string };
  return version;
}

/**
 * Tells one sentence where a person can put it right. Of a defect of ours it tells the kind and where
 * it arose, but not its text, which may quote what somebody typed.
 */
function failWith(given: LoopbackArguments): (error: unknown) => void {
  return (error) => {
    process.exitCode = 1;
    process.stderr.write(`${plainReason(error, given) ?? `Wijkwerk ends: ${defect(error)}`}\n`);
  };
}

function defect(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return `${error.name}\n${(error.stack ?? '').replace(error.message, '…')}`;
}

try {
  const given = readArguments(process.argv.slice(2));
  await run(given).catch(failWith(given));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}\n`);
  process.exitCode = 2;
}
