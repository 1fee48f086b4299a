import type { Position } from '../territory/geometry.ts';
import { foldText } from '../territory/street-name.ts';
import type { FactTie } from './fact.ts';

/** A segment near a fact's point, within the reach that the zone set. */
export interface NearSegment {
  readonly id: string;
  readonly streetId: string;
  /** {@link foldText} of the names of its street. */
  readonly names: readonly string[];
  readonly neighbourhoodId: string | null;
  readonly metres: number;
}

export interface FactPlace {
  readonly position: Position | undefined;
  /** The neighbourhood that holds the point; null outside of all. */
  readonly neighbourhoodId: string | null;
  /** {@link foldText} of the street that the source names, where the register knows it; else null. */
  readonly named: string | null;
  /** The streets of that name in the zone, with the neighbourhoods that they run through. */
  readonly streets: readonly {
    readonly id: string;
    readonly neighbourhoodIds: readonly string[];
  }[];
  readonly near: readonly NearSegment[];
}

export interface Tied {
  readonly tie: FactTie;
  readonly neighbourhoodId: string | null;
  readonly streetId: string | null;
  readonly segmentId: string | null;
}

/** Two streets this close to being equally near are not told apart: no source is more exact, in metres. */
export const TELLS_APART_METRES = 3;

/**
 * On which segment a fact lies. A fact with a point is of the neighbourhood that holds the point, and lies on a segment
 * of that neighbourhood or on none. A name that the source gives wins over distance, as long as its street is
 * near; a name whose street lies elsewhere contradicts the point. Segments of other neighbourhoods are
 * never tied to, however near, and whatever the source names: a border is not crossed, not even to the street that is the
 * border. What is too far, across a border or not told apart lies on none, and counts in its neighbourhood.
 */
export function tieFact(place: FactPlace): Tied {
  if (place.position === undefined) return byNameAlone(place);
  const { neighbourhoodId } = place;
  const none = (tie: FactTie): Tied => ({ tie, neighbourhoodId, streetId: null, segmentId: null });
  if (neighbourhoodId === null) return none('outside');
  const within = place.near
    .filter((segment) => segment.neighbourhoodId === neighbourhoodId)
    .sort((one, other) => one.metres - other.metres || (one.id < other.id ? -1 : 1));
  const on = (tie: FactTie, { id, streetId }: NearSegment): Tied => ({
    tie,
    neighbourhoodId,
    streetId,
    segmentId: id,
  });
  const { named } = place;
  const byName = within.find(({ names }) => named !== null && names.includes(named));
  if (byName !== undefined) return on('name', byName);
  const across = place.near.filter((segment) => segment.neighbourhoodId !== neighbourhoodId);
  if (across.some(({ names }) => named !== null && names.includes(named))) return none('border');
  const [nearest, ...others] = within;
  if (nearest === undefined) return none(across.length > 0 ? 'border' : 'too-far');
  if (named !== null) return none('ambiguous');
  const rival = others.find(
    ({ streetId, metres }) =>
      streetId !== nearest.streetId && metres - nearest.metres <= TELLS_APART_METRES,
  );
  return rival === undefined ? on('nearest', nearest) : none('ambiguous');
}

/** A street by its name, where the zone has one of that name; in a neighbourhood, where it keeps to one. */
function byNameAlone({ streets }: FactPlace): Tied {
  const [street, ...others] = streets;
  if (street === undefined || others.length > 0) {
    return { tie: 'no-place', neighbourhoodId: null, streetId: null, segmentId: null };
  }
  const [neighbourhoodId, ...more] = street.neighbourhoodIds;
  return {
    tie: 'street',
    neighbourhoodId: more.length > 0 ? null : (neighbourhoodId ?? null),
    streetId: street.id,
    segmentId: null,
  };
}

/** Words of a place beyond these are not looked at: no street has so many. */
const MOST_WORDS = 30;
const MOST_WORDS_OF_NAME = 8;

/**
 * The street that a text speaks of ("On or near Bond Street", "Kerkstraat 12, 2800 Mechelen"): the
 * longest run of whole words that is the name of a street. Of equally long ones the first.
 *
 * @param isStreet whether these folded words are the name of a street.
 */
export function streetNamedIn(text: string, isStreet: (folded: string) => boolean): string | null {
  const words = foldText(text).split(' ').slice(0, MOST_WORDS);
  for (let length = Math.min(words.length, MOST_WORDS_OF_NAME); length > 0; length -= 1) {
    for (let start = 0; start + length <= words.length; start += 1) {
      const run = words.slice(start, start + length).join(' ');
      if (run !== '' && isStreet(run)) return run;
    }
  }
  return null;
}
