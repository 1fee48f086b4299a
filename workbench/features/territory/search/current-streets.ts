import { streetNameKey } from '#shared/domain/territory/import/street-name-key.ts';
import { isValidOn } from '#shared/lib/dates.ts';

import { allStreets } from '../../../store/repositories/territory-repository.ts';
import { keepPerTerritory } from '../versioned-cache.ts';
import { type IndexedStreet, makeStreetIndex } from './street-index.ts';
import { streetPlaces } from './street-places.ts';

/** The index of the streets of today, made at the first search and after each change of the territory. */
export const currentStreets = keepPerTerritory(async ({ read }, today) => {
  const rows = await allStreets(read).execute();
  const placesOf = await streetPlaces(read, today);

  const versions = new Map<string, string[]>();
  for (const row of rows) {
    const ids = versions.get(row.official_id);
    if (ids === undefined) versions.set(row.official_id, [row.id]);
    else ids.push(row.id);
  }
  const valid = rows.filter((row) =>
    isValidOn({ validFrom: row.valid_from, validTo: row.valid_to }, today),
  );
  const named = Map.groupBy(valid, (row) => streetNameKey(row.name_nl));

  const streets = valid.map((row): IndexedStreet => {
    const { placeNames, municipalityNames, shown } = placesOf(row);
    const several = (named.get(streetNameKey(row.name_nl))?.length ?? 0) > 1;
    return {
      id: row.id,
      versionIds: versions.get(row.official_id) ?? [row.id],
      nameNl: row.name_nl,
      nameFr: row.name_fr,
      postcode: row.postcode,
      subMunicipality: row.sub_municipality,
      placeShown: row.sub_municipality || (several ? shown : ''),
      placeNames,
      municipalityNames,
    };
  });
  return makeStreetIndex(streets);
});
