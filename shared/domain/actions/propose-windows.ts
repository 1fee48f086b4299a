import { wilsonInterval } from '../statistics/intervals.ts';
import { insideOf, standingHours, type WeekWindow } from '../statistics/standing-hours.ts';
import type { TimeWindow } from './time-window.ts';

/** A place with as many signs speaks for itself: where no hours stand out of them, none are borrowed. */
export const ENOUGH_OF_OWN = 20;

/** Signs of a problem at a place that carry an hour, by hour of the week, Monday 00:00 first; 168 each. */
export interface HourSigns {
  readonly facts: readonly number[];
  readonly contacts: readonly number[];
}

/** From the stretch outwards: each place holds the ones before it. */
export const WINDOW_PLACES = ['stretch', 'street', 'neighbourhood'] as const;
export type WindowPlace = (typeof WINDOW_PLACES)[number];

export interface HoursOfSigns extends Readonly<Record<WindowPlace, HourSigns>> {
  /** All contacts around, whatever they are about, by hour of the week: when officers speak with people. */
  readonly spoken: readonly number[];
}

/** Why at these times. */
export type WindowReason =
  /** Signs of a place stand out then: `inside` of its `signs`, of which `own` are of the stretch. */
  | {
      readonly kind: 'stands-out';
      readonly place: WindowPlace;
      readonly inside: number;
      readonly signs: number;
      readonly own: number;
    }
  /** The dossier says so, and signs of the street point to no others. */
  | { readonly kind: 'as-said' }
  /** Done once in all: it need not be when the problem happens. */
  | { readonly kind: 'once' }
  /** Of the signs of the place none stand out, and it has enough of them or is the largest. */
  | { readonly kind: 'even'; readonly place: WindowPlace; readonly signs: number }
  | { readonly kind: 'not-known' };

export interface ProposedWindows {
  readonly windows: readonly TimeWindow[];
  readonly when: WindowReason;
}

/**
 * Times of the week for a stretch: those that stand out of its own signs, else of those of its street, else what
 * the dossier says, else those of its neighbourhood. A place is asked beyond its own signs only while it has fewer than
 * {@link ENOUGH_OF_OWN}.
 *
 * Facts are held against an even week. Contacts are held against all contacts around, by the upper end of the
 * interval of their share: officers speak with people when they are at work.
 */
export function proposedWindows(hours: HoursOfSigns, said: readonly TimeWindow[]): ProposedWindows {
  const own = signsAt(hours.stretch);
  const toldShare = shareOfSpoken(hours.spoken);
  const asked = WINDOW_PLACES.findIndex((place) => signsAt(hours[place]) >= ENOUGH_OF_OWN);
  const places = asked < 0 ? WINDOW_PLACES : WINDOW_PLACES.slice(0, asked + 1);
  for (const place of places) {
    // What somebody who knows the street says comes before the hours of a whole neighbourhood.
    if (place === 'neighbourhood' && said.length > 0) break;
    const { facts, contacts: told } = hours[place];
    const found = standingHours({ facts, told, toldShare });
    if (!found) continue;
    const { window, inside } = found;
    const when = { kind: 'stands-out', place, inside, signs: signsAt(hours[place]), own } as const;
    return { windows: timesOf(window), when };
  }
  if (said.length > 0) return { windows: said, when: { kind: 'as-said' } };
  const place = places.at(-1) ?? 'stretch';
  const signs = signsAt(hours[place]);
  return { windows: [], when: signs > 0 ? { kind: 'even', place, signs } : { kind: 'not-known' } };
}

function signsAt({ facts, contacts }: HourSigns): number {
  return sumOf(facts) + sumOf(contacts);
}

/** The most that may be the share of a window in what officers are told. */
function shareOfSpoken(spoken: readonly number[]) {
  const all = sumOf(spoken);
  const spokenIn = insideOf(spoken);
  return (window: WeekWindow): number =>
    all === 0 ? 1 : wilsonInterval(spokenIn(window), all).high;
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

const DAY_HOURS = 24;
const HOUR_MINUTES = 60;

function timesOf({ days, arcs }: WeekWindow): readonly TimeWindow[] {
  return arcs.map(({ from, length }) => {
    const end = from + length;
    const to = end > DAY_HOURS ? end - DAY_HOURS : end;
    return { days: [...days], from: from * HOUR_MINUTES, to: to * HOUR_MINUTES };
  });
}
