import { type Action, actionSchema } from '#shared/domain/actions/action.ts';
import { planPeriod } from '#shared/domain/actions/dose.ts';
import { type Dossier, dossierSchema } from '#shared/domain/actions/dossier.ts';
import {
  deliverySchema,
  type Measure,
  measureSchema,
  ONCE,
} from '#shared/domain/actions/measure.ts';
import { type ClockSpan, openDuring, weekdayOf } from '#shared/domain/briefing/shift.ts';
import type { StretchPlace } from '#shared/domain/territory/stretch-place.ts';
import { addDays, type Day } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../../store/handles.ts';
import {
  caseworkInStates,
  caseworkOfActions,
} from '../../store/repositories/casework-repository.ts';
import { partnersByName } from '../../store/repositories/partner-repository.ts';
import { officersByName } from '../../store/repositories/people-repository.ts';
import { segmentsNamed } from '../../store/repositories/segment-repository.ts';
import { stretchNumbers } from '../../store/repositories/stretch-numbers.ts';
import { placesOfStretches } from '../../store/repositories/stretch-places.ts';
import { borneByLadder, rowsOf } from '../actions/index.ts';

/** A measure that is to be done in a shift, with what it is for. */
export interface PlannedMeasure {
  readonly measure: Measure;
  readonly action: Action;
  readonly dossier: Dossier | undefined;
  readonly neighbourhoodId: Id | null;
  /** Place of its stretch along its street; null where that has no other. */
  readonly stretch: number | null;
  readonly place: StretchPlace;
  /** When in the shift; empty for any time. */
  readonly times: readonly ClockSpan[];
  readonly stopsThisWeek: number;
  /** Both empty for whoever is there. */
  readonly officerName: string;
  readonly partnerName: string;
}

/** Measures of running actions whose days hold `day` and whose windows, if they have any, the shift. */
export async function plannedInShift(
  read: ReadHandle,
  day: Day,
  hours: ClockSpan,
): Promise<readonly PlannedMeasure[]> {
  const actions = new Map(
    rowsOf(actionSchema, await caseworkInStates(read, 'action', ['active']))
      .filter((action) => {
        const { from, to } = planPeriod(action, day);
        return from <= day && day <= to;
      })
      .map((action) => [action.id, action]),
  );
  const ids = [...actions.keys()];
  const dossiers = new Map(
    rowsOf(dossierSchema, await caseworkInStates(read, 'dossier', [])).map((one) => [one.id, one]),
  );
  const { ofWeek: stops, before } = await stopsUntil(read, ids, day);
  const names = await namesOf(read);
  const measures = await borneByLadder(
    read,
    rowsOf(measureSchema, await caseworkOfActions(read, 'measure', ids)),
  );
  const places = [...new Set(measures.map(({ segmentId }) => segmentId))];
  const segments = new Map(
    (await segmentsNamed(read, places)).map(({ id, neighbourhoodId }) => [id, neighbourhoodId]),
  );
  const stretches = await stretchNumbers(read, places, day);
  const where = await placesOfStretches(read, places, day);
  return measures.flatMap((measure): PlannedMeasure[] => {
    const action = actions.get(measure.actionId);
    const times = openDuring(measure.windows, day, hours);
    const isDone = measure.timesPerWeek === ONCE && before.has(measure.id);
    const isOtherwise = measure.windows.length > 0 && times.length === 0;
    if (!action || measure.removed || isOtherwise || isDone) return [];
    return [
      {
        measure,
        action,
        dossier: dossiers.get(measure.dossierId),
        neighbourhoodId: segments.get(measure.segmentId) ?? null,
        stretch: stretches.get(measure.segmentId)?.number ?? null,
        place: where.get(measure.segmentId) ?? { houses: null, crossings: [] },
        times,
        stopsThisWeek: stops.get(measure.id) ?? 0,
        officerName: names.get(measure.officerId ?? '') ?? '',
        partnerName: names.get(measure.partnerId ?? '') ?? '',
      },
    ];
  });
}

/** Stops of each measure in the week of a day, and which measures had one before that day. */
async function stopsUntil(read: ReadHandle, actionIds: readonly Id[], day: Day) {
  const monday = addDays(day, 1 - weekdayOf(day));
  const sunday = addDays(monday, 6);
  const ofWeek = new Map<Id, number>();
  const before = new Set<Id>();
  for (const one of rowsOf(deliverySchema, await caseworkOfActions(read, 'delivery', actionIds))) {
    if (one.withdrawn) continue;
    if (one.day < day) before.add(one.measureId);
    if (one.day < monday || one.day > sunday) continue;
    ofWeek.set(one.measureId, (ofWeek.get(one.measureId) ?? 0) + 1);
  }
  return { ofWeek, before };
}

/** Officers and partners by their ids. */
async function namesOf(read: ReadHandle): Promise<ReadonlyMap<Id, string>> {
  const officers = await officersByName(read).execute();
  const partners = await partnersByName(read);
  return new Map([
    ...officers.map((one) => [one.id, one.display_name] as const),
    ...partners.map((one) => [one.id, one.name] as const),
  ]);
}
