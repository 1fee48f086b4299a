import type { NeighbourhoodRow } from '#shared/contract/people.ts';
import { dayOf } from '#shared/lib/dates.ts';

import type { OpenFile } from '../../context.ts';
import { heldAreas } from '../../store/repositories/held-areas.ts';
import { officersOfNeighbourhoods } from '../../store/repositories/people-repository.ts';
import { areaNames } from '../../store/repositories/territory-repository.ts';
import { countStreets } from '../territory/index.ts';

/** The neighbourhoods of today by Dutch name, with their streets counted and who answers for them today. */
export async function readNeighbourhoods(file: OpenFile): Promise<NeighbourhoodRow[]> {
  const { read, clock } = file.store;
  const today = dayOf(clock.now());
  const rows = await areaNames(read, ['neighbourhood'], today).execute();
  if (rows.length === 0) return [];
  const streets = await countStreets(file);
  const held = await heldAreas(read);
  const officers = Map.groupBy(
    await officersOfNeighbourhoods(
      read,
      rows.map((row) => row.id),
      today,
    ).execute(),
    (row) => row.neighbourhood_id,
  );
  return rows
    .map((row) => ({
      id: row.id,
      officialId: row.official_id,
      nameNl: row.name_nl,
      nameFr: row.name_fr,
      isHeld: held === null || held.has(row.id),
      streets: streets.get(row.id) ?? 0,
      officers: (officers.get(row.id) ?? []).map((officer) => ({
        postId: officer.post_id,
        officerId: officer.officer_id,
        displayName: officer.display_name,
      })),
    }))
    .sort((one, other) => one.nameNl.localeCompare(other.nameNl, 'nl'));
}
