import { handedTo, type KeptPromise } from '#shared/domain/promises/promise.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import { officerById } from '../../store/repositories/people-repository.ts';
import { findPromise, updatePromise } from '../../store/repositories/promise-repository.ts';
import { withKeeper } from './keepers.ts';

/**
 * Hands an open promise to a colleague; the day that the resident was told stays. To who keeps it already
 * it changes nothing. Throws NOT_FOUND (promise, officer) and INVALID_FIELD (id: closed).
 */
export async function reassignPromise(
  file: OpenFile,
  input: { readonly id: Id; readonly ownerId: Id },
): Promise<KeptPromise> {
  const { promise, isNew } = await file.store.write(async (handle) => {
    const found = await findPromise(handle.tables, input.id);
    if (!found) throw new WorkbenchError('NOT_FOUND', { what: 'promise' });
    const owner = await officerById(handle.tables, input.ownerId).executeTakeFirst();
    if (!owner) throw new WorkbenchError('NOT_FOUND', { what: 'officer' });
    const next = handedTo(found.promise, { id: owner.id, displayName: owner.display_name });
    if (!next) throw new WorkbenchError('INVALID_FIELD', { field: 'id', reason: 'closed' });
    if (next === found.promise) return { promise: next, isNew: false };
    await updatePromise(handle, next, found.version);
    await handle.record({
      entity: 'promise',
      entityId: input.id,
      baseVersion: found.version,
      change: {
        kind: 'command',
        name: 'reassignPromise',
        arguments: { ownerId: next.ownerId, fromOwnerId: found.promise.ownerId },
      },
    });
    return { promise: next, isNew: true };
  });
  if (isNew) file.announce(['promises', 'outbox']);
  return withKeeper(file, promise);
}
