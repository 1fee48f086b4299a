import { sql } from 'kysely';

import type { AreaKind } from '#shared/domain/territory/territory.ts';
import { type Day, isValidOn } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../handles.ts';

/**
 * Every row that a street has had: its name and number may change, its official id tells that it is the
 * same street. The id itself where it is unknown or has no official id.
 */
export async function streetVersions(read: ReadHandle, id: Id): Promise<readonly Id[]> {
  return versionsOfStreets(read, [id]);
}

/** Every row that any of these streets has had; see {@link streetVersions}. */
export async function versionsOfStreets(
  read: ReadHandle,
  ids: readonly Id[],
): Promise<readonly Id[]> {
  if (ids.length === 0) return [];
  const rows = await read
    .selectFrom('street as named')
    .innerJoin('street as version', 'version.official_id', 'named.official_id')
    .select('version.id')
    .where('named.id', 'in', ids)
    .where('named.official_id', '<>', '')
    .execute();
  return [...new Set([...ids, ...rows.map((row) => row.id)])];
}

/**
 * Every row that any of these pieces of street has had: one that changes ends and begins anew under another id, its
 * official id stays. See {@link streetVersions}.
 */
export async function versionsOfSegments(
  read: ReadHandle,
  ids: readonly Id[],
): Promise<readonly Id[]> {
  if (ids.length === 0) return [];
  const rows = await segmentVersionsQuery(read, ids).execute();
  return [...new Set([...ids, ...rows.map((row) => row.id)])];
}

function segmentVersionsQuery(read: ReadHandle, ids: readonly Id[]) {
  return read
    .selectFrom('segment as named')
    .innerJoin('segment as version', 'version.official_id', 'named.official_id')
    .select('version.id')
    .where('named.id', 'in', ids)
    .where('named.official_id', '<>', '');
}

/**
 * The pieces that these streets have, in all their versions, and those that they no longer have: what was done on them
 * was done in these streets.
 */
export async function segmentVersionsOfStreets(
  read: ReadHandle,
  streetIds: readonly Id[],
  today: Day,
): Promise<readonly Id[]> {
  const rows = await segmentsEverQuery(read, streetIds).execute();
  const current = rows.filter((row) =>
    isValidOn({ validFrom: row.valid_from, validTo: row.valid_to }, today),
  );
  const versions = await versionsOfSegments(
    read,
    current.map(({ id }) => id),
  );
  return [...new Set([...versions, ...rows.map(({ id }) => id)])];
}

function segmentsEverQuery(read: ReadHandle, streetIds: readonly Id[]) {
  return read
    .selectFrom('segment')
    .select(['id', 'valid_from', 'valid_to'])
    .where('street_id', 'in', streetIds);
}

/** How SQLite would read versions of pieces, for the test that it does so by an index. */
export async function explainSegmentVersions(read: ReadHandle): Promise<readonly string[]> {
  const plans = [segmentVersionsQuery(read, ['a']), segmentsEverQuery(read, ['a'])];
  const steps = await Promise.all(
    plans.map((query) => query.explain<{ detail: string }>(undefined, sql`query plan`)),
  );
  return steps.flat().map(({ detail }) => detail);
}

/** Every row that a neighbourhood has had; see {@link streetVersions}. */
export async function neighbourhoodVersions(read: ReadHandle, id: Id): Promise<readonly Id[]> {
  return versionsOfNeighbourhoods(read, [id]);
}

/** Every row that any of these neighbourhoods has had; see {@link streetVersions}. */
export async function versionsOfNeighbourhoods(
  read: ReadHandle,
  ids: readonly Id[],
): Promise<readonly Id[]> {
  const rows = await read
    .selectFrom('area as named')
    .innerJoin('area as version', (join) =>
      join
        .onRef('version.kind', '=', 'named.kind')
        .onRef('version.official_id', '=', 'named.official_id'),
    )
    .select('version.id')
    .where('named.id', 'in', ids)
    .where('named.kind', '=', NEIGHBOURHOOD)
    .where('named.official_id', '<>', '')
    .execute();
  return [...new Set([...ids, ...rows.map((row) => row.id)])];
}

const NEIGHBOURHOOD: AreaKind = 'neighbourhood';

export interface StreetVersion {
  readonly id: Id;
  readonly nameNl: string;
  readonly nameFr: string;
  readonly postcode: string;
  readonly subMunicipality: string;
  readonly validFrom: Day;
  readonly validTo: Day;
}

/** These versions of a street, the newest first. */
export async function streetRows(
  read: ReadHandle,
  ids: readonly Id[],
): Promise<readonly StreetVersion[]> {
  return read
    .selectFrom('street')
    .select([
      'id',
      'name_nl as nameNl',
      'name_fr as nameFr',
      'postcode',
      'sub_municipality as subMunicipality',
      'valid_from as validFrom',
      'valid_to as validTo',
    ])
    .where('id', 'in', ids)
    .orderBy('valid_to', 'desc')
    .orderBy('valid_from', 'desc')
    .execute();
}

export interface AreaVersion {
  readonly id: Id;
  readonly nameNl: string;
  readonly nameFr: string;
  readonly validFrom: Day;
  readonly validTo: Day;
}

/** These versions of a neighbourhood, the newest first. */
export async function neighbourhoodRows(
  read: ReadHandle,
  ids: readonly Id[],
): Promise<readonly AreaVersion[]> {
  return read
    .selectFrom('area')
    .select([
      'id',
      'name_nl as nameNl',
      'name_fr as nameFr',
      'valid_from as validFrom',
      'valid_to as validTo',
    ])
    .where('id', 'in', ids)
    .where('kind', '=', NEIGHBOURHOOD)
    .orderBy('valid_to', 'desc')
    .orderBy('valid_from', 'desc')
    .execute();
}
