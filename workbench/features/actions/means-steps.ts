import type { GroundsForm, StepForm, UntakenStep } from '#shared/contract/action-means.ts';
import { dossierSchema } from '#shared/domain/actions/dossier.ts';
import {
  lackingGrounds,
  mayComplete,
  type MeansStep,
  meansStepSchema,
  missingGround,
  REASONS,
  unfitGround,
  unsaidLighter,
} from '#shared/domain/actions/means.ts';
import type { Id } from '#shared/lib/ids.ts';
import type { Role } from '#shared/protocol/account.ts';
import { leads } from '#shared/protocol/roles.ts';

import { checkLeads } from '../../check-role.ts';
import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import { caseworkOfDossier, findCasework } from '../../store/repositories/casework-repository.ts';
import { changeAlone, changeRow, command, rowOf, rowsOf } from './change-row.ts';

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

/** Says of several means that they were tried, or why not, in one transaction. Throws NOT_FOUND (dossier). */
export async function noteUntaken(
  file: OpenFile,
  { dossierId, steps }: { readonly dossierId: Id; readonly steps: readonly UntakenStep[] },
): Promise<MeansStep[]> {
  const { store } = file;
  await rowOf(store.read, dossierSchema, 'dossier', dossierId);
  const noted = await store.write(async (handle) => {
    const rows: MeansStep[] = [];
    for (const { id, ...said } of steps) {
      const form: StepForm = { dossierId, actionId: null, ...said, ...NOT_TAKEN };
      const change = command('noteStep', form);
      const fields = await changeRow(handle, store, { entity: 'means-step', id, change });
      rows.push(meansStepSchema.parse({ ...fields, id }));
    }
    return rows;
  });
  file.announce(['dossiers', 'outbox']);
  return noted;
}

const NOT_TAKEN = {
  legalGround: '',
  necessity: '',
  proportionality: '',
  decidedBy: null,
  urgent: false,
} as const;

/** Which step somebody looked at, and how often it had been given other reasons by then. */
interface Look {
  readonly id: Id;
  readonly revisionsSeen?: number;
}

/**
 * The second pair of eyes: another person than who decided and who noted it. Throws NOT_NOW (same-person; wrong-state).
 */
export function confirmStep(file: OpenFile, { id, revisionsSeen }: Look): Promise<MeansStep> {
  return changeAlone(file, meansStepSchema, {
    entity: 'means-step',
    id,
    change: command('confirmStep', seen(revisionsSeen)),
  });
}

/**
 * The second pair of eyes does not agree: its action does not begin before somebody answers. Throws INVALID_FIELD
 * (reason: missing); NOT_NOW (same-person; wrong-state).
 */
export async function objectToStep(
  file: OpenFile,
  { id, reason, revisionsSeen }: Look & { readonly reason: string },
): Promise<MeansStep> {
  const said = reason.trim();
  if (said === '')
    throw new WorkbenchError('INVALID_FIELD', { field: 'reason', reason: 'missing' });
  return changeAlone(file, meansStepSchema, {
    entity: 'means-step',
    id,
    change: command('objectToStep', { reason: said, ...seen(revisionsSeen) }),
  });
}

/**
 * Gives other reasons to a step that somebody does not agree with. Throws INVALID_FIELD (the reason: missing); NOT_NOW
 * (not-your-step; wrong-state).
 *
 * @param role of the officer at the centre; null on a desk without one.
 */
export async function reviseStep(
  file: OpenFile,
  role: Role | null,
  { id, reasons, revisionsSeen }: Look & { readonly reasons: GroundsForm },
): Promise<MeansStep> {
  await checkAnswersFor(file, role, id);
  const given = textsOf(reasons);
  const empty = Object.entries(given).find(([, text]) => text === '');
  if (empty) throw new WorkbenchError('INVALID_FIELD', { field: empty[0], reason: 'missing' });
  return changeAlone(file, meansStepSchema, {
    entity: 'means-step',
    id,
    change: command('reviseStep', { ...given, ...seen(revisionsSeen) }),
  });
}

/** A step to which nobody else agreed is not taken after all. Throws NOT_NOW (not-your-step; wrong-state). */
export async function withdrawStep(
  file: OpenFile,
  role: Role | null,
  { id }: { readonly id: Id },
): Promise<MeansStep> {
  await checkAnswersFor(file, role, id);
  return changeAlone(file, meansStepSchema, {
    entity: 'means-step',
    id,
    change: command('withdrawStep', {}),
  });
}

/** A centre that is older than revisions takes no word about them, and has none. */
function seen(revisionsSeen = 0): object {
  return revisionsSeen === 0 ? {} : { revisionsSeen };
}

async function checkAnswersFor(file: OpenFile, role: Role | null, id: Id): Promise<MeansStep> {
  const { read, identity } = file.store;
  const step = await rowOf(read, meansStepSchema, 'means-step', id);
  if (mayComplete(step, identity.officerId, leads(role))) return step;
  throw new WorkbenchError('NOT_NOW', { reason: 'not-your-step' });
}

function textsOf(form: GroundsForm): Readonly<Record<string, string>> {
  return Object.fromEntries(
    REASONS.flatMap((reason) => {
      const text = form[reason]?.trim();
      return text === undefined ? [] : [[reason, text]];
    }),
  );
}

/** Somebody who leads, and neither decided nor noted it, looks at an urgent step afterwards. */
export async function reviewStep(
  file: OpenFile,
  role: Role | null,
  { id, note }: { readonly id: Id; readonly note: string },
): Promise<MeansStep> {
  checkLeads(role);
  const seen = await rowOf(file.store.read, meansStepSchema, 'means-step', id);
  return changeAlone(file, meansStepSchema, {
    entity: 'means-step',
    id,
    // Where the centre has all grounds already, this desk still showed the step without them.
    change: command('reviewStep', {
      reviewNote: note,
      reviewedTooEarly: lackingGrounds(seen).length > 0,
    }),
  });
}

/**
 * Fills in what an urgent step was noted without. Throws NOT_NOW (not-your-step; wrong-state), INVALID_FIELD (the
 * ground: immutable where the step says it already, missing where nothing is given).
 *
 * @param role of the officer at the centre; null on a desk without one.
 */
export async function completeStep(
  file: OpenFile,
  role: Role | null,
  { id, grounds }: { readonly id: Id; readonly grounds: GroundsForm },
): Promise<MeansStep> {
  const step = await checkAnswersFor(file, role, id);
  const given = textsOf(grounds);
  const unfit = unfitGround(step, given);
  if (unfit) {
    const reason = lackingGrounds(step).includes(unfit) ? 'missing' : 'immutable';
    throw new WorkbenchError('INVALID_FIELD', { field: unfit, reason });
  }
  return changeAlone(file, meansStepSchema, {
    entity: 'means-step',
    id,
    change: command('completeStep', given),
  });
}
