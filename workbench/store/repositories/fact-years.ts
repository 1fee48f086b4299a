import { sql, type SqlBool } from 'kysely';

import type { ReportingYear } from '#shared/domain/facts/method-break.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../handles.ts';

/** What each year of a source brought, and from which places; years without facts included. */
export async function factYears(read: ReadHandle, sourceId: Id): Promise<readonly ReportingYear[]> {
  const rows = await read
    .selectFrom('fact')
    .select([
      sql<number>`cast(substr(first_day, 1, 4) as integer)`.as('year'),
      sql<string | null>`coalesce(place_text, segment_id, longitude || ' ' || latitude)`.as(
        'place',
      ),
      sql<number>`sum(amount)`.as('amount'),
    ])
    .where(sql<SqlBool>`counts = 1`)
    .where('source_id', '=', sourceId)
    .groupBy(['year', 'place'])
    .orderBy('year')
    .execute();
  const first = rows[0]?.year ?? 0;
  const span = rows.length === 0 ? 0 : (rows.at(-1)?.year ?? 0) - first + 1;
  const reported = Array.from({ length: span }, (): Map<string, number> => new Map());
  for (const { year, place, amount } of rows) {
    if (amount > 0) reported[year - first]?.set(place ?? '', amount);
  }
  return reported.map((now, at) => ({
    year: first + at,
    amount: sumOf(now.values()),
    places: now.size - (now.has('') ? 1 : 0),
    riseOfNew: riseOfNew(now, reported[at - 1], reported[at - 2]),
  }));
}

type PlaceYear = ReadonlyMap<string, number>;

function riseOfNew(
  now: PlaceYear,
  before: PlaceYear = new Map(),
  earlier: PlaceYear | undefined,
): number {
  const places = new Set([...now.keys(), ...before.keys()]);
  const isNew = (place: string): boolean =>
    earlier ? !earlier.has(place) : !(now.has(place) && before.has(place));
  const rises = [...places].filter(isNew).map((at) => (now.get(at) ?? 0) - (before.get(at) ?? 0));
  return sumOf(rises);
}

function sumOf(amounts: Iterable<number>): number {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return sum;
}
