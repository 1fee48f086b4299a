import type { WaitingStep } from '#shared/contract/action-means.ts';
import { actionSchema } from '#shared/domain/actions/action.ts';
import { type Dossier, dossierSchema } from '#shared/domain/actions/dossier.ts';
import {
  type MeansStep,
  meansStepSchema,
  mixOfMeans,
  standingOf,
  type StepStanding,
} from '#shared/domain/actions/means.ts';
import { measureSchema } from '#shared/domain/actions/measure.ts';
import type { Means } from '#shared/domain/actions/vocabulary.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { caseworkInStates } from '../../store/repositories/casework-repository.ts';
import { areaNames } from '../../store/repositories/segment-repository.ts';
import { rowsOf } from './change-row.ts';

interface MeansPicture {
  toSee: WaitingStep[];
  toReview: WaitingStep[];
  mixes: {
    neighbourhoodId: Id | null;
    neighbourhoodNameNl: string;
    neighbourhoodNameFr: string;
    mix: { means: Means; count: number }[];
  }[];
}

const TO_SEE: ReadonlySet<StepStanding> = new Set(['waits', 'objected']);
const TO_REVIEW: ReadonlySet<StepStanding> = new Set(['review', 'provisional', 'again']);

/** What waits for somebody who looks at it, and how often each means was used in each neighbourhood. */
export async function readMeans({ store }: OpenFile): Promise<MeansPicture> {
  const { read } = store;
  const steps = rowsOf(meansStepSchema, await caseworkInStates(read, 'means-step', []));
  const dossiers = new Map(
    rowsOf(dossierSchema, await caseworkInStates(read, 'dossier', [])).map((one) => [one.id, one]),
  );
  const waiting = (standings: ReadonlySet<StepStanding>): WaitingStep[] =>
    steps
      .filter((step) => standings.has(standingOf(step)))
      .map((step) => ({ ...step, dossierTitle: dossiers.get(step.dossierId)?.title ?? '' }));
  return {
    toSee: waiting(TO_SEE),
    toReview: waiting(TO_REVIEW),
    mixes: await mixesOf(read, steps, dossiers),
  };
}

async function mixesOf(
  read: ReadHandle,
  steps: readonly MeansStep[],
  dossiers: ReadonlyMap<Id, Dossier>,
): Promise<MeansPicture['mixes']> {
  const areaOf = ({ dossierId }: { readonly dossierId: Id }): Id | null =>
    dossiers.get(dossierId)?.neighbourhoodId ?? null;
  const began = rowsOf(actionSchema, await caseworkInStates(read, 'action', ['active', 'closed']));
  const measures = Map.groupBy(
    rowsOf(measureSchema, await caseworkInStates(read, 'measure', [])).filter(
      ({ removed }) => !removed,
    ),
    ({ actionId }) => actionId,
  );
  const stepsOf = Map.groupBy(steps, areaOf);
  const actionsOf = Map.groupBy(began, areaOf);
  const areas = [...new Set([...stepsOf.keys(), ...actionsOf.keys()])];
  const names = await areaNames(
    read,
    areas.filter((area) => area !== null),
  );
  const mixes = areas.map((area) => {
    const used = (actionsOf.get(area) ?? []).map(
      ({ id }) => new Set(measures.get(id)?.map(({ rung }) => rung)),
    );
    return {
      neighbourhoodId: area,
      neighbourhoodNameNl: names.get(area ?? '')?.nameNl ?? '',
      neighbourhoodNameFr: names.get(area ?? '')?.nameFr ?? '',
      mix: [...mixOfMeans(stepsOf.get(area) ?? [], used)],
    };
  });
  // Where nothing was used there is no mix.
  return mixes.filter(({ mix }) => mix.length > 0);
}
