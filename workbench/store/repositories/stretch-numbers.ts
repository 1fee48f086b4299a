import type { Line } from '#shared/domain/territory/geometry.ts';
import { numberStretches } from '#shared/domain/territory/number-stretches.ts';
import { addDays, type Day } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../handles.ts';
import { versionsOfStreets } from './place-versions.ts';

/** Where a stretch is along its street. */
export interface StretchNumber {
  /** From 1 on; null where its street has no other. */
  readonly number: number | null;
  /** The row that says the same of it today; null where there is none any more. */
  readonly today: Id | null;
}

/**
 * The place of these stretches along their streets as they are today, and, of those that are gone, along the street as
 * it was on their last day. The same for every row of one stretch. An unknown one is left out.
 */
export async function stretchNumbers(
  read: ReadHandle,
  ids: readonly Id[],
  today: Day,
): Promise<ReadonlyMap<Id, StretchNumber>> {
  const named = await rowsOn(read, ids, today);
  const byDay = Map.groupBy(named, ({ day }) => day);
  const found = new Map<Id, StretchNumber>();
  for (const [day, rows] of byDay) {
    const numbers = await numbersOn(read, [...new Set(rows.map(({ streetId }) => streetId))], day);
    for (const { id, rowId } of rows) {
      const number = numbers.get(rowId) ?? null;
      found.set(id, { number, today: day === today ? rowId : null });
    }
  }
  return found;
}

/** The row that speaks for each stretch, with its street and the day on which it is looked at. */
interface SpokenFor {
  readonly id: Id;
  readonly rowId: Id;
  readonly streetId: Id;
  readonly day: Day;
}

/** Of each stretch the row of today, or the last one of a stretch that is gone. An unknown one is left out. */
export async function rowsOn(
  read: ReadHandle,
  ids: readonly Id[],
  today: Day,
): Promise<readonly SpokenFor[]> {
  if (ids.length === 0) return [];
  const rows = await read
    .selectFrom('segment as named')
    .leftJoin('segment as current', (join) =>
      join
        .onRef('current.official_id', '=', 'named.official_id')
        .on('current.official_id', '<>', '')
        .on('current.valid_from', '<=', today)
        .on('current.valid_to', '>', today),
    )
    .select([
      'named.id',
      'named.street_id as streetId',
      'named.valid_from as from',
      'named.valid_to as to',
      'current.id as currentId',
      'current.street_id as currentStreetId',
    ])
    .where('named.id', 'in', ids)
    .orderBy('current.id')
    .execute();
  return rows.map(({ id, streetId, from, to, currentId, currentStreetId }) => {
    if (from <= today && today < to) return { id, rowId: id, streetId, day: today };
    if (currentId !== null && currentStreetId !== null) {
      return { id, rowId: currentId, streetId: currentStreetId, day: today };
    }
    return { id, rowId: id, streetId, day: from > today ? from : addDays(to, -1) };
  });
}

/** Numbers of the stretches of these streets, under all rows that the streets have had; none where one has a single one. */
async function numbersOn(
  read: ReadHandle,
  streetIds: readonly Id[],
  day: Day,
): Promise<ReadonlyMap<Id, number>> {
  const rows = await read
    .selectFrom('segment')
    .innerJoin('street', 'street.id', 'segment.street_id')
    .select(['segment.id', 'segment.geometry', 'street.id as streetId', 'street.official_id'])
    .where('segment.street_id', 'in', await versionsOfStreets(read, streetIds))
    .where('segment.valid_from', '<=', day)
    .where('segment.valid_to', '>', day)
    .execute();
  const numbers = new Map<Id, number>();
  const streets = Map.groupBy(rows, (row) => row.official_id || row.streetId);
  for (const stretches of streets.values()) {
    if (stretches.length < 2) continue;
    const drawn = stretches.map(({ id, geometry }) => ({ id, line: JSON.parse(geometry) as Line }));
    for (const [id, number] of numberStretches(drawn)) numbers.set(id, number);
  }
  return numbers;
}
