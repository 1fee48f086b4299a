import type { ActionProposals } from '#shared/contract/action-proposals.ts';
import {
  type Action,
  actionSchema,
  isPastEnd,
  type Refusal,
} from '#shared/domain/actions/action.ts';
import { dossierSchema } from '#shared/domain/actions/dossier.ts';
import { type Measure, measureSchema } from '#shared/domain/actions/measure.ts';
import {
  proposeMeasures,
  type StretchEvidence,
  type TriedBefore,
} from '#shared/domain/actions/propose-measures.ts';
import { codesOn } from '#shared/domain/codes/code.ts';
import { countedSince } from '#shared/domain/streets/picture.ts';
import { dayOf } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { caseworkOfActions } from '../../store/repositories/casework-repository.ts';
import { allCodes } from '../../store/repositories/code-repository.ts';
import { changeAlone, patch, rowOf, rowsOf } from './change-row.ts';
import { lessonsThatStand } from './lessons.ts';
import { readStretches } from './segments.ts';
import { NO_SIGNS, signsOfStretches } from './stretch-signs.ts';

/**
 * What may be worth doing on each stretch of the dossier of an action, and why. It only reads: nothing is
 * planned by itself. An action that ended, or whose last day is past, has no proposals. Throws NOT_FOUND (action, dossier).
 */
export async function readProposals(
  file: OpenFile,
  { id }: { readonly id: Id },
): Promise<ActionProposals> {
  const { read, clock } = file.store;
  const today = dayOf(clock.now());
  const since = countedSince(today);
  const action = await rowOf(read, actionSchema, 'action', id);
  const isEnded = action.state === 'closed' || action.state === 'refused';
  if (isEnded || isPastEnd(action, today)) return { since, stretches: [] };
  const dossier = await rowOf(read, dossierSchema, 'dossier', action.dossierId);
  const measures = rowsOf(measureSchema, await caseworkOfActions(read, 'measure', [id]));
  const library = new Set(
    codesOn(await allCodes(read), 'task-type', today).map(({ code }) => code),
  );
  const tried = await triedBefore(read, dossier.problem);
  const segments = await readStretches(file, dossier.segments);
  const signs = await signsOfStretches(file, dossier, segments, { since, today });
  const stretches: ActionProposals['stretches'] = [];
  for (const { id: segmentId } of segments) {
    const known: StretchEvidence = {
      segmentId,
      problem: dossier.problem,
      ...(signs.get(segmentId) ?? NO_SIGNS),
      saidWindows: dossier.windows,
      tried,
      library,
      settled: settledOn(segmentId, action, measures),
    };
    const { standing, basis, proposals, leftOut } = proposeMeasures(known);
    stretches.push({
      segmentId,
      contacts: known.contacts,
      facts: known.facts,
      standing,
      basis,
      proposals: proposals.map((one) => ({ ...one, windows: [...one.windows] })),
      leftOut: [...leftOut],
      refused: action.refusals.filter((refusal) => refusal.segmentId === segmentId),
    });
  }
  return { since, stretches };
}

function settledOn(
  segmentId: Id,
  { refusals }: Action,
  measures: readonly Measure[],
): ReadonlySet<string> {
  const here = (one: { readonly segmentId: Id }) => one.segmentId === segmentId;
  const planned = measures.filter(({ removed }) => !removed).filter(here);
  return new Set([...planned, ...refusals.filter(here)].map(({ type }) => type));
}

/** Lessons about the problem, with how much was done of each task where the action is on this desk. */
async function triedBefore(read: ReadHandle, problem: string | null): Promise<TriedBefore[]> {
  const lessons = (await lessonsThatStand(read)).filter(
    (lesson) => problem !== null && lesson.problem === problem,
  );
  const measures = rowsOf(
    measureSchema,
    await caseworkOfActions(
      read,
      'measure',
      lessons.map(({ actionId }) => actionId),
    ),
  );
  return lessons.map(({ id: lessonId, actionId, types, verdict, learned, conditions }) => ({
    lessonId,
    types,
    verdict,
    learned,
    conditions,
    doses: dosesByType(measures.filter((measure) => measure.actionId === actionId)),
  }));
}

function dosesByType(measures: readonly Measure[]): TriedBefore['doses'] {
  const planned = measures.filter(({ removed }) => !removed);
  return Object.fromEntries(
    [...new Set(planned.map(({ type }) => type))].map((type) => [
      type,
      planned
        .filter((measure) => measure.type === type)
        .map(({ rung, minutes, timesPerWeek }) => ({ rung, minutes, timesPerWeek })),
    ]),
  );
}

/** Keeps that a proposal is not wanted on a stretch, and why. Throws NOT_FOUND, INVALID_FIELD (segmentId). */
export async function refuseProposal(
  file: OpenFile,
  { id, refusal }: { readonly id: Id; readonly refusal: Refusal },
): Promise<Action> {
  const { read } = file.store;
  const { dossierId, refusals } = await rowOf(read, actionSchema, 'action', id);
  const { segments } = await rowOf(read, dossierSchema, 'dossier', dossierId);
  if (!segments.includes(refusal.segmentId)) {
    throw new WorkbenchError('INVALID_FIELD', { field: 'segmentId', reason: 'unknown' });
  }
  const before = refusals.filter(
    ({ segmentId, type }) => segmentId === refusal.segmentId && type === refusal.type,
  );
  return changeRefusals(file, id, { add: [refusal], remove: before });
}

/** Takes such a refusal back. Throws NOT_FOUND. */
export async function restoreProposal(
  file: OpenFile,
  { id, refusal }: { readonly id: Id; readonly refusal: Refusal },
): Promise<Action> {
  return changeRefusals(file, id, { add: [], remove: [refusal] });
}

function changeRefusals(
  file: OpenFile,
  id: Id,
  refusals: { readonly add: readonly Refusal[]; readonly remove: readonly Refusal[] },
): Promise<Action> {
  return changeAlone(file, actionSchema, { entity: 'action', id, change: patch({ refusals }) });
}
