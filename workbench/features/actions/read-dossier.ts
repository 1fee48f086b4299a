import type { DossierPage, PlannedAction } from '#shared/contract/actions.ts';
import { type Action, actionSchema } from '#shared/domain/actions/action.ts';
import { dealSchema } from '#shared/domain/actions/deal.ts';
import { dossierSchema } from '#shared/domain/actions/dossier.ts';
import { ladderOf, meansStepSchema } from '#shared/domain/actions/means.ts';
import { deliverySchema, measureSchema } from '#shared/domain/actions/measure.ts';
import { dayOf } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { caseworkOfDossier } from '../../store/repositories/casework-repository.ts';
import { contactsByIds } from '../../store/repositories/contact-repository.ts';
import { rowOf, rowsOf } from './change-row.ts';
import { planOf } from './plan-of-action.ts';
import { readPlacedStretches } from './segments.ts';

/** A dossier with everything that hangs on it. Throws NOT_FOUND. */
export async function readDossier(
  file: OpenFile,
  { id }: { readonly id: Id },
): Promise<DossierPage> {
  const { read, clock } = file.store;
  const today = dayOf(clock.now());
  const dossier = await rowOf(read, dossierSchema, 'dossier', id);
  const [actions, measures, deliveries, deals, steps] = [
    rowsOf(actionSchema, await caseworkOfDossier(read, 'action', id)),
    rowsOf(measureSchema, await caseworkOfDossier(read, 'measure', id)),
    rowsOf(deliverySchema, await caseworkOfDossier(read, 'delivery', id)),
    rowsOf(dealSchema, await caseworkOfDossier(read, 'deal', id)),
    rowsOf(meansStepSchema, await caseworkOfDossier(read, 'means-step', id)),
  ];
  const named = [...dossier.segments, ...measures.map(({ segmentId }) => segmentId)];
  return {
    dossier,
    segments: await readPlacedStretches(file, named),
    contacts: [...(await contactsByIds(read, dossier.contacts))],
    actions: actions
      .map((action) =>
        planOf(
          action,
          {
            measures: measures.filter(({ actionId }) => actionId === action.id),
            deliveries: deliveries.filter(({ actionId }) => actionId === action.id),
            deals: deals.filter(({ actionId }) => actionId === action.id),
            steps: ladderOf(action.id, steps),
          },
          today,
        ),
      )
      .reverse(),
    steps,
  };
}

/** One action with what hangs on it. Throws NOT_FOUND. */
export async function readAction(file: OpenFile, id: Id): Promise<PlannedAction> {
  const action: Action = await rowOf(file.store.read, actionSchema, 'action', id);
  const page = await readDossier(file, { id: action.dossierId });
  const found = page.actions.find((one) => one.id === id);
  if (!found) throw new Error('an action is not in its own dossier');
  return found;
}
