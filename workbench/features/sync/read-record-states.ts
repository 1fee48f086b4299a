import type { RecordStandingAnswer } from '#shared/contract/sync-lines.ts';
import type { Entity } from '#shared/domain/operations/operation.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { recordStandings } from '../../store/repositories/record-state-repository.ts';

/** Where these records stand on their way to the centre; one that is not in the answer came from there. */
export async function readRecordStates(
  { store }: OpenFile,
  { entity, ids }: { readonly entity: Entity; readonly ids: readonly Id[] },
): Promise<RecordStandingAnswer[]> {
  const standings = await recordStandings(store.read, entity, ids);
  return [...standings].map(([id, standing]) => ({ id, ...standing }));
}
