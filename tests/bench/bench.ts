import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { type BenchArguments, readArguments, USAGE } from './arguments.ts';
import { takeDesk } from './desk/desk-cache.ts';
import { type Outcome, runProbe } from './measure.ts';
import { MEASURES } from './measures/registry.ts';
import { openDesk } from './open-desk.ts';
import { busyness, type Figure, machineOf, type Results, tableOf } from './report.ts';
import { isBuilt, measureStart } from './start/start-measure.ts';

/** Makes or takes the desk, measures, and puts the desk away. */
async function bench(given: BenchArguments): Promise<Results> {
  const { cache } = given;
  mkdirSync(cache, { recursive: true });
  const directory = await takeDesk(cache, given, tell);
  const busyBefore = busyness();
  const outcomes: Outcome[] = [];
  const figures: Figure[] = [fileSize(directory)];
  const left: { name: string; why: string }[] = [];
  try {
    if (isWanted('start', given.only)) {
      if (isBuilt()) {
        tell('start');
        const start = await measureStart(directory, given.turns);
        outcomes.push(...start.outcomes);
        figures.push(...start.figures);
      } else left.push({ name: 'start', why: 'there is no build' });
    }
    const opened = await openDesk(directory, given.size);
    try {
      for (const measure of MEASURES.filter(({ name }) => isWanted(name, given.only))) {
        // Measuring is work: the desk does not lock meanwhile.
        await opened.desk.client.desk.activity();
        const probe = await measure.prepare(opened.desk);
        if (typeof probe === 'string') left.push({ name: measure.name, why: probe });
        else {
          const outcome = await runProbe(measure, probe, given.turns);
          outcomes.push(outcome);
          tell(
            `${outcome.name}: ${outcome.ours.p50.toFixed(1)}, at most ${outcome.ours.max.toFixed(1)} ms`,
          );
        }
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
    figures,
    left,
  };
}

function fileSize(directory: string): Figure {
  const officers = join(directory, 'officers');
  const bytes = readdirSync(officers, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.startsWith('desk.db'))
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
  return { name: 'the file', value: Math.round(bytes / 1e6), unit: 'MB' };
}

function isWanted(name: string, only: readonly string[]): boolean {
  return only.length === 0 || only.some((part) => name.includes(part));
}

const tell = (what: string): void => void process.stderr.write(`… ${what}\n`);

async function main(): Promise<void> {
  let given: BenchArguments;
  try {
    given = readArguments(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}\n`);
    process.exitCode = 2;
    return;
  }
  const results = await bench(given);
  const file = join(given.cache, `results-${results.measuredAt.replaceAll(/[:.]/g, '-')}.json`);
  writeFileSync(file, JSON.stringify(results, null, 2));
  process.stdout.write(`${tableOf(results)}\n\n${file}\n`);
}

await main();
