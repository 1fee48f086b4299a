import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../../context.ts';
import { streetsPerNeighbourhood } from '../../../store/repositories/territory-counts.ts';
import { keepPerTerritory } from '../versioned-cache.ts';

/** How many streets have a segment of today in each neighbourhood of today; absent when none has. */
export function countStreets(file: OpenFile): Promise<ReadonlyMap<Id, number>> {
  return countsOfToday(file.store);
}

const countsOfToday = keepPerTerritory(async ({ read }, today) => {
  const rows = await streetsPerNeighbourhood(read, today).execute();
  return new Map(rows.map((row) => [row.neighbourhood_id, row.streets]));
});
