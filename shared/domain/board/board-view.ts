import { z } from 'zod';

import { idSchema } from '../../lib/ids.ts';
import { ACTION_STATES, type ActionState } from '../actions/action.ts';

/** How the board lays out the same actions. */
export const BOARD_VIEWS = ['state', 'street', 'week', 'timeline', 'map'] as const;
export type BoardView = (typeof BOARD_VIEWS)[number];

/** What the board shows where nobody chose states: everything that is still to be done. */
export const OPEN_STATES = ['proposed', 'approved', 'active'] as const satisfies ActionState[];

/** Which actions; null does not narrow. */
export const boardFilterSchema = z.object({
  /** Those still open when empty. */
  states: z.array(z.enum(ACTION_STATES)).max(ACTION_STATES.length),
  neighbourhoodId: idSchema.nullable(),
  /** Who leads or covers it, or does one of its measures. */
  officerId: idSchema.nullable(),
});
export type BoardFilter = z.infer<typeof boardFilterSchema>;

export function statesOf({ states }: Pick<BoardFilter, 'states'>): readonly ActionState[] {
  return states.length === 0 ? OPEN_STATES : states;
}

/** Weeks that the load and the timeline look ahead, the chosen one first. */
export const WEEKS_AHEAD = 13;
