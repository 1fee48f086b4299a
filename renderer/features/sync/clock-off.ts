/** A clock that is further off than this is worth a word; seconds. */
const CLOCK_OFF_S = 120;

/** @param ahead seconds by which the clock of this device is ahead of the centre's; null before the centre answered. */
export function isClockOff(ahead: number | null): ahead is number {
  return ahead !== null && Math.abs(ahead) >= CLOCK_OFF_S;
}
