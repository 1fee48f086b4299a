import type { StepForm } from '#shared/contract/actions.ts';
import { dossierSchema } from '#shared/domain/actions/dossier.ts';
import {
  type MeansStep,
  meansStepSchema,
  missingGround,
  mixOfMeans,
  standingOf,
  unsaidLighter,
} from '#shared/domain/actions/means.ts';
import type { Means } from '#shared/domain/actions/vocabulary.ts';
import type { Id } from '#shared/lib/ids.ts';
import type { Role } from '#shared/protocol/account.ts';

import { checkLeads } from '../../check-role.ts';
import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import {
  caseworkInStates,
  caseworkOfDossier,
  findCasework,
} from '../../store/repositories/casework-repository.ts';
import { areaNames } from '../../store/repositories/segment-repository.ts';
import { changeAlone, command, rowOf, rowsOf } from './change-row.ts';

/**
 * Writes down a means: that it was tried, why not, or that it is taken. Throws NOT_FOUND (dossier);
 * INVALID_FIELD (means: lighter-unsaid; and what a heavy one lacks).
 */
export async function noteStep(
  file: OpenFile,
  { id, form }: { readonly id: Id; readonly form: StepForm },
): Promise<MeansStep> {
  const { read } = file.store;
  await rowOf(read, dossierSchema, 'dossier', form.dossierId);
  const known = await findCasework(read, 'means-step', id);
  const steps = rowsOf(
    meansStepSchema,
    await caseworkOfDossier(read, 'means-step', form.dossierId),
  );
  if (
    !known &&
    form.kind === 'taken' &&
    !form.urgent &&
    unsaidLighter(form.means, steps).length > 0
  ) {
    throw new WorkbenchError('INVALID_FIELD', { field: 'means', reason: 'lighter-unsaid' });
  }
  const missing = missingGround(form);
  if (missing) throw new WorkbenchError('INVALID_FIELD', { field: missing, reason: 'missing' });
  return changeAlone(file, meansStepSchema, {
    entity: 'means-step',
    id,
    change: command('noteStep', form),
  });
}

/** The second pair of eyes: another person than who decided and who noted it. Throws NOT_NOW (same-person). */
export function confirmStep(file: OpenFile, { id }: { readonly id: Id }): Promise<MeansStep> {
  return changeAlone(file, meansStepSchema, {
    entity: 'means-step',
    id,
    change: command('confirmStep', {}),
  });
}

/** Somebody who leads, and neither decided nor noted it, looks at an urgent step afterwards. */
export async function reviewStep(
  file: OpenFile,
  role: Role | null,
  { id, note }: { readonly id: Id; readonly note: string },
): Promise<MeansStep> {
  checkLeads(role);
  return changeAlone(file, meansStepSchema, {
    entity: 'means-step',
    id,
    change: command('reviewStep', { reviewNote: note }),
  });
}

interface MeansPicture {
  toReview: (MeansStep & { dossierTitle: string })[];
  mixes: {
    neighbourhoodNameNl: string;
    neighbourhoodNameFr: string;
    mix: { means: Means; count: number }[];
  }[];
}

/** What waits for a review, and how often each means was taken in each neighbourhood. */
export async function readMeans({ store }: OpenFile): Promise<MeansPicture> {
  const { read } = store;
  const steps = rowsOf(meansStepSchema, await caseworkInStates(read, 'means-step', []));
  const dossiers = new Map(
    rowsOf(dossierSchema, await caseworkInStates(read, 'dossier', [])).map((one) => [one.id, one]),
  );
  const byArea = Map.groupBy(
    steps,
    ({ dossierId }) => dossiers.get(dossierId)?.neighbourhoodId ?? '',
  );
  const names = await areaNames(read, [...byArea.keys()]);
  return {
    toReview: steps
      .filter((step) => standingOf(step) === 'review')
      .map((step) => ({ ...step, dossierTitle: dossiers.get(step.dossierId)?.title ?? '' })),
    // Where nothing was tried or taken there is no mix.
    mixes: [...byArea]
      .map(([area, own]) => ({
        neighbourhoodNameNl: names.get(area)?.nameNl ?? '',
        neighbourhoodNameFr: names.get(area)?.nameFr ?? '',
        mix: [...mixOfMeans(own)],
      }))
      .filter(({ mix }) => mix.length > 0),
  };
}
