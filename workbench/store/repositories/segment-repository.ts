import type { PlacedStretch } from '#shared/domain/actions/dossier-stretches.ts';
import type { Line } from '#shared/domain/territory/geometry.ts';
import type { Day } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../handles.ts';

/** A stretch of a street with the names of what it is part of. */
export interface NamedSegment {
  readonly id: Id;
  readonly streetId: Id;
  readonly streetNameNl: string;
  readonly streetNameFr: string;
  readonly neighbourhoodId: Id | null;
  /** Empty outside of every neighbourhood. */
  readonly neighbourhoodNameNl: string;
  readonly neighbourhoodNameFr: string;
  readonly lengthMetres: number;
  readonly line: [number, number][];
}

/** The stretches of these streets on a day, the longest first. */
export async function segmentsOfStreets(
  read: ReadHandle,
  streetIds: readonly Id[],
  day: Day,
): Promise<readonly NamedSegment[]> {
  const rows = await selectSegments(read)
    .where('segment.street_id', 'in', streetIds)
    .where('segment.valid_from', '<=', day)
    .where('segment.valid_to', '>', day)
    .orderBy('segment.length_metres', 'desc')
    .orderBy('segment.id')
    .execute();
  return rows.map(toSegment);
}

/** These segments, whenever they were there; an unknown one is left out. */
export async function segmentsNamed(
  read: ReadHandle,
  ids: readonly Id[],
): Promise<readonly NamedSegment[]> {
  if (ids.length === 0) return [];
  const rows = await selectSegments(read)
    .where('segment.id', 'in', ids)
    .orderBy('street.name_nl')
    .orderBy('segment.id')
    .execute();
  return rows.map(toSegment);
}

/** A stretch with its neighbourhood and where both come from, whatever row of the territory it is. */
export interface StretchPlace extends PlacedStretch {
  readonly neighbourhoodId: Id | null;
}

/** Where these stretches lie, the oldest rows of the territory first; an unknown one is left out. */
export async function stretchPlaces(
  read: ReadHandle,
  ids: readonly Id[],
): Promise<readonly StretchPlace[]> {
  if (ids.length === 0) return [];
  const rows = await read
    .selectFrom('segment')
    .leftJoin('area', 'area.id', 'segment.neighbourhood_id')
    .select([
      'segment.id',
      'segment.official_id as officialId',
      'segment.neighbourhood_id as neighbourhoodId',
      'area.official_id as areaOfficialId',
    ])
    .where('segment.id', 'in', ids)
    .orderBy('segment.valid_from')
    .orderBy('segment.id')
    .execute();
  return rows.map(({ id, officialId, neighbourhoodId, areaOfficialId }) => ({
    id,
    lineage: officialId || id,
    neighbourhoodId,
    area: areaOfficialId || neighbourhoodId,
  }));
}

/** Where a neighbourhood comes from, whatever row of the territory it is. */
export async function areaLineage(read: ReadHandle, id: Id): Promise<string> {
  const area = await read
    .selectFrom('area')
    .select('official_id')
    .where('id', '=', id)
    .executeTakeFirst();
  return area?.official_id || id;
}

function selectSegments(read: ReadHandle) {
  return read
    .selectFrom('segment')
    .innerJoin('street', 'street.id', 'segment.street_id')
    .leftJoin('area', 'area.id', 'segment.neighbourhood_id')
    .select([
      'segment.id',
      'segment.street_id as streetId',
      'street.name_nl as streetNameNl',
      'street.name_fr as streetNameFr',
      'segment.neighbourhood_id as neighbourhoodId',
      'area.name_nl as areaNl',
      'area.name_fr as areaFr',
      'segment.length_metres as lengthMetres',
      'segment.geometry',
    ]);
}
type SegmentRow = Awaited<ReturnType<ReturnType<typeof selectSegments>['executeTakeFirstOrThrow']>>;

function toSegment({ areaNl, areaFr, geometry, ...row }: SegmentRow): NamedSegment {
  const line = JSON.parse(geometry) as Line;
  return {
    ...row,
    neighbourhoodNameNl: areaNl ?? '',
    neighbourhoodNameFr: areaFr ?? '',
    line: line.map(([longitude, latitude]) => [longitude, latitude]),
  };
}

/** What these areas are called, by their ids. */
export async function areaNames(
  read: ReadHandle,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, { readonly nameNl: string; readonly nameFr: string }>> {
  const rows = await read
    .selectFrom('area')
    .select(['id', 'name_nl as nameNl', 'name_fr as nameFr'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, ...names }) => [id, names]));
}
