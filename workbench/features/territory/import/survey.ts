import type { ImportPlan } from '#shared/contract/territory.ts';

import { MOST_ROWS } from './limits.ts';
import type { Pace } from './pace.ts';
import type { Source } from './source/open-source.ts';
import { unusable } from './unusable.ts';

export interface Survey {
  /** Features, or about as many lines as a table has. */
  readonly rows: number;
  /** Codes that more than one feature has. */
  readonly repeated: ReadonlySet<string>;
}

/**
 * A first reading of a collection, for what must be known beforehand; nothing is stored if it is
 * torn off at the end. A table is read once only: how many lines it has is known already.
 */
export async function survey(source: Source, plan: ImportPlan, pace: Pace): Promise<Survey> {
  const repeated = new Set<string>();
  if (source.format === 'csv') return { rows: Math.max(source.lines - 1, 0), repeated };
  const column = plan.mapping.officialId;
  const seen = new Set<string>();
  let rows = 0;
  for await (const batch of source.rows().batches()) {
    for (const row of batch) {
      const code = column === undefined ? '' : row.cell(column);
      if (code === '') continue;
      if (seen.has(code)) repeated.add(code);
      seen.add(code);
    }
    rows += batch.length;
    if (rows > MOST_ROWS[plan.layer]) throw unusable('too-many-rows', MOST_ROWS[plan.layer]);
    await pace.step('comparing', rows, rows);
  }
  return { rows, repeated };
}
