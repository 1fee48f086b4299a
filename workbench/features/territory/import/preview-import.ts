import type { ImportPlan, ImportPreview } from '#shared/contract/territory.ts';
import { makeId } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../../context.ts';
import { withoutChanges } from '../../../store/repositories/territory-changes.ts';
import { highestRowIds } from '../../../store/repositories/territory-import-rows.ts';
import { assertReadable, carryOut, readingOf } from './carry-out.ts';
import { orLocked, type Pace, pace } from './pace.ts';
import { openSource } from './source/open-source.ts';
import { survey } from './survey.ts';
import { Tally } from './tally.ts';

/**
 * Reads the whole file and compares it with what is there, as the import would; stores nothing.
 * Throws what the import would throw: IMPORT_UNUSABLE, INVALID_FIELD, NOT_FOUND; LOCKED when the desk closes.
 */
export async function previewImport(
  file: OpenFile,
  plan: ImportPlan,
  signal?: AbortSignal,
): Promise<ImportPreview> {
  return orLocked(preview(file, plan, pace([signal, file.closing])));
}

async function preview(file: OpenFile, plan: ImportPlan, breath: Pace): Promise<ImportPreview> {
  const { store } = file;
  const source = await openSource(file.uploads.get(plan.uploadId), breath);
  assertReadable(source, plan);
  const surveyed = await survey(source, plan, breath);
  const tally = new Tally();
  const newId = () => makeId(Date.parse(store.clock.now()), store.entropy.bytes(16));
  await carryOut(
    {
      read: store.read,
      changes: withoutChanges({
        importId: '',
        validFrom: plan.validFrom,
        newId,
        highest: await highestRowIds(store.read),
      }),
      storing: false,
      plan,
      source,
      reading: readingOf(plan),
      pace: breath,
      tally,
      rows: surveyed.rows,
    },
    surveyed,
  );
  return tally.preview();
}
