import { FACT_ORIGINS } from '#shared/domain/facts/fact.ts';
import { weightOf, type Weights } from '#shared/domain/facts/weights.ts';
import type { GapLevel, TalliedPlace } from '#shared/domain/gaps/gap-map.ts';
import { type Day, dayInterval, dayNumber } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import { contactRowId } from '../../store/repositories/contact-rows.ts';
import type { FactColumns } from './build-fact-columns.ts';
import type { FeltColumns } from './felt-columns.ts';
import type { TownPlaces } from './town-places.ts';

/** Feelings from here on (4 often, 5 always) count as feeling unsafe. */
const UNSAFE_FROM = 4;
const POLICE = FACT_ORIGINS.indexOf('police');

export interface TallyQuestion {
  readonly level: GapLevel;
  /** Whole days: `to` is not in it. */
  readonly from: Day;
  readonly to: Day;
  /** Kinds of facts; every kind where it is empty. */
  readonly kinds: readonly string[];
  readonly weights: Weights | undefined;
}

export interface Tally {
  readonly places: readonly TalliedPlace[];
  /** By place: what police found by looking. It is shown, and takes no part in any rank. */
  readonly police: readonly number[];
  /** Of the period, facts that the public or partners brought to light and that lie on no place of this level. */
  readonly elsewhere: number;
  /** The sources that brought facts of the period or the one before, of the kinds asked for, that police did not find. */
  readonly sources: readonly Id[];
}

/** Counts feelings and facts by place: one pass over those of the period, whatever the filter. */
export function tally(
  town: TownPlaces,
  felt: FeltColumns,
  facts: FactColumns,
  question: TallyQuestion,
): Tally {
  const places = town.levels[question.level];
  const size = places.length;
  const answers = countAnswers(felt, question, size);
  const recorded = countFacts(facts, question, size);
  return {
    police: [...recorded.police],
    elsewhere: recorded.elsewhere,
    sources: facts.sourceIds.filter((_, source) => recorded.seen[source] === 1),
    places: places.map(({ metres }, place) => ({
      metres,
      answers: answers.all[place] ?? 0,
      insecure: answers.insecure[place] ?? 0,
      facts: sumAt(recorded.now, place),
      earlier: sumAt(recorded.earlier, place),
    })),
  };
}

const COLUMN = { segment: 'segments', street: 'streets', neighbourhood: 'areas' } as const;

function countAnswers(felt: FeltColumns, { level, from, to }: TallyQuestion, size: number) {
  const begin = contactRowId(dayInterval(from)[0], 0);
  const end = contactRowId(dayInterval(to)[0], 0);
  const all = new Uint32Array(size);
  const insecure = new Uint32Array(size);
  const { rows, steps, length, ordered } = felt;
  const placeOf = felt[COLUMN[level]];
  const count = (slot: number): void => {
    const step = Number(steps[slot]);
    const place = Number(placeOf[slot]);
    if (step === 0 || place < 0) return;
    all[place] = Number(all[place]) + 1;
    if (step >= UNSAFE_FROM) insecure[place] = Number(insecure[place]) + 1;
  };
  const until = firstFrom(rows, ordered, end);
  for (let slot = firstFrom(rows, ordered, begin); slot < until; slot += 1) count(slot);
  for (let slot = ordered; slot < length; slot += 1) {
    const row = Number(rows[slot]);
    if (row >= begin && row < end) count(slot);
  }
  return { all, insecure };
}

/** The first of the slots before `length`, which are in order, that holds `least` or more. */
function firstFrom(values: Float64Array | Int32Array, length: number, least: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (Number(values[middle]) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Sums {
  readonly count: Float64Array;
  readonly sum: Float64Array;
  readonly squares: Float64Array;
}

function sums(size: number): Sums {
  return {
    count: new Float64Array(size),
    sum: new Float64Array(size),
    squares: new Float64Array(size),
  };
}

function sumAt({ count, sum, squares }: Sums, place: number): TalliedPlace['facts'] {
  return {
    count: Number(count[place]),
    sum: Number(sum[place]),
    squares: Number(squares[place]),
  };
}

function countFacts(facts: FactColumns, question: TallyQuestion, size: number) {
  const begin = dayNumber(question.from);
  const end = dayNumber(question.to);
  // As long as the period itself, and just before it.
  const before = begin - (end - begin);
  const weights = facts.kindCodes.map((kind) => weightOf(question.weights, kind));
  const wanted = new Set(question.kinds);
  const isWanted = facts.kindCodes.map((kind) => wanted.size === 0 || wanted.has(kind));
  const now = sums(size);
  const earlier = sums(size);
  const police = new Float64Array(size);
  const seen = new Uint8Array(facts.sourceIds.length);
  let elsewhere = 0;
  const placeOf = facts[COLUMN[question.level]];
  const until = firstFrom(facts.firstDays, facts.length, end);
  for (let slot = firstFrom(facts.firstDays, facts.length, before); slot < until; slot += 1) {
    const first = Number(facts.firstDays[slot]);
    const last = Number(facts.lastDays[slot]);
    const kind = Number(facts.kinds[slot]);
    if (last >= end || isWanted[kind] !== true) continue;
    // One that may have happened on either side of the border between them belongs to neither.
    const isNow = first >= begin;
    if (!isNow && last >= begin) continue;
    const amount = Number(facts.amounts[slot]);
    const place = Number(placeOf[slot]);
    const isPolice = facts.origins[slot] === POLICE;
    if (!isPolice) seen[Number(facts.sources[slot])] = 1;
    if (place < 0) {
      if (isNow && !isPolice) elsewhere += amount;
    } else if (isPolice) {
      if (isNow) police[place] = Number(police[place]) + amount;
    } else addTo(isNow ? now : earlier, place, amount, weights[kind] ?? 0);
  }
  return { now, earlier, police, elsewhere, seen };
}

function addTo({ count, sum, squares }: Sums, place: number, amount: number, weight: number): void {
  count[place] = Number(count[place]) + amount;
  sum[place] = Number(sum[place]) + amount * weight;
  squares[place] = Number(squares[place]) + amount * weight * weight;
}
