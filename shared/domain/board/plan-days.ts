import type { Day } from '../../lib/dates.ts';
import type { Action } from '../actions/action.ts';
import type { Period } from '../actions/measure.ts';

/** Before every plan. */
const LONG_AGO: Day = '0001-01-01';

/**
 * The days that an action is planned for; undefined while they are not both fixed. One that began without a first
 * day runs already.
 */
export function planDaysOf({
  state,
  startsOn,
  endsOn,
}: Pick<Action, 'state' | 'startsOn' | 'endsOn'>): Period | undefined {
  const from = startsOn ?? (state === 'active' ? LONG_AGO : null);
  return from !== null && endsOn !== null && from <= endsOn ? { from, to: endsOn } : undefined;
}
