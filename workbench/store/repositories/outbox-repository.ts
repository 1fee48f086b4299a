import type { Instant } from '#shared/lib/dates.ts';

import type { ReadHandle } from '../handles.ts';

export interface OnlyHere {
  readonly onlyHere: number;
  readonly oldestAt: Instant | null;
}

/** How many operations exist in this file alone, and when the oldest was made. */
export async function countOnlyHere(read: ReadHandle): Promise<OnlyHere> {
  const row = await read
    .selectFrom('operation')
    .select(({ fn }) => [fn.countAll<number>().as('waiting'), fn.min('made_at').as('oldest')])
    .where('state', 'in', ['only-here', 'under-way'])
    .executeTakeFirstOrThrow();
  return { onlyHere: row.waiting, oldestAt: row.oldest };
}
