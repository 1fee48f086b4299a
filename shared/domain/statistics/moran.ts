import type { NeighbourGraph } from './neighbour-graph.ts';
import { upperTail } from './normal.ts';

/**
 * Moran's I: whether places resemble their neighbours. Each place gives its neighbours equal weights that
 * add up to 1; a place without neighbours gives none.
 */
export interface GlobalMoran {
  /** Above `expected` where alike lies beside alike. */
  readonly i: number;
  readonly expected: number;
  /** Under the assumption that the values could have been dealt out over the places in any order. */
  readonly variance: number;
  readonly z: number;
  /** The probability of an I at least as high by chance. */
  readonly p: number;
}

/**
 * Moran's I of all places, with its test by randomisation (Cliff and Ord 1981, pages 17 and 46).
 *
 * @param values one per place of the graph, four or more; RangeError otherwise
 * @returns null where all values are the same, or no place has a neighbour
 */
export function globalMoran(values: readonly number[], graph: NeighbourGraph): GlobalMoran | null {
  const n = checkedSize(values, graph);
  const { deviations, second, fourth } = moments(values);
  const weights = sumsOfWeights(graph);
  if (second === 0 || weights.total === 0) return null;
  const crossed = deviations.reduce(
    (sum, own, place) => sum + own * meanOf(deviations, graph[place] ?? []),
    0,
  );
  const i = (n / weights.total) * (crossed / (n * second));
  const expected = -1 / (n - 1);
  const { total, s1, s2 } = weights;
  const kurtosis = fourth / second ** 2;
  const many = n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * total ** 2);
  const few = kurtosis * ((n * n - n) * s1 - 2 * n * s2 + 6 * total ** 2);
  const variance = (many - few) / ((n - 1) * (n - 2) * (n - 3) * total ** 2) - expected ** 2;
  const z = (i - expected) / Math.sqrt(variance);
  return { i, expected, variance, z, p: upperTail(z) };
}

export interface LocalMoran {
  readonly i: number;
  readonly expected: number;
  readonly variance: number;
  readonly z: number;
  /** Which corner of the scatter: the place itself, then its neighbours, against the mean of all. */
  readonly quadrant: 'high-high' | 'high-low' | 'low-high' | 'low-low';
}

/**
 * The share of each place in Moran's I (Anselin 1995), with its moments where the place keeps its value and
 * the others are dealt out anew (Sokal, Oden and Thomson 1998).
 *
 * @param values one per place of the graph, four or more; RangeError otherwise
 * @returns one per place; null where nothing can be said: no neighbours, or all values are the same
 */
export function localMoran(
  values: readonly number[],
  graph: NeighbourGraph,
): readonly (LocalMoran | null)[] {
  const n = checkedSize(values, graph);
  const { deviations, second } = moments(values);
  return deviations.map((own, place) => {
    const beside = graph[place] ?? [];
    if (beside.length === 0 || second === 0) return null;
    const around = meanOf(deviations, beside);
    const i = (own / second) * around;
    const expected = -(own ** 2) / ((n - 1) * second);
    const variance =
      (own / second) ** 2 *
      (n / (n - 2)) *
      (1 / beside.length - 1 / (n - 1)) *
      (second - own ** 2 / (n - 1));
    if (!(variance > 0)) return null;
    const quadrant = `${own > 0 ? 'high' : 'low'}-${around > 0 ? 'high' : 'low'}` as const;
    return { i, expected, variance, z: (i - expected) / Math.sqrt(variance), quadrant };
  });
}

/** Deviations from the mean and the means of their second and fourth powers. */
function moments(values: readonly number[]) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviations = values.map((value) => value - mean);
  const meanPower = (power: number): number =>
    deviations.reduce((sum, deviation) => sum + deviation ** power, 0) / values.length;
  return { deviations, second: meanPower(2), fourth: meanPower(4) };
}

/** 0 for no places. */
function meanOf(values: readonly number[], places: readonly number[]): number {
  if (places.length === 0) return 0;
  return places.reduce((sum, place) => sum + (values[place] ?? 0), 0) / places.length;
}

interface WeightSums {
  readonly total: number;
  readonly s1: number;
  readonly s2: number;
}

/** A town keeps its graph for as long as it keeps its streets, and is asked about often. */
const known = new WeakMap<NeighbourGraph, WeightSums>();

function sumsOfWeights(graph: NeighbourGraph): WeightSums {
  const sums = known.get(graph) ?? addUpWeights(graph);
  known.set(graph, sums);
  return sums;
}

/** S0, S1 and S2 of Cliff and Ord for weights whose rows add up to 1. */
function addUpWeights(graph: NeighbourGraph): WeightSums {
  const columns = graph.map(() => 0);
  let total = 0;
  let s1 = 0;
  for (const beside of graph) {
    if (beside.length > 0) total += 1;
    for (const other of beside) {
      const weight = 1 / beside.length;
      columns[other] = (columns[other] ?? 0) + weight;
      // Neighbours are mutual: the other weighs this place by its own number of neighbours.
      s1 += (weight + 1 / (graph[other] ?? []).length) ** 2;
    }
  }
  const s2 = graph.reduce(
    (sum, beside, place) => sum + ((beside.length > 0 ? 1 : 0) + (columns[place] ?? 0)) ** 2,
    0,
  );
  return { total, s1: s1 / 2, s2 };
}

function checkedSize(values: readonly number[], graph: NeighbourGraph): number {
  if (values.length !== graph.length) throw new RangeError('Moran: a value for each place');
  if (values.length < 4) throw new RangeError('Moran: four places or more');
  return values.length;
}
