import { addDays, type Day } from '#shared/lib/dates.ts';

import { WorkbenchError } from '../../errors.ts';

/** Nothing of a team began before this day: an earlier one is a slip of the keyboard. */
const EARLIEST: Day = '1950-01-01';
/** How far ahead something may begin or end, in days. */
const FARTHEST_AHEAD = 5 * 366;

/** Throws INVALID_FIELD (too-early, too-late) for a day that nobody means. */
export function requireUsualDay(field: string, day: Day, today: Day): void {
  if (day < EARLIEST) throw invalidDay(field, 'too-early');
  if (day > addDays(today, FARTHEST_AHEAD)) throw invalidDay(field, 'too-late');
}

export function invalidDay(field: string, reason: string): WorkbenchError<'INVALID_FIELD'> {
  return new WorkbenchError('INVALID_FIELD', { field, reason });
}
