import { z } from 'zod';

import { MOST_WINDOWS } from './vocabulary.ts';

const MINUTES_OF_DAY = 1_440;

/**
 * A time of the week on the clocks of Europe/Brussels: ISO days of the week (1 is Monday), and minutes
 * since midnight. A window that ends before it begins goes on after midnight.
 */
export const timeWindowSchema = z
  .object({
    days: z.array(z.number().int().min(1).max(7)).min(1).max(7),
    from: z
      .number()
      .int()
      .min(0)
      .max(MINUTES_OF_DAY - 1),
    to: z.number().int().min(1).max(MINUTES_OF_DAY),
  })
  .refine(({ from, to }) => from !== to);
export type TimeWindow = z.infer<typeof timeWindowSchema>;
export const timeWindowsSchema = z.array(timeWindowSchema).max(MOST_WINDOWS);

/** How long a window lasts on each of its days, minutes. */
export function lengthOf({ from, to }: TimeWindow): number {
  return from < to ? to - from : MINUTES_OF_DAY - from + to;
}

/** The window from another minute on. Where it would end as it begins, it ends later: it keeps its length. */
export function beginningAt(window: TimeWindow, from: number): TimeWindow {
  if (from !== window.to) return { ...window, from };
  return { ...window, from, to: (from + lengthOf(window)) % MINUTES_OF_DAY || MINUTES_OF_DAY };
}

/** The window until another minute; 0 is midnight at its end. Where it would begin as it ends, it begins earlier. */
export function endingAt(window: TimeWindow, minute: number): TimeWindow {
  const to = minute || MINUTES_OF_DAY;
  if (to !== window.from) return { ...window, to };
  return { ...window, to, from: (to - lengthOf(window) + MINUTES_OF_DAY) % MINUTES_OF_DAY };
}

/** The hours of the week, Monday 00:00 first, that any of these windows touches, in order. */
export function hoursTouched(windows: readonly TimeWindow[]): readonly number[] {
  const hours = new Set<number>();
  for (const window of windows) {
    for (const day of window.days) {
      const begin = (day - 1) * MINUTES_OF_DAY + window.from;
      const end = begin + lengthOf(window);
      for (let hour = Math.floor(begin / 60); hour * 60 < end; hour += 1) hours.add(hour % 168);
    }
  }
  return [...hours].sort((one, other) => one - other);
}
