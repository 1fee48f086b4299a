import type { BaselineCount, BaselineQuestion } from '#shared/contract/action-evidence.ts';
import { actionSchema } from '#shared/domain/actions/action.ts';
import type { Days } from '#shared/domain/actions/comparison-streets.ts';
import { dossierSchema } from '#shared/domain/actions/dossier.ts';
import { kindsOfDossier } from '#shared/domain/actions/dossier-kinds.ts';
import { measureSchema } from '#shared/domain/actions/measure.ts';
import { type Coverage, coversNearly } from '#shared/domain/facts/coverage.ts';
import { addDays } from '#shared/lib/dates.ts';

import type { OpenFile } from '../../context.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { caseworkOfActions } from '../../store/repositories/casework-repository.ts';
import { townPlaces } from '../gaps/index.ts';
import { rowOf, rowsOf } from './change-row.ts';
import { countSign, isCountable } from './count-sign.ts';
import { coveragesOfKinds } from './kinds-coverage.ts';
import { numbersOf, ownSegments } from './own-stretches.ts';

/**
 * What the program counts of a sign in the days of a baseline: on the stretches that the action has measures on, or, before it
 * has any, on those of its dossier. Null where it cannot count: the dossier says not of what, or the newest territory has none of
 * the stretches. Throws NOT_FOUND for an action that is not here.
 */
export async function countBaseline(
  file: OpenFile,
  { id, counted, from, to }: BaselineQuestion,
): Promise<BaselineCount | null> {
  const { read } = file.store;
  const { dossierId } = await rowOf(read, actionSchema, 'action', id);
  const dossier = await rowOf(read, dossierSchema, 'dossier', dossierId);
  const { problem, segments } = dossier;
  const kinds = kindsOfDossier(dossier);
  if (!isCountable(counted, problem, kinds)) return null;
  const measures = rowsOf(measureSchema, await caseworkOfActions(read, 'measure', [id])).filter(
    ({ removed }) => !removed,
  );
  const planned = ownSegments({ measures, deliveries: [] });
  const town = await townPlaces(file.store);
  const numbers = numbersOf(town, planned.length > 0 ? planned : segments);
  if (numbers.size === 0) return null;
  const days = { from, to: addDays(to, 1) };
  const countOn = await countSign(file, { counted, problem, kinds, days });
  const counts = [...numbers].map(countOn);
  return {
    count: counts.reduce((sum, { count }) => sum + count, 0),
    stretches: numbers.size,
    whole: counted !== 'facts' || (await areCovered(read, kinds, days)),
  };
}

/** Whether every source with such facts in these days covers them, or, where none has any, one of those that ever had. */
async function areCovered(
  read: ReadHandle,
  kinds: readonly string[],
  days: Days,
): Promise<boolean> {
  const covers = (coverage: Coverage): boolean => coversNearly(coverage, days);
  const own = await coveragesOfKinds(read, kinds, days);
  return own.length > 0
    ? own.every(covers)
    : (await coveragesOfKinds(read, kinds, null)).some(covers);
}
