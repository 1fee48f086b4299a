import { logTailOfTwo } from './binomial.ts';
import { FALSE_DISCOVERY_SHARE } from './false-discovery.ts';

const DAY_HOURS = 24;
const WEEK_HOURS = 7 * DAY_HOURS;

/** Fewer than this in a week say nothing about its hours. */
export const FEWEST_WITH_HOUR = 5;
/**
 * A window holds at least this share of what is not to be expected of an ordinary week, as kappa is reckoned (Cohen
 * 1960); less is of no use to anybody, however many facts show it.
 */
const LEAST_KAPPA = 0.1;

/** Hours that go on, on each of its days; they may go on after midnight. */
export interface HourArc {
  /** 0 to 23. */
  readonly from: number;
  /** Hours, 1 to 24. */
  readonly length: number;
}

/** Hours of the week that something may stand out in. */
export interface WeekWindow {
  /** ISO days of the week on which each arc begins, 1 for Monday. */
  readonly days: readonly number[];
  readonly arcs: readonly HourArc[];
  /** The same as hours of the week, Monday 00:00 being 0. */
  readonly hours: readonly number[];
}

export interface StandingHours {
  readonly window: WeekWindow;
  /** How many lie in it. */
  readonly inside: number;
}

export interface WeekCounts {
  /** By hour of the week, Monday 00:00 first; 168 of them. An even week is what is ordinary for them. */
  readonly facts: readonly number[];
  /** The same of what was told, for which the hours of the tellers are ordinary. */
  readonly told: readonly number[];
  /** Which share of all that is ever told falls in a window, 0 to 1. */
  readonly toldShare: (window: WeekWindow) => number;
}

interface Candidate {
  readonly window: WeekWindow;
  /** The logarithm of how many looks this one stands for. */
  readonly logCost: number;
}

/**
 * The one window of the week that stands out most, or none: a scan over hours (Naus 1965) that takes the most
 * improbable window by the exact binomial tail. That thousands of windows are looked at is paid for by Bonferroni's
 * rule with weights (Genovese, Roeder and Wasserman 2006): half of the error of 5 % for windows of every day, the rest
 * shared by those of some days and of two arcs. Being exact, it needs no large numbers: six of six within four
 * hours stand out, four never.
 *
 * One more in a window that stands out makes every window with its hour more improbable and every other one less
 * so: what is named keeps that hour.
 */
export function standingHours(week: WeekCounts): StandingHours | null {
  const { facts, told } = week;
  if ([facts, told].some(({ length }) => length !== WEEK_HOURS)) {
    throw new RangeError('standingHours: 168 hours');
  }
  const [recorded, spoken] = [sumOf(facts), sumOf(told)];
  if (recorded + spoken < FEWEST_WITH_HOUR) return null;
  const [factsIn, toldIn] = [insideOf(facts), insideOf(told)];
  let best: StandingHours | null = null;
  let least = Math.log(FALSE_DISCOVERY_SHARE);
  for (const { window, logCost } of candidates()) {
    const inside = factsIn(window) + (spoken === 0 ? 0 : toldIn(window));
    const even = { n: recorded, share: window.hours.length / WEEK_HOURS };
    const others = { n: spoken, share: spoken === 0 ? 0 : week.toldShare(window) };
    const expected = even.n * even.share + others.n * others.share;
    if (inside - expected < LEAST_KAPPA * (recorded + spoken - expected)) continue;
    const cost = logTailOfTwo(inside, even, others) + logCost;
    if (cost < least) {
      best = { window, inside };
      least = cost;
    }
  }
  return best;
}

/** How many of these counts by hour of the week lie in a window; added up once, for many windows. */
export function insideOf(counts: readonly number[]): (window: WeekWindow) => number {
  const before = [0];
  // Twice the week, for hours that go on into the next one.
  for (const count of [...counts, ...counts]) before.push((before.at(-1) ?? 0) + count);
  return ({ days, arcs }) => {
    let sum = 0;
    for (const day of days) {
      for (const { from, length } of arcs) {
        const begin = (day - 1) * DAY_HOURS + from;
        sum += (before[begin + length] ?? 0) - (before[begin] ?? 0);
      }
    }
    return sum;
  };
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const WORKDAYS = [1, 2, 3, 4, 5];
/** Those that people speak of, and each day. */
const SOME_DAYS = [WORKDAYS, [6, 7], [5, 6], ...EVERY_DAY.map((day) => [day])];

let made: readonly Candidate[] | undefined;

/** All windows that are looked at: made once, since they are always the same. */
function candidates(): readonly Candidate[] {
  made ??= [
    ...family(1 / 2, windowsOf([EVERY_DAY], single(1, 6))),
    ...family(1 / 4, windowsOf(SOME_DAYS, [...single(1, 6), [{ from: 0, length: DAY_HOURS }]])),
    ...family(1 / 4, windowsOf([EVERY_DAY, WORKDAYS], pairs(single(2, 4)))),
  ];
  return made;
}

function family(budget: number, windows: readonly WeekWindow[]): readonly Candidate[] {
  const logCost = Math.log(windows.length / budget);
  return windows.map((window) => ({ window, logCost }));
}

function windowsOf(
  daySets: readonly (readonly number[])[],
  arcSets: readonly (readonly HourArc[])[],
): readonly WeekWindow[] {
  return daySets.flatMap((days) =>
    arcSets.map((arcs) => ({
      days,
      arcs,
      hours: days.flatMap((day) => arcs.flatMap((arc) => hoursOf(arc, (day - 1) * DAY_HOURS))),
    })),
  );
}

function hoursOf({ from, length }: HourArc, begin: number): readonly number[] {
  return Array.from({ length }, (_, hour) => (begin + from + hour) % WEEK_HOURS);
}

function single(shortest: number, longest: number): readonly (readonly HourArc[])[] {
  const lengths = Array.from({ length: longest - shortest + 1 }, (_, more) => shortest + more);
  return lengths.flatMap((length) =>
    Array.from({ length: DAY_HOURS }, (_, from) => [{ from, length }]),
  );
}

/** Two arcs of a day with at least an hour between them. */
function pairs(arcs: readonly (readonly HourArc[])[]): readonly (readonly HourArc[])[] {
  return arcs.flat().flatMap((one, place) =>
    arcs
      .flat()
      .slice(place + 1)
      .filter((other) => isApart(one, other) && isApart(other, one))
      .map((other) => [one, other].sort((first, second) => first.from - second.from)),
  );
}

function isApart(one: HourArc, other: HourArc): boolean {
  return (other.from - one.from + DAY_HOURS) % DAY_HOURS > one.length;
}
