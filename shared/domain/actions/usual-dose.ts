import { type Measure, ONCE } from './measure.ts';
import { usualRung } from './problem-tasks.ts';
import type { TimeWindow } from './time-window.ts';
import { isHeavy } from './vocabulary.ts';

export type MeasureDose = Pick<Measure, 'rung' | 'minutes' | 'timesPerWeek'>;

/** Where a proposed dose comes from. */
export type DoseReason =
  /** The one in the middle of those of `actions` actions that helped. */
  | { readonly kind: 'helped'; readonly actions: number }
  /** A visit on each day of its hours. */
  | { readonly kind: 'visits' }
  /** What such a measure usually is. */
  | { readonly kind: 'usual' };

/** A visit is some 10 to 15 minutes (Koper 1995: what a stay at a place still adds ends there). */
export const USUAL_MINUTES = 15;
const USUAL_TIMES = 2;
const MOST_TIMES = 5;

interface Usual {
  readonly minutes: number;
  /** Null for a visit on each day of its hours. */
  readonly timesPerWeek: number | null;
}

const VISIT: Usual = { minutes: USUAL_MINUTES, timesPerWeek: null };

/**
 * A starting point, not evidence, for the starter codes: what is done once in all, what takes a talk, and what is
 * a short visit. A code that a zone added itself is a visit, until its actions tell better.
 */
const DOSES: Readonly<Partial<Record<string, Usual>>> = {
  'school-surroundings': { minutes: 20, timesPerWeek: null },
  'speed-check': { minutes: 60, timesPerWeek: 1 },
  'prevention-advice': { minutes: 30, timesPerWeek: 1 },
  consultation: { minutes: 60, timesPerWeek: ONCE },
  mediation: { minutes: 60, timesPerWeek: ONCE },
  'neighbourhood-network': { minutes: 60, timesPerWeek: ONCE },
  'bicycle-prevention': { minutes: 120, timesPerWeek: ONCE },
  'burglary-revisit': { minutes: 20, timesPerWeek: ONCE },
  'victim-recontact': { minutes: 20, timesPerWeek: ONCE },
  event: { minutes: 120, timesPerWeek: ONCE },
  works: { minutes: 60, timesPerWeek: ONCE },
};

/**
 * How much of a measure to propose: the median of the doses with which it helped, each action counting once and
 * none that weighed on somebody; else what it usually is.
 *
 * @param helped for each action that helped, the newest last, its doses of this kind of measure.
 */
export function proposedDose(
  type: string,
  windows: readonly TimeWindow[],
  helped: readonly (readonly MeasureDose[])[],
): MeasureDose & { readonly dose: DoseReason } {
  const light = helped
    .map((doses) => doses.filter(({ rung }) => !isHeavy(rung)))
    .filter((doses) => doses.length > 0);
  const newest = light.at(-1)?.at(-1);
  if (newest) {
    const middle = (field: 'minutes' | 'timesPerWeek'): number =>
      medianOf(light.map((doses) => medianOf(doses.map((dose) => dose[field]))));
    return {
      rung: newest.rung,
      minutes: middle('minutes'),
      timesPerWeek: middle('timesPerWeek'),
      dose: { kind: 'helped', actions: light.length },
    };
  }
  const { minutes, timesPerWeek } = (Object.hasOwn(DOSES, type) ? DOSES[type] : undefined) ?? VISIT;
  const days = new Set(windows.flatMap((window) => window.days)).size;
  const rung = usualRung(type);
  if (timesPerWeek !== null) return { rung, minutes, timesPerWeek, dose: { kind: 'usual' } };
  if (days === 0) return { rung, minutes, timesPerWeek: USUAL_TIMES, dose: { kind: 'usual' } };
  const times = Math.min(days, MOST_TIMES);
  return { rung, minutes, timesPerWeek: times, dose: { kind: 'visits' } };
}

/** The one in the middle; of two, the smaller, so that it is one that was. */
function medianOf(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor((values.length - 1) / 2)] ?? 0;
}
