import type { Board, BoardConflict, BoardStop } from '#shared/contract/board.ts';
import type { ActionState } from '#shared/domain/actions/action.ts';
import type { Period } from '#shared/domain/actions/measure.ts';
import { type Conflict, conflictsIn } from '#shared/domain/board/conflicts.ts';
import { earlier, occurrencesIn } from '#shared/domain/board/occurrences.ts';
import { overlapOf } from '#shared/domain/board/week.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../../store/handles.ts';
import {
  type BoardAction,
  measuresOfActions,
  titlesOf,
} from '../../store/repositories/board-repository.ts';
import { segmentsNamed } from '../../store/repositories/segment-repository.ts';
import type { BoardData, PlannedStop } from './board-data.ts';
import { numbersOnBoard, streetsOnBoard } from './stretch-places.ts';

/** The most windows of a week and conflicts that one screen holds. */
const MOST_STOPS = 400;
const MOST_CONFLICTS = 400;

/** What is planned in a week, by day and hour; measures without hours come last. */
export async function readStops(
  { store, planned, shown }: BoardData,
  week: Period,
): Promise<{
  readonly stops: BoardStop[];
  readonly more: number;
  readonly actions: BoardAction[];
}> {
  const isShown = new Set(shown.map(({ id }) => id));
  const own = planned.filter(
    ({ action, plan }) => isShown.has(action.id) && overlapOf(plan, week) !== undefined,
  );
  const timed = own
    .flatMap((stop) => occurrencesIn(stop.measure, stop.plan, week).map((at) => ({ stop, at })))
    .sort((one, other) => earlier(one.at, other.at));
  const untimed = own
    .filter(({ measure }) => measure.windows.length === 0)
    .map((stop) => ({ stop, at: null }));
  const found = [...timed, ...untimed];
  const first = found.slice(0, MOST_STOPS);
  const measures = first.map(({ stop }) => stop.measure);
  const streetOf = await streetsOnBoard(store, measures);
  const numberOf = await numbersOnBoard(
    store,
    measures.map(({ segmentId }) => segmentId),
  );
  const stops = first.map(({ stop: { measure }, at }): BoardStop => ({
    measureId: measure.id,
    actionId: measure.actionId,
    type: measure.type,
    street: streetOf(measure),
    stretch: numberOf(measure.segmentId),
    minutes: measure.minutes,
    timesPerWeek: measure.timesPerWeek,
    officerId: measure.officerId,
    partnerId: measure.partnerId,
    at: at && { window: at.window, day: at.day, from: at.from, to: at.to },
  }));
  const actions = [...new Set(first.map(({ stop }) => stop.action))];
  return { stops, more: found.length - first.length, actions };
}

/** Conflicts of the week, with both sides named. */
export async function readConflicts(
  { store, read, planned }: BoardData,
  week: Period,
  isVisible: (officerId: Id | null) => boolean,
): Promise<Pick<Board, 'conflicts' | 'hasMoreConflicts'>> {
  const own = planned.filter(({ measure }) => isVisible(measure.officerId));
  const found = conflictsIn(own, week, MOST_CONFLICTS + 1);
  const first = found.slice(0, MOST_CONFLICTS);
  const byMeasure = new Map(own.map((stop) => [stop.measure.id, stop]));
  const sides = first.flatMap((one) => [one.first, one.second]).map((id) => byMeasure.get(id));
  const named = sides.filter((side) => side !== undefined);
  const titles = await titlesOf(read, 'action', [...new Set(named.map(({ action }) => action.id))]);
  const measures = named.map(({ measure }) => measure);
  const streetOf = await streetsOnBoard(store, measures);
  const numberOf = await numbersOnBoard(
    store,
    measures.map(({ segmentId }) => segmentId),
  );
  const sideOf = ({ action, measure }: PlannedStop) => ({
    measureId: measure.id,
    action: { id: action.id, dossierId: action.dossierId, title: titles.get(action.id) ?? '' },
    type: measure.type,
    street: streetOf(measure),
    stretch: numberOf(measure.segmentId),
  });
  const conflicts = first.flatMap((conflict: Conflict): BoardConflict[] => {
    const [one, other] = [byMeasure.get(conflict.first), byMeasure.get(conflict.second)];
    return one && other ? [{ ...conflict, first: sideOf(one), second: sideOf(other) }] : [];
  });
  return { conflicts, hasMoreConflicts: found.length > first.length };
}

/** The state that a street is drawn by where several meet, the first that any action there has. */
const DRAWN_BY: readonly ActionState[] = ['active', 'approved', 'proposed', 'closed', 'refused'];

/** Where the measures of these actions are. */
export async function readSegmentsOf(
  read: ReadHandle,
  actions: readonly BoardAction[],
): Promise<Board['segments']> {
  const byId = new Map(actions.map((action) => [action.id, action]));
  const actionsOn = new Map<Id, Set<BoardAction>>();
  for (const { segmentId, actionId } of await measuresOfActions(read, [...byId.keys()])) {
    const action = byId.get(actionId);
    if (action) actionsOn.set(segmentId, (actionsOn.get(segmentId) ?? new Set()).add(action));
  }
  const found = await segmentsNamed(read, [...actionsOn.keys()]);
  return found.map(({ id, streetId, line }) => {
    const actions = [...(actionsOn.get(id) ?? [])];
    const state = DRAWN_BY.find((one) => actions.some((action) => action.state === one));
    return { id, streetId, line, state: state ?? 'closed', actions: actions.length };
  });
}
