import { addDays, type Day } from '#shared/lib/dates.ts';

import type { Carried } from '../../ui/use-carry.ts';
import type { Slot, TimedStop } from './use-replan.ts';

const LAST_MINUTE = 1_439;
const QUARTER = 15;

/** The hours of the day that the calendar has rows for: a working day, and what is planned outside of it. */
export function hoursShown(minutes: readonly number[]): readonly number[] {
  const hours = minutes.map((one) => Math.floor(one / 60));
  const first = Math.min(8, ...hours);
  const last = Math.max(17, ...hours);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** Where a key moves a window: a day, a quarter of an hour, an hour; it stays within its week and day. */
export function steppedTo(
  { at }: Carried<TimedStop, Slot>,
  key: string,
  monday: Day,
): Slot | undefined {
  const { day, from } = at;
  switch (key) {
    case 'ArrowLeft':
      return { day: day > monday ? addDays(day, -1) : day, from };
    case 'ArrowRight':
      return { day: day < addDays(monday, 6) ? addDays(day, 1) : day, from };
    case 'ArrowUp':
      return { day, from: Math.max(0, from - QUARTER) };
    case 'ArrowDown':
      return { day, from: from + QUARTER > LAST_MINUTE ? from : from + QUARTER };
    case 'PageUp':
      return { day, from: Math.max(0, from - 60) };
    case 'PageDown':
      return { day, from: from + 60 > LAST_MINUTE ? from : from + 60 };
    default:
      return undefined;
  }
}

/** The slot under the pointer; the minutes of the hour stay. */
export function slotAt(x: number, y: number, { from }: Slot): Slot | undefined {
  const cell = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-day][data-hour]');
  const { day, hour } = cell?.dataset ?? {};
  return day === undefined || hour === undefined
    ? undefined
    : { day, from: Number(hour) * 60 + (from % 60) };
}
