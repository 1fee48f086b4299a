import type { FactImportInput, FactPreview } from '#shared/contract/facts.ts';
import type { Fact } from '#shared/domain/facts/fact.ts';
import { factPeriodOf } from '#shared/domain/facts/fact-time.ts';

import type { OpenFile } from '../../../context.ts';
import { orLocked, type Pace, pace } from '../../territory/index.ts';
import { FactReader } from './fact-reader.ts';
import type { TieIndex } from './tie-index.ts';

const SAMPLE_ROWS = 20;
const SHOWN_REFUSALS = 200;

/** Reads the whole file as the import would; stores nothing. Throws what the import would throw. */
export async function previewFacts(
  file: OpenFile,
  input: FactImportInput,
  signal?: AbortSignal,
): Promise<FactPreview> {
  return orLocked(preview(file, input, pace([signal, file.closing])));
}

async function preview(file: OpenFile, input: FactImportInput, breath: Pace): Promise<FactPreview> {
  const reader = await FactReader.open(file, input, breath);
  const sample: FactPreview['sample'] = [];
  const refused: FactPreview['refused'] = [];
  let unnumbered = 0;
  for await (const batch of reader.batches()) {
    for (const one of batch) {
      if ('refused' in one) {
        if (refused.length < SHOWN_REFUSALS) refused.push(one.refused);
        continue;
      }
      if (one.fact.externalId === undefined) unnumbered += 1;
      if (sample.length < SAMPLE_ROWS) {
        sample.push({ row: one.row, ...shown(one.fact, reader.index) });
      }
    }
    await breath.step('reading', reader.counts.read, reader.lines);
  }
  return { counts: reader.counts, sample, refused, unnumbered };
}

function shown(fact: Fact, index: TieIndex) {
  const { precision, firstDay } = factPeriodOf(fact.time);
  const street = index.streetName(fact.streetId ?? '');
  return {
    externalId: fact.externalId ?? null,
    kind: fact.kind,
    origin: fact.origin,
    amount: fact.amount ?? 1,
    precision,
    firstDay,
    occurredAt: precision === 'moment' ? fact.time : null,
    tie: fact.tie,
    streetNameNl: street.nameNl,
    streetNameFr: street.nameFr,
    placeText: fact.placeText ?? null,
    outcome: fact.outcome ?? null,
  };
}
