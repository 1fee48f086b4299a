import type { SegmentChoice } from '#shared/contract/actions.ts';
import { dayOf } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { streetVersions } from '../../store/repositories/place-versions.ts';
import { segmentsNamed, segmentsOfStreets } from '../../store/repositories/segment-repository.ts';

/** The streets that segments are of, each once. */
export function streetsOf(segments: readonly Pick<SegmentChoice, 'streetId'>[]): readonly Id[] {
  return [...new Set(segments.map(({ streetId }) => streetId))];
}

/** The stretches of a street that are there today. */
export async function readSegments(
  { store }: OpenFile,
  { streetId }: { readonly streetId: Id },
): Promise<SegmentChoice[]> {
  const ids = await streetVersions(store.read, streetId);
  return [...(await segmentsOfStreets(store.read, ids, dayOf(store.clock.now())))];
}

/**
 * The one neighbourhood that all of these segments lie in; null for none of them, or outside of every
 * neighbourhood. Throws INVALID_FIELD (segments: unknown, another-neighbourhood).
 */
export async function neighbourhoodOf(read: ReadHandle, ids: readonly Id[]): Promise<Id | null> {
  const found = await segmentsNamed(read, ids);
  if (found.length < new Set(ids).size) {
    throw new WorkbenchError('INVALID_FIELD', { field: 'segments', reason: 'unknown' });
  }
  const areas = new Set(found.map(({ neighbourhoodId }) => neighbourhoodId));
  if (areas.size > 1) {
    throw new WorkbenchError('INVALID_FIELD', {
      field: 'segments',
      reason: 'another-neighbourhood',
    });
  }
  return found[0]?.neighbourhoodId ?? null;
}
