import type { StreetProfile } from '#shared/contract/street-profile.ts';
import {
  bestStretch,
  coveredDays,
  coversWhole,
  MOST_DAYS_BEYOND,
} from '#shared/domain/facts/coverage.ts';
import { poissonInterval } from '#shared/domain/statistics/intervals.ts';
import { type MethodBreak, trendOf } from '#shared/domain/statistics/trend.ts';
import { type Quarter, QUARTERS_SHOWN, quartersUpTo } from '#shared/domain/streets/picture.ts';
import type { Day } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import type { ReadHandle } from '../../store/handles.ts';
import type { PlaceOfFacts } from '../../store/repositories/fact-counts.ts';
import { factDaysAt } from '../../store/repositories/street-profile.ts';
import { type CoveredSource, openYears, sourceCoverage } from '../facts/index.ts';
import { methodBreaks, type NamedBreak } from '../gaps/index.ts';

/** What one source counted here, quarter by quarter. */
interface CountedSource extends CoveredSource {
  readonly counts: readonly number[];
  readonly police: readonly number[];
}

/**
 * Facts of a place by quarter, with their trend over those that the sources cover wholly. The last quarter holds
 * the day `last`, and begins before `today` ends.
 */
export async function readFactQuarters(
  file: Pick<OpenFile, 'store' | 'revision'>,
  place: PlaceOfFacts,
  { today, last }: { readonly today: Day; readonly last: Day },
): Promise<Pick<StreetProfile, 'quarters' | 'trend' | 'trendOver' | 'breaks'>> {
  const { read } = file.store;
  const quarters = quartersUpTo(last < today ? last : today, QUARTERS_SHOWN);
  const sources = await countSources(read, place, quarters);
  const breaks = await breaksOf(read, sources, quarters);
  return {
    quarters: quarters.map((quarter, at) => {
      const count = sum(sources, ({ counts }) => counts[at]);
      const police = sum(sources, (source) => source.police[at]);
      return {
        ...quarter,
        count,
        police,
        interval: { ...poissonInterval(count) },
        coverage: coverageOfQuarter(sources, quarter, count + police, today),
      };
    }),
    ...(await doubted(file, trendOfSources(sources, quarters, breaks, today))),
    breaks: breaks.map(({ source, on, note }) => ({ source, on, note })),
  };
}

function sum(
  sources: readonly CountedSource[],
  of: (source: CountedSource) => number | undefined,
): number {
  return sources.reduce((total, source) => total + (of(source) ?? 0), 0);
}

async function countSources(
  read: ReadHandle,
  place: PlaceOfFacts,
  quarters: readonly Quarter[],
): Promise<readonly CountedSource[]> {
  const rows = await factDaysAt(read, place, quarters[0]?.from ?? '').execute();
  const bySource = Map.groupBy(rows, ({ sourceId }) => sourceId);
  return (await sourceCoverage(read)).flatMap((source) => {
    const own = bySource.get(source.id);
    if (!own) return [];
    const amounts = (isPolice: boolean) =>
      quarters.map(({ from, to }) =>
        own
          // A fact that may have happened in another quarter as well is in none.
          .filter(({ firstDay, lastDay }) => firstDay >= from && lastDay < to)
          .filter(({ origin }) => (origin === 'police') === isPolice)
          .reduce((total, { amount }) => total + amount, 0),
      );
    return [{ ...source, counts: amounts(false), police: amounts(true) }];
  });
}

function coverageOfQuarter(
  sources: readonly CountedSource[],
  quarter: Quarter,
  facts: number,
  today: Day,
): StreetProfile['quarters'][number]['coverage'] {
  // What a file may cover beyond its own days says nothing of a quarter in which it has no fact.
  const isNone = sources.every(
    ({ coverage }) => coveredDays(coverage, quarter) <= MOST_DAYS_BEYOND,
  );
  if (isNone && facts === 0) return 'none';
  return sources.every(({ coverage }) => coversWhole(coverage, quarter, today)) ? 'whole' : 'part';
}

/** Changes in how sources that have facts here counted. */
async function breaksOf(
  read: ReadHandle,
  sources: readonly CountedSource[],
  quarters: readonly Quarter[],
): Promise<readonly NamedBreak[]> {
  const here = new Set<Id>(sources.map(({ id }) => id));
  const all = await methodBreaks(read, quarters[0]?.from ?? '', quarters.at(-1)?.to ?? '');
  return all.filter(({ sourceId }) => here.has(sourceId));
}

/** A trend with the sources that it is told of. */
interface ToldTrend extends Pick<StreetProfile, 'trend' | 'trendOver'> {
  readonly used: readonly CountedSource[];
}

/** Takes a trend away as long as nobody said whether a source changed its method in a year that the trend touches. */
async function doubted(
  file: Pick<OpenFile, 'store' | 'revision'>,
  { used, trend, trendOver }: ToldTrend,
): Promise<Pick<StreetProfile, 'trend' | 'trendOver'>> {
  if (trend.kind !== 'trend' || trendOver === null) return { trend, trendOver };
  const suspected: { source: string; years: number[] }[] = [];
  for (const { id, name } of used) {
    const open = await openYears(file, id, trendOver);
    const years = open.map((day) => Number(day.slice(0, 4)));
    if (years.length > 0) suspected.push({ source: name, years });
  }
  if (suspected.length === 0) return { trend, trendOver };
  return { trend: { kind: 'suspected', suspected }, trendOver };
}

function trendOfSources(
  all: readonly CountedSource[],
  quarters: readonly Quarter[],
  breaks: readonly NamedBreak[],
  today: Day,
): ToldTrend {
  const sources = all.filter(({ counts }) => counts.some((count) => count > 0));
  const stretch = bestStretch(
    sources.map(({ coverage, counts }) => ({
      isWhole: quarters.map((quarter) => coversWhole(coverage, quarter, today)),
      counts,
    })),
  );
  const told = quarters.slice(stretch?.from, stretch?.to);
  const [first, last] = [told[0], told.at(-1)];
  if (!stretch || !first || !last) return { trend: { kind: 'too-few' }, trendOver: null, used: [] };
  const used = stretch.sources.flatMap((number) => sources[number] ?? []);
  const ids = new Set(used.map(({ id }) => id));
  const parted = breaks
    .filter(({ sourceId, on }) => ids.has(sourceId) && on > first.from && on < last.to)
    .map(({ on }): MethodBreak => ({ period: periodOf(told, on) }));
  const counts = told.map((_, at) => sum(used, (source) => source.counts[stretch.from + at]));
  const trend = trendOf(counts, parted);
  return {
    used,
    trend:
      trend.kind === 'trend' ? { ...trend, interval: { ...trend.interval } } : { kind: trend.kind },
    trendOver: {
      from: first.from,
      to: last.to,
      leftOut: sources.filter(({ id }) => !ids.has(id)).map(({ name }) => name),
    },
  };
}

/** The first quarter that was counted in the new way, also by a part of it; not below 1: something lies before. */
function periodOf(quarters: readonly Quarter[], on: Day): number {
  const period = quarters.findIndex(({ to }) => on < to);
  return period === -1 ? quarters.length : Math.max(1, period);
}
