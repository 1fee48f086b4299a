import type { ActionForm } from '#shared/domain/actions/action.ts';
import type { Delivery } from '#shared/domain/actions/measure.ts';
import type { Id } from '#shared/lib/ids.ts';

import { actionForm, dossierForm, measureFields } from '../factories/casework.ts';
import { startTown, TODAY, type Town } from './town.ts';

interface PlannedMeasure {
  /** Of the action. */
  readonly id: Id;
  readonly measureId: Id;
}

/** A town with a dossier of one stretch, and actions in it. */
export interface CaseworkTown {
  readonly town: Town;
  readonly dossierId: Id;
  readonly segment: { readonly id: Id; readonly streetId: Id };
  /** @returns the action's id. */
  propose(changes?: Partial<ActionForm>): Promise<Id>;
  /** An action that may begin, with the measure of {@link measureFields} in it. */
  approved(changes?: Partial<ActionForm>): Promise<PlannedMeasure>;
  running(): Promise<PlannedMeasure>;
  deliver(measureId: Id, minutes: number, day?: string): Promise<Delivery>;
}

export async function startCaseworkTown(): Promise<CaseworkTown> {
  const town = await startTown();
  const { actions } = town.client;
  const segment = town.streets.get('Asterlaan');
  if (segment === undefined) throw new Error('no street');
  const dossierId = town.newId();
  await actions.openDossier({ id: dossierId, form: dossierForm([segment.id]) });
  const propose: CaseworkTown['propose'] = async (changes = {}) => {
    const id = town.newId();
    await actions.propose({ id, dossierId, form: { ...actionForm(town.me), ...changes } });
    return id;
  };
  const approved: CaseworkTown['approved'] = async (changes = {}) => {
    const id = await propose(changes);
    const measureId = town.newId();
    await actions.planMeasure({ id: measureId, fields: measureFields(id, segment) });
    await actions.answer({ id, approve: true, reason: '' });
    return { id, measureId };
  };
  return {
    town,
    dossierId,
    segment,
    propose,
    approved,
    async running() {
      const made = await approved();
      await actions.start({ id: made.id });
      return made;
    },
    deliver: (measureId, minutes, day = TODAY) =>
      actions.deliver({ id: town.newId(), measureId, day, minutes }),
  };
}
