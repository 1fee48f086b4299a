import type { Period } from '#shared/domain/actions/measure.ts';
import type { BoardView } from '#shared/domain/board/board-view.ts';
import { planDaysOf } from '#shared/domain/board/plan-days.ts';
import { overlapOf } from '#shared/domain/board/week.ts';
import { OPEN_END } from '#shared/lib/dates.ts';

import type { BoardAction } from '../../store/repositories/board-repository.ts';

/** The most cards of one state, and of a whole view: nobody plans with more on one screen. */
const MOST_OF_STATE = 40;
const MOST_CARDS = 150;

/** The actions that a view has cards for, in its order, and how many it has besides. */
export function pickCards(
  view: Exclude<BoardView, 'week'>,
  shown: readonly BoardAction[],
  weeks: readonly Period[],
): { readonly picked: readonly BoardAction[]; readonly more: number } {
  const candidates = view === 'timeline' ? inWeeks(shown, weeks) : [...shown].sort(byUrgency);
  const picked =
    view === 'state'
      ? [...Map.groupBy(candidates, ({ state }) => state).values()].flatMap((one) =>
          one.slice(0, MOST_OF_STATE),
        )
      : candidates.slice(0, MOST_CARDS);
  return { picked, more: candidates.length - picked.length };
}

/** Those that are planned for any of the weeks by when they begin, then those that have no days yet. */
function inWeeks(shown: readonly BoardAction[], weeks: readonly Period[]): BoardAction[] {
  const whole = { from: weeks[0]?.from ?? '', to: weeks.at(-1)?.to ?? '' };
  return shown
    .filter((action) => {
      const plan = planDaysOf(action);
      return plan ? overlapOf(plan, whole) !== undefined : isOpenEnded(action);
    })
    .sort(
      (one, other) =>
        (planDaysOf(one)?.from ?? OPEN_END).localeCompare(planDaysOf(other)?.from ?? OPEN_END) ||
        byUrgency(one, other),
    );
}

function isOpenEnded({ state }: BoardAction): boolean {
  return state === 'proposed' || state === 'approved';
}

/** By the day that comes next: of a proposal its answer, of others their last day. */
export function byUrgency(one: BoardAction, other: BoardAction): number {
  const [first, second] = [nextDay(one), nextDay(other)];
  if (first !== second) return first < second ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}

function nextDay({ state, answerBy, endsOn }: BoardAction): string {
  return state === 'proposed' ? answerBy : (endsOn ?? OPEN_END);
}
