import { Temporal } from 'temporal-polyfill';

import { type Instant, ZONE } from './dates.ts';

/** A stretch of time in which the clocks of {@link ZONE} stand at one distance from UTC. */
export interface ClockStretch {
  readonly begin: Instant;
  /** Not included. */
  readonly end: Instant;
  /** Whole hours to add to UTC. */
  readonly offsetHours: number;
}

/** The time from `begin` up to, not including, `end`, cut wherever the clocks change. */
export function clockStretches(begin: Instant, end: Instant): readonly ClockStretch[] {
  const stretches: ClockStretch[] = [];
  let from = Temporal.Instant.from(begin).toZonedDateTimeISO(ZONE);
  const until = Date.parse(end);
  while (from.epochMilliseconds < until) {
    const change = from.getTimeZoneTransition('next');
    const to = Math.min(change?.epochMilliseconds ?? until, until);
    stretches.push({
      begin: new Date(from.epochMilliseconds).toISOString(),
      end: new Date(to).toISOString(),
      offsetHours: from.offsetNanoseconds / 3_600_000_000_000,
    });
    from = Temporal.Instant.fromEpochMilliseconds(to).toZonedDateTimeISO(ZONE);
  }
  return stretches;
}
