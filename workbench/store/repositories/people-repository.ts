/** The queries on the team and on who answers for what. */
import type { Day } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../handles.ts';

export function officersByName(read: ReadHandle) {
  return read
    .selectFrom('officer')
    .select(['id', 'display_name'])
    .orderBy('display_name')
    .orderBy('id');
}

export function officerById(read: ReadHandle, officerId: Id) {
  return read
    .selectFrom('officer')
    .select(['id', 'display_name', 'version'])
    .where('id', '=', officerId);
}

export function postById(read: ReadHandle, postId: Id) {
  return read
    .selectFrom('post')
    .select(['id', 'valid_from', 'valid_to', 'version'])
    .where('id', '=', postId);
}

/**
 * Who holds the geographic posts of these neighbourhoods today. A post may name a neighbourhood by the
 * row it had in an earlier version of the territory: the official id tells that it is the same.
 */
export function officersOfNeighbourhoods(
  read: ReadHandle,
  neighbourhoodIds: readonly Id[],
  today: Day,
) {
  return read
    .selectFrom('area as current')
    .innerJoin('area as named', (join) =>
      join
        .onRef('named.kind', '=', 'current.kind')
        .onRef('named.official_id', '=', 'current.official_id'),
    )
    .innerJoin('post', 'post.area_id', 'named.id')
    .innerJoin('officer', 'officer.id', 'post.officer_id')
    .select([
      'current.id as neighbourhood_id',
      'post.id as post_id',
      'officer.id as officer_id',
      'officer.display_name',
    ])
    .where('current.id', 'in', [...neighbourhoodIds])
    .where('post.kind', '=', 'geographic')
    .where('post.valid_from', '<=', today)
    .where('post.valid_to', '>', today)
    .orderBy('officer.display_name')
    .orderBy('post.id');
}

/** All geographic posts, of any time, of one officer in one neighbourhood (also under its earlier rows). */
export function postsOfOfficer(read: ReadHandle, officerId: Id, neighbourhoodId: Id) {
  return read
    .selectFrom('area as current')
    .innerJoin('area as named', (join) =>
      join
        .onRef('named.kind', '=', 'current.kind')
        .onRef('named.official_id', '=', 'current.official_id'),
    )
    .innerJoin('post', 'post.area_id', 'named.id')
    .select(['post.id', 'post.valid_from', 'post.valid_to'])
    .where('current.id', '=', neighbourhoodId)
    .where('post.officer_id', '=', officerId)
    .where('post.kind', '=', 'geographic')
    .orderBy('post.valid_from');
}

/** Streets with a stretch, valid today, in the neighbourhoods whose geographic post an officer holds. */
export function streetsOfOfficer(read: ReadHandle, officerId: Id, today: Day) {
  return read
    .selectFrom('post')
    .innerJoin('area as named', 'named.id', 'post.area_id')
    .innerJoin('area as same', (join) =>
      join
        .onRef('same.kind', '=', 'named.kind')
        .onRef('same.official_id', '=', 'named.official_id'),
    )
    .innerJoin('segment', 'segment.neighbourhood_id', 'same.id')
    .select('segment.street_id')
    .distinct()
    .where('post.officer_id', '=', officerId)
    .where('post.kind', '=', 'geographic')
    .where('post.valid_from', '<=', today)
    .where('post.valid_to', '>', today)
    .where('segment.valid_from', '<=', today)
    .where('segment.valid_to', '>', today);
}
