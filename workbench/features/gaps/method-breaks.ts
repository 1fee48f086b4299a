import type { MethodBreak } from '#shared/domain/facts/fact.ts';
import type { Day } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../../store/handles.ts';
import { factSources } from '../../store/repositories/gap-repository.ts';

export interface NamedBreak {
  readonly sourceId: Id;
  /** Name of the source. */
  readonly source: string;
  /** The first day that was counted in the new way. */
  readonly on: Day;
  readonly note: string;
}

/** Changes in how any source counted, after the day `since` and before the day `to`. */
export async function methodBreaks(
  read: ReadHandle,
  since: Day,
  to: Day,
): Promise<readonly NamedBreak[]> {
  const sources = await factSources(read).execute();
  return sources.flatMap(({ id, name, breaks }) =>
    (JSON.parse(breaks) as MethodBreak[])
      .filter(({ on }) => on > since && on < to)
      .map(({ on, note }) => ({ sourceId: id, source: name, on, note })),
  );
}
