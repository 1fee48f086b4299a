import type { ContactMark } from './contact-marks.ts';

/** A mark and where it stands, CSS pixels from the map's top left corner. */
export interface PlacedMark {
  readonly mark: ContactMark;
  readonly x: number;
  readonly y: number;
}

/** Marks whose heights differ by less than this count as one line of reading, CSS pixels. */
const LINE_PIXELS = 48;

/** The marks inside a map of this size, in the order of reading: line by line, from left to right. */
export function inReadingOrder(
  placed: readonly PlacedMark[],
  size: { readonly x: number; readonly y: number },
): readonly PlacedMark[] {
  return placed
    .filter(({ x, y }) => x >= 0 && y >= 0 && x <= size.x && y <= size.y)
    .toSorted(
      (one, other) =>
        Math.floor(one.y / LINE_PIXELS) - Math.floor(other.y / LINE_PIXELS) ||
        one.x - other.x ||
        one.y - other.y,
    );
}

/**
 * The place of the next or previous mark of `ordered`, around the ends; -1 when there is none. Where the
 * last one is gone, because the map was moved, the walk begins anew.
 */
export function nextPlace(
  ordered: readonly PlacedMark[],
  last: ContactMark | null,
  step: 1 | -1,
): number {
  if (ordered.length === 0) return -1;
  const at = ordered.findIndex(({ mark }) => mark === last);
  if (at === -1) return step === 1 ? 0 : ordered.length - 1;
  return (at + step + ordered.length) % ordered.length;
}

/** Of marks that were made anew, the one at the place of `before`; null when there is none, or was none. */
export function sameMark(
  marks: readonly ContactMark[],
  before: ContactMark | null,
): ContactMark | null {
  if (!before) return null;
  const { x, y } = before.world;
  return marks.find(({ world }) => world.x === x && world.y === y) ?? null;
}
