import { type Interval, type WeightedSum, wilsonInterval } from './intervals.ts';

/** A place with what an earlier period said of it, and what came in the next. */
export interface PredictedPlace {
  /** How hot the earlier period made it; equal scores keep the order of the list. */
  readonly score: number;
  /** Metres, above 0. */
  readonly length: number;
  /** Facts in the next period, weighed as the score is. */
  readonly next: WeightedSum;
}

/** What came where the hottest places had been. */
export interface PredictionIndex {
  /** Places that were called hot. */
  readonly places: number;
  /** Their share of all metres. */
  readonly lengthShare: number;
  /** Facts of the next period on them, of `total` everywhere: how many, whatever each weighs. */
  readonly hits: number;
  readonly total: number;
  /**
   * The prediction accuracy index: the share of facts, by weight, over the share of metres. 1 is what places chosen
   * blindly would catch.
   */
  readonly index: number;
  readonly interval: Interval;
  /** What was caught, by weight, over the most that the same metres could have caught; 1 is a perfect choice. */
  readonly efficiency: number;
  /** Whether the whole interval lies above 1: only then does the map predict anything. */
  readonly predicts: boolean;
}

/**
 * The prediction accuracy index of the hottest places (Chainey, Tompson and Uhlig 2008), with the interval of
 * its hit rate, and the prediction efficiency index (Hunt 2016). Facts count by their weights, as those do by which the
 * places were called hot; where each weighs one, these are the published indices. Weights that differ say less than as many
 * facts alike: the interval is that of the effective number of facts, the square of the sum of their weights over the sum of
 * the squares (Kish 1965).
 *
 * @param lengthShare how much of all metres may be called hot, above 0 and at most 1
 * @returns null where the facts of the next period weigh nothing or no place has a score above 0
 */
export function predictionIndex(
  places: readonly PredictedPlace[],
  lengthShare: number,
): PredictionIndex | null {
  if (!(lengthShare > 0 && lengthShare <= 1)) throw new RangeError('predictionIndex: a share');
  const metres = places.reduce((sum, { length }) => sum + length, 0);
  const all = sumOf(places);
  const hottest = [...places]
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score);
  const chosen = upTo(hottest, metres * lengthShare);
  if (!(all.sum > 0) || chosen.length === 0) return null;
  const chosenMetres = chosen.reduce((sum, { length }) => sum + length, 0);
  const caught = sumOf(chosen);
  const share = chosenMetres / metres;
  const hitRate = Math.min(1, caught.sum / all.sum);
  // At least 1 by the inequality of Cauchy and Schwarz, but for rounding.
  const effective = Math.max(1, all.sum ** 2 / all.squares);
  const { low, high } = wilsonInterval(hitRate * effective, effective);
  const interval = { low: low / share, high: high / share };
  return {
    places: chosen.length,
    lengthShare: share,
    hits: caught.count,
    total: all.count,
    index: hitRate / share,
    interval,
    efficiency: caught.sum / mostWeight(places, chosenMetres),
    predicts: interval.low > 1,
  };
}

function sumOf(places: readonly PredictedPlace[]): WeightedSum {
  return places.reduce(
    ({ count, sum, squares }, { next }) => ({
      count: count + next.count,
      sum: sum + next.sum,
      squares: squares + next.squares,
    }),
    { count: 0, sum: 0, squares: 0 },
  );
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

/** The most that facts of the next period weigh on so many metres, where a part of a place holds that part of its facts. */
function mostWeight(places: readonly PredictedPlace[], metres: number): number {
  const densest = [...places].sort(
    (one, other) => other.next.sum / other.length - one.next.sum / one.length,
  );
  let left = metres;
  let weight = 0;
  for (const { length, next } of densest) {
    weight += next.sum * Math.min(1, left / length);
    left -= length;
    if (left <= 0) break;
  }
  return weight;
}
