import type { ComparedDays } from '#shared/domain/actions/comparison-streets.ts';
import type { KeptEvidence } from '#shared/domain/actions/kept-evidence.ts';

import type { OpenFile } from '../../context.ts';
import { factSources, sourcesOfKinds } from '../../store/repositories/gap-repository.ts';
import { openYears } from '../facts/index.ts';
import { methodBreaks } from '../gaps/index.ts';

/**
 * Changes in how the sources counted that brought facts of these kinds in these days: those that somebody noted, and
 * those of which nobody has said yet whether they were any, though a year looks so.
 */
export async function breaksOfSign(
  file: OpenFile,
  kinds: readonly string[],
  { before, after }: ComparedDays,
): Promise<KeptEvidence['breaks']> {
  const { read } = file.store;
  const days = { from: before.from, to: after.to };
  const rows = await sourcesOfKinds(read, kinds, days).execute();
  const ids = new Set(rows.map(({ source_id }) => source_id));
  const breaks = (await methodBreaks(read, days.from, days.to))
    .filter(({ sourceId }) => ids.has(sourceId))
    .map(({ source, on, note }) => ({ source, on, note, suspected: false }));
  for (const { id, name } of await factSources(read).execute()) {
    if (!ids.has(id)) continue;
    const open = await openYears(file, id, days);
    breaks.push(...open.map((on) => ({ source: name, on, note: '', suspected: true })));
  }
  return breaks;
}
