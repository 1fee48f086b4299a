import type { Board, LateItem } from '#shared/contract/board.ts';
import { meansStepSchema } from '#shared/domain/actions/means.ts';
import type { BoardFilter } from '#shared/domain/board/board-view.ts';
import {
  LATE_KINDS,
  type LateKind,
  type Lateness,
  latenessOf,
  STEP_WAITS,
  type StepWait,
} from '#shared/domain/board/late.ts';
import { workOf } from '#shared/domain/people/absence.ts';
import { addDays, type Day } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../../store/handles.ts';
import { readStandIns } from '../../store/repositories/absence-repository.ts';
import {
  assessmentsToReview,
  type BoardAction,
  overduePromises,
  stepsThatWait,
  titlesOf,
} from '../../store/repositories/board-repository.ts';
import { caseworkNamed } from '../../store/repositories/casework-repository.ts';
import { partsDue } from '../../store/repositories/deal-repository.ts';
import { placedStreets } from '../../store/repositories/placed-streets.ts';
import { rowsOf } from '../actions/index.ts';
import type { BoardData } from './board-data.ts';

/** The most that the board names of each kind; the total says how many there are. */
const MOST_LATE = 8;

type Late = Board['late'][number];
interface LateAction extends Lateness {
  readonly action: BoardAction;
}

/** Everything of the filter that waits too long, kind by kind, in whatever state an action is shown. */
export async function readLate(data: BoardData, filter: BoardFilter): Promise<Late[]> {
  const late = data.matching
    .flatMap((action): LateAction[] => {
      const lateness = latenessOf(action, data.today);
      return lateness ? [{ ...lateness, action }] : [];
    })
    .sort((one, other) => one.dueOn.localeCompare(other.dueOn));
  const byKind = Map.groupBy(late, ({ kind }) => kind);
  const parts: Late[] = [];
  for (const kind of LATE_KINDS) {
    if (kind === 'promise') parts.push(await latePromises(data, filter));
    else if (kind === 'deal') parts.push(await lateDeals(data, filter));
    else if (kind === 'assessment') parts.push(await lateAssessments(data));
    else if (isStepWait(kind)) parts.push(await waitingSteps(data, kind));
    else parts.push(await lateActions(data, kind, byKind.get(kind) ?? []));
  }
  return parts.filter(({ total }) => total > 0);
}

function isStepWait(kind: LateKind): kind is StepWait {
  return STEP_WAITS.some((one) => one === kind);
}

async function lateActions(
  { read }: BoardData,
  kind: Lateness['kind'],
  late: readonly LateAction[],
): Promise<Late> {
  const first = late.slice(0, MOST_LATE);
  const titles = await titlesOf(
    read,
    'action',
    first.map(({ action }) => action.id),
  );
  const items = first.map(({ action: { id, dossierId, ownerId }, dueOn }): LateItem => {
    const action = { id, dossierId, title: titles.get(id) ?? '' };
    return { kind, action, dueOn, ownerId };
  });
  return { kind, total: late.length, items };
}

async function latePromises(
  { read, today, neighbourhoods }: BoardData,
  { officerId }: BoardFilter,
): Promise<Late> {
  const standIdOf = await standInsOf(read, today);
  const ownerIds = officerId === null ? null : workOf(officerId, standIdOf);
  const where = { neighbourhoods, ownerIds };
  const { total, rows } = await overduePromises(read, where, today, MOST_LATE);
  const streetOf = await placedStreets(read, rows);
  const items = rows.map(({ streetId, neighbourhoodId, ...row }): LateItem => {
    const ownerId = standIdOf.get(row.ownerId) ?? row.ownerId;
    return { kind: 'promise', ...row, ownerId, street: streetOf({ streetId, neighbourhoodId }) };
  });
  return { kind: 'promise', total, items };
}

async function standInsOf(read: ReadHandle, today: Day): Promise<ReadonlyMap<Id, Id>> {
  return new Map([...(await readStandIns(read, today))].map(([away, { id }]) => [away, id]));
}

/** What a partner, or the team for one, was to do and did not. */
async function lateDeals(
  { read, today, neighbourhoods }: BoardData,
  { officerId }: BoardFilter,
): Promise<Late> {
  const officerIds = officerId === null ? null : workOf(officerId, await standInsOf(read, today));
  const at = { neighbourhoods, officerIds };
  const { total, rows } = await partsDue(read, addDays(today, -1), at, MOST_LATE);
  const titles = await titlesOf(
    read,
    'action',
    rows.map(({ actionId }) => actionId),
  );
  const items = rows.map(({ id, side, partnerName, dossierId, actionId, dueOn }): LateItem => {
    const action = { id: actionId, dossierId, title: titles.get(actionId) ?? '' };
    return { kind: 'deal', id, side, partnerName, action, dueOn };
  });
  return { kind: 'deal', total, items };
}

/** Dossiers whose assessment was to be looked at again. */
async function lateAssessments({ read, today, neighbourhoods }: BoardData): Promise<Late> {
  const { total, rows } = await assessmentsToReview(read, neighbourhoods, today, MOST_LATE);
  const items = rows.map(({ id, title, dueOn }): LateItem => {
    return { kind: 'assessment', dossierId: id, title, dueOn };
  });
  return { kind: 'assessment', total, items };
}

/**
 * Steps on the ladder of means that somebody else has to look at, before their action begins or afterwards, and those
 * to which somebody objects and nobody answered yet.
 */
async function waitingSteps({ read, neighbourhoods }: BoardData, kind: StepWait): Promise<Late> {
  const steps = (await stepsThatWait(read, kind === 'objected' ? 'answer' : kind)).filter(
    ({ neighbourhoodId }) => neighbourhoods?.includes(neighbourhoodId ?? '') ?? true,
  );
  const first = steps.slice(0, MOST_LATE);
  const titles = await titlesOf(
    read,
    'dossier',
    first.map(({ dossierId }) => dossierId),
  );
  const ids = first.map(({ id }) => id);
  const rows = rowsOf(meansStepSchema, await caseworkNamed(read, 'means-step', ids));
  const actionOf = new Map(rows.map(({ id, actionId }) => [id, actionId]));
  const actionTitles = await titlesOf(
    read,
    'action',
    [...actionOf.values()].filter((id) => id !== null),
  );
  const items = first.map(({ id, dossierId }): LateItem => {
    const actionId = actionOf.get(id) ?? null;
    const action =
      actionId === null
        ? null
        : { id: actionId, dossierId, title: actionTitles.get(actionId) ?? '' };
    return { kind, id, dossierId, title: titles.get(dossierId) ?? '', action };
  });
  return { kind, total: steps.length, items };
}
