import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { noKeyStore } from '#workbench';

import { unwrapKey } from '../../../workbench/store/key-file.ts';
import { startLoopbackProcess } from '../../e2e/support/loopback-process.ts';
import { fileOfDesk, PASSPHRASE } from '../desk/build-desk.ts';
import type { Outcome } from '../measure.ts';
import { SELECT_CONTACTS } from '../measures/contact-sql.ts';
import type { Figure } from '../report.ts';
import { spreadOf } from '../statistics.ts';
import { connectToHost } from './connect-to-host.ts';

/** The start takes this part of what a start may take in all; without the officer's typing. */
const AIM = 1_500;
const PAGE = 100;
const RUNS = 9;

const HOST = join(import.meta.dirname, '../../../out/loopback/main.js');

/** Whether there is a host to start: `npm run build` makes it. */
export function isBuilt(): boolean {
  return existsSync(HOST);
}

interface StartTimes {
  readonly screen: number;
  readonly unlock: number;
  readonly list: number;
}

/**
 * Starts the built loopback host on a desk that nobody has open, again and again: from the start of the
 * process to the state of the desk over its WebSocket, then the unlocking, then the first list.
 */
export async function measureStart(
  directory: string,
  turns: number,
): Promise<{ readonly outcomes: readonly Outcome[]; readonly figures: readonly Figure[] }> {
  const runs = Math.min(RUNS, turns);
  const started: StartTimes[] = [];
  const bare: number[] = [];
  const stretching: number[] = [];
  let memory = 0;
  await startOnce(directory);
  for (let run = 0; run < runs; run += 1) {
    const { times, residentMegabytes } = await startOnce(directory);
    started.push(times);
    memory = Math.max(memory, residentMegabytes);
    bare.push(await startBare(directory));
    stretching.push(await stretchOnce(directory));
  }
  const outcome = (
    name: string,
    aim: number | null,
    values: readonly number[],
    plain: readonly number[] | null,
  ): Outcome => {
    const ours = spreadOf(values);
    const spread = plain ? spreadOf(plain) : null;
    const ratio = spread ? ours.p50 / spread.p50 : null;
    return { name, aim, ours, bare: spread, ratio };
  };
  return {
    outcomes: [
      outcome(
        'start: process to the locked screen',
        AIM,
        started.map(({ screen }) => screen),
        null,
      ),
      outcome(
        'start: unlock, against stretching the passphrase',
        AIM,
        started.map(({ unlock }) => unlock),
        stretching,
      ),
      outcome(
        'start: first list after unlocking',
        50,
        started.map(({ list }) => list),
        null,
      ),
      outcome(
        'start: all of it',
        AIM,
        started.map(({ screen, unlock, list }) => screen + unlock + list),
        bare.map((milliseconds, run) => milliseconds + (stretching[run] ?? 0)),
      ),
    ],
    figures:
      memory === 0
        ? []
        : [{ name: 'memory of the host after the first list', value: memory, unit: 'MB' }],
  };
}

async function startOnce(
  directory: string,
): Promise<{ readonly times: StartTimes; readonly residentMegabytes: number }> {
  const from = performance.now();
  const host = await startLoopbackProcess(directory, { demo: false });
  try {
    const { client, close } = await connectToHost(await host.launchAddress());
    const { profiles } = await client.desk.state();
    const screen = performance.now();
    await client.desk.unlock({ profileId: profiles[0]?.id ?? '', passphrase: PASSPHRASE });
    const unlocked = performance.now();
    await client.contacts.list({ filter: {}, cursor: null, limit: PAGE });
    const listed = performance.now();
    const residentMegabytes = residentMegabytesOf(host.pid);
    await close();
    return {
      times: { screen: screen - from, unlock: unlocked - screen, list: listed - unlocked },
      residentMegabytes,
    };
  } finally {
    await host.stop();
  }
}

async function startBare(directory: string): Promise<number> {
  const { path, key } = await fileOfDesk(directory);
  const sql = `${SELECT_CONTACTS} order by contact.row_id desc limit ${PAGE}`;
  const from = performance.now();
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'bare-start-process.ts'), path, sql],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  child.stdin.end(Buffer.from(key).toString('hex'));
  await once(child.stdout, 'data');
  const took = performance.now() - from;
  if (child.exitCode === null) await once(child, 'exit');
  return took;
}

/** How long the passphrase alone takes, which is meant to be long. */
async function stretchOnce(directory: string): Promise<number> {
  const { identity } = await fileOfDesk(directory);
  const from = performance.now();
  await unwrapKey(identity.key, PASSPHRASE, identity.profileId, noKeyStore);
  return performance.now() - from;
}

/** What a process holds in memory; 0 where the system does not tell. */
function residentMegabytesOf(pid: number): number {
  const status = `/proc/${pid}/status`;
  if (!existsSync(status)) return 0;
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(status, 'utf8'))?.[1] ?? 0;
  return Math.round(Number(kilobytes) / 1024);
}
