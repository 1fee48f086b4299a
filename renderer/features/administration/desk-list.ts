import type { Desk } from '#shared/protocol/administration.ts';

/** How many desks are silent for so long that the list says so above all else. One that was shut out is expected to be. */
export function silentDesks(desks: readonly Pick<Desk, 'alarm' | 'revoked'>[]): number {
  return desks.filter(({ alarm, revoked }) => alarm && !revoked).length;
}

/** In the order in which they were first shown; what came since stands behind, as the centre orders it. */
export function inOrderOf<Shown extends Pick<Desk, 'deviceId'>>(
  shown: readonly string[],
  desks: readonly Shown[],
): Shown[] {
  const placeOf = ({ deviceId }: Shown): number =>
    shown.includes(deviceId) ? shown.indexOf(deviceId) : shown.length;
  return desks.toSorted((one, other) => placeOf(one) - placeOf(other));
}
