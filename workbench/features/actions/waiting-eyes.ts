import type { WaitingStep } from '#shared/contract/action-means.ts';
import { mayComplete, mayLookAt, meansStepSchema } from '#shared/domain/actions/means.ts';

import type { OpenFile } from '../../context.ts';
import { stepsThatWait, titlesOf } from '../../store/repositories/board-repository.ts';
import { caseworkNamed } from '../../store/repositories/casework-repository.ts';
import { rowsOf } from './change-row.ts';

/** How many steps wait for a second pair of eyes, and how many of them for those of the officer at work. */
export async function readWaitingEyes({
  store,
}: OpenFile): Promise<{ waiting: number; yours: number }> {
  const { read, identity } = store;
  const ids = (await stepsThatWait(read, 'eyes')).map(({ id }) => id);
  const steps = rowsOf(meansStepSchema, await caseworkNamed(read, 'means-step', ids));
  const yours = steps.filter((step) => mayLookAt(step, identity.officerId));
  return { waiting: steps.length, yours: yours.length };
}

/** Steps that the officer at work noted or decided on, and somebody does not agree with. */
export async function readObjectedSteps({ store }: OpenFile): Promise<WaitingStep[]> {
  const { read, identity } = store;
  const ids = (await stepsThatWait(read, 'answer')).map(({ id }) => id);
  const steps = rowsOf(meansStepSchema, await caseworkNamed(read, 'means-step', ids)).filter(
    (step) => mayComplete(step, identity.officerId, false),
  );
  const titles = await titlesOf(
    read,
    'dossier',
    steps.map(({ dossierId }) => dossierId),
  );
  return steps.map((step) => ({ ...step, dossierTitle: titles.get(step.dossierId) ?? '' }));
}
