import { addDays, type Day } from '../../lib/dates.ts';
import type { FactOrigin } from './fact.ts';
import { factPeriodOf } from './fact-time.ts';
import { weightOf, type Weights } from './weights.ts';

/** How many facts of one kind and origin a place had. */
export interface PlaceCount {
  readonly placeId: string;
  readonly kind: string;
  readonly origin: FactOrigin;
  readonly amount: number;
}

export interface RankedPlace {
  readonly placeId: string;
  /** 1 is the heaviest; places that weigh the same share a rank, and the next one is as much lower. */
  readonly rank: number;
  /** What the facts that people and partners brought weigh together. */
  readonly score: number;
  /** Facts that people and partners brought. */
  readonly reported: number;
  /** Facts that police found themselves: shown, and never weighed. */
  readonly foundByPolice: number;
}

/**
 * Places by what happened there. What police find follows where they look: were it weighed, looking would
 * make a place look worse, and bring more looking. So it stands beside the rank and is not in it. Neither
 * is what people feel, which is an axis of its own.
 */
export function rankPlaces(
  counts: readonly PlaceCount[],
  weights: Weights | undefined,
): readonly RankedPlace[] {
  const places = new Map<string, { score: number; reported: number; foundByPolice: number }>();
  for (const { placeId, kind, origin, amount } of counts) {
    const place = places.get(placeId) ?? { score: 0, reported: 0, foundByPolice: 0 };
    places.set(placeId, place);
    if (origin === 'police') {
      place.foundByPolice += amount;
    } else {
      place.reported += amount;
      place.score += amount * weightOf(weights, kind);
    }
  }
  const sorted = [...places]
    .map(([placeId, place]) => ({ placeId, ...place, score: rounded(place.score) }))
    .sort((one, other) => other.score - one.score || (one.placeId < other.placeId ? -1 : 1));
  let rank = 0;
  return sorted.map((place, at) => {
    if (at === 0 || place.score !== sorted[at - 1]?.score) rank = at + 1;
    return { ...place, rank };
  });
}

/** Sums of decimal weights must not differ by the order in which they were added. */
function rounded(score: number): number {
  return Math.round(score * 1e6) / 1e6;
}

/** The twelve months that end with the month of this day; `to` is not in them. */
export function yearEndingOn(day: Day): { readonly from: Day; readonly to: Day } {
  const to = addDays(factPeriodOf(day.slice(0, 7)).lastDay, 1);
  return { from: `${Number(to.slice(0, 4)) - 1}${to.slice(4)}`, to };
}

export interface MovedPlace {
  readonly placeId: string;
  readonly before: RankedPlace;
  readonly after: RankedPlace;
  /** Ranks it rises; negative when it falls. */
  readonly rises: number;
}

/** The same facts by two sets of weights: every place with both its ranks, in order of the second. */
export function compareRankings(
  counts: readonly PlaceCount[],
  before: Weights | undefined,
  after: Weights | undefined,
): readonly MovedPlace[] {
  const old = new Map(rankPlaces(counts, before).map((place) => [place.placeId, place]));
  return rankPlaces(counts, after).flatMap((place) => {
    const was = old.get(place.placeId);
    if (was === undefined) return [];
    return [{ placeId: place.placeId, before: was, after: place, rises: was.rank - place.rank }];
  });
}
