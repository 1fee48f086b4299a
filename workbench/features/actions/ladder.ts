import { ladderOf, ladderStanding, mayRun, meansStepSchema } from '#shared/domain/actions/means.ts';
import type { MeasureFields } from '#shared/domain/actions/measure.ts';
import { isHeavy } from '#shared/domain/actions/vocabulary.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../../store/handles.ts';
import { caseworkOfDossier } from '../../store/repositories/casework-repository.ts';
import { rowsOf } from './change-row.ts';

/** Of measures, those whose means the ladder bears: a heavy one only once a step takes it and somebody else saw that. */
export async function borneByLadder<
  One extends Pick<MeasureFields, 'rung' | 'actionId' | 'dossierId'>,
>(read: ReadHandle, measures: readonly One[]): Promise<readonly One[]> {
  const heavy = new Set(
    measures.filter(({ rung }) => isHeavy(rung)).map(({ dossierId }) => dossierId),
  );
  const steps = new Map<Id, ReturnType<typeof stepsOf>>();
  for (const dossierId of heavy) {
    steps.set(dossierId, stepsOf(await caseworkOfDossier(read, 'means-step', dossierId)));
  }
  return measures.filter(({ rung, actionId, dossierId }) =>
    mayRun(ladderStanding(rung, ladderOf(actionId, steps.get(dossierId) ?? []))),
  );
}

function stepsOf(rows: Awaited<ReturnType<typeof caseworkOfDossier>>) {
  return rowsOf(meansStepSchema, rows);
}
