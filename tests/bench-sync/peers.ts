import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import type { Reading, System } from './readings.ts';

/** Where a comparison with other systems may lie: beside the project, not in it. */
const SOURCE = join(import.meta.dirname, '../../../shared/bench/peers');
const LONGEST_MS = 600_000;
/** Documents that these systems are given: their rate hardly depends on it, and they take long. */
const DOCUMENTS = 20_000;

/** What is run of each system; the bare pipe's bootstrap is measured by our own. */
const RUNS: readonly { readonly name: string; readonly system: System; readonly phases: string }[] =
  [
    { name: 'bare', system: 'bare pipe', phases: 'push,live,burst' },
    { name: 'pouch', system: 'pouchdb', phases: 'boot,push,live,burst' },
    { name: 'rxdb', system: 'rxdb', phases: 'boot,push,live,burst' },
  ];

interface Median {
  readonly median: number;
}
type PeerPhase = Readonly<Record<string, Median | number | undefined>>;
type PeerResults = Readonly<Record<string, Readonly<Record<string, PeerPhase>>>>;

export interface PeerReadings {
  readonly readings: readonly Reading[];
  readonly left: readonly { readonly name: string; readonly why: string }[];
}

/**
 * Runs PouchDB and RxDB with documents of the same shape, where the comparison lies beside the project
 * and its packages can be installed; says why where not. Nothing is written there: it runs in a copy.
 */
export async function measurePeers(
  cache: string,
  sizes: readonly number[],
  tell: (what: string) => void,
): Promise<PeerReadings> {
  const why = await whyNot();
  if (why !== undefined) return { readings: [], left: [{ name: 'peers', why }] };
  const copy = await installed(cache, tell).catch(() => undefined);
  if (copy === undefined) {
    return { readings: [], left: [{ name: 'peers', why: 'their packages cannot be installed' }] };
  }
  const work = await mkdtemp(join(tmpdir(), 'wijkwerk-peers-'));
  const left: { name: string; why: string }[] = [];
  await rm(join(copy, 'results.json'), { force: true });
  for (const { name, phases } of RUNS) {
    tell(`${name}: ${phases}`);
    const given = ['--phase', phases, '--n', String(DOCUMENTS), '--reps', '1'];
    await promisify(execFile)(process.execPath, ['run.mjs', name, ...given], {
      cwd: copy,
      timeout: LONGEST_MS,
      env: { ...process.env, PEERS_WORK: work },
    }).catch(() => left.push({ name, why: 'it did not end as it should' }));
  }
  const text = await readFile(join(copy, 'results.json'), 'utf8').catch(() => '{}');
  await Promise.all(
    [work, `${work}-pg`].map((folder) => rm(folder, { recursive: true, force: true })),
  );
  return { readings: readingsOf(JSON.parse(text) as PeerResults, sizes), left };
}

async function whyNot(): Promise<string | undefined> {
  if (!existsSync(join(SOURCE, 'run.mjs'))) return 'the comparison does not lie beside the project';
  if (process.getuid?.() !== 0) return 'the comparison starts PostgreSQL and must be run as root';
  return undefined;
}

/** A copy with its packages, kept by the content of its lock file. */
async function installed(cache: string, tell: (what: string) => void): Promise<string> {
  const lock = await readFile(join(SOURCE, 'package-lock.json'));
  const copy = join(cache, `peers-${createHash('sha256').update(lock).digest('hex').slice(0, 8)}`);
  const mark = join(copy, '.installed');
  if (existsSync(mark)) return copy;
  tell('installing the packages of other systems');
  await mkdir(cache, { recursive: true });
  await cp(SOURCE, copy, { recursive: true });
  await promisify(execFile)('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: copy,
    timeout: LONGEST_MS,
  });
  await writeFile(mark, '');
  return copy;
}

/** @param sizes the same rate stands beside each of ours. */
function readingsOf(results: PeerResults, sizes: readonly number[]): readonly Reading[] {
  return RUNS.flatMap(({ name, system }) => {
    const own = results[name] ?? {};
    const reading = (
      phase: string,
      field: string,
      measure: string,
      unit: Reading['unit'],
    ): readonly Reading[] => {
      const found = own[phase]?.[field];
      const value = typeof found === 'object' ? found.median : found;
      return value === undefined ? [] : [{ system, measure, value, unit }];
    };
    const boot = `boot${DOCUMENTS}`;
    return [
      ...sizes.flatMap((size) => reading(boot, 'rowsPerS', `bootstrap ${size}: usable`, 'rows/s')),
      ...reading(boot, 'clientPeakMB', `bootstrap ${DOCUMENTS}: desk, most`, 'MB'),
      ...reading(boot, 'serverPeakMB', `bootstrap ${DOCUMENTS}: centre, most`, 'MB'),
      ...reading('push', 'opsPerS', 'push', 'ops/s'),
      ...reading('live', 'p50ms', 'edit: p50', 'ms'),
      ...reading('live', 'p99ms', 'edit: p99', 'ms'),
      ...reading('burst', 'totalMs', 'burst 50 x 50: all', 'ms'),
      ...reading('burst', 'p99ms', 'burst 50 x 50: p99', 'ms'),
    ];
  });
}
