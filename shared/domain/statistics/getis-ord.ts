import type { NeighbourGraph } from './neighbour-graph.ts';

/**
 * Getis and Ord's local statistic, standardised: how far the values around a place lie above (or below) what
 * chance would put there, in standard deviations. Weights are 1 for a neighbour and 0 otherwise; giving
 * each row the sum 1 would lead to the same values.
 *
 * Source: Ord and Getis 1995, Geographical Analysis 27, equations 5 (Gi) and 6 (Gi*).
 */

/**
 * Gi*: a place together with its neighbours, against all places.
 *
 * @param values one per place of the graph
 * @returns one per place; null where nothing can be said: all values are the same, or the place and its
 * neighbours are all there is
 */
export function gStarScores(
  values: readonly number[],
  graph: NeighbourGraph,
): readonly (number | null)[] {
  checkSizes(values, graph);
  const n = values.length;
  const { sum, squares } = sums(values);
  const mean = sum / n;
  const variance = squares / n - mean ** 2;
  return values.map((own, place) => {
    const beside = graph[place] ?? [];
    const around = beside.reduce((total, other) => total + (values[other] ?? 0), own);
    const weight = beside.length + 1;
    return score(around - weight * mean, (variance * (n * weight - weight ** 2)) / (n - 1), mean);
  });
}

/**
 * Gi: the neighbours of a place without itself, against all others.
 *
 * @param values one per place of the graph
 * @returns one per place; null where nothing can be said: no neighbours, or all others are the same
 */
export function gScores(
  values: readonly number[],
  graph: NeighbourGraph,
): readonly (number | null)[] {
  checkSizes(values, graph);
  const n = values.length;
  const { sum, squares } = sums(values);
  return values.map((own, place) => {
    const beside = graph[place] ?? [];
    const around = beside.reduce((total, other) => total + (values[other] ?? 0), 0);
    const weight = beside.length;
    const mean = (sum - own) / (n - 1);
    const variance = (squares - own ** 2) / (n - 1) - mean ** 2;
    const spread = (variance * ((n - 1) * weight - weight ** 2)) / (n - 2);
    return score(around - weight * mean, spread, mean);
  });
}

/** What rounding leaves of a variance of zero, as a share of the squared mean. */
const ROUNDING = 1e-12;

function score(distance: number, variance: number, mean: number): number | null {
  return variance > ROUNDING * Math.max(1, mean ** 2) ? distance / Math.sqrt(variance) : null;
}

function sums(values: readonly number[]) {
  let sum = 0;
  let squares = 0;
  for (const value of values) {
    sum += value;
    squares += value ** 2;
  }
  return { sum, squares };
}

function checkSizes(values: readonly number[], graph: NeighbourGraph): void {
  if (values.length !== graph.length) throw new RangeError('Getis-Ord: a value for each place');
}
