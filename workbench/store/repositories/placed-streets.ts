import { sql } from 'kysely';

import type { KnownStreet } from '#shared/domain/territory/placed-street.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../handles.ts';

/** A street in one neighbourhood, by whatever rows of the territory; null outside of every neighbourhood. */
interface StreetPlace {
  readonly streetId: Id;
  readonly neighbourhoodId: Id | null;
}

/**
 * What streets and their neighbourhoods are called by their newest rows, so that a street that got a new name is one
 * street. One that is unknown here has no name.
 */
export async function placedStreets(
  read: ReadHandle,
  places: readonly StreetPlace[],
): Promise<(place: StreetPlace) => KnownStreet> {
  const streets = await newestStreets(
    read,
    places.map(({ streetId }) => streetId),
  );
  const areas = await newestAreas(
    read,
    places.flatMap(({ neighbourhoodId }) => neighbourhoodId ?? []),
  );
  return ({ streetId, neighbourhoodId }) => {
    const area = areas.get(neighbourhoodId ?? '');
    const { id, nameNl, nameFr } = streets.get(streetId) ?? { id: streetId, ...NAMELESS };
    return { id, nameNl, nameFr, neighbourhoods: area ? [area] : [] };
  };
}

/** A stretch of a street, as measures name it. */
interface StretchOfStreet {
  readonly streetId: Id;
  readonly segmentId: Id;
}

/** The same of stretches, each in the neighbourhood that it lies in. */
export async function streetsOfStretches(
  read: ReadHandle,
  stretches: readonly StretchOfStreet[],
): Promise<(stretch: StretchOfStreet) => KnownStreet> {
  const rows = await read
    .selectFrom('segment')
    .select(['id', 'neighbourhood_id as neighbourhoodId'])
    .where('id', 'in', listed(stretches.map(({ segmentId }) => segmentId)))
    .execute();
  const areas = new Map(rows.map(({ id, neighbourhoodId }) => [id, neighbourhoodId]));
  const placeOf = ({ streetId, segmentId }: StretchOfStreet): StreetPlace => ({
    streetId,
    neighbourhoodId: areas.get(segmentId) ?? null,
  });
  const streetOf = await placedStreets(read, stretches.map(placeOf));
  return (stretch) => streetOf(placeOf(stretch));
}

const NAMELESS = { nameNl: '', nameFr: '' };

async function newestStreets(read: ReadHandle, ids: readonly Id[]) {
  const rows = await read
    .selectFrom('street as named')
    .innerJoin('street as newest', (join) =>
      join.on(
        'newest.id',
        '=',
        sql<string>`coalesce((
          select version.id from street as version
          where named.official_id <> '' and version.official_id = named.official_id
          order by version.valid_to desc, version.valid_from desc limit 1), named.id)`,
      ),
    )
    .select([
      'named.id as named',
      'newest.id as id',
      'newest.name_nl as nameNl',
      'newest.name_fr as nameFr',
    ])
    .where('named.id', 'in', listed(ids))
    .execute();
  return new Map(rows.map(({ named, ...newest }) => [named, newest]));
}

async function newestAreas(read: ReadHandle, ids: readonly Id[]) {
  const rows = await read
    .selectFrom('area as named')
    .innerJoin('area as newest', (join) =>
      join.on(
        'newest.id',
        '=',
        sql<string>`coalesce((
          select version.id from area as version
          where named.official_id <> '' and version.kind = named.kind
            and version.official_id = named.official_id
          order by version.valid_to desc, version.valid_from desc limit 1), named.id)`,
      ),
    )
    .select(['named.id as named', 'newest.name_nl as nameNl', 'newest.name_fr as nameFr'])
    .where('named.id', 'in', listed(ids))
    .execute();
  return new Map(rows.map(({ named, ...names }) => [named, names]));
}

/** As one value, since a calendar of years names more than a statement has room for. */
function listed(ids: readonly Id[]) {
  return sql<Id>`(select value from json_each(${JSON.stringify([...new Set(ids)])}))`;
}
