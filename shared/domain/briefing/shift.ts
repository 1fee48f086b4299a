import { addDays, type Day, dayOf, type Instant, ZONE } from '../../lib/dates.ts';
import type { TimeWindow } from '../actions/time-window.ts';
import { lengthOf } from '../actions/time-window.ts';

export const SHIFTS = ['early', 'late', 'night'] as const;
export type Shift = (typeof SHIFTS)[number];

const DAY_MINUTES = 1_440;

/**
 * A stretch of the clocks, minutes since midnight of the day on which a shift begins; past 1440 it is the
 * next morning. `to` is not in it.
 */
export interface ClockSpan {
  readonly from: number;
  readonly to: number;
}

/** Hours that most zones work by. The night belongs to the day on which it begins. */
export const SHIFT_HOURS: Readonly<Record<Shift, ClockSpan>> = {
  early: { from: 6 * 60, to: 14 * 60 },
  late: { from: 14 * 60, to: 22 * 60 },
  night: { from: 22 * 60, to: 30 * 60 },
};

/** ISO day of the week: 1 is Monday. */
export function weekdayOf(day: Day): number {
  return ((new Date(`${day}T00:00:00.000Z`).getUTCDay() + 6) % 7) + 1;
}

/**
 * The parts of a shift in which any of these windows is open, in order, none touching the next. Clocks count,
 * not hours gone by: a night in which the clocks change is as long as any other here.
 */
export function openDuring(
  windows: readonly TimeWindow[],
  day: Day,
  shift: ClockSpan,
): readonly ClockSpan[] {
  const weekday = weekdayOf(day);
  const spans = windows.flatMap((window) =>
    // A window of the evening before may reach into the morning; one of the day after into the night.
    [-1, 0, 1].flatMap((later): ClockSpan[] => {
      if (!window.days.includes(((weekday - 1 + later + 7) % 7) + 1)) return [];
      const begin = later * DAY_MINUTES + window.from;
      const from = Math.max(begin, shift.from);
      const to = Math.min(begin + lengthOf(window), shift.to);
      return from < to ? [{ from, to }] : [];
    }),
  );
  return joined(spans);
}

function joined(spans: readonly ClockSpan[]): readonly ClockSpan[] {
  const result: ClockSpan[] = [];
  for (const span of [...spans].sort((one, other) => one.from - other.from)) {
    const last = result.at(-1);
    if (last && span.from <= last.to) {
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    } else {
      result.push(span);
    }
  }
  return result;
}

const clockFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** The shift that runs at a moment, and the day on which it began. */
export function shiftAt(instant: Instant): { readonly day: Day; readonly shift: Shift } {
  const today = dayOf(instant);
  const [hours = 0, minutes = 0] = clockFormat.format(new Date(instant)).split(':').map(Number);
  const now = hours * 60 + minutes;
  const running = (later: number): Shift | undefined =>
    SHIFTS.find((shift) => {
      const { from, to } = SHIFT_HOURS[shift];
      return from <= now + later && now + later < to;
    });
  const shift = running(0);
  if (shift) return { day: today, shift };
  return { day: addDays(today, -1), shift: running(DAY_MINUTES) ?? 'night' };
}
