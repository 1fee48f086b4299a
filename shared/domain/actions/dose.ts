import { addDays, type Day, dayOf } from '../../lib/dates.ts';
import type { Id } from '../../lib/ids.ts';
import { mondayOf } from '../board/week.ts';
import type { Action, PlannedAtStart } from './action.ts';
import {
  type Delivery,
  type Measure,
  minutesUntil,
  ONCE,
  type Period,
  plannedMinutes,
} from './measure.ts';

/** Of an action: its days, and what it had planned when it began. */
export type DosedAction = Pick<
  Action,
  'startsOn' | 'endsOn' | 'startedAt' | 'plannedMinutes' | 'plannedAtStart'
>;
export type DosedMeasure = Pick<
  Measure,
  'id' | 'minutes' | 'timesPerWeek' | 'removed' | 'since' | 'removedOn'
>;
type Stop = Pick<Delivery, 'measureId' | 'day' | 'minutes' | 'withdrawn'>;

/** All measures of an action, removed ones too, and what was confirmed of them. */
export interface DosedParts<M extends DosedMeasure = DosedMeasure> {
  readonly measures: readonly M[];
  readonly deliveries: readonly Stop[];
}

/** Minutes. */
export interface Dose {
  /** As the plan stands now; of a measure that was removed, until then. */
  readonly planned: number;
  readonly delivered: number;
  /** Of what was delivered, what counts: see {@link doseOfAction}. */
  readonly counted: number;
  readonly stops: number;
}

const NONE: Dose = { planned: 0, delivered: 0, counted: 0, stops: 0 };

/** Whether the plan says until when it goes on: without, how much is planned cannot be told. */
export function hasDays({ endsOn }: Pick<DosedAction, 'endsOn'>): boolean {
  return endsOn !== null;
}

/** The days of the whole plan; one day where nothing is fixed yet. */
export function planPeriod({ startsOn, endsOn, startedAt }: DosedAction, today: Day): Period {
  const from = startsOn ?? (startedAt === null ? today : dayOf(startedAt));
  const to = endsOn ?? from;
  return { from, to: to < from ? from : to };
}

/**
 * The days on which a measure of this action can be done, so far as its plan is known now: the whole plan for one that
 * was there at the start, from its own day on for one that came later, until the day on which it was removed.
 * Undefined where it never ran.
 */
export function daysOfMeasure(
  action: DosedAction,
  measure: DosedMeasure,
  period: Period,
): Period | undefined {
  const { startedAt, plannedAtStart } = action;
  const { since, removed, removedOn } = measure;
  const begun = startedAt === null ? null : dayOf(startedAt);
  const isListed = plannedAtStart?.some(({ measureId }) => measureId === measure.id);
  if (removed && (begun === null || (removedOn !== null && removedOn <= begun && !isListed))) {
    return undefined;
  }
  const isOfStart = isListed ?? (begun === null || since === null || since <= begun);
  const from = isOfStart || since === null || since < period.from ? period.from : since;
  const to = removed && removedOn !== null && removedOn < period.to ? removedOn : period.to;
  return { from, to };
}

export interface ActionDose {
  readonly perMeasure: ReadonlyMap<Id, Dose>;
  readonly whole: Dose;
  /** What was planned at the start, or what is planned now, whichever is more; minutes. */
  readonly owed: number;
  /** What counts of what is owed, from 0 to 1, in thousandths, rounded down: less than half never reads as half. */
  readonly share: number;
}

/**
 * How far an action was carried out: what was delivered of the planned dose. What was delivered of a measure counts
 *
 * - on its own days ({@link daysOfMeasure}), also once it is removed;
 * - in a week from Monday to Sunday up to what its plan asks of a whole week. A dose is as much its spread over the
 *   weeks as its sum, and one long stop is no presence in the weeks after it. A week that the plan begins or ends in
 *   counts as a whole one, so that nobody loses stops by the day of the week on which the plan begins;
 * - altogether up to its own plan: more in one street makes up for nothing in another.
 *
 * Its plan is what was planned at the start or what is planned now, whichever is more. The share is held against the
 * greater of both sums, so that neither a plan that is made smaller nor a measure that is taken away makes it rise.
 */
export function doseOfAction<M extends DosedMeasure>(
  action: DosedAction,
  parts: DosedParts<M>,
  today: Day,
): ActionDose {
  const atStart = new Map(action.plannedAtStart?.map((one) => [one.measureId, one]));
  const period = planPeriod(action, today);
  const perMeasure = dosesIn(action, parts, { period, until: period.to, atStart });
  const whole = sumOfDoses(perMeasure.values());
  const owed = Math.max(whole.planned, action.plannedMinutes ?? 0);
  return { perMeasure, whole, owed, share: shareOf(whole.counted, owed) };
}

/**
 * Doses by the plan so far as it is due, of each measure that ran: until today; of a closed action until the day on which
 * it was closed, since nothing was asked after that; of one that has not begun none.
 */
