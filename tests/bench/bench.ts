import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { type BenchArguments, readArguments, USAGE } from './arguments.ts';
import { takeDesk } from './desk/desk-cache.ts';
import { type Outcome, runProbe } from './measure.ts';
import { MEASURES } from './measures/registry.ts';
import { openDesk } from './open-desk.ts';
import { busyness, machineOf, type Results, tableOf } from './report.ts';

export interface BenchPlace {
  /** Where generated desks and results are kept. */
  readonly cache: string;
  /** Told how far it is. */
  readonly tell: (what: string) => void;
}

/** Makes or takes the desk, measures, and puts the desk away. */
export async function bench(given: BenchArguments, { cache, tell }: BenchPlace): Promise<Results> {
  mkdirSync(cache, { recursive: true });
  const directory = await takeDesk(cache, given, tell);
  const busyBefore = busyness();
  const outcomes: Outcome[] = [];
  const left: { name: string; why: string }[] = [];
  try {
    const opened = await openDesk(directory, given.size);
    try {
      for (const measure of MEASURES.filter(({ name }) => isWanted(name, given.only))) {
        tell(measure.name);
        // Measuring is work: the desk does not lock meanwhile.
        await opened.desk.client.desk.activity();
        const probe = await measure.prepare(opened.desk);
        if (typeof probe === 'string') left.push({ name: measure.name, why: probe });
        else outcomes.push(await runProbe(measure, probe, given.turns));
      }
    } finally {
      await opened.close();
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
  return {
    measuredAt: new Date().toISOString(),
    size: given.size,
    seed: given.seed,
    machine: machineOf(busyBefore),
    outcomes,
    figures: [],
    left,
  };
}

function isWanted(name: string, only: readonly string[]): boolean {
  return only.length === 0 || only.some((part) => name.includes(part));
}

async function main(): Promise<void> {
  let given: BenchArguments;
  try {
    given = readArguments(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}\n`);
    process.exitCode = 2;
    return;
  }
  const cache = join(import.meta.dirname, '../../.cache/bench');
  const tell = (what: string) => process.stderr.write(`… ${what}\n`);
  const results = await bench(given, { cache, tell });
  const file = join(cache, `results-${results.measuredAt.replaceAll(/[:.]/g, '-')}.json`);
  writeFileSync(file, JSON.stringify(results, null, 2));
  process.stdout.write(`${tableOf(results)}\n\n${file}\n`);
}

if (import.meta.main) await main();
