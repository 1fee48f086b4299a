import {
  type Interval,
  type WeightedSum,
  weightedSumInterval,
  wilsonInterval,
} from './intervals.ts';

/**
 * Feeling against fact. `too-few` says that not enough people were asked: what nobody asked about is not calm.
 */
export const GAP_CLASSES = [
  'felt-and-recorded',
  'felt-only',
  'recorded-only',
  'calm',
  'too-few',
] as const;
export type GapClass = (typeof GAP_CLASSES)[number];

/** Fewer answers than this make no colour. */
export const FEWEST_ANSWERS_OF_GAP = 5;
/** Fewer facts than this do not make a place stand out, however short it is and whatever lies beside it. */
const FEWEST_FACTS_OF_GAP = 3;

export interface GapInput {
  /** How many answered how unsafe they feel. */
  readonly answers: number;
  /** How many of them said often or always. */
  readonly insecure: number;
  /**
   * Recorded facts that the public or partners brought to light. What police found itself is left out by
   * whoever asks: it says where police looked.
   */
  readonly facts: WeightedSum;
  /** What the facts are spread over: kilometres of street. Above 0. */
  readonly exposure: number;
}

/** What places are compared with: all of them together. */
export interface GapReference {
  /** Share of all answers that said often or always; null when nobody answered. */
  readonly insecureShare: number | null;
  /** Weight of facts per unit of exposure. */
  readonly factRate: number;
}

/** Whether there are facts enough for a place to be hot, to rank high or to lie above the whole. */
export function canStandOut({ count }: Pick<WeightedSum, 'count'>): boolean {
  return count >= FEWEST_FACTS_OF_GAP;
}

/** One of the two axes of a place. */
export interface GapAxis {
  readonly value: number;
  readonly interval: Interval;
  /** Whether it lies above the whole. */
  readonly isHigh: boolean;
  /** Whether the whole interval lies on that side: otherwise chance may have put it there. */
  readonly isSure: boolean;
}

export interface Gap {
  readonly class: GapClass;
  /** Share that feels unsafe; null when nobody answered. */
  readonly felt: GapAxis | null;
  /** Weight of facts per unit of exposure. */
  readonly recorded: GapAxis;
}

/** Feeling and facts of all places together. */
export function gapReference(places: readonly GapInput[]): GapReference {
  let answers = 0;
  let insecure = 0;
  let weight = 0;
  let exposure = 0;
  for (const place of places) {
    answers += place.answers;
    insecure += place.insecure;
    weight += place.facts.sum;
    exposure += place.exposure;
  }
  return {
    insecureShare: answers === 0 ? null : insecure / answers,
    factRate: exposure === 0 ? 0 : weight / exposure,
  };
}

/**
 * Where feeling and facts of a place part, seen against all places. Throws a RangeError when there are more
 * insecure than answers, or no exposure.
 */
export function gapOf(place: GapInput, reference: GapReference): Gap {
  if (!(place.exposure > 0)) throw new RangeError('gapOf: an exposure above 0');
  const felt = feltOf(place, reference);
  const recorded = recordedOf(place, reference);
  if (!felt || place.answers < FEWEST_ANSWERS_OF_GAP) return { class: 'too-few', felt, recorded };
  if (felt.isHigh) {
    return { class: recorded.isHigh ? 'felt-and-recorded' : 'felt-only', felt, recorded };
  }
  return { class: recorded.isHigh ? 'recorded-only' : 'calm', felt, recorded };
}

function feltOf({ answers, insecure }: GapInput, { insecureShare }: GapReference): GapAxis | null {
  if (answers === 0 || insecureShare === null) return null;
  return axisOf(insecure / answers, wilsonInterval(insecure, answers), insecureShare);
}

function recordedOf(place: GapInput, { factRate }: GapReference): GapAxis {
  const { sum } = place.facts;
  const { low, high } = weightedSumInterval(place.facts);
  const interval = { low: low / place.exposure, high: high / place.exposure };
  const axis = axisOf(sum / place.exposure, interval, factRate);
  return canStandOut(place.facts)
    ? axis
    : { ...axis, isHigh: false, isSure: interval.high < factRate };
}

function axisOf(value: number, interval: Interval, whole: number): GapAxis {
  const isHigh = value > whole;
  return { value, interval, isHigh, isSure: isHigh ? interval.low > whole : interval.high < whole };
}
