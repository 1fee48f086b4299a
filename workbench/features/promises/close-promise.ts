import { isCodeOn } from '#shared/domain/codes/code.ts';
import { closed, type Closing, type KeptPromise } from '#shared/domain/promises/promise.ts';
import { dayOf } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import { allCodes } from '../../store/repositories/code-repository.ts';
import { deleteDraft } from '../../store/repositories/draft-repository.ts';
import { findPromise, updatePromise } from '../../store/repositories/promise-repository.ts';
import { withKeeper } from './keepers.ts';

/**
 * Closes a promise with what the resident was told. Closing it again in the same way changes nothing;
 * in another way is ALREADY_EXISTS. Throws NOT_FOUND and INVALID_FIELD (toldBy: unknown-code).
 */
export async function closePromise(
  file: OpenFile,
  input: Closing & { readonly id: Id },
): Promise<KeptPromise> {
  const { store } = file;
  const now = store.clock.now();
  const after = await store.write(async (handle) => {
    const found = await findPromise(handle.tables, input.id);
    if (!found) throw new WorkbenchError('NOT_FOUND', { what: 'promise' });
    const { promise, version } = found;
    const next = closed(promise, input, now);
    if (!next) throw new WorkbenchError('ALREADY_EXISTS', { what: 'promise-outcome' });
    if (next === promise) return promise;
    const { state, outcome, toldBy, closedAt } = next;
    if (toldBy !== null) {
      const codes = await allCodes(handle.tables);
      if (!isCodeOn(codes, 'channel', toldBy, dayOf(now))) {
        throw new WorkbenchError('INVALID_FIELD', { field: 'toldBy', reason: 'unknown-code' });
      }
    }
    // An outcome that was being typed is kept as a draft under the promise's id.
    await deleteDraft(handle, input.id);
    await updatePromise(handle, next, version);
    await handle.record({
      entity: 'promise',
      entityId: input.id,
      baseVersion: version,
      change: {
        kind: 'command',
        name: 'closePromise',
        arguments: { state, outcome, toldBy, closedAt },
      },
    });
    return next;
  });
  file.announce(['promises', 'drafts', 'outbox']);
  return withKeeper(file, after);
}
