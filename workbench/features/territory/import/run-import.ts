import { createReadStream } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { createGzip } from 'node:zlib';

import type { ImportEvent, ImportPlan, ImportRecord } from '#shared/contract/territory.ts';
import type { Instant } from '#shared/lib/dates.ts';
import { makeId } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../../context.ts';
import type { WriteHandle } from '../../../store/handles.ts';
import { storedChanges } from '../../../store/repositories/territory-changes.ts';
import {
  beginImport,
  finishImport,
  importRecord,
  keepSource,
  newestImportedAt,
} from '../../../store/repositories/territory-import-repository.ts';
import { highestRowIds } from '../../../store/repositories/territory-import-rows.ts';
import { assertReadable, carryOut, readingOf } from './carry-out.ts';
import { ImportTurns } from './import-turns.ts';
import type { Pace } from './pace.ts';
import { openSource, type Source } from './source/open-source.ts';
import { type Survey, survey } from './survey.ts';
import { Tally } from './tally.ts';
import { unusable } from './unusable.ts';

const turns = new ImportTurns(['territory', 'outbox']);

/**
 * Reads, compares and stores a file in one transaction, in its turn. Throws IMPORT_BUSY,
 * IMPORT_UNUSABLE, INVALID_FIELD or NOT_FOUND; then nothing is stored.
 */
export function runImport(
  file: OpenFile,
  plan: ImportPlan,
  signal?: AbortSignal,
): AsyncGenerator<ImportEvent, void, void> {
  return turns.run(file, (breath) => importFile(file, plan, breath), signal);
}

async function importFile(file: OpenFile, plan: ImportPlan, breath: Pace): Promise<ImportRecord> {
  const source = await openSource(file.uploads.get(plan.uploadId), breath);
  assertReadable(source, plan);
  const surveyed = await survey(source, plan, breath);
  const packed = await buffer(createReadStream(source.path).pipe(createGzip()));
  await breath.step('comparing', 0, surveyed.rows);
  return file.store.write((handle) =>
    storeImport(file, handle, plan, source, surveyed, packed, breath),
  );
}

async function storeImport(
  file: OpenFile,
  handle: WriteHandle,
  plan: ImportPlan,
  source: Source,
  surveyed: Survey,
  packed: Uint8Array,
  breath: Pace,
): Promise<ImportRecord> {
  const { store } = file;
  const { tables } = handle;
  const newId = () => makeId(Date.parse(store.clock.now()), store.entropy.bytes(16));
  const importId = newId();
  const tally = new Tally();
  await beginImport(tables, {
    id: importId,
    plan,
    fileName: source.fileName,
    sourceSha256: source.sha256,
    importedAt: laterThan(await newestImportedAt(tables), store.clock.now()),
    importedBy: file.officerName,
    counts: tally.counts,
  });
  await carryOut(
    {
      read: tables,
      changes: storedChanges(tables, {
        importId,
        validFrom: plan.validFrom,
        newId,
        highest: await highestRowIds(tables),
      }),
      storing: true,
      plan,
      source,
      reading: readingOf(plan),
      pace: breath,
      tally,
      rows: surveyed.rows,
    },
    surveyed,
  );
  const { counts } = tally;
  if (counts.refused === counts.read) throw unusable('nothing-usable', counts.read);
  await keepSource(tables, { sha256: source.sha256, size: source.size, content: packed });
  await finishImport(tables, importId, counts);
  await handle.record({
    entity: 'territory-import',
    entityId: importId,
    baseVersion: 0,
    change: {
      kind: 'command',
      name: 'importTerritory',
      arguments: {
        layer: plan.layer,
        mapping: { ...plan.mapping },
        coordinateSystem: plan.coordinateSystem,
        validFrom: plan.validFrom,
        complete: plan.complete,
        credit: plan.credit,
        sourceSha256: source.sha256,
        counts: { ...counts },
      },
    },
  });
  return importRecord(tables, importId);
}

/** The moment of an import, always later than that of the one before, so that "the newest" is one. */
function laterThan(newest: Instant | undefined, now: Instant): Instant {
  if (newest === undefined || newest < now) return now;
  return new Date(Date.parse(newest) + 1).toISOString();
}
