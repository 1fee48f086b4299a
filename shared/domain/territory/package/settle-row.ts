import type { Day } from '../../../lib/dates.ts';

interface Days {
  readonly valid_from: Day;
  readonly valid_to: Day;
}

/**
 * A day on which nobody had a territory: what was valid then only, is valid on no day that counts. Its row
 * is still there for whatever names it.
 */
const NEVER: Days = { valid_from: '0001-01-01', valid_to: '0001-01-02' };

/**
 * How long a row of this desk is valid that is not in the zone's territory, such as one of an import of its
 * own: it ends on the first day of which the zone's territory tells. One that began on that day or later was
 * never a part of it.
 */
export function validityBeside(row: Days, beginsOn: Day): Days {
  if (row.valid_from >= beginsOn) return NEVER;
  return { valid_from: row.valid_from, valid_to: earlier(row.valid_to, beginsOn) };
}

function earlier(one: Day, other: Day): Day {
  return one < other ? one : other;
}
