import type { FactCounts, FactImportInput, RefusedFactRow } from '#shared/contract/facts.ts';
import { MOST_FACTS_OF_IMPORT } from '#shared/contract/facts.ts';
import { FactDays } from '#shared/domain/facts/coverage.ts';
import { type Fact, FACT_TIES } from '#shared/domain/facts/fact.ts';
import type { FactField, FactPlan } from '#shared/domain/facts/fact-plan.ts';
import { factPeriodOf } from '#shared/domain/facts/fact-time.ts';
import { type FactReading, readFactRow } from '#shared/domain/facts/read-fact-row.ts';
import { toDegrees } from '#shared/domain/territory/import/coordinate-systems.ts';
import { dayOf } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../../context.ts';
import { WorkbenchError } from '../../../errors.ts';
import { idsThatCount } from '../../../store/repositories/fact-repository.ts';
import {
  openSource,
  type Pace,
  type Source,
  type SourceRow,
  unusable,
} from '../../territory/index.ts';
import { loadTieIndex, type TieIndex } from './tie-index.ts';

/** A fact of a row, tied; or why the row is not taken. */
export type ReadRow =
  | { readonly row: number; readonly fact: Fact; readonly neighbourhoodId: Id | null }
  | { readonly refused: RefusedFactRow };

/** Characters of an offending value that a report shows. */
const LONGEST_SHOWN = 80;

/** Opens an upload that must be a table. Throws NOT_FOUND or IMPORT_UNUSABLE. */
export async function openTable(file: OpenFile, uploadId: Id, breath: Pace): Promise<Source> {
  const source = await openSource(file.uploads.get(uploadId), breath);
  if (source.format !== 'csv') throw unusable('wrong-format', source.format);
  return source;
}

/** What a file comes to by a plan, a batch of rows at a time, and the counts so far. */
export class FactReader {
  readonly counts: FactCounts = {
    read: 0,
    stored: 0,
    amount: 0,
    repeated: 0,
    known: 0,
    refused: 0,
    ties: tiesAtZero(),
    days: null,
    months: null,
  };
  readonly #file: OpenFile;
  readonly #source: Source;
  readonly #input: FactImportInput;
  readonly #index: TieIndex;
  readonly #reading: FactReading;
  readonly #seen = new Set<string>();
  readonly #days = new FactDays();

  private constructor(file: OpenFile, source: Source, input: FactImportInput, index: TieIndex) {
    this.#file = file;
    this.#source = source;
    this.#input = input;
    this.#index = index;
    const { plan } = input;
    const today = dayOf(file.store.clock.now());
    this.#reading = { plan, toDegrees: toDegrees(plan.coordinates), today };
  }

  /** Throws IMPORT_UNUSABLE, or INVALID_FIELD for a plan that cannot be followed. */
  static async open(file: OpenFile, input: FactImportInput, breath: Pace): Promise<FactReader> {
    const source = await openTable(file, input.uploadId, breath);
    assertPlan(input.plan);
    return new FactReader(file, source, input, await loadTieIndex(file.store.read));
  }

  get fileName(): string {
    return this.#source.fileName;
  }

  get lines(): number {
    return this.#source.lines;
  }

  get index(): TieIndex {
    return this.#index;
  }

  async *batches(): AsyncGenerator<readonly ReadRow[]> {
    const rows = this.#source.rows();
    for await (const batch of rows.batches()) {
      if (this.counts.read === 0) assertColumns(this.#input.plan, rows.columns());
      const read = batch.map((row) => this.#read(row));
      const known = await this.#known(read);
      const counted = read.map((one) => this.#count(one, known));
      const days = this.#days.days();
      this.counts.days = days && { first: days.first, last: days.last };
      this.counts.months = days && { ...days.months };
      yield counted;
      if (this.counts.read > MOST_FACTS_OF_IMPORT) {
        throw unusable('too-many-rows', MOST_FACTS_OF_IMPORT);
      }
    }
    if (this.counts.read === 0) throw unusable('no-rows');
  }

  #read(row: SourceRow): ReadRow {
    const { columns, reachMetres } = this.#input.plan;
    const refused = (reason: RefusedFactRow['reason'], column: string, value: string): ReadRow => ({
      refused: { row: row.row, reason, column, value: value.slice(0, LONGEST_SHOWN) },
    });
    if (!row.complete) return refused('wrong-column-count', '', '');
    const cell = (field: FactField): string => {
      const column = columns[field];
      return column === undefined ? '' : row.cell(column);
    };
    const found = readFactRow(cell, this.#reading);
    if ('refused' in found) {
      const { reason, field, value } = found.refused;
      return refused(reason, columns[field] ?? '', value);
    }
    const { externalId } = found.fact;
    if (externalId !== undefined) {
      if (this.#seen.has(externalId)) {
        return refused('repeated', columns.externalId ?? '', externalId);
      }
      this.#seen.add(externalId);
    }
    const tied = this.#index.tie(found.fact, reachMetres);
    const { tie, streetId, segmentId, neighbourhoodId } = tied;
    return {
      row: row.row,
      neighbourhoodId,
      fact: {
        ...found.fact,
        tie,
        ...(streetId !== null && { streetId }),
        ...(segmentId !== null && { segmentId }),
      },
    };
  }

  async #known(read: readonly ReadRow[]): Promise<ReadonlySet<string>> {
    const ids = read.flatMap((one) => ('fact' in one ? (one.fact.externalId ?? []) : []));
    return idsThatCount(this.#file.store.read, this.#input.sourceId, ids);
  }

  #count(one: ReadRow, known: ReadonlySet<string>): ReadRow {
    const { counts } = this;
    counts.read += 1;
    if ('refused' in one) {
      counts[one.refused.reason === 'repeated' ? 'repeated' : 'refused'] += 1;
      return one;
    }
    const { externalId } = one.fact;
    if (externalId !== undefined && known.has(externalId)) {
      counts.known += 1;
      const column = this.#input.plan.columns.externalId ?? '';
      const value = externalId.slice(0, LONGEST_SHOWN);
      return { refused: { row: one.row, reason: 'known', column, value } };
    }
    counts.stored += 1;
    counts.amount = (counts.amount ?? 0) + (one.fact.amount ?? 1);
    counts.ties[one.fact.tie] += 1;
    this.#days.add(factPeriodOf(one.fact.time));
    return one;
  }
}

function tiesAtZero(): FactCounts['ties'] {
  return Object.fromEntries(FACT_TIES.map((tie) => [tie, 0])) as FactCounts['ties'];
}

function assertPlan({ columns }: FactPlan): void {
  if (columns.date !== undefined || columns.year !== undefined) return;
  throw new WorkbenchError('INVALID_FIELD', { field: 'plan.columns.date', reason: 'required' });
}

function assertColumns({ columns }: FactPlan, there: readonly string[]): void {
  const missing = Object.entries(columns).find(([, column]) => !there.includes(column));
  if (missing === undefined) return;
  throw new WorkbenchError('INVALID_FIELD', {
    field: `plan.columns.${missing[0]}`,
    reason: 'no-such-column',
  });
}
