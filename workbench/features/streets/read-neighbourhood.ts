import type { NeighbourhoodPicture } from '#shared/contract/streets.ts';
import { countedSince } from '#shared/domain/streets/picture.ts';
import { dayInterval, dayOf } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import { officersOfNeighbourhoods } from '../../store/repositories/people-repository.ts';
import { boundsOfArea, streetsOfNeighbourhood } from '../../store/repositories/place-extent.ts';
import { countClosedPromises } from '../../store/repositories/place-promises.ts';
import {
  neighbourhoodRows,
  neighbourhoodVersions,
} from '../../store/repositories/place-versions.ts';
import { openPromises } from '../../store/repositories/promise-repository.ts';
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
  const here = new Set(ids);
  const open = (await openPromises(read)).filter(
    ({ neighbourhoodId }) => neighbourhoodId !== null && here.has(neighbourhoodId),
  );
  const [begin] = dayInterval(since);
  const streets = await streetsOfNeighbourhood(read, ids, today, begin);
  const closed = await countClosedPromises(
    read,
    { streetIds: streets.map((street) => street.id), neighbourhoodIds: ids },
    since,
  );
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
    picture: await readPicture(
      read,
      { column: 'neighbourhood_id', ids },
      { open, closed },
      { today, since },
    ),
  };
}
