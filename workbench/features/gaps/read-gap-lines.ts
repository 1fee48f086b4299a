import type { GapLine } from '#shared/contract/gaps.ts';

import type { OpenFile } from '../../context.ts';
import { townPlaces } from './town-places.ts';

/** Every piece of street of today; they change with the territory alone. */
export async function readGapLines({ store }: OpenFile): Promise<GapLine[]> {
  const town = await townPlaces(store);
  return town.segments.map(({ id, street, roadClass, line }) => ({
    id,
    streetId: town.levels.street[street]?.id ?? id,
    roadClass,
    line: line.map(([longitude, latitude]) => [longitude, latitude]),
  }));
}
