import type {
  FactImport,
  FactImportEvent,
  FactImportInput,
  RefusedFactRow,
} from '#shared/contract/facts.ts';
import type { Json } from '#shared/domain/operations/operation.ts';
import { type Id, makeId } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../../context.ts';
import { WorkbenchError } from '../../../errors.ts';
import type { WriteHandle } from '../../../store/handles.ts';
import {
  insertFactRefusals,
  type StoredRefusal,
} from '../../../store/repositories/fact-refusal-repository.ts';
import { putFactBatch } from '../../../store/repositories/fact-repository.ts';
import {
  type FactSourceRow,
  findFactSource,
  putFactImport,
  putFactSource,
} from '../../../store/repositories/fact-source-repository.ts';
import { ImportTurns, type Pace, unusable } from '../../territory/index.ts';
import { readFactImport } from '../fact-imports.ts';
import { FactBatches } from './fact-batches.ts';
import { FactReader } from './fact-reader.ts';

const turns = new ImportTurns(['facts', 'outbox']);

/**
 * Reads a file, ties its facts and stores them in one transaction, in its turn. Throws IMPORT_BUSY,
 * IMPORT_UNUSABLE, INVALID_FIELD or NOT_FOUND; then nothing is stored.
 */
export function importFacts(
  file: OpenFile,
  input: FactImportInput,
  signal?: AbortSignal,
): AsyncGenerator<FactImportEvent, void, void> {
  return turns.run(file, (breath) => importFile(file, input, breath), signal);
}

interface Collected {
  readonly reader: FactReader;
  readonly batches: FactBatches;
  readonly refused: readonly RefusedFactRow[];
}

async function importFile(
  file: OpenFile,
  input: FactImportInput,
  breath: Pace,
): Promise<FactImport> {
  const reader = await FactReader.open(file, input, breath);
  const batches = new FactBatches();
  const refused: RefusedFactRow[] = [];
  for await (const batch of reader.batches()) {
    for (const one of batch) {
      if ('refused' in one) refused.push(one.refused);
      else batches.add(one.neighbourhoodId, one.fact);
    }
    await breath.step('reading', reader.counts.read, reader.lines);
  }
  if (reader.counts.stored === 0) throw unusable('nothing-usable', reader.counts.read);
  const id = await file.store.write((handle) =>
    storeImport(file, handle, input, { reader, batches, refused }, breath),
  );
  return readFactImport(file.store.read, id);
}

async function storeImport(
  { store }: OpenFile,
  handle: WriteHandle,
  { sourceId, plan }: FactImportInput,
  { reader, batches, refused }: Collected,
  breath: Pace,
): Promise<Id> {
  const source = await findFactSource(handle.tables, sourceId);
  if (source === undefined) throw new WorkbenchError('NOT_FOUND', { what: 'fact-source' });
  await keepPlan(handle, source, plan);
  const newId = () => makeId(Date.parse(store.clock.now()), store.entropy.bytes(16));
  const { officerId } = store.identity;
  const importId = newId();
  const made = {
    sourceId,
    fileName: reader.fileName,
    importedAt: store.clock.now(),
    importedBy: officerId,
    plan,
    counts: reader.counts,
  };
  await putFactImport(handle, { id: importId, ...made, undoneAt: null, version: 1 });
  await handle.record({
    entity: 'fact-import',
    entityId: importId,
    baseVersion: 0,
    change: { kind: 'command', name: 'importFacts', arguments: made },
  });
  await insertFactRefusals(handle, importId, refused satisfies readonly StoredRefusal[]);
  let written = 0;
  for (const { neighbourhoodId, facts } of batches.all()) {
    const id = newId();
    await putFactBatch(handle, { id, importId, neighbourhoodId, facts, version: 1 });
    await handle.record({
      entity: 'fact-batch',
      entityId: id,
      baseVersion: 0,
      change: {
        kind: 'command',
        name: 'storeFacts',
        arguments: {
          importId,
          neighbourhoodId,
          authorId: officerId,
          facts: JSON.parse(JSON.stringify(facts)) as Json,
        },
      },
    });
    written += facts.length;
    await breath.step('writing', written, reader.counts.stored);
  }
  return importId;
}

/** The plan is kept with its source, so that the next file of it is read in the same way. */
async function keepPlan(handle: WriteHandle, source: FactSourceRow, plan: Json): Promise<void> {
  if (JSON.stringify(source.mapping) === JSON.stringify(plan)) return;
  await putFactSource(handle, { ...source, mapping: plan, version: source.version + 1 });
  await handle.record({
    entity: 'fact-source',
    entityId: source.id,
    baseVersion: source.version,
    change: { kind: 'patch', fields: { mapping: plan } },
  });
}
