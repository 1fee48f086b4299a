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
  /** It runs along the border between its neighbourhood and the one that holds the point. */
  readonly isBorder: boolean;
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
 * A street that is a border belongs to one neighbourhood by its middle alone. What lies this near to it, in metres, lies
 * at it: half of a wide street, and what a map leaves uncertain of a border that is drawn along it.
 */
export const AT_BORDER_METRES = 10;

/**
 * On which segment a fact lies. A name that the source gives wins over distance, as long as its street is
 * near; a name whose street lies elsewhere contradicts the point. Segments of other neighbourhoods are
 * not asked, however near: a border is not crossed. Only a fact that names the street which is the border, and lies at it,
 * lies on it from either side, in the neighbourhood of the street: whoever is at home there has all facts of that street.
 * What is too far, across a border or not told apart lies on none.
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
  const across = place.near
    .filter((segment) => segment.neighbourhoodId !== neighbourhoodId)
    .sort((one, other) => one.metres - other.metres || (one.id < other.id ? -1 : 1));
  const namedAcross = across.filter(({ names }) => named !== null && names.includes(named));
  const border = namedAcross.find(
    (segment) =>
      segment.isBorder && segment.neighbourhoodId !== null && segment.metres <= AT_BORDER_METRES,
  );
  if (border !== undefined) {
    return { ...on('name', border), neighbourhoodId: border.neighbourhoodId };
  }
  if (namedAcross.length > 0) return none('border');
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
