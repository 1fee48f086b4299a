import { type Action, actionSchema } from '#shared/domain/actions/action.ts';
import { daysOfMeasure, planPeriod } from '#shared/domain/actions/dose.ts';
import {
  type Delivery,
  deliverySchema,
  type Measure,
  type MeasureFields,
  measureSchema,
} from '#shared/domain/actions/measure.ts';
import type { Means } from '#shared/domain/actions/vocabulary.ts';
import { isCodeOn } from '#shared/domain/codes/code.ts';
import { type Day, dayOf, OPEN_END } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import { findCasework } from '../../store/repositories/casework-repository.ts';
import { allCodes } from '../../store/repositories/code-repository.ts';
import { segmentsNamed } from '../../store/repositories/segment-repository.ts';
import {
  changeAlone,
  checkSeen,
  command,
  openAction,
  patch,
  rowOf,
  type SeenChanges,
} from './change-row.ts';
import { borneByLadder } from './ladder.ts';

type NewMeasure = Omit<MeasureFields, 'dossierId' | 'removed' | 'since' | 'removedOn'>;

/**
 * Throws NOT_FOUND (action), NOT_NOW (already-closed), INVALID_FIELD (type, segmentId; rung: off-ladder, where the
 * action runs and its ladder does not bear that means).
 */
export async function planMeasure(
  file: OpenFile,
  input: { readonly id: Id; readonly fields: NewMeasure },
): Promise<Measure> {
  const { read } = file.store;
  const action = await openAction(file.store.read, input.fields.actionId);
  const { dossierId } = action;
  await checkType(file, input.fields.type);
  if ((await segmentsNamed(read, [input.fields.segmentId])).length === 0) {
    throw new WorkbenchError('INVALID_FIELD', { field: 'segmentId', reason: 'unknown' });
  }
  if (!(await findCasework(read, 'measure', input.id))) {
    await checkLadder(file, action, input.fields.rung);
  }
  return changeAlone(file, measureSchema, {
    entity: 'measure',
    id: input.id,
    change: command('planMeasure', { ...input.fields, dossierId, removed: false }),
  });
}

/** Throws as {@link planMeasure}. */
export async function changeMeasure(
  file: OpenFile,
  { id, changes, seen }: SeenChanges<NewMeasure>,
): Promise<Measure> {
  const measure = await rowOf(file.store.read, measureSchema, 'measure', id);
  checkSeen(seen, measure, changes);
  const action = await openAction(file.store.read, measure.actionId);
  if (changes.type !== undefined) await checkType(file, changes.type);
  const { rung = measure.rung } = changes;
  if (!measure.removed && rung !== measure.rung) await checkLadder(file, action, rung);
  return changeAlone(file, measureSchema, { entity: 'measure', id, change: patch(changes) });
}

/** Takes a measure out of the plan from today on. Throws NOT_FOUND, NOT_NOW (already-closed). */
export async function removeMeasure(file: OpenFile, { id }: { readonly id: Id }): Promise<Measure> {
  const { actionId } = await rowOf(file.store.read, measureSchema, 'measure', id);
  await openAction(file.store.read, actionId);
  const change = command('removeMeasure', {});
  return changeAlone(file, measureSchema, { entity: 'measure', id, change });
}

/** Puts a measure back. Throws as {@link planMeasure}. */
export async function restoreMeasure(
  file: OpenFile,
  { id }: { readonly id: Id },
): Promise<Measure> {
  const { actionId, rung } = await rowOf(file.store.read, measureSchema, 'measure', id);
  await checkLadder(file, await openAction(file.store.read, actionId), rung);
  const change = command('restoreMeasure', {});
  return changeAlone(file, measureSchema, { entity: 'measure', id, change });
}

/** A running action uses a heavy means only once it stands on the ladder. */
async function checkLadder({ store }: OpenFile, action: Action, rung: Means): Promise<void> {
  if (action.state !== 'active') return;
  const { id: actionId, dossierId } = action;
  if ((await borneByLadder(store.read, [{ rung, actionId, dossierId }])).length === 0) {
    throw new WorkbenchError('INVALID_FIELD', { field: 'rung', reason: 'off-ladder' });
  }
}

async function checkType({ store }: OpenFile, type: string): Promise<void> {
  const codes = await allCodes(store.read);
  if (!isCodeOn(codes, 'task-type', type, dayOf(store.clock.now()))) {
    throw new WorkbenchError('INVALID_FIELD', { field: 'type', reason: 'unknown-code' });
  }
}

/**
 * Confirms that a measure was done on a day. Its row says nothing of who, at what hour or where exactly; who made the change
 * and when stands in the log of changes alone. Throws NOT_FOUND, NOT_NOW (not-active), INVALID_FIELD (rung: off-ladder; day: in-the-future, before-it-began, before-planned, removed).
 */
export async function confirmDelivery(
  file: OpenFile,
  input: {
    readonly id: Id;
    readonly measureId: Id;
    readonly day: Day;
    readonly minutes: number;
  },
): Promise<Delivery> {
  const { store } = file;
  const measure = await rowOf(store.read, measureSchema, 'measure', input.measureId);
  const action = await rowOf(store.read, actionSchema, 'action', measure.actionId);
  if (action.state !== 'active' || action.startedAt === null) {
    throw new WorkbenchError('NOT_NOW', { reason: 'not-active' });
  }
  await checkLadder(file, action, measure.rung);
  const invalid = (reason: string): WorkbenchError =>
    new WorkbenchError('INVALID_FIELD', { field: 'day', reason });
  if (input.day > dayOf(store.clock.now())) throw invalid('in-the-future');
  const period = planPeriod(action, input.day);
  if (input.day < period.from) throw invalid('before-it-began');
  const days = daysOfMeasure(action, measure, { ...period, to: OPEN_END });
  if (!days || days.to < input.day) throw invalid('removed');
  if (input.day < days.from) throw invalid('before-planned');
  const { dossierId, actionId, segmentId } = measure;
  const { id, measureId, day, minutes } = input;
  return changeAlone(file, deliverySchema, {
    entity: 'delivery',
    id,
    change: command('confirmDelivery', {
      dossierId,
      actionId,
      measureId,
      segmentId,
      day,
      minutes,
    }),
  });
}

export function withdrawDelivery(file: OpenFile, { id }: { readonly id: Id }): Promise<Delivery> {
  return changeAlone(file, deliverySchema, {
    entity: 'delivery',
    id,
    change: command('withdrawDelivery', {}),
  });
}
