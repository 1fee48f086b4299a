import { weightsOn, type WeightsVersion } from '#shared/domain/facts/weights.ts';
import { addDays, type Day } from '#shared/lib/dates.ts';

import type { ReadHandle } from '../../store/handles.ts';
import { listFactWeights } from '../../store/repositories/fact-weights-repository.ts';

/**
 * The weights that a report of a period takes: those that held on its last day, so that later ones do not
 * change it. What the centre set aside holds for nobody. Undefined where none had been set.
 *
 * @param to the first day that is no longer in the period
 */
export async function weightsFor(read: ReadHandle, to: Day): Promise<WeightsVersion | undefined> {
  const versions = await listFactWeights(read);
  return weightsOn(
    versions.filter(({ isSetAside }) => !isSetAside),
    addDays(to, -1),
  );
}
