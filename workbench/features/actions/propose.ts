import type { AS_PROPOSED } from '#shared/domain/actions/action.ts';
import {
  type Action,
  type ActionFields,
  type ActionForm,
  actionSchema,
} from '#shared/domain/actions/action.ts';
import { answerDay, creditsFrom } from '#shared/domain/actions/bench.ts';
import {
  copiedForm,
  copiedMeasures,
  goesElsewhere,
  placeOf,
} from '#shared/domain/actions/copy-action.ts';
import { dossierSchema } from '#shared/domain/actions/dossier.ts';
import { measureSchema } from '#shared/domain/actions/measure.ts';
import {
  implausibleDay,
  implausibleLength,
  lateBaseline,
} from '#shared/domain/actions/plausible.ts';
import { type Day, dayOf } from '#shared/lib/dates.ts';
import { type Id, makeId } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import { caseworkOfActions, findCasework } from '../../store/repositories/casework-repository.ts';
import { segmentsNamed } from '../../store/repositories/segment-repository.ts';
import { readAnswerDays } from './answer-days.ts';
import {
  changeAlone,
  changeRow,
  checkSeen,
  command,
  patch,
  rowOf,
  rowsOf,
  type SeenChanges,
} from './change-row.ts';

interface Origin {
  readonly basedOn: Id | null;
  readonly credits: readonly Id[];
  readonly differs: string;
}
const NEW: Origin = { basedOn: null, credits: [], differs: '' };

/** Puts an action on the bench. Throws NOT_FOUND (dossier), ALREADY_EXISTS, INVALID_FIELD. */
export async function proposeAction(
  file: OpenFile,
  input: { readonly id: Id; readonly dossierId: Id; readonly form: ActionForm },
): Promise<Action> {
  await rowOf(file.store.read, dossierSchema, 'dossier', input.dossierId);
  checkPlan(file, input.form, input.form);
  const known = await knownAction(file, input.id);
  return changeAlone(file, actionSchema, {
    entity: 'action',
    id: input.id,
    change: command(
      'proposeAction',
      proposed(input, NEW, known?.answerBy ?? (await dayToAnswer(file))),
    ),
  });
}

/** Sent twice, the second asks for its answer by the same day as the first. */
async function knownAction({ store }: OpenFile, id: Id): Promise<Action | undefined> {
  const row = await findCasework(store.read, 'action', id);
  return row && rowsOf(actionSchema, [row])[0];
}

async function dayToAnswer(file: OpenFile): Promise<Day> {
  const { days } = await readAnswerDays(file);
  return answerDay(dayOf(file.store.clock.now()), days);
}

function proposed(
  input: { readonly dossierId: Id; readonly form: ActionForm },
  origin: Origin,
  answerBy: Day,
): Omit<
  ActionFields,
  keyof typeof AS_PROPOSED | 'proposedBy' | 'proposedAt' | 'refusals' | 'leftOut'
> {
  return {
    dossierId: input.dossierId,
    answerBy,
    ...origin,
    credits: [...origin.credits],
    ...input.form,
  };
}

/**
 * Changes what was planned. Throws NOT_FOUND; INVALID_FIELD (immutable) for what stays once it began, and for days that
 * nobody can mean (startsOn, endsOn, sign.from, sign.to: too-early, too-late, too-long; endsOn: end-before-start;
 * sign.to: not-beforehand).
 */
export async function changeAction(
  file: OpenFile,
  { id, changes, seen }: SeenChanges<ActionForm>,
): Promise<Action> {
  const { startsOn, endsOn, sign } = changes;
  if (seen) checkSeen(seen, await rowOf(file.store.read, actionSchema, 'action', id), changes);
  if (startsOn !== undefined || endsOn !== undefined || sign !== undefined) {
    const before = await rowOf(file.store.read, actionSchema, 'action', id);
    const asked = { startsOn: startsOn ?? null, endsOn: endsOn ?? null, sign: sign ?? null };
    checkPlan(file, asked, {
      startsOn: startsOn === undefined ? before.startsOn : startsOn,
      endsOn: endsOn === undefined ? before.endsOn : endsOn,
      sign: sign === undefined ? before.sign : sign,
    });
  }
  return changeAlone(file, actionSchema, { entity: 'action', id, change: patch(changes) });
}

type Days = Pick<ActionForm, 'startsOn' | 'endsOn' | 'sign'>;

/** @param asked what is said anew. @param whole the plan as it becomes. */
function checkPlan({ store }: OpenFile, asked: Days, whole: Days): void {
  const isSaid = asked.startsOn !== null || asked.sign !== null;
  const found =
    implausibleDay(asked, dayOf(store.clock.now())) ??
    implausibleLength(whole) ??
    (isSaid ? lateBaseline(whole) : undefined);
  if (found) throw new WorkbenchError('INVALID_FIELD', { ...found });
}

/** The officer at work takes it on; who proposed it stays. */
export function adoptAction(file: OpenFile, { id }: { readonly id: Id }): Promise<Action> {
  const ownerId = file.store.identity.officerId;
  return changeAlone(file, actionSchema, {
    entity: 'action',
    id,
    change: command('adoptAction', { ownerId }),
  });
}

/**
 * A new proposal after an older one, with credit to its authors and its measures on `segments`. The new
 * baseline has to be counted there. Throws NOT_FOUND; INVALID_FIELD (differs: missing, segments: unknown).
 */
export async function adaptAction(
  file: OpenFile,
  input: {
    readonly id: Id;
    readonly sourceId: Id;
    readonly dossierId: Id;
    readonly title: string;
    readonly differs: string;
    readonly segments: readonly Id[];
  },
): Promise<Action> {
  const { store } = file;
  const { id, dossierId } = input;
  const source = await rowOf(store.read, actionSchema, 'action', input.sourceId);
  await rowOf(store.read, dossierSchema, 'dossier', dossierId);
  const measures = rowsOf(
    measureSchema,
    await caseworkOfActions(store.read, 'measure', [source.id]),
  );
  const around = await rowOf(store.read, dossierSchema, 'dossier', source.dossierId);
  const isElsewhere = goesElsewhere(placeOf(source, measures, around.segments), input);
  if (isElsewhere && input.differs.trim() === '') {
    throw new WorkbenchError('INVALID_FIELD', { field: 'differs', reason: 'missing' });
  }
  const segments = await segmentsNamed(store.read, input.segments);
  if (segments.length < new Set(input.segments).size) {
    throw new WorkbenchError('INVALID_FIELD', { field: 'segments', reason: 'unknown' });
  }
  const known = await knownAction(file, id);
  if (known) return known;
  const form = { ...copiedForm(source, store.identity.officerId), title: input.title };
  const origin = {
    basedOn: source.id,
    credits: creditsFrom(source),
    differs: input.differs,
  };
  const answerBy = await dayToAnswer(file);
  const fields = await store.write(async (handle) => {
    const made = await changeRow(handle, store, {
      entity: 'action',
      id,
      change: command('proposeAction', proposed({ dossierId, form }, origin, answerBy)),
    });
    const targets = segments.map((segment) => ({
      segmentId: segment.id,
      streetId: segment.streetId,
    }));
    for (const measure of copiedMeasures(measures, targets, { actionId: id, dossierId })) {
      await changeRow(handle, store, {
        entity: 'measure',
        id: makeId(Date.parse(store.clock.now()), store.entropy.bytes(16)),
        change: command('planMeasure', measure),
      });
    }
    return made;
  });
  file.announce(['dossiers', 'outbox']);
  return actionSchema.parse({ ...fields, id });
}
