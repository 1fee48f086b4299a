import { FALSE_DISCOVERY_SHARE, greatestFinding } from '../statistics/false-discovery.ts';
import {
  canStandOut,
  type Gap,
  gapOf,
  type GapReference,
  gapReference,
} from '../statistics/gap.ts';
import { gStarScores } from '../statistics/getis-ord.ts';
import type { WeightedSum } from '../statistics/intervals.ts';
import { globalMoran } from '../statistics/moran.ts';
import type { NeighbourGraph } from '../statistics/neighbour-graph.ts';
import { upperTail } from '../statistics/normal.ts';
import { type PredictionIndex, predictionIndex } from '../statistics/prediction.ts';

/** What a colour stands for: a piece of street, a street, or a neighbourhood. */
export const GAP_LEVELS = ['segment', 'street', 'neighbourhood'] as const;
export type GapLevel = (typeof GAP_LEVELS)[number];

/** How the table is sorted: hottest first, most unsafe first, or most facts per kilometre first. */
export const GAP_ORDERS = ['hot', 'felt', 'recorded'] as const;

/** The share of all metres of street that may be called hot when a map is judged by what came next. */
export const HOT_LENGTH_SHARE = 0.05;
/** Shorter places are counted as so long: one fact on five metres would be the hottest place of the town. */
export const LEAST_METRES = 50;

/** What was counted at a place in the period. */
export interface TalliedPlace {
  readonly metres: number;
  readonly answers: number;
  /** Those who said often or always. */
  readonly insecure: number;
  /** Brought to light by the public or a partner. */
  readonly facts: WeightedSum;
  /** The same in the period before, of equal length. */
  readonly earlier: WeightedSum;
}

export interface WeighedPlace {
  readonly gap: Gap;
  /** Gi*: how far the facts per kilometre here and next door lie above chance; null where that cannot be told. */
  readonly score: number | null;
  /** Hot beyond what chance would make of so many places, with facts enough of its own to stand out. */
  readonly isHot: boolean;
}

export interface WeighedTown {
  readonly reference: GapReference;
  readonly places: readonly WeighedPlace[];
  /** How well the places that were hot in the period before foretold this one; null where nothing can be said. */
  readonly prediction: PredictionIndex | null;
  /** Moran's I of facts per kilometre with its probability by chance; null where nothing can be said. */
  readonly clustering: { readonly i: number; readonly p: number } | null;
}

/**
 * Feeling against fact and hot places of a town.
 *
 * Whatever police found by looking takes no part in any of it: a rank that rises because police looked would
 * send them there again.
 *
 * @param graph neighbours of the places; null where hot places make no sense, as for neighbourhoods
 */
export function weighTown(
  places: readonly TalliedPlace[],
  graph: NeighbourGraph | null,
): WeighedTown {
  const inputs = places.map(({ metres, answers, insecure, facts }) => ({
    answers,
    insecure,
    facts,
    exposure: kilometresOf(metres),
  }));
  const reference = gapReference(inputs);
  const scores = graph ? gStarScores(ratesOf(places, 'facts'), graph) : places.map(() => null);
  // A place beside a hot one has a high score by that alone. Too few facts are looked at, and never a finding.
  const pValues = scores.map((score, place) =>
    score === null ? null : hasEnough(places[place]?.facts) ? upperTail(score) : 1,
  );
  const greatest = greatestFinding(pValues, FALSE_DISCOVERY_SHARE);
  return {
    reference,
    places: inputs.map((input, place) => ({
      gap: gapOf(input, reference),
      score: scores[place] ?? null,
      isHot: (pValues[place] ?? 2) <= greatest,
    })),
    prediction: graph && foretold(places, graph),
    clustering: graph && places.length >= 4 ? globalMoran(ratesOf(places, 'facts'), graph) : null,
  };
}

function hasEnough(facts: WeightedSum | undefined): boolean {
  return facts !== undefined && canStandOut(facts);
}

/** What the hot places of the period before would have caught of this one, both by the weights that make places hot. */
function foretold(places: readonly TalliedPlace[], graph: NeighbourGraph): PredictionIndex | null {
  const before = gStarScores(ratesOf(places, 'earlier'), graph);
  return predictionIndex(
    places.map(({ metres, facts, earlier }, place) => ({
      score: canStandOut(earlier) ? (before[place] ?? 0) : 0,
      length: Math.max(LEAST_METRES, metres),
      next: facts,
    })),
    HOT_LENGTH_SHARE,
  );
}

function ratesOf(places: readonly TalliedPlace[], which: 'facts' | 'earlier'): readonly number[] {
  return places.map((place) => place[which].sum / kilometresOf(place.metres));
}

function kilometresOf(metres: number): number {
  return Math.max(LEAST_METRES, metres) / 1_000;
}
