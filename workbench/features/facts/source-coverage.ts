import { z } from 'zod';

import { factCountsSchema } from '#shared/contract/facts.ts';
import {
  type Coverage,
  coverageOf,
  FactDays,
  type FileDays,
} from '#shared/domain/facts/coverage.ts';
import type { FactOrigin } from '#shared/domain/facts/fact.ts';
import { dayOf } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../../store/handles.ts';
import { daysOfImport, standingImports } from '../../store/repositories/fact-files.ts';

export interface CoveredSource {
  readonly id: Id;
  readonly name: string;
  readonly origin: FactOrigin;
  readonly coverage: Coverage;
}

const keptDaysSchema = factCountsSchema.pick({ days: true, stored: true }).extend({
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
  }));
}

/** As its import noted them; of one that did not, as its facts on this desk tell them. */
async function daysOfFile(read: ReadHandle, id: Id, counts: string): Promise<FileDays | null> {
  const kept = keptDaysSchema.safeParse(JSON.parse(counts));
  if (kept.success) return { ...kept.data.days, facts: kept.data.stored };
  const own = new FactDays();
  for (const { facts, ...period } of await daysOfImport(read, id).execute()) own.add(period, facts);
  return own.days();
}
