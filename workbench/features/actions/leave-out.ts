import { type Action, actionSchema } from '#shared/domain/actions/action.ts';
import type { LeftOut } from '#shared/domain/actions/kept-evidence.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import { townPlaces } from '../gaps/index.ts';
import { changeAlone, patch, rowOf } from './change-row.ts';

interface Chosen {
  readonly id: Id;
  readonly leftOut: LeftOut;
}

/**
 * Has a running action not compared with a stretch, and keeps why; the reason that was given last holds. Throws
 * NOT_FOUND, INVALID_FIELD (segmentId) and NOT_NOW.
 */
export async function leaveOut(file: OpenFile, { id, leftOut }: Chosen): Promise<Action> {
  const town = await townPlaces(file.store);
  if (!town.numbers.segment.has(leftOut.segmentId)) {
    throw new WorkbenchError('INVALID_FIELD', { field: 'segmentId', reason: 'unknown' });
  }
  const before = (await runningAction(file, id)).leftOut.filter(
    ({ segmentId }) => segmentId === leftOut.segmentId,
  );
  return change(file, id, { add: [leftOut], remove: before });
}

/** Takes that back. Throws NOT_FOUND and NOT_NOW. */
export async function compareAgain(file: OpenFile, { id, leftOut }: Chosen): Promise<Action> {
  await runningAction(file, id);
  return change(file, id, { add: [], remove: [leftOut] });
}

async function runningAction({ store }: OpenFile, id: Id): Promise<Action> {
  const action = await rowOf(store.read, actionSchema, 'action', id);
  if (action.state !== 'active') throw new WorkbenchError('NOT_NOW', { reason: 'not-active' });
  return action;
}

function change(
  file: OpenFile,
  id: Id,
  leftOut: { readonly add: readonly LeftOut[]; readonly remove: readonly LeftOut[] },
): Promise<Action> {
  return changeAlone(file, actionSchema, { entity: 'action', id, change: patch({ leftOut }) });
}
