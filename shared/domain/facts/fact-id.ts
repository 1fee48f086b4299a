import type { Id } from '../../lib/ids.ts';

/** Hexadecimal digits of an id that tell the place of a fact in its batch: 256 places, of which 250 are used. */
const DIGITS = 2;
const PLACES = 16 ** DIGITS;

/**
 * The id of a fact. Facts travel in batches that never change: the id of the batch, with the place of the fact in
 * it for its last digits, names the same fact on every desk. Two batches do not share the other digits: besides
 * the millisecond, 66 bits of them are random.
 *
 * @param place 0 for the first fact of the batch, at most 255; RangeError otherwise.
 */
export function factIdOf(batchId: Id, place: number): Id {
  if (!Number.isInteger(place) || place < 0 || place >= PLACES) throw new RangeError('factIdOf');
  return batchId.slice(0, -DIGITS) + place.toString(16).padStart(DIGITS, '0');
}

/** Where a fact is found: its place, and the first and last id that its batch may have. */
export function readFactId(factId: Id): {
  readonly place: number;
  readonly first: Id;
  readonly last: Id;
} {
  return {
    place: Number.parseInt(factId.slice(-DIGITS), 16),
    first: factIdOf(factId, 0),
    last: factIdOf(factId, PLACES - 1),
  };
}
