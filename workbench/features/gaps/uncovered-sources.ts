import {
  type Coverage,
  coveredDays,
  coversNearly,
  type DayPeriod,
  daysIn,
} from '#shared/domain/facts/coverage.ts';

import type { ReadHandle } from '../../store/handles.ts';
import { sourcesOfKinds } from '../../store/repositories/gap-repository.ts';
import { sourceCoverage } from '../facts/index.ts';

export interface UncoveredSource {
  readonly source: string;
  /** Days of both periods that none of its files covers. */
  readonly missing: number;
}

/**
 * The sources that brought facts of these kinds in one of two periods, found by others than police, and do not cover both
 * wholly: of those a place with fewer facts in one of them may be a place of which nothing was brought in.
 */
export async function uncoveredSources(
  read: ReadHandle,
  kinds: readonly string[],
  [earlier, now]: readonly [DayPeriod, DayPeriod],
): Promise<readonly UncoveredSource[]> {
  const rows = await sourcesOfKinds(read, kinds, { from: earlier.from, to: now.to }).execute();
  const ids = new Set(rows.map(({ source_id }) => source_id));
  const missingOf = (coverage: Coverage): number =>
    [earlier, now].reduce((sum, days) => sum + daysIn(days) - coveredDays(coverage, days), 0);
  return (await sourceCoverage(read))
    .filter(({ id }) => ids.has(id))
    .filter(({ coverage }) => !(coversNearly(coverage, earlier) && coversNearly(coverage, now)))
    .map(({ name, coverage }) => ({ source: name, missing: missingOf(coverage) }))
    .sort((one, other) => one.source.localeCompare(other.source));
}
