import {
  type Line,
  middleOf,
  type MultiPolygonRings,
  type Position,
} from '#shared/domain/territory/geometry.ts';
import {
  type AreaIndex,
  indexAreas,
  type KeyedArea,
} from '#shared/domain/territory/import/area-index.ts';
import { placeNameKey } from '#shared/domain/territory/import/street-name-key.ts';
import type { Day } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../../../store/handles.ts';
import { areasOfKinds, longestSegments } from '../../../store/repositories/territory-repository.ts';

interface StreetRow {
  readonly id: Id;
  readonly municipality_code: string;
  readonly sub_municipality: string;
}

interface Place extends KeyedArea {
  readonly nameNl: string;
  readonly nameFr: string;
}

/** The names of the places that hold a street, in both languages and as people say them. */
export interface StreetPlaces {
  readonly placeNames: readonly string[];
  readonly municipalityNames: readonly string[];
  /** What to call the place of the street: its sub-municipality, else its municipality; may be empty. */
  readonly shown: string;
}

/** Tells of each street in which places it lies: by its code or name of a place, else by its middle. */
export async function streetPlaces(
  read: ReadHandle,
  today: Day,
): Promise<(street: StreetRow) => StreetPlaces> {
  const rows = await areasOfKinds(read, ['municipality', 'sub-municipality'], today).execute();
  const ofKind = (kind: string): readonly Place[] =>
    rows
      .filter((row) => row.kind === kind)
      .map((row) => ({
        id: row.id,
        officialId: row.official_id,
        nameNl: row.name_nl,
        nameFr: row.name_fr,
        geometry: JSON.parse(row.geometry) as MultiPolygonRings,
      }));
  const municipalities = ofKind('municipality');
  const subMunicipalities = ofKind('sub-municipality');
  const byCode = new Map(municipalities.map((area) => [area.officialId, area]));
  const byName = Map.groupBy(subMunicipalities, ({ nameNl }) => placeNameKey(nameNl));
  const municipalityAt = indexAreas(municipalities);
  const subMunicipalityAt = indexAreas(subMunicipalities);
  const lines = rows.length === 0 ? [] : await longestSegments(read, today).execute();
  const lineOf = new Map(lines.map((row) => [row.street_id, row.geometry]));

  return (street) => {
    const line = lineOf.get(street.id);
    const middle = line === undefined ? undefined : middleOf(JSON.parse(line) as Line);
    const municipality = byCode.get(street.municipality_code) ?? at(municipalityAt, middle);
    const sub =
      street.sub_municipality === ''
        ? at(subMunicipalityAt, middle)
        : ofMunicipality(byName.get(placeNameKey(street.sub_municipality)), street);
    return {
      placeNames: [street.sub_municipality, ...namesOf(sub)],
      municipalityNames: namesOf(municipality),
      shown: street.sub_municipality || said((sub ?? municipality)?.nameNl ?? ''),
    };
  };
}

function at(index: AreaIndex<Place>, position: Position | undefined): Place | undefined {
  return position && index.locate(position);
}

/** Two municipalities may have a sub-municipality of the same name: the code begins with theirs. */
function ofMunicipality(
  areas: readonly Place[] | undefined,
  { municipality_code: code }: StreetRow,
): Place | undefined {
  return areas?.find(({ officialId }) => code !== '' && officialId.startsWith(code)) ?? areas?.[0];
}

function namesOf(area: Place | undefined): readonly string[] {
  if (!area) return [];
  const { nameNl, nameFr } = area;
  return [...new Set([nameNl, nameFr, said(nameNl), said(nameFr)])].filter((name) => name !== '');
}

/** "Heffen (Mechelen)" as people say it: Heffen. */
function said(name: string): string {
  return name.replaceAll(/\([^)]*\)/g, ' ').trim() || name;
}
