import { type Interval, wilsonInterval } from './intervals.ts';

/** A place with what an earlier period said of it, and what came in the next. */
export interface PredictedPlace {
  /** How hot the earlier period made it; equal scores keep the order of the list. */
  readonly score: number;
  /** Metres, above 0. */
  readonly length: number;
  /** Facts in the next period. */
  readonly next: number;
}

/** What came where the hottest places had been. */
export interface PredictionIndex {
  /** Places that were called hot. */
  readonly places: number;
  /** Their share of all metres. */
  readonly lengthShare: number;
  /** Facts of the next period on them, of `total` everywhere. */
  readonly hits: number;
  readonly total: number;
  /**
   * The prediction accuracy index: the share of facts over the share of metres. 1 is what places chosen
   * blindly would catch.
   */
  readonly index: number;
  readonly interval: Interval;
  /** Hits over the most that the same metres could have caught; 1 is a perfect choice. */
  readonly efficiency: number;
  /** Whether the whole interval lies above 1: only then does the map predict anything. */
  readonly predicts: boolean;
}

/**
 * The prediction accuracy index of the hottest places (Chainey, Tompson and Uhlig 2008), with the interval of
 * its hit rate, and the prediction efficiency index (Hunt 2016).
 *
 * @param lengthShare how much of all metres may be called hot, above 0 and at most 1
 * @returns null where the next period has no facts or no place has a score above 0
 */
export function predictionIndex(
  places: readonly PredictedPlace[],
  lengthShare: number,
): PredictionIndex | null {
  if (!(lengthShare > 0 && lengthShare <= 1)) throw new RangeError('predictionIndex: a share');
  const metres = places.reduce((sum, { length }) => sum + length, 0);
  const total = places.reduce((sum, { next }) => sum + next, 0);
  const hottest = [...places]
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score);
  const chosen = upTo(hottest, metres * lengthShare);
  if (total === 0 || chosen.length === 0) return null;
  const chosenMetres = chosen.reduce((sum, { length }) => sum + length, 0);
  const hits = chosen.reduce((sum, { next }) => sum + next, 0);
  const share = chosenMetres / metres;
  const { low, high } = wilsonInterval(hits, total);
  const interval = { low: low / share, high: high / share };
  return {
    places: chosen.length,
    lengthShare: share,
    hits,
    total,
    index: hits / total / share,
    interval,
    efficiency: hits / mostHits(places, chosenMetres),
    predicts: interval.low > 1,
  };
}

/** The first places that fit into `metres`, at least one. */
function upTo(places: readonly PredictedPlace[], metres: number): readonly PredictedPlace[] {
  const chosen: PredictedPlace[] = [];
  let used = 0;
  for (const place of places) {
    if (chosen.length > 0 && used + place.length > metres) break;
    chosen.push(place);
    used += place.length;
  }
  return chosen;
}

/** The most facts of the next period on so many metres, where a part of a place holds that part of its facts. */
function mostHits(places: readonly PredictedPlace[], metres: number): number {
  const densest = [...places].sort(
    (one, other) => other.next / other.length - one.next / one.length,
  );
  let left = metres;
  let hits = 0;
  for (const { length, next } of densest) {
    hits += next * Math.min(1, left / length);
    left -= length;
    if (left <= 0) break;
  }
  return hits;
}
