import type { MonthCounts } from '#shared/domain/facts/missing-months.ts';
import { addDays, type Day, dayOf } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { Store } from '../../workbench/store/store.ts';

/** What an import notes of its file: the days of its first and last fact, and how many it stored. */
export interface PlantedCounts {
  readonly days: { readonly first: Day; readonly last: Day };
  readonly stored: number;
  /** How many facts each month has; left out as by an older application. */
  readonly months?: MonthCounts | undefined;
}

/** As many facts in each month of these days. */
export function evenMonths({ first, last }: PlantedCounts['days'], ofEach: number): MonthCounts {
  const months: Record<string, number> = {};
  for (let day = first; day <= last; day = addDays(day, 1)) months[day.slice(0, 7)] = ofEach;
  return months;
}

/**
 * An import without facts, of a source that is made where it is not there. It was made after its last day, and notes
 * what its file held where that is given; otherwise its facts on this desk tell.
 */
export async function storeFactImport(
  store: Store,
  {
    id,
    sourceId = 'source',
    sourceName = sourceId,
    counts,
  }: {
    readonly id: Id;
    readonly sourceId?: Id;
    readonly sourceName?: string;
    readonly counts?: PlantedCounts;
  },
): Promise<void> {
  const now = store.clock.now();
  const isLater = counts !== undefined && counts.days.last >= dayOf(now);
  const importedAt = isLater ? `${addDays(counts.days.last, 1)}T12:00:00.000Z` : now;
  await store.write(async ({ tables }) => {
    await tables
      .insertInto('fact_source')
      .values({
        id: sourceId,
        name: sourceName,
        origin: 'public',
        credit: '',
        mapping: null,
        breaks: '[]',
        version: 1,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
    await tables
      .insertInto('fact_import')
      .values({
        id,
        source_id: sourceId,
        file_name: `${id}.csv`,
        imported_at: importedAt,
        imported_by: store.identity.officerId,
        plan: '{}',
        counts: JSON.stringify(counts ?? {}),
        undone_at: null,
        version: 1,
      })
      .execute();
  });
}

/** Notes on an import what its file held, as a real one does when it ends: the days are then not read from the facts. */
export async function noteCounts(
  store: Store,
  importId: Id,
  { days: { first, last }, stored, months }: PlantedCounts,
): Promise<void> {
  const counts = JSON.stringify({ days: { first, last }, stored, months });
  await store.write(async ({ tables }) => {
    await tables.updateTable('fact_import').set({ counts }).where('id', '=', importId).execute();
  });
}
