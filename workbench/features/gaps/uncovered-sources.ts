import {
  type Coverage,
  coveredDays,
  coversNearly,
  type DayPeriod,
  daysIn,
} from '#shared/domain/facts/coverage.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../../store/handles.ts';
import { sourceCoverage } from '../facts/index.ts';

export interface UncoveredSource {
  readonly source: string;
  /** Days of both periods that none of its files covers. */
  readonly missing: number;
}

/**
 * Those of the sources that do not cover both periods wholly: of those a place with fewer facts in one of them may be a
 * place of which nothing was brought in.
 *
 * @param sources those that have a part in what is counted
 */
export async function uncoveredSources(
  read: ReadHandle,
  sources: readonly Id[],
  [earlier, now]: readonly [DayPeriod, DayPeriod],
): Promise<readonly UncoveredSource[]> {
  const ids = new Set(sources);
  const missingOf = (coverage: Coverage): number =>
    [earlier, now].reduce((sum, days) => sum + daysIn(days) - coveredDays(coverage, days), 0);
  return (await sourceCoverage(read))
    .filter(({ id }) => ids.has(id))
    .filter(({ coverage }) => !(coversNearly(coverage, earlier) && coversNearly(coverage, now)))
    .map(({ name, coverage }) => ({ source: name, missing: missingOf(coverage) }))
    .sort((one, other) => one.source.localeCompare(other.source));
}
