import type { ActionState } from '#shared/domain/actions/action.ts';
import type { Period } from '#shared/domain/actions/measure.ts';
import { type BoardFilter, statesOf } from '#shared/domain/board/board-view.ts';
import { type BoardMeasure, daysAsked } from '#shared/domain/board/occurrences.ts';
import { planDaysOf } from '#shared/domain/board/plan-days.ts';
import { type Day, dayOf } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import type { ReadHandle } from '../../store/handles.ts';
import {
  actionsWithMeasureOf,
  type BoardAction,
  boardActions,
  measuresInStates,
} from '../../store/repositories/board-repository.ts';
import { neighbourhoodVersions } from '../../store/repositories/place-versions.ts';
import type { Store } from '../../store/store.ts';

/** A measure with its action and the days of its plan. */
export interface PlannedStop {
  readonly action: BoardAction;
  readonly measure: BoardMeasure;
  /** The days on which the measure asks for time. */
  readonly plan: Period;
  readonly neighbourhoodId: Id | null;
}

/** What the board works with: the actions of the filter and what hangs on them. */
export interface BoardData {
  readonly store: Store;
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
  /** Measures of the filter that are approved or running, and have their days. */
  readonly planned: readonly PlannedStop[];
}

/** What is agreed on: its minutes are somebody's week. */
const AGREED: readonly ActionState[] = ['approved', 'active'];

export async function readBoardData(file: OpenFile, filter: BoardFilter): Promise<BoardData> {
  const { store } = file;
  const { read } = store;
  const { officerId, neighbourhoodId } = filter;
  const neighbourhoods =
    neighbourhoodId === null ? null : await neighbourhoodVersions(read, neighbourhoodId);
  const withMeasure = officerId === null ? undefined : await actionsWithMeasureOf(read, officerId);
  const { all, agreed } = await actionsOf(file);
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
  const planned = matching.flatMap((action) => {
    const plan = AGREED.includes(action.state) ? planDaysOf(action) : undefined;
    if (!plan) return [];
    const { neighbourhoodId: place } = action;
    return (agreed.get(action.id) ?? []).flatMap((measure) =>
      officerId === null || measure.officerId === officerId
        ? [{ action, measure, plan: daysAsked(measure, plan), neighbourhoodId: place }]
        : [],
    );
  });
  const today = dayOf(store.clock.now());
  return { store, read, today, all, matching, shown, neighbourhoods, planned };
}

interface Known {
  readonly revision: number;
  readonly all: readonly BoardAction[];
  /** Measures of what is agreed on, by their action. */
  readonly agreed: ReadonlyMap<Id, readonly BoardMeasure[]>;
}

const known = new WeakMap<Store, Promise<Known>>();

/** Every action, and the measures agreed on, as they are now: read anew once a dossier changed. */
async function actionsOf({ store, revision }: OpenFile): Promise<Known> {
  const now = revision(['dossiers']);
  const before = known.get(store);
  if (before && (await before).revision === now) return before;
  const reading = readActions(store.read, now);
  known.set(store, reading);
  reading.catch(() => known.delete(store));
  return reading;
}

async function readActions(read: ReadHandle, revision: number): Promise<Known> {
  const all = await boardActions(read);
  const measures = await measuresInStates(read, AGREED);
  return { revision, all, agreed: Map.groupBy(measures, ({ actionId }) => actionId) };
}
