import { ACTION_STATES } from '#shared/domain/actions/action.ts';
import { BOARD_VIEWS } from '#shared/domain/board/board-view.ts';
import { addDays, dayOf } from '#shared/lib/dates.ts';

import { END_DAY } from '../desk/contact-generator.ts';
import type { Measure } from '../measure.ts';

const EVERYTHING = { states: [], neighbourhoodId: null, officerId: null };

/**
 * The district board beside all contacts and facts, in each of its views: another week each turn, every fourth with
 * actions in all states, every other of one neighbourhood.
 */
export const boards: readonly Measure[] = BOARD_VIEWS.map((view) => ({
  name: `board: by ${view}`,
  aim: 100,
  async prepare({ client }) {
    const first = await client.board.read({ view, week: END_DAY, filter: EVERYTHING });
    if (Object.keys(first.counts).length === 0) throw new Error('the desk has no actions');
    const places = first.neighbourhoods;
    return {
      ours: async (turn) => {
        await client.board.read({
          view,
          week: addDays(END_DAY, 7 * ((turn % 26) - 13)),
          filter: {
            states: turn % 4 === 0 ? [...ACTION_STATES] : [],
            neighbourhoodId: turn % 2 === 0 ? null : (places[turn % places.length]?.id ?? null),
            officerId: null,
          },
        });
        return null;
      },
      bare: null,
    };
  },
}));

/** A plan is moved, and the board is asked for anew: what it keeps in memory is old then. */
export const boardAfterMove: Measure = {
  name: 'board: move a plan and look',
  aim: 100,
  async prepare({ client }) {
    const question = { view: 'week' as const, week: END_DAY, filter: EVERYTHING };
    const { cards } = await client.board.read({ ...question, view: 'state' });
    const movable = cards.filter(({ fixed, startsOn }) => fixed === null && startsOn !== null);
    const today = dayOf(new Date().toISOString());
    return {
      ours: async (turn) => {
        const card = movable[turn % movable.length];
        if (!card) throw new Error('no plan can be moved');
        const { id, startsOn } = card;
        await client.board.moveAction({ id, startsOn, endsOn: addDays(today, 30 + (turn % 7)) });
        await client.board.read(question);
        return null;
      },
      bare: null,
    };
  },
};
