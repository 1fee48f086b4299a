import type { NeighbourhoodPicture } from '#shared/contract/streets.ts';
import { countedSince } from '#shared/domain/streets/picture.ts';
import { dayInterval, dayOf } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import { officersOfNeighbourhoods } from '../../store/repositories/people-repository.ts';
import { boundsOfArea, streetsOfNeighbourhood } from '../../store/repositories/place-extent.ts';
import {
  neighbourhoodRows,
  neighbourhoodVersions,
} from '../../store/repositories/place-versions.ts';
import { readPicture } from './read-picture.ts';

/** Everything about one neighbourhood; its versions count as one. Throws NOT_FOUND (neighbourhood). */
export async function readNeighbourhood(
  { store }: OpenFile,
  { id }: { readonly id: Id },
): Promise<NeighbourhoodPicture> {
  const { read } = store;
  const today = dayOf(store.clock.now());
  const since = countedSince(today);
  const ids = await neighbourhoodVersions(read, id);
  const [area] = await neighbourhoodRows(read, ids);
  if (!area) throw new WorkbenchError('NOT_FOUND', { what: 'neighbourhood' });
  const [begin] = dayInterval(since);
  const streets = await streetsOfNeighbourhood(read, ids, today, begin);
  const officers = await officersOfNeighbourhoods(read, [area.id], today).execute();
  const bounds = await boundsOfArea(read, area.id);
  return {
    id: area.id,
    nameNl: area.nameNl,
    nameFr: area.nameFr,
    endedOn: area.validTo <= today ? area.validTo : null,
    officers: officers.map((officer) => ({
      officerId: officer.officer_id,
      displayName: officer.display_name,
    })),
    bounds: bounds && [...bounds],
    streets,
    picture: await readPicture(read, { column: 'neighbourhood_id', ids }, { today, since }),
  };
}
