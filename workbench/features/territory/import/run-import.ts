import { createReadStream } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { createGzip } from 'node:zlib';

import type { ImportEvent, ImportPlan, ImportRecord } from '#shared/contract/territory.ts';
import type { Instant } from '#shared/lib/dates.ts';
import { makeId } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../../context.ts';
import { WorkbenchError } from '../../../errors.ts';
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
import { eventQueue } from './event-queue.ts';
import { ImportCancelled, type Pace, pace } from './pace.ts';
import { openSource, type Source } from './source/open-source.ts';
import { type Survey, survey } from './survey.ts';
import { Tally } from './tally.ts';
import { unusable } from './unusable.ts';

/** Files in which an import is running; one at a time, since each compares with what is there. */
const running = new WeakSet<OpenFile['store']>();

/**
 * Reads, compares and stores a file in one transaction, telling how far it is. Breaking off (the
 * iterator, the signal, or the desk closing) cancels: nothing is stored.
 * Throws IMPORT_BUSY, IMPORT_UNUSABLE, INVALID_FIELD or NOT_FOUND; then, too, nothing is stored.
 */
export async function* runImport(
  file: OpenFile,
  plan: ImportPlan,
  signal?: AbortSignal,
): AsyncGenerator<ImportEvent, void, void> {
  if (running.has(file.store)) throw new WorkbenchError('IMPORT_BUSY');
  running.add(file.store);
  const brokenOff = new AbortController();
  const events = eventQueue<ImportEvent>();
  const breath = pace([signal, file.closing, brokenOff.signal], (phase, done, total) => {
    events.replace({ type: 'progress', phase, done, total });
  });
  const work = importFile(file, plan, breath).then(
    (record) => {
      file.announce(['territory', 'outbox']);
      events.end({ type: 'done', record });
    },
    (cause: unknown) => {
      if (cause instanceof ImportCancelled) events.end({ type: 'cancelled' });
      else events.fail(cause);
    },
  );
  try {
    yield* events;
  } finally {
    brokenOff.abort();
    await work;
    running.delete(file.store);
  }
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
