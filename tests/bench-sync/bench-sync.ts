import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { busyness, machineOf } from '../bench/report.ts';
import { startPostgres } from '../central/postgres-server.ts';
import { type Part, readSyncArguments, type SyncBenchArguments, USAGE } from './arguments.ts';
import type { SyncBench } from './context.ts';
import { makeDeskFiles } from './desk-files.ts';
import { measurePeers } from './peers.ts';
import { bareBootstrap, bootstrap } from './phases/bootstrap.ts';
import { idle } from './phases/idle.ts';
import { live } from './phases/live.ts';
import { burst, push } from './phases/push.ts';
import { type Reading, type SyncResults, syncTable } from './readings.ts';
import { makeSyncTown } from './sync-town.ts';

/** What is measured at full share. */
const OFFLINE_OPERATIONS = 10_000;
const EDITS = 200;
const DOCUMENTS_AROUND_EDITS = 10_000;
const BURSTS = [50, 500];
const IDLE_DESKS = 2_000;
const IDLE_SECONDS = 60;

const tell = (what: string): void => void process.stderr.write(`… ${what}\n`);

/** Measures the parts wanted, one after another, on one database server. */
async function measure(bench: SyncBench, given: SyncBenchArguments): Promise<readonly Reading[]> {
  const share = (whole: number): number => Math.max(1, Math.round(whole * given.share));
  const jobs: readonly (readonly [Part, string, () => Promise<readonly Reading[]>])[] = [
    ['push', 'push', () => push(bench, share(OFFLINE_OPERATIONS))],
    [
      'edit',
      'edit',
      () => live(bench, { documents: share(DOCUMENTS_AROUND_EDITS), edits: share(EDITS) }),
    ],
    ...BURSTS.map(
      (desks) => ['burst', `burst of ${share(desks)}`, () => burst(bench, share(desks))] as const,
    ),
    [
      'idle',
      'idle desks',
      () => idle(bench, { desks: share(IDLE_DESKS), seconds: share(IDLE_SECONDS) }),
    ],
    // The longest comes last.
    ...given.sizes.flatMap((size) => [
      ['bare', `bare pipe, ${size}`, () => bareBootstrap(bench, size)] as const,
      ['bootstrap', `bootstrap, ${size}`, () => bootstrap(bench, size)] as const,
    ]),
  ];
  const readings: Reading[] = [];
  for (const [part, name, run] of jobs) {
    if (!given.parts.includes(part)) continue;
    tell(name);
    for (const reading of await run()) {
      tell(`  ${reading.measure}: ${reading.value.toFixed(1)} ${reading.unit}`);
      readings.push(reading);
    }
  }
  return readings;
}

async function benchSync(given: SyncBenchArguments): Promise<SyncResults> {
  const busyBefore = busyness();
  const left: { name: string; why: string }[] = [];
  const readings: Reading[] = [];
  const server = await startPostgres({ flushes: true });
  if ('missing' in server) left.push({ name: 'everything of ours', why: server.missing });
  else {
    const folder = await mkdtemp(join(tmpdir(), 'wijkwerk-bench-sync-'));
    try {
      const town = makeSyncTown();
      const files = await makeDeskFiles(folder, town);
      readings.push(...(await measure({ server, town, files, folder, tell }, given)));
    } finally {
      await rm(folder, { recursive: true, force: true });
      await server.dispose();
    }
  }
  if (given.parts.includes('peers')) {
    const peers = await measurePeers(given.cache, given.sizes, tell);
    readings.push(...peers.readings);
    left.push(...peers.left);
  }
  return {
    measuredAt: new Date().toISOString(),
    sizes: given.sizes,
    machine: machineOf(busyBefore),
    readings,
    left,
  };
}

async function main(): Promise<void> {
  let given: SyncBenchArguments;
  try {
    given = readSyncArguments(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}\n`);
    process.exitCode = 2;
    return;
  }
  const results = await benchSync(given);
  mkdirSync(given.cache, { recursive: true });
  const file = join(given.cache, `results-${results.measuredAt.replaceAll(/[:.]/g, '-')}.json`);
  writeFileSync(file, JSON.stringify(results, null, 2));
  process.stdout.write(`${syncTable(results)}\n\n${file}\n`);
}

await main();
