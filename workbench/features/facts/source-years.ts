/** The years of a source: what each brought, its trend, and whether the way of counting may have changed. */
import type { SourceYears } from '#shared/contract/facts.ts';
import { bestStretch, coversWhole, type DayPeriod } from '#shared/domain/facts/coverage.ts';
import type { MethodBreak } from '#shared/domain/facts/fact.ts';
import {
  breaksWithin,
  openSuspects,
  type ReportingYear,
  suspectsWithin,
} from '#shared/domain/facts/method-break.ts';
import type { Month } from '#shared/domain/facts/missing-months.ts';
import { trendOf } from '#shared/domain/statistics/trend.ts';
import { type Day, dayOf } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import { findFactSource } from '../../store/repositories/fact-source-repository.ts';
import { factYears } from '../../store/repositories/fact-years.ts';
import { factsVersion } from '../../store/repositories/gap-repository.ts';
import type { Store } from '../../store/store.ts';
import { knownMethodOf } from './fact-sources.ts';
import { sourceCoverage } from './source-coverage.ts';

type YearsFile = Pick<OpenFile, 'store' | 'revision'>;

/** Counts of the sources of a file, as long as no fact came or went. */
const kept = new WeakMap<
  Store,
  { readonly version: string; readonly years: Map<Id, Promise<readonly ReportingYear[]>> }
>();

/** A pass over all facts of a source, so every street that is looked at shares it. */
async function countedYears(
  { store, revision }: YearsFile,
  sourceId: Id,
): Promise<readonly ReportingYear[]> {
  const facts = await factsVersion(store.read).executeTakeFirstOrThrow();
  const version = JSON.stringify([revision(['facts']), facts]);
  let known = kept.get(store);
  if (known?.version !== version) kept.set(store, (known = { version, years: new Map() }));
  const { years } = known;
  const counted = years.get(sourceId) ?? factYears(store.read, sourceId);
  years.set(sourceId, counted);
  counted.catch(() => years.delete(sourceId));
  return counted;
}

/**
 * What each year of a source brought, with the trend of its whole years or why it has none: the year that runs, and
 * one in which the files begin or end, brought less than they will or did. Whole years in which more
 * places reported and more was counted are asked about, unless a change of method is noted in them.
 * Throws NOT_FOUND.
 */
export async function readSourceYears(
  file: OpenFile,
  { sourceId }: { readonly sourceId: Id },
): Promise<SourceYears> {
  const source = await findFactSource(file.store.read, sourceId);
  if (source === undefined) throw new WorkbenchError('NOT_FOUND', { what: 'fact-source' });
  const method = knownMethodOf(source);
  const { years, whole, missing } = await wholeYears(file, sourceId);
  const [first, last] = [whole[0]?.year, whole.at(-1)?.year];
  const suspects = openSuspects(whole, method);
  const trend = trendOfYears(whole, method.breaks);
  return {
    years: years.map(({ year, amount, places, isWhole }) => ({ year, amount, places, isWhole })),
    missing: [...missing],
    told: first === undefined || last === undefined ? null : { first, last },
    // As long as nobody said whether the method changed, a trend would be an answer.
    trend: trend.kind === 'trend' && suspects.length > 0 ? { kind: 'suspected' } : trend,
    suspects: [...suspects],
  };
}

/**
 * The first days of the years of which nobody has said whether the method of a source changed, though it looks so, and in
 * which a change would part these days; none where the source is not known.
 */
export async function openYears(
  file: YearsFile,
  sourceId: Id,
  within: DayPeriod,
): Promise<readonly Day[]> {
  const source = await findFactSource(file.store.read, sourceId);
  if (source === undefined) return [];
  const { whole } = await wholeYears(file, sourceId);
  return suspectsWithin(within, openSuspects(whole, knownMethodOf(source)));
}

/** The years of a source, and of these the whole ones in a row that hold most facts. */
async function wholeYears(
  file: YearsFile,
  sourceId: Id,
): Promise<{
  readonly years: readonly (ReportingYear & { readonly isWhole: boolean })[];
  readonly whole: readonly ReportingYear[];
  readonly missing: readonly Month[];
}> {
  const { store } = file;
  const source = (await sourceCoverage(store.read)).find(({ id }) => id === sourceId);
  const today = dayOf(store.clock.now());
  const years = (await countedYears(file, sourceId)).map((year) => ({
    ...year,
    isWhole: coversWhole(source?.coverage ?? [], daysOfYear(year.year), today),
  }));
  const stretch = bestStretch([
    { isWhole: years.map(({ isWhole }) => isWhole), counts: years.map(({ amount }) => amount) },
  ]);
  const whole = stretch ? years.slice(stretch.from, stretch.to) : [];
  return { years, whole, missing: source?.missing ?? [] };
}

function daysOfYear(year: number): DayPeriod {
  return { from: `${year}-01-01`, to: `${year + 1}-01-01` };
}

function trendOfYears(
  years: readonly ReportingYear[],
  breaks: readonly MethodBreak[],
): SourceYears['trend'] {
  const [first, last] = [years[0]?.year, years.at(-1)?.year];
  if (first === undefined || last === undefined) return { kind: 'too-few' };
  const parting = breaksWithin({ from: daysOfYear(first).from, to: daysOfYear(last).to }, breaks);
  if (parting.length > 0) return { kind: 'method-break', breaks: [...parting] };
  const trend = trendOf(
    years.map(({ amount }) => amount),
    [],
  );
  return trend.kind === 'trend'
    ? { ...trend, interval: { ...trend.interval } }
    : { kind: 'too-few' };
}
