import type { FactSource, FactSourceFields, SourceYears } from '#shared/contract/facts.ts';
import { bestStretch, coversWhole, type DayPeriod } from '#shared/domain/facts/coverage.ts';
import { type MethodBreak, methodBreakSchema } from '#shared/domain/facts/fact.ts';
import { factPlanSchema } from '#shared/domain/facts/fact-plan.ts';
import {
  breaksWithin,
  type ReportingYear,
  suspectBreaks,
} from '#shared/domain/facts/method-break.ts';
import { trendOf } from '#shared/domain/statistics/trend.ts';
import { dayOf } from '#shared/lib/dates.ts';
import { type Id, makeId } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import { factYears } from '../../store/repositories/fact-counts.ts';
import {
  type FactSourceRow,
  findFactSource,
  listFactSources,
  putFactSource,
} from '../../store/repositories/fact-source-repository.ts';
import { sourceCoverage } from './source-coverage.ts';

/** Every source of facts, by name. */
export async function readFactSources({ store }: OpenFile): Promise<FactSource[]> {
  return (await listFactSources(store.read)).map(sourceOf);
}

function sourceOf(row: FactSourceRow): FactSource {
  const { id, name, origin, credit } = row;
  const plan = factPlanSchema.nullable().catch(null).parse(row.mapping);
  return { id, name, origin, credit, plan, breaks: [...breaksOf(row)] };
}

function breaksOf(row: FactSourceRow): readonly MethodBreak[] {
  return methodBreakSchema.array().catch([]).parse(row.breaks);
}

/**
 * Adds a source, or changes what it is called, whose it is, and when its method changed. Throws NOT_FOUND,
 * or ALREADY_EXISTS for a name that another has.
 */
export async function saveFactSource(
  file: OpenFile,
  { id, fields }: { readonly id: Id | null; readonly fields: FactSourceFields },
): Promise<FactSource> {
  const { store } = file;
  const breaks = fields.breaks.toSorted((one, other) => (one.on < other.on ? -1 : 1));
  const saved = await store.write(async (handle) => {
    const all = await listFactSources(handle.tables);
    const before = all.find((source) => source.id === id);
    if (id !== null && before === undefined) {
      throw new WorkbenchError('NOT_FOUND', { what: 'fact-source' });
    }
    if (all.some((source) => source.id !== id && source.name === fields.name)) {
      throw new WorkbenchError('ALREADY_EXISTS', { what: 'fact-source' });
    }
    const { name, origin, credit } = fields;
    const wanted = { name, origin, credit, breaks };
    const after: FactSourceRow = {
      id: id ?? makeId(Date.parse(store.clock.now()), store.entropy.bytes(16)),
      mapping: before?.mapping ?? null,
      ...wanted,
      version: (before?.version ?? 0) + 1,
    };
    const known = new Map<string, unknown>(Object.entries(before ?? {}));
    const changed = Object.fromEntries(
      Object.entries(before ? wanted : { ...wanted, mapping: null }).filter(
        ([name, value]) => JSON.stringify(known.get(name)) !== JSON.stringify(value),
      ),
    );
    if (Object.keys(changed).length === 0) return after;
    await putFactSource(handle, after);
    await handle.record({
      entity: 'fact-source',
      entityId: after.id,
      baseVersion: before?.version ?? 0,
      change: { kind: 'patch', fields: changed },
    });
    return after;
  });
  file.announce(['facts', 'outbox']);
  return sourceOf(saved);
}

/**
 * What each year of a source brought, with the trend of its whole years or why it has none: the year that runs, and
 * one in which the files begin or end, brought less than they will or did. Whole years in which more
 * places reported and more was counted are asked about, unless a change of method is noted in them.
 * Throws NOT_FOUND.
 */
export async function readSourceYears(
  { store }: OpenFile,
  { sourceId }: { readonly sourceId: Id },
): Promise<SourceYears> {
  const source = await findFactSource(store.read, sourceId);
  if (source === undefined) throw new WorkbenchError('NOT_FOUND', { what: 'fact-source' });
  const breaks = breaksOf(source);
  const coverage = (await sourceCoverage(store.read)).find(({ id }) => id === sourceId)?.coverage;
  const today = dayOf(store.clock.now());
  const years = (await factYears(store.read, sourceId)).map((year) => ({
    ...year,
    isWhole: coversWhole(coverage ?? [], daysOfYear(year.year), today),
  }));
  const stretch = bestStretch([
    { isWhole: years.map(({ isWhole }) => isWhole), counts: years.map(({ amount }) => amount) },
  ]);
  const whole = stretch ? years.slice(stretch.from, stretch.to) : [];
  const [first, last] = [whole[0]?.year, whole.at(-1)?.year];
  const noted = new Set(breaks.map(({ on }) => on.slice(0, 4)));
  return {
    years,
    told: first === undefined || last === undefined ? null : { first, last },
    trend: trendOfYears(whole, breaks),
    suspects: suspectBreaks(whole).filter((day) => !noted.has(day.slice(0, 4))),
  };
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
