import type { DueMeasure } from '#shared/contract/actions.ts';
import { actionSchema } from '#shared/domain/actions/action.ts';
import { dueAs } from '#shared/domain/actions/due.ts';
import {
  type Delivery,
  deliverySchema,
  type Measure,
  measureSchema,
  ONCE,
} from '#shared/domain/actions/measure.ts';
import { weekOf } from '#shared/domain/board/week.ts';
import { streetOfSegment } from '#shared/domain/territory/placed-street.ts';
import { type Day, dayOf } from '#shared/lib/dates.ts';

import type { OpenFile } from '../../context.ts';
import {
  caseworkInStates,
  caseworkOfActions,
} from '../../store/repositories/casework-repository.ts';
import { rowsOf } from './change-row.ts';
import { borneByLadder } from './ladder.ts';
import { readStretches } from './segments.ts';

/**
 * Measures of running actions whose days have come that are the officer's own, anybody's, or of an action that the officer covers: these
 * come last. A heavy means that its ladder does not bear is due for nobody. In each part what is left to do
 * this week comes first, then street by street.
 */
export async function readDueMeasures(file: OpenFile): Promise<DueMeasure[]> {
  const { store } = file;
  const { read } = store;
  const { officerId } = store.identity;
  const today = dayOf(store.clock.now());
  const { from, to } = weekOf(today);
  const actions = new Map(
    rowsOf(actionSchema, await caseworkInStates(read, 'action', ['active'])).map((action) => [
      action.id,
      action,
    ]),
  );
  const ids = [...actions.keys()];
  const deliveries = rowsOf(deliverySchema, await caseworkOfActions(read, 'delivery', ids)).filter(
    ({ withdrawn }) => !withdrawn,
  );
  const measures = rowsOf(measureSchema, await caseworkOfActions(read, 'measure', ids));
  const due = (await borneByLadder(read, measures)).flatMap((measure) => {
    const action = actions.get(measure.actionId);
    const as = dueAs(measure, action?.coverId ?? null, officerId);
    const isAhead = (action?.startsOn ?? today) > today;
    const isOver = (action?.endsOn ?? today) < today || isDone(measure, deliveries, today);
    return as === undefined || isAhead || isOver ? [] : [{ measure, as }];
  });
  const stretches = await readStretches(
    file,
    due.map(({ measure }) => measure.segmentId),
  );
  const segments = new Map(stretches.map((segment) => [segment.id, segment]));
  const places = new Map(stretches.map(({ id }, place) => [id, place]));
  const placeOf = ({ segmentId }: DueMeasure): number => places.get(segmentId) ?? -1;
  return due
    .map(({ measure, as }) => {
      const own = deliveries.filter(({ measureId }) => measureId === measure.id);
      const segment = segments.get(measure.segmentId);
      return {
        ...measure,
        endsOn: actions.get(measure.actionId)?.endsOn ?? null,
        actionTitle: actions.get(measure.actionId)?.title ?? '',
        street: segment ? streetOfSegment(segment) : NAMELESS,
        stretch: segment?.number ?? null,
        forOfficerId: as === 'cover' ? measure.officerId : null,
        stopsThisWeek: own.filter(({ day }) => from <= day && day <= to).length,
        stopsToday: own.filter(({ day }) => day === today).length,
      };
    })
    .sort(
      (one, other) =>
        Number(one.forOfficerId !== null) - Number(other.forOfficerId !== null) ||
        left(other) - left(one) ||
        placeOf(one) - placeOf(other) ||
        one.id.localeCompare(other.id),
    );
}

const NAMELESS = { nameNl: '', nameFr: '', neighbourhoods: [] };

/** Whether it is done once and was before today: today's can still be taken back. */
function isDone(
  { id, timesPerWeek }: Pick<Measure, 'id' | 'timesPerWeek'>,
  deliveries: readonly Delivery[],
  today: Day,
): boolean {
  const isOfIt = ({ measureId, day }: Delivery) => measureId === id && day < today;
  return timesPerWeek === ONCE && deliveries.some(isOfIt);
}

function left({ timesPerWeek, stopsThisWeek, stopsToday }: DueMeasure): number {
  return stopsToday > 0
    ? -1
    : Math.max(0, (timesPerWeek === ONCE ? 1 : timesPerWeek) - stopsThisWeek);
}
