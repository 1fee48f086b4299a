import type { ContactPromise } from '#shared/domain/promises/promise.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import { deleteDraft } from '../../store/repositories/draft-repository.ts';
import { findPromise, openPromises } from '../../store/repositories/promise-repository.ts';

export async function readOpenPromises({ store }: OpenFile): Promise<ContactPromise[]> {
  return [...(await openPromises(store.read))];
}

/**
 * Closes a promise with what the resident was told. Closing it again in the same way changes nothing;
 * in another way is ALREADY_EXISTS. Throws NOT_FOUND.
 */
export async function closePromise(
  file: OpenFile,
  input: { readonly id: Id; readonly kept: boolean; readonly outcome: string },
): Promise<ContactPromise> {
  const { store } = file;
  const state = input.kept ? 'kept' : 'not-kept';
  const closed = await store.write(async (handle) => {
    const found = await findPromise(handle.tables, input.id);
    if (!found) throw new WorkbenchError('NOT_FOUND', { what: 'promise' });
    const { promise, version } = found;
    if (promise.state !== 'open') {
      if (promise.state === state && promise.outcome === input.outcome) return promise;
      throw new WorkbenchError('ALREADY_EXISTS', { what: 'promise-outcome' });
    }
    const closedAt = store.clock.now();
    // An outcome that was being typed is kept as a draft under the promise's id.
    await deleteDraft(handle, input.id);
    await handle.tables
      .updateTable('promise')
      .set({ state, outcome: input.outcome, closed_at: closedAt, version: version + 1 })
      .where('id', '=', input.id)
      .execute();
    await handle.record({
      entity: 'promise',
      entityId: input.id,
      baseVersion: version,
      change: {
        kind: 'command',
        name: 'closePromise',
        arguments: { state, outcome: input.outcome, closedAt },
      },
    });
    return { ...promise, state, outcome: input.outcome, closedAt } as const;
  });
  file.announce(['promises', 'drafts', 'outbox']);
  return closed;
}
