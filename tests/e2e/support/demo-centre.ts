import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { freePort } from '../../central/postgres-server.ts';

const CENTRE = join(import.meta.dirname, '../../../scripts/demo-centre/main.ts');
const LONGEST_START = 240_000;

export interface DemoCentre {
  readonly address: string;
  /** What an officer of the demo needs to make one more desk known. */
  guest(login: string): {
    readonly officerId: string;
    readonly password: string;
    readonly code: string;
  };
  /** As a machine that loses its line does: it answers nothing any more. */
  stop(): Promise<void>;
}

/**
 * Fills the demo's centre once and ends it: that takes longer than most tests.
 *
 * @returns the folder, to be copied.
 */
export async function fillDemoCentre(folder: string): Promise<string> {
  const centre = startProcess(['--folder', folder]);
  await waitFor(join(folder, 'complete.json'), centre.check);
  await centre.stop();
  return folder;
}

/** Starts a copy of a filled centre, a process of its own on PGlite, and lets it invite the desk of this folder. */
export async function startDemoCentre(
  filled: string,
  folder: string,
  desk: string,
): Promise<DemoCentre> {
  await cp(filled, folder, { recursive: true });
  await writeFile(join(folder, 'complete.json'), JSON.stringify({ port: await freePort() }));
  const centre = startProcess(['--folder', folder, '--desk', desk]);
  const text = await waitFor(`${desk}.invitation.json`, centre.check);
  const invitation = JSON.parse(text) as Invitation;
  return {
    address: invitation.address,
    guest(login) {
      const found = invitation.guests.find((guest) => guest.login === login);
      if (found === undefined) throw new Error(`${login} is not invited`);
      return found;
    },
    stop: centre.stop,
  };
}

function startProcess(options: readonly string[]) {
  const child = spawn(process.execPath, [CENTRE, ...options], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  return {
    /** Fails when it has ended. */
    check() {
      if (hasEnded()) throw new Error(`the centre ended\n${errors}`);
    },
    async stop() {
      if (hasEnded()) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const limit = setTimeout(() => child.kill('SIGKILL'), 20_000);
      await ended;
      clearTimeout(limit);
    },
  };
}

interface Invitation {
  readonly address: string;
  readonly guests: readonly (ReturnType<DemoCentre['guest']> & { readonly login: string })[];
}

async function waitFor(path: string, check: () => void): Promise<string> {
  const until = Date.now() + LONGEST_START;
  while (Date.now() < until) {
    check();
    const text = await readFile(path, 'utf8').catch(() => undefined);
    if (text !== undefined) return text;
    await pause(100);
  }
  throw new Error('the centre was not ready in time');
}
