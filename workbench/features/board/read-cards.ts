import type { BoardCard } from '#shared/contract/board.ts';
import { latenessOf } from '#shared/domain/board/late.ts';
import { isOpen } from '#shared/domain/board/replan.ts';
import {
  byStreetName,
  eachStreetOnce,
  type KnownStreet,
} from '#shared/domain/territory/placed-street.ts';
import type { Role } from '#shared/protocol/account.ts';

import {
  type BoardAction,
  measuresOfActions,
  titlesOf,
} from '../../store/repositories/board-repository.ts';
import { FROM_CENTRE, recordStandings } from '../../store/repositories/record-state-repository.ts';
import type { BoardData } from './board-data.ts';
import { streetsOnBoard } from './stretch-places.ts';

/** The actions as cards, in this order, each with at most so many streets by name. */
export async function readCards(
  { store, read, today }: BoardData,
  role: Role | null,
  actions: readonly BoardAction[],
  mostStreets: number,
): Promise<BoardCard[]> {
  const ids = actions.map(({ id }) => id);
  const titles = await titlesOf(read, 'action', ids);
  const standings = await recordStandings(read, 'action', ids);
  const measures = await measuresOfActions(read, ids);
  const byAction = Map.groupBy(measures, ({ actionId }) => actionId);
  const streetOf = await streetsOnBoard(store, measures);
  return actions.map((action): BoardCard => {
    const { id, dossierId, state, startsOn, endsOn, ownerId, coverId, neighbourhoodId } = action;
    const own = byAction.get(id) ?? [];
    const streets = eachStreetOnce(own.map(streetOf).filter(isKnown)).sort(byStreetName('nl'));
    return {
      ...{ id, dossierId, state, startsOn, endsOn, ownerId, coverId, neighbourhoodId },
      title: titles.get(id) ?? '',
      streets: streets.slice(0, mostStreets),
      moreStreets: Math.max(0, streets.length - mostStreets),
      minutesPerWeek: own.reduce(
        (sum, { minutes, timesPerWeek }) => sum + minutes * timesPerWeek,
        0,
      ),
      late: latenessOf(action, today) ?? null,
      fixed: fixedReason(action, role),
      recordState: (standings.get(id) ?? FROM_CENTRE).state,
    };
  });
}

function isKnown({ nameNl }: KnownStreet): boolean {
  return nameNl !== '';
}

/**
 * Why the plan cannot be moved; the centre judges the same way. What lies in no neighbourhood is for team leads
 * there; a desk without a centre has no roles.
 */
export function fixedReason(
  action: Pick<BoardAction, 'state' | 'neighbourhoodId'>,
  role: Role | null,
): BoardCard['fixed'] {
  if (!isOpen(action)) return 'ended';
  const isForLeads = role !== null && role !== 'team-lead' && action.neighbourhoodId === null;
  return isForLeads ? 'not-a-leader' : null;
}
