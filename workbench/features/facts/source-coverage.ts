import { z } from 'zod';

import { factCountsSchema } from '#shared/contract/facts.ts';
import {
  type Coverage,
  coverageOf,
  FactDays,
  type FileDays,
  monthsMissing,
} from '#shared/domain/facts/coverage.ts';
import type { FactOrigin } from '#shared/domain/facts/fact.ts';
import type { Month } from '#shared/domain/facts/missing-months.ts';
import { dayOf } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../../store/handles.ts';
import {
  batchesOfImport,
  daysOfImport,
  standingImports,
} from '../../store/repositories/fact-files.ts';

export interface CoveredSource {
  readonly id: Id;
  readonly name: string;
  readonly origin: FactOrigin;
  readonly coverage: Coverage;
  /** Months that its files lack between them: in none of them is its coverage. */
  readonly missing: readonly Month[];
}

const keptDaysSchema = factCountsSchema.pick({ days: true, months: true, stored: true }).extend({
  days: z.object({ first: z.iso.date(), last: z.iso.date() }),
});

/** The days that the files of each source cover, of all imports that stand. */
export async function sourceCoverage(read: ReadHandle): Promise<readonly CoveredSource[]> {
  const imports = await standingImports(read).execute();
  const sources = new Map<Id, { name: string; origin: FactOrigin; files: FileDays[] }>();
  for (const { id, sourceId, name, origin, counts, importedAt } of imports) {
    const source = sources.get(sourceId) ?? { name, origin, files: [] };
    sources.set(sourceId, source);
    const days = await daysOfFile(read, id, counts);
    if (days !== null) source.files.push({ ...days, madeOn: dayOf(importedAt) });
  }
  return [...sources].map(([id, { name, origin, files }]) => ({
    id,
    name,
    origin,
    coverage: coverageOf(files),
    missing: monthsMissing(files),
  }));
}

/**
 * As its import noted them; of one that did not, as its facts on this desk tell them. An import of before months were
 * noted has its months from there, too.
 */
async function daysOfFile(read: ReadHandle, id: Id, counts: string): Promise<FileDays | null> {
  const kept = keptDaysSchema.safeParse(JSON.parse(counts));
  if (!kept.success) return daysOnDesk(read, id);
  const { days, stored } = kept.data;
  const months = kept.data.months ?? (await daysOnDesk(read, id))?.months ?? {};
  // A file without months knows no more than years.
  return { ...days, facts: stored, ...(Object.keys(months).length > 0 && { months }) };
}

/** Days of imports by their facts on this desk, as long as no batch of them came or went. */
const known = new WeakMap<ReadHandle, Map<Id, { readonly batches: string; days: DaysOnDesk }>>();
type DaysOnDesk = Promise<FileDays | null>;

/** A pass over all facts of an import, so every question shares it. */
async function daysOnDesk(read: ReadHandle, id: Id): Promise<FileDays | null> {
  const batches = JSON.stringify(await batchesOfImport(read, id).executeTakeFirstOrThrow());
  const imports = known.get(read) ?? new Map<Id, { batches: string; days: DaysOnDesk }>();
  known.set(read, imports);
  const before = imports.get(id);
  if (before?.batches === batches) return before.days;
  const days = readDays(read, id);
  imports.set(id, { batches, days });
  days.catch(() => imports.delete(id));
  return days;
}

async function readDays(read: ReadHandle, id: Id): Promise<FileDays | null> {
  const own = new FactDays();
  for (const { facts, ...period } of await daysOfImport(read, id).execute()) own.add(period, facts);
  return own.days();
}
