/**
 * How long an import of so many facts takes, and how much memory: a table of the streets of the demo town, as another
 * system would write it, through the whole import into an encrypted file.
 *
 *     npm run bench:import -- --rows 500000
 */
import { once } from 'node:events';
import { createWriteStream, statSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { parseArgs } from 'node:util';

import { MOST_FACTS_OF_IMPORT } from '#shared/contract/facts.ts';
import { middleOf } from '#shared/domain/territory/geometry.ts';
import { addDays } from '#shared/lib/dates.ts';
import { pick, seededRandom } from '#shared/lib/random.ts';

import { generateDemoTown, seedDemoTerritory } from '../../workbench/features/demo/index.ts';
import { importFacts, inspectFacts } from '../../workbench/features/facts/index.ts';
import { type FactBench, openFactBench } from '../factories/fact-bench.ts';
import { wholeNumber } from './arguments.ts';
import { busyness } from './report.ts';

const FIRST = '2024-01-01';
const DAYS = 730;
const KINDS = ['Inbraak', 'Diefstal', 'Vernieling', 'Overlast', 'Drugs'] as const;

const { values } = parseArgs({ options: { rows: { type: 'string', default: '500000' } } });
const rows = wholeNumber('--rows', values.rows, 1_000, MOST_FACTS_OF_IMPORT);

/** A fact in the middle of a piece of street that it names; each in twenty has no place. */
async function writeTable(path: string): Promise<void> {
  const random = seededRandom(11);
  const { segments, streets } = generateDemoTown(1);
  const names = new Map(streets.map(({ id, nameNl }) => [id, nameNl]));
  const places = segments.map(({ streetId, geometry }) => {
    const [longitude, latitude] = middleOf(geometry);
    return `${names.get(streetId) ?? ''};${longitude.toFixed(6)};${latitude.toFixed(6)}`;
  });
  const table = createWriteStream(path);
  table.write('Nummer;Aard;Datum;Uur;Straat;Lengtegraad;Breedtegraad\n');
  for (let row = 0; row < rows; row += 1) {
    const day = addDays(FIRST, Math.floor(random() * DAYS));
    const hour = String(Math.floor(random() * 24)).padStart(2, '0');
    const place = row % 20 === 0 ? ';;' : pick(random, places);
    const line = `F${row};${pick(random, KINDS)};${day};${hour}:30;${place}\n`;
    if (!table.write(line)) await once(table, 'drain');
  }
  table.end();
  await finished(table);
}

async function measure(bench: FactBench): Promise<void> {
  await seedDemoTerritory(bench.file, 1);
  const path = join(bench.directory, 'facts.csv');
  await writeTable(path);
  const source = await bench.source();
  const uploadId = bench.uploadPath(path, statSync(path).size);
  const { plan } = await inspectFacts(bench.file, { uploadId, sourceId: source.id });
  const busyBefore = busyness();
  const began = performance.now();
  const phases = new Map<string, number>();
  for await (const event of importFacts(bench.file, { uploadId, sourceId: source.id, plan })) {
    if (event.type === 'progress' && !phases.has(event.phase)) {
      phases.set(event.phase, performance.now() - began);
    }
    if (event.type === 'done') tell('rows stored', event.record.counts.stored);
  }
  tell('rows', rows);
  tell('table, MB', statSync(path).size / 1e6);
  tell('import, s', (performance.now() - began) / 1_000);
  for (const [phase, at] of phases) tell(`${phase} begins at, s`, at / 1_000);
  tell('most memory of the process, MB', process.resourceUsage().maxRSS / 1_024);
  tell('processes that waited, before', busyBefore);
  tell('processes that waited, after', busyness());
}

const tell = (what: string, value: number): void =>
  void process.stdout.write(`${what}: ${Math.round(10 * value) / 10}\n`);

const bench = await openFactBench();
try {
  await measure(bench);
} finally {
  await bench.dispose();
}
