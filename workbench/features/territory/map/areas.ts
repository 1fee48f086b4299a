import type { MapArea } from '#shared/contract/territory.ts';
import type { AreaKind } from '#shared/domain/territory/territory.ts';
import { dayOf } from '#shared/lib/dates.ts';

import type { OpenFile } from '../../../context.ts';
import { areasOfKinds } from '../../../store/repositories/territory-repository.ts';

/** The polygons of today of these kinds, with all their points, for the drawn base map. */
export async function readAreas(
  file: OpenFile,
  input: { readonly kinds: readonly AreaKind[] },
): Promise<MapArea[]> {
  if (input.kinds.length === 0) return [];
  const { read, clock } = file.store;
  const rows = await areasOfKinds(read, input.kinds, dayOf(clock.now())).execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    officialId: row.official_id,
    nameNl: row.name_nl,
    nameFr: row.name_fr,
    geometry: JSON.parse(row.geometry) as MapArea['geometry'],
  }));
}
