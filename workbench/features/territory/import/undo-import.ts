import { setImmediate } from 'node:timers/promises';

import type { ImportRecord } from '#shared/contract/territory.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../../context.ts';
import { WorkbenchError } from '../../../errors.ts';
import {
  importRecord,
  markUndone,
} from '../../../store/repositories/territory-import-repository.ts';
import { countUses, takeBack } from '../../../store/repositories/territory-undo.ts';

/**
 * Takes the newest import of a layer back: rows it began are gone, rows it ended go on, values it put
 * right are what they were. Throws NOT_FOUND, INVALID_FIELD (importId: 'undone' or 'not-newest'), or
 * IMPORT_IN_USE when contacts, promises, posts, partners or later imports rely on what it brought in.
 */
export async function undoImport(
  file: OpenFile,
  input: { readonly importId: Id },
): Promise<ImportRecord> {
  const { store } = file;
  const { importId } = input;
  const record = await store.write(async (handle) => {
    const { tables } = handle;
    const found = await importRecord(tables, importId);
    if (!found.canUndo) {
      const reason = found.undoneAt === null ? 'not-newest' : 'undone';
      throw new WorkbenchError('INVALID_FIELD', { field: 'importId', reason });
    }
    const uses = await countUses(tables, importId);
    if (uses > 0) throw new WorkbenchError('IMPORT_IN_USE', { uses });
    await takeBack(tables, importId, () => setImmediate());
    await markUndone(tables, importId, store.clock.now());
    await handle.record({
      entity: 'territory-import',
      entityId: importId,
      baseVersion: 1,
      change: { kind: 'command', name: 'undoTerritoryImport', arguments: {} },
    });
    return importRecord(tables, importId);
  });
  file.announce(['territory', 'outbox']);
  return record;
}
