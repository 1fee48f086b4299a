import type { FactInspection } from '#shared/contract/facts.ts';
import type { FactOrigin } from '#shared/domain/facts/fact.ts';
import { type FactPlan, factPlanSchema } from '#shared/domain/facts/fact-plan.ts';
import { guessPlan } from '#shared/domain/facts/guess-plan.ts';
import { originOfWord } from '#shared/domain/facts/origin-words.ts';
import { foldText } from '#shared/domain/territory/street-name.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../../context.ts';
import { allCodes } from '../../../store/repositories/code-repository.ts';
import {
  type FactSourceRow,
  findFactSource,
} from '../../../store/repositories/fact-source-repository.ts';
import { delimiterOf, orLocked, type Pace, pace, unusable } from '../../territory/index.ts';
import { openTable } from './fact-reader.ts';

const SAMPLES = 5;
const SAMPLED_ROWS = 1_000;
const SHOWN_COLUMNS = 100;
const LONGEST_SAMPLE = 80;
const SHOWN_VALUES = 200;

/**
 * Reads a table once and tells what is in it, with a plan: that of the source's last file where this one
 * has the same columns, else a guess with the source's own origin. Throws NOT_FOUND, LOCKED or IMPORT_UNUSABLE.
 */
export async function inspectFacts(
  file: OpenFile,
  input: { readonly uploadId: Id; readonly sourceId: Id | null },
  signal?: AbortSignal,
): Promise<FactInspection> {
  return orLocked(inspect(file, input, pace([signal, file.closing])));
}

async function inspect(
  file: OpenFile,
  { uploadId, sourceId }: { readonly uploadId: Id; readonly sourceId: Id | null },
  breath: Pace,
): Promise<FactInspection> {
  const source = await openTable(file, uploadId, breath);
  const rows = source.rows();
  const samples = new Map<string, Set<string>>();
  let count = 0;
  for await (const batch of rows.batches()) {
    for (const row of batch) {
      count += 1;
      if (count > SAMPLED_ROWS) continue;
      for (const name of rows.columns().slice(0, SHOWN_COLUMNS)) {
        const values = samples.get(name) ?? new Set<string>();
        samples.set(name, values);
        const value = row.cell(name).slice(0, LONGEST_SAMPLE);
        if (value !== '' && values.size < SAMPLES) values.add(value);
      }
    }
    await breath.step('reading', count, Math.max(source.lines, count));
  }
  if (count === 0) throw unusable('no-rows');
  const columns = [...samples].map(([name, values]) => ({ name, samples: [...values] }));
  const row = sourceId === null ? undefined : await findFactSource(file.store.read, sourceId);
  const saved = savedPlan(row, rows.columns());
  const { preset, plan } = guessPlan(columns, row?.origin ?? 'public');
  return {
    encoding: source.encoding,
    delimiter: delimiterOf(source.head),
    rows: count,
    columns,
    planFrom: saved === undefined ? preset : 'saved',
    plan: saved ?? plan,
  };
}

/** The plan of the source's last file, where this one has every column of it. */
function savedPlan(
  source: FactSourceRow | undefined,
  columns: readonly string[],
): FactPlan | undefined {
  const parsed = factPlanSchema.safeParse(source?.mapping);
  if (!parsed.success) return undefined;
  const fits = Object.values(parsed.data.columns).every((column) => columns.includes(column));
  return fits ? parsed.data : undefined;
}

export interface ColumnValue {
  readonly value: string;
  readonly rows: number;
  /** The code of the zone that is called so in one of the languages. */
  readonly kind: string | null;
  /** Whom it means where it is a word for who brought a fact to light. */
  readonly origin: FactOrigin | null;
}

/** The values of a column, the most frequent first. Throws NOT_FOUND, LOCKED or IMPORT_UNUSABLE. */
export async function readValues(
  file: OpenFile,
  { uploadId, column }: { readonly uploadId: Id; readonly column: string },
  signal?: AbortSignal,
): Promise<{ values: ColumnValue[]; more: boolean }> {
  const counts = await orLocked(countValues(file, uploadId, column, pace([signal, file.closing])));
  const kinds = await kindsByName(file);
  const values = [...counts]
    .sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1))
    .slice(0, SHOWN_VALUES)
    .map(([value, rows]) => ({
      value,
      rows,
      kind: kinds.get(foldText(value)) ?? null,
      origin: originOfWord(value),
    }));
  return { values, more: counts.size > SHOWN_VALUES };
}

async function countValues(
  file: OpenFile,
  uploadId: Id,
  column: string,
  breath: Pace,
): Promise<ReadonlyMap<string, number>> {
  const source = await openTable(file, uploadId, breath);
  const counts = new Map<string, number>();
  let read = 0;
  for await (const batch of source.rows().batches()) {
    for (const row of batch) {
      const value = row.cell(column);
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    read += batch.length;
    await breath.step('reading', read, Math.max(source.lines, read));
  }
  return counts;
}

async function kindsByName({ store }: OpenFile): Promise<ReadonlyMap<string, string>> {
  const kinds = (await allCodes(store.read)).filter(({ list }) => list === 'fact-kind');
  return new Map(
    kinds.flatMap(({ code, nameNl, nameFr, nameEn }) =>
      [code, nameEn, nameFr, nameNl].map((name) => [foldText(name), code] as const),
    ),
  );
}
