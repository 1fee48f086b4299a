import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

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

/** Starts the demo's centre, a process of its own on PGlite, and lets it invite the desk of this folder. */
export async function startDemoCentre(folder: string, desk: string): Promise<DemoCentre> {
  const child = spawn(process.execPath, [CENTRE, '--folder', folder, '--desk', desk], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const invitation = await waitFor(`${desk}.invitation.json`, () => {
    if (hasEnded()) throw new Error(`the centre ended\n${errors}`);
  });
  return {
    address: invitation.address,
    guest(login) {
      const found = invitation.guests.find((guest) => guest.login === login);
      if (found === undefined) throw new Error(`${login} is not invited`);
      return found;
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

async function waitFor(path: string, check: () => void): Promise<Invitation> {
  const until = Date.now() + LONGEST_START;
  while (Date.now() < until) {
    check();
    const text = await readFile(path, 'utf8').catch(() => undefined);
    if (text !== undefined) return JSON.parse(text) as Invitation;
    await pause(100);
  }
  throw new Error('the centre was not ready in time');
}
