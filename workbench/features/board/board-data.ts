import type { ActionState } from '#shared/domain/actions/action.ts';
import type { Period } from '#shared/domain/actions/measure.ts';
import { type BoardFilter, statesOf } from '#shared/domain/board/board-view.ts';
import type { BoardMeasure } from '#shared/domain/board/occurrences.ts';
import { planDaysOf } from '#shared/domain/board/plan-days.ts';
import { type Day, dayOf } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import type { ReadHandle } from '../../store/handles.ts';
import {
  actionsWithMeasureOf,
  type BoardAction,
  boardActions,
  boardMeasures,
} from '../../store/repositories/board-repository.ts';
import { neighbourhoodVersions } from '../../store/repositories/place-versions.ts';

/** A measure with its action and the days of its plan. */
export interface PlannedStop {
  readonly action: BoardAction;
  readonly measure: BoardMeasure;
  readonly plan: Period;
  readonly neighbourhoodId: Id | null;
}

/** What the board works with: the actions of the filter and what hangs on them. */
export interface BoardData {
  readonly read: ReadHandle;
  readonly today: Day;
  /** All actions, of every neighbourhood and officer. */
  readonly all: readonly BoardAction[];
  /** Of the filter, in every state. */
  readonly matching: readonly BoardAction[];
  /** Of the filter, in the states that are shown. */
  readonly shown: readonly BoardAction[];
  /** Every row that the neighbourhood of the filter has had; null where none narrows. */
  readonly neighbourhoods: readonly Id[] | null;
  readonly measuresOf: (actionId: Id) => readonly BoardMeasure[];
  /** Measures of the filter that are approved or running, and have their days. */
  readonly planned: readonly PlannedStop[];
}

/** What is agreed on: its minutes are somebody's week. */
const AGREED: readonly ActionState[] = ['approved', 'active'];
const NONE: readonly never[] = [];

export async function readBoardData({ store }: OpenFile, filter: BoardFilter): Promise<BoardData> {
  const { read } = store;
  const { officerId, neighbourhoodId } = filter;
  const neighbourhoods =
    neighbourhoodId === null ? null : await neighbourhoodVersions(read, neighbourhoodId);
  const withMeasure = officerId === null ? undefined : await actionsWithMeasureOf(read, officerId);
  const all = await boardActions(read);
  const matching = all.filter(
    (action) =>
      (neighbourhoods === null || neighbourhoods.includes(action.neighbourhoodId ?? '')) &&
      (withMeasure === undefined ||
        action.ownerId === officerId ||
        action.coverId === officerId ||
        withMeasure.has(action.id)),
  );
  const states = statesOf(filter);
  const shown = matching.filter(({ state }) => states.includes(state));
  const measures = await boardMeasures(read, [...new Set([...states, ...AGREED])]);
  const byAction = Map.groupBy(measures, ({ actionId }) => actionId);
  const measuresOf = (actionId: Id): readonly BoardMeasure[] => byAction.get(actionId) ?? NONE;
  const planned = matching.flatMap((action) => {
    const plan = AGREED.includes(action.state) ? planDaysOf(action) : undefined;
    if (!plan) return [];
    const { neighbourhoodId: place } = action;
    return measuresOf(action.id).flatMap((measure) =>
      officerId === null || measure.officerId === officerId
        ? [{ action, measure, plan, neighbourhoodId: place }]
        : [],
    );
  });
  const today = dayOf(store.clock.now());
  return { read, today, all, matching, shown, neighbourhoods, measuresOf, planned };
}
