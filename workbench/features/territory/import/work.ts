import type { ImportPlan } from '#shared/contract/territory.ts';

import { WorkbenchError } from '../../../errors.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import type { TerritoryChanges } from '../../../store/repositories/territory-changes.ts';
import type { Interpreted, Reading } from './interpret.ts';
import { BATCH_ROWS, MOST_ROWS } from './limits.ts';
import type { Pace } from './pace.ts';
import type { Source } from './source/open-source.ts';
import type { SourceRow } from './source/source-rows.ts';
import type { Tally } from './tally.ts';
import { unusable } from './unusable.ts';

/** What every step of one import works with. A preview has the same, with changes that are not stored. */
export interface ImportWork {
  readonly read: ReadHandle;
  readonly changes: TerritoryChanges;
  /** False for a preview: consequences for other layers are left out. */
  readonly storing: boolean;
  readonly plan: ImportPlan;
  readonly source: Source;
  readonly reading: Reading;
  readonly pace: Pace;
  readonly tally: Tally;
  /** Rows of the file, for telling how far the work is; about right for a table. */
  readonly rows: number;
}

export interface Accepted<Content> {
  readonly row: number;
  readonly content: Content;
}

/**
 * Reads the file a batch at a time: what can be understood goes to `handle`, the rest into the report.
 * Throws IMPORT_UNUSABLE when the file has no rows, too many, or shapes of the wrong kind only.
 */
export async function eachBatch<Content>(
  work: ImportWork,
  interpret: (row: SourceRow, reading: Reading) => Interpreted<Content>,
  handle: (accepted: readonly Accepted<Content>[]) => Promise<void>,
): Promise<void> {
  const { tally, plan } = work;
  for await (const batch of work.source.rows().batches()) {
    for (let start = 0; start < batch.length; start += BATCH_ROWS) {
      const rows = batch.slice(start, start + BATCH_ROWS);
      tally.counts.read += rows.length;
      if (tally.counts.read > MOST_ROWS[plan.layer]) {
        throw unusable('too-many-rows', MOST_ROWS[plan.layer]);
      }
      const accepted: Accepted<Content>[] = [];
      for (const row of rows) {
        const result = interpret(row, work.reading);
        if ('refused' in result) tally.refuse(result.refused, result.officialId);
        else accepted.push(result);
      }
      await handle(accepted);
      await work.changes.refuse(tally.takeRefused());
      await work.pace.step('writing', tally.counts.read, Math.max(work.rows, tally.counts.read));
    }
  }
  if (tally.counts.read === 0) throw unusable('no-rows');
  const wrong = tally.onlyWrongGeometry();
  if (wrong !== undefined) throw unusable('wrong-geometry', wrong);
}

/**
 * The rule of versions. A row of the file that differs from what is there ends it on the day the
 * import is valid from, and another begins. That day must therefore be later than the one the old row
 * began on: the interval would be empty otherwise, and a row is never overwritten. A correction on
 * the same day is made by undoing the import and importing again. The rule asks nothing of rows that
 * stay as they are, so that importing the same file twice is always possible.
 */
export function assertLater(work: ImportWork, row: { readonly valid_from: string }): void {
  if (row.valid_from >= work.plan.validFrom) {
    throw new WorkbenchError('INVALID_FIELD', { field: 'validFrom', reason: 'not-later' });
  }
}

/** Whether a row began too late for ending it on the day the import is valid from. */
export function beganTooLate(work: ImportWork, row: { readonly valid_from: string }): boolean {
  return row.valid_from >= work.plan.validFrom;
}
