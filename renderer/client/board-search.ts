import { z } from 'zod';

import type { BoardQuestion } from '#shared/contract/board.ts';
import { ACTION_STATES } from '#shared/domain/actions/action.ts';
import { BOARD_VIEWS, type BoardFilter } from '#shared/domain/board/board-view.ts';
import { mondayOf } from '#shared/domain/board/week.ts';
import { type Day, daySchema } from '#shared/lib/dates.ts';
import { idSchema } from '#shared/lib/ids.ts';

/** `open`: everything still to be done; `all`: what ended as well. */
export const STATE_CHOICES = ['open', ...ACTION_STATES, 'all'] as const;

/** What the address of the board holds; what cannot be read there is left to the page. */
export const boardSearchSchema = z.object({
  view: z.enum(BOARD_VIEWS).optional().catch(undefined),
  week: daySchema.optional().catch(undefined),
  state: z.enum(STATE_CHOICES).optional().catch(undefined),
  neighbourhoodId: idSchema.optional().catch(undefined),
  officerId: idSchema.optional().catch(undefined),
});
export type BoardSearch = z.infer<typeof boardSearchSchema>;

/** The question that an address stands for; the week of `today` where it names none. */
export function boardQuestionOf(search: BoardSearch, today: Day): BoardQuestion {
  const { view = 'state', week = today, state = 'open', neighbourhoodId, officerId } = search;
  const states = state === 'open' ? [] : state === 'all' ? [...ACTION_STATES] : [state];
  return {
    view,
    week: mondayOf(week),
    filter: {
      states,
      neighbourhoodId: neighbourhoodId ?? null,
      officerId: officerId ?? null,
    },
  };
}

/** The address at which the board shows what a filter lets through. */
export function boardSearchOf({ states, neighbourhoodId, officerId }: BoardFilter): BoardSearch {
  const [first] = states;
  return {
    ...(first !== undefined && { state: states.length > 1 ? ('all' as const) : first }),
    ...(neighbourhoodId !== null && { neighbourhoodId }),
    ...(officerId !== null && { officerId }),
  };
}
