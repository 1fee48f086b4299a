import { type Board, type BoardQuestion, MOST_STREETS } from '#shared/contract/board.ts';
import type { Period } from '#shared/domain/actions/measure.ts';
import { WEEKS_AHEAD } from '#shared/domain/board/board-view.ts';
import { loadPerWeek } from '#shared/domain/board/load.ts';
import { weeksFrom } from '#shared/domain/board/week.ts';
import type { Id } from '#shared/lib/ids.ts';
import type { Role } from '#shared/protocol/account.ts';
import { leads } from '#shared/protocol/roles.ts';

import type { OpenFile } from '../../context.ts';
import { areaNames } from '../../store/repositories/segment-repository.ts';
import { type BoardData, readBoardData } from './board-data.ts';
import { pickCards } from './pick-cards.ts';
import { readCards } from './read-cards.ts';
import { readLate } from './read-late.ts';
import { readConflicts, readSegmentsOf, readStops } from './read-week.ts';

/**
 * The board of a week: cards, what is late, load and conflicts. Who does not lead at the centre sees the load and
 * the conflicts of nobody else.
 *
 * @param role of the officer at the centre; null on a desk without one.
 */
export async function readBoard(
  file: OpenFile,
  role: Role | null,
  { view, week: day, filter }: BoardQuestion,
): Promise<Board> {
  const data = await readBoardData(file, filter);
  const weeks = weeksFrom(day, WEEKS_AHEAD);
  const [week = { from: day, to: day }] = weeks;
  const me = file.store.identity.officerId;
  const isVisible = (officerId: Id | null): boolean => leads(role) || officerId === me;
  const inWeek = view === 'week' ? await readStops(data, week) : undefined;
  const { picked, more } =
    view === 'week'
      ? { picked: inWeek?.actions ?? [], more: 0 }
      : pickCards(view, data.shown, weeks);
  return {
    week,
    weeks: [...weeks],
    counts: countsOf(data),
    cards: await readCards(data, role, picked, view === 'street' ? Infinity : MOST_STREETS),
    more,
    stops: inWeek?.stops ?? [],
    moreStops: inWeek?.more ?? 0,
    segments: view === 'map' ? await readSegmentsOf(data.read, picked) : [],
    late: await readLate(data, filter),
    load: await readLoad(data, weeks, isVisible),
    ...(await readConflicts(data, week, isVisible)),
    neighbourhoods: await neighbourhoodsOf(data),
  };
}

function countsOf({ matching }: BoardData): Board['counts'] {
  const byState = Map.groupBy(matching, ({ state }) => state);
  return Object.fromEntries([...byState].map(([state, actions]) => [state, actions.length]));
}

async function readLoad(
  { read, planned }: BoardData,
  weeks: readonly Period[],
  isVisible: (officerId: Id | null) => boolean,
): Promise<Board['load']> {
  const load = loadPerWeek(planned, weeks);
  const places = [...load.neighbourhoods.keys()].filter((id) => id !== null);
  const names = await areaNames(read, places);
  return {
    officers: [...load.officers]
      .filter(([id]) => isVisible(id))
      .map(([id, minutes]) => ({ id, minutes: [...minutes] })),
    neighbourhoods: [...load.neighbourhoods].map(([id, minutes]) => ({
      id,
      ...(names.get(id ?? '') ?? { nameNl: '', nameFr: '' }),
      minutes: [...minutes],
    })),
  };
}

/** Neighbourhoods that have any action, by name; one that has had several rows once. */
async function neighbourhoodsOf({ read, all }: BoardData): Promise<Board['neighbourhoods']> {
  const ids = [...new Set(all.map(({ neighbourhoodId }) => neighbourhoodId))];
  const names = await areaNames(
    read,
    ids.filter((id) => id !== null),
  );
  const byName = new Map([...names].map(([id, both]) => [both.nameNl, { id, ...both }]));
  return [...byName.values()].sort((one, other) => one.nameNl.localeCompare(other.nameNl));
}
