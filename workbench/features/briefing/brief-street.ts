import { type BriefedStreet, MOST_SUBJECTS } from '#shared/contract/briefing.ts';
import { type ClockSpan, openDuring } from '#shared/domain/briefing/shift.ts';
import { PART_HOURS, weekParts } from '#shared/domain/statistics/week-hours.ts';
import { countedSince, WEEK_HOURS } from '#shared/domain/streets/picture.ts';
import { eachStreetOnce, type KnownStreet } from '#shared/domain/territory/placed-street.ts';
import { addDays, type Day, dayInterval } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../../store/handles.ts';
import {
  openReasonsSince,
  type promisesDueUpTo,
} from '../../store/repositories/briefing-repository.ts';
import { countFactsAt } from '../../store/repositories/fact-counts.ts';
import { streetVersions } from '../../store/repositories/place-versions.ts';
import { placedStreets } from '../../store/repositories/placed-streets.ts';
import type { PlannedMeasure } from './planned-in-shift.ts';

type DuePromises = Awaited<ReturnType<ReturnType<typeof promisesDueUpTo>['execute']>>;

/** What is to be done in one street, under all rows that it ever had. */
export interface StreetTasks {
  readonly ids: readonly Id[];
  readonly planned: PlannedMeasure[];
  readonly promises: DuePromises;
}

/** Measures and promises together by street: one that got a new name is the same. */
export async function groupByStreet(
  read: ReadHandle,
  planned: readonly PlannedMeasure[],
  promises: DuePromises,
): Promise<readonly StreetTasks[]> {
  const byId = new Map<Id, StreetTasks>();
  const tasksOf = async (streetId: Id): Promise<StreetTasks> => {
    const known = byId.get(streetId);
    if (known) return known;
    const tasks = { ids: await streetVersions(read, streetId), planned: [], promises: [] };
    for (const id of tasks.ids) byId.set(id, tasks);
    return tasks;
  };
  for (const one of planned) (await tasksOf(one.measure.streetId)).planned.push(one);
  for (const one of promises) (await tasksOf(one.streetId)).promises.push(one);
  return [...new Set(byId.values())];
}

export interface ShiftOfDay {
  readonly day: Day;
  readonly hours: ClockSpan;
  readonly contactsSince: Day;
}

/** A street as the sheet has it. */
export async function briefStreet(
  read: ReadHandle,
  tasks: StreetTasks,
  { day, hours, contactsSince }: ShiftOfDay,
): Promise<BriefedStreet> {
  const { ids, planned, promises } = tasks;
  const { id: streetId, ...street } = await streetOfTasks(read, tasks);
  const [since] = dayInterval(contactsSince);
  const subjects = await openReasonsSince(read, ids, since).execute();
  const actions = new Map(planned.map((one) => [one.action.id, one]));
  return {
    streetId,
    ...street,
    measures: planned
      .map(({ measure, stretch, place, times, stopsThisWeek, officerName, partnerName }) => ({
        id: measure.id,
        actionId: measure.actionId,
        dossierId: measure.dossierId,
        type: measure.type,
        stretch,
        place: { houses: place.houses, crossings: [...place.crossings] },
        minutes: measure.minutes,
        timesPerWeek: measure.timesPerWeek,
        stopsThisWeek,
        times: times.map((span) => ({ ...span })),
        officerName,
        partnerName,
      }))
      .sort(
        (one, other) =>
          (one.times[0]?.from ?? Infinity) - (other.times[0]?.from ?? Infinity) ||
          (one.id < other.id ? -1 : 1),
      ),
    reasons: [...actions.values()].map(({ action, dossier }) => ({
      actionId: action.id,
      dossierId: action.dossierId,
      actionTitle: action.title,
      problem: dossier?.problem ?? null,
      aim: action.aim,
    })),
    contacts: subjects.reduce((sum, { count }) => sum + count, 0),
    subjects: subjects.slice(0, MOST_SUBJECTS),
    hot: [...(await hotHours(read, ids, day, hours))],
    promises: {
      due: dueByOwner(promises.filter(({ dueOn }) => dueOn === day)),
      overdue: promises
        .filter(({ dueOn }) => dueOn < day)
        .reduce((sum, { count }) => sum + count, 0),
    },
  };
}

/** What the street is called, with the neighbourhoods in which there is something to do. */
async function streetOfTasks(
  read: ReadHandle,
  { ids, planned, promises }: StreetTasks,
): Promise<KnownStreet> {
  const places = [
    ...planned.map(({ measure: { streetId }, neighbourhoodId }) => ({ streetId, neighbourhoodId })),
    ...promises,
  ];
  const [street] = eachStreetOnce(places.map(await placedStreets(read, places)));
  return street ?? { id: ids[0] ?? '', nameNl: '', nameFr: '', neighbourhoods: [] };
}

function dueByOwner(promises: DuePromises): BriefedStreet['promises']['due'] {
  const counts = new Map<string, number>();
  for (const { ownerName, count } of promises) {
    counts.set(ownerName, (counts.get(ownerName) ?? 0) + count);
  }
  return [...counts].map(([ownerName, count]) => ({ ownerName, count }));
}

/** Parts of the week in which facts of the last twelve months stand out, as far as they lie in the shift. */
async function hotHours(
  read: ReadHandle,
  ids: readonly Id[],
  day: Day,
  hours: ClockSpan,
): Promise<readonly ClockSpan[]> {
  const period = { from: countedSince(day), to: addDays(day, 1) };
  const counts = Array.from({ length: WEEK_HOURS }, () => 0);
  for (const one of await countFactsAt(read, { column: 'street_id', ids }, period)) {
    if (one.origin === 'police' || one.hour === null || one.weekday === null) continue;
    const index = (one.weekday - 1) * 24 + one.hour;
    counts[index] = (counts[index] ?? 0) + one.amount;
  }
  const windows = weekParts(counts)
    .filter(({ standsOut }) => standsOut)
    .map((part) => ({
      days: [part.day + 1],
      from: part.from * 60,
      to: (part.from + PART_HOURS) * 60,
    }));
  return openDuring(windows, day, hours);
}