export function dosesDue(
  action: DosedAction & Pick<Action, 'closedAt'>,
  parts: DosedParts,
  today: Day,
): ReadonlyMap<Id, Dose> {
  if (action.startedAt === null) return new Map();
  const period = planPeriod(action, today);
  const last = action.closedAt === null ? today : dayOf(action.closedAt);
  const until = last < period.to ? last : period.to;
  return dosesIn(action, parts, { period, until, atStart: new Map() });
}

/** What is planned of each measure that stands, to be kept when the action begins. */
export function planAtStart(
  action: DosedAction,
  measures: readonly DosedMeasure[],
  today: Day,
): readonly PlannedAtStart[] {
  const period = planPeriod(action, today);
  return measures
    .filter(({ removed }) => !removed)
    .map((measure) => ({
      measureId: measure.id,
      minutes: plannedMinutes(measure, period),
      weekly: weeklyOf(measure),
    }));
}

function dosesIn(
  action: DosedAction,
  { measures, deliveries }: DosedParts,
  {
    period,
    until,
    atStart,
  }: {
    readonly period: Period;
    /** The last day that counts. */
    readonly until: Day;
    readonly atStart: ReadonlyMap<Id, PlannedAtStart>;
  },
): ReadonlyMap<Id, Dose> {
  const stops = Map.groupBy(
    deliveries.filter(({ withdrawn }) => !withdrawn),
    ({ measureId }) => measureId,
  );
  const doses = new Map<Id, Dose>();
  for (const measure of measures) {
    const days = daysOfMeasure(action, measure, period);
    if (!days) continue;
    const done = (stops.get(measure.id) ?? []).filter(
      ({ day }) => days.from <= day && day <= days.to && day <= until,
    );
    doses.set(measure.id, doseOf(measure, { done, days, until, start: atStart.get(measure.id) }));
  }
  return doses;
}

function doseOf(
  measure: DosedMeasure,
  {
    done,
    days,
    until,
    start,
  }: {
    readonly done: readonly Stop[];
    readonly days: Period;
    readonly until: Day;
    readonly start: PlannedAtStart | undefined;
  },
): Dose {
  const { removed, removedOn } = measure;
  // On the day on which it is removed it may still be done, and is no longer asked for.
  const lastAsked =
    removed && removedOn !== null && removedOn <= until ? addDays(removedOn, -1) : until;
  const asked = minutesUntil(measure, days, lastAsked);
  const weekly = Math.max(weeklyOf(measure), start?.weekly ?? 0);
  const weeks = Map.groupBy(done, ({ day }) => mondayOf(day)).values();
  const spread = [...weeks].reduce((sum, week) => sum + Math.min(weekly, minutesOf(week)), 0);
  return {
    planned: removed && removedOn === null ? 0 : asked,
    delivered: minutesOf(done),
    counted: Math.min(Math.max(asked, start?.minutes ?? 0), spread),
    stops: done.length,
  };
}

/** What is done once is done whole, in whatever week. */
function weeklyOf({ minutes, timesPerWeek }: DosedMeasure): number {
  return timesPerWeek === ONCE ? minutes : minutes * timesPerWeek;
}

function minutesOf(stops: readonly Stop[]): number {
  return stops.reduce((sum, { minutes }) => sum + minutes, 0);
}

export function sumOfDoses(doses: Iterable<Dose>): Dose {
  let sum = NONE;
  for (const dose of doses) {
    sum = {
      planned: sum.planned + dose.planned,
      delivered: sum.delivered + dose.delivered,
      counted: sum.counted + dose.counted,
      stops: sum.stops + dose.stops,
    };
  }
  return sum;
}

/** Nothing planned is nothing tried. */
function shareOf(counted: number, owed: number): number {
  return owed === 0 ? 0 : Math.min(1, Math.floor((counted / owed) * 1_000) / 1_000);
}

/** What was planned and delivered on each segment, in the order in which measures name them. */
export function dosePerSegment(
  measures: readonly Pick<Measure, 'id' | 'segmentId'>[],
  doses: ReadonlyMap<Id, Dose>,
): ReadonlyMap<Id, Dose> {
  const segments = new Map<Id, Dose>();
  for (const { id, segmentId } of measures) {
    const dose = doses.get(id);
    if (dose) segments.set(segmentId, sumOfDoses([segments.get(segmentId) ?? NONE, dose]));
  }
  return segments;
}

/** How far the plan of a stretch was followed so far as it is due, in steps that a map can show. */
export const DOSE_STANDINGS = ['nothing', 'under-half', 'from-half', 'whole'] as const;
export type DoseStanding = (typeof DOSE_STANDINGS)[number];

/** Of minutes that are due, and those that count. */
export function doseStanding({
  planned,
  counted,
}: Pick<Dose, 'planned' | 'counted'>): DoseStanding {
  if (counted === 0) return 'nothing';
  if (counted >= planned) return 'whole';
  return 2 * counted >= planned ? 'from-half' : 'under-half';
}
