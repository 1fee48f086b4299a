import { type Action, actionSchema } from '#shared/domain/actions/action.ts';
import { dossierSchema } from '#shared/domain/actions/dossier.ts';
import { type Measure, measureSchema } from '#shared/domain/actions/measure.ts';
import type { TimeWindow } from '#shared/domain/actions/time-window.ts';
import {
  type PlanDays,
  type Replanned,
  type WindowMove,
  withDays,
  withWindowMoved,
} from '#shared/domain/board/replan.ts';
import { dayOf } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';
import type { Role } from '#shared/protocol/account.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import { changeAction, changeMeasure, rowOf } from '../actions/index.ts';
import { fixedReason } from './read-cards.ts';

/** Throws NOT_FOUND, NOT_NOW (already-closed, not-a-leader) and INVALID_FIELD (why the days stay). */
export async function moveAction(
  file: OpenFile,
  role: Role | null,
  { id, ...days }: PlanDays & { readonly id: Id },
): Promise<Action> {
  const action = await movable(file, role, id);
  const plan = planOf(withDays(action, days, dayOf(file.store.clock.now())), 'endsOn');
  // A day that stays is not sent: the first day of one that began is fixed, also against its own value.
  const changes = {
    ...(plan.startsOn !== action.startsOn && { startsOn: plan.startsOn }),
    ...(plan.endsOn !== action.endsOn && { endsOn: plan.endsOn }),
  };
  return Object.keys(changes).length === 0 ? action : changeAction(file, { id, changes });
}

/**
 * Moves one day of a window, and says what the windows were. Throws NOT_FOUND, NOT_NOW (already-closed,
 * not-a-leader) and INVALID_FIELD (windows: no-window, too-many-windows).
 */
export async function moveWindow(
  file: OpenFile,
  role: Role | null,
  { measureId, ...move }: WindowMove & { readonly measureId: Id },
): Promise<{ measure: Measure; before: TimeWindow[] }> {
  const { actionId, windows: before } = await rowOf(
    file.store.read,
    measureSchema,
    'measure',
    measureId,
  );
  await movable(file, role, actionId);
  const windows = planOf(withWindowMoved(before, move), 'windows');
  const measure = await changeMeasure(file, { id: measureId, changes: { windows: [...windows] } });
  return { measure, before };
}

async function movable({ store }: OpenFile, role: Role | null, id: Id): Promise<Action> {
  const action = await rowOf(store.read, actionSchema, 'action', id);
  const dossier = await rowOf(store.read, dossierSchema, 'dossier', action.dossierId);
  const { state } = action;
  const reason = fixedReason({ state, neighbourhoodId: dossier.neighbourhoodId }, role);
  if (reason === null) return action;
  throw new WorkbenchError('NOT_NOW', {
    reason: reason === 'ended' ? 'already-closed' : reason,
  });
}

function planOf<Plan>(replanned: Replanned<Plan>, field: string): Plan {
  if ('plan' in replanned) return replanned.plan;
  throw new WorkbenchError('INVALID_FIELD', { field, reason: replanned.refused });
}
