import type { MapLandscape } from '#shared/contract/territory.ts';

import type { OpenFile } from '../../../context.ts';
import { landscapeOf } from '../../../store/repositories/territory-repository.ts';
import { keepPerTerritory } from '../versioned-cache.ts';

/** Water, green and railways of today, with all their points, for the drawn base map. */
export function readLandscape(file: OpenFile): Promise<MapLandscape[]> {
  return landscapeOfToday(file.store);
}

const landscapeOfToday = keepPerTerritory(async ({ read }, today): Promise<MapLandscape[]> => {
  const rows = await landscapeOf(read, today).execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    nameNl: row.name_nl,
    nameFr: row.name_fr,
    geometry: JSON.parse(row.geometry) as MapLandscape['geometry'],
  }));
});
