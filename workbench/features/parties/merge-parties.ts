import type { PartyDossier } from '#shared/contract/parties.ts';
import { problemOfMerge } from '#shared/domain/parties/party.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import type { ReadHandle } from '../../store/handles.ts';
import {
  findMerge,
  insertMerge,
  mergesOf,
  undoMerge,
} from '../../store/repositories/party-merge-repository.ts';
import { findParty } from '../../store/repositories/party-repository.ts';
import { getParty } from './read-parties.ts';

/**
 * Links a party to the one it shows under from now on. Neither is changed, so that the link can be taken
 * back at any time. Sent twice it is stored once. Throws NOT_FOUND, INVALID_FIELD by the rules of
 * `problemOfMerge`, or ALREADY_EXISTS for another merge under the same id.
 */
export async function mergeParties(
  file: OpenFile,
  input: { readonly id: Id; readonly partyId: Id; readonly intoId: Id },
): Promise<PartyDossier> {
  const { store } = file;
  const { id, partyId, intoId } = input;
  const isNew = await store.write(async (handle) => {
    const known = await findMerge(handle.tables, id);
    if (known) {
      if (known.partyId === partyId && known.intoId === intoId) return false;
      throw new WorkbenchError('ALREADY_EXISTS', { what: 'party-merge' });
    }
    const party = await standing(handle.tables, partyId);
    const problem = problemOfMerge(party, await standing(handle.tables, intoId));
    if (problem) throw new WorkbenchError('INVALID_FIELD', problem);
    const { officerId } = store.identity;
    const merge = { id, partyId, intoId, madeBy: officerId, madeAt: store.clock.now() };
    await insertMerge(handle, merge);
    await handle.record({
      entity: 'party-merge',
      entityId: id,
      baseVersion: 0,
      change: { kind: 'command', name: 'mergeParties', arguments: { partyId, intoId } },
    });
    return true;
  });
  if (isNew) file.announce(['parties', 'outbox']);
  return getParty(file, { id: intoId });
}

/**
 * Takes a merge back: both parties stand for themselves again, with what was written in each since.
 * Taken back twice it is taken back once. Throws NOT_FOUND.
 */
export async function unmergeParties(
  file: OpenFile,
  { mergeId }: { readonly mergeId: Id },
): Promise<PartyDossier> {
  const { store } = file;
  const partyId = await store.write(async (handle) => {
    const merge = await findMerge(handle.tables, mergeId);
    if (!merge) throw new WorkbenchError('NOT_FOUND', { what: 'party-merge' });
    if (merge.isUndone) return merge.partyId;
    await undoMerge(handle, merge, { by: store.identity.officerId, at: store.clock.now() });
    await handle.record({
      entity: 'party-merge',
      entityId: mergeId,
      baseVersion: merge.version,
      change: { kind: 'command', name: 'unmergeParties', arguments: {} },
    });
    return merge.partyId;
  });
  file.announce(['parties', 'outbox']);
  return getParty(file, { id: partyId });
}

async function standing(read: ReadHandle, id: Id) {
  const party = await findParty(read, id);
  if (!party) throw new WorkbenchError('NOT_FOUND', { what: 'party' });
  const merges = await mergesOf(read, id);
  return { ...party, isMerged: merges.some((merge) => merge.party.id === id) };
}
