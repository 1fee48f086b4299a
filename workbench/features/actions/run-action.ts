import type { ActionEvidence, VerdictsAnswer } from '#shared/contract/action-evidence.ts';
import type { ClosingForm, PlannedAction } from '#shared/contract/actions.ts';
import { type Action, actionSchema } from '#shared/domain/actions/action.ts';
import { sumOf } from '#shared/domain/actions/comparison-streets.ts';
import { planAtStart } from '#shared/domain/actions/dose.ts';
import { dossierSchema } from '#shared/domain/actions/dossier.ts';
import { closingEvidence, keptEvidenceSchema } from '#shared/domain/actions/kept-evidence.ts';
import type { LessonFields } from '#shared/domain/actions/lesson.ts';
import { lackingGrounds, ladderOf, meansStepSchema } from '#shared/domain/actions/means.ts';
import { isReached } from '#shared/domain/actions/reach.ts';
import {
  type ClosingEvidence,
  isPossible,
  verdictChoices,
} from '#shared/domain/actions/verdict.ts';
import { dayOf } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import { caseworkOfDossier } from '../../store/repositories/casework-repository.ts';
import { changeAlone, changeRow, command, rowOf, rowsOf } from './change-row.ts';
import { readEvidence } from './evidence.ts';
import { readAction } from './read-dossier.ts';

/** Throws NOT_READY with what is missing. */
export async function startAction(file: OpenFile, { id }: { readonly id: Id }): Promise<Action> {
  const action = await readAction(file, id);
  const { missing, dose, state, measures } = action;
  if (state === 'active' || state === 'closed' || state === 'refused') {
    throw new WorkbenchError('NOT_NOW', { reason: 'wrong-state' });
  }
  if (missing.length > 0) throw new WorkbenchError('NOT_READY', { missing: [...missing] });
  return changeAlone(file, actionSchema, {
    entity: 'action',
    id,
    change: command('startAction', {
      plannedMinutes: dose.planned,
      plannedAtStart: planAtStart(action, measures, dayOf(file.store.clock.now())),
    }),
  });
}

/** Which verdicts are possible and why. `signAfter` counts where the program cannot count the sign itself. */
export async function readVerdicts(
  file: OpenFile,
  { id, signAfter }: { readonly id: Id; readonly signAfter: number | null },
): Promise<VerdictsAnswer> {
  const action = await readAction(file, id);
  const evidence = await readEvidence(file, action);
  const choices = verdictChoices(evidenceOf(action, evidence, signAfter));
  return { share: action.share, choices: [...choices], evidence };
}

function evidenceOf(
  { sign, share: doseShare }: PlannedAction,
  evidence: ActionEvidence | null,
  signAfter: number | null,
): ClosingEvidence {
  if (sign === null) throw new WorkbenchError('NOT_NOW', { reason: 'not-active' });
  return closingEvidence({ sign, doseShare }, evidence, signAfter);
}

/** Null where the facts do not reach far enough: nobody knows how many there were. */
function countedAfter({ own, reach }: ActionEvidence): number | null {
  return isReached(reach) ? sumOf(own).after : null;
}

/** Ends an action with its verdict and what residents were told; what was learned goes into the library. */
export async function closeAction(file: OpenFile, input: ClosingForm): Promise<Action> {
  const { store } = file;
  const { id, lesson, ...said } = input;
  const planned = await readAction(file, id);
  const counted = await readEvidence(file, planned);
  const evidence = evidenceOf(planned, counted, said.signAfter);
  if (!isPossible(evidence, said.verdict)) {
    throw new WorkbenchError('INVALID_FIELD', { field: 'verdict', reason: 'not-possible' });
  }
  const rows = await caseworkOfDossier(store.read, 'means-step', planned.dossierId);
  const lacking = ladderOf(id, rowsOf(meansStepSchema, rows)).find(
    (step) => lackingGrounds(step).length > 0,
  );
  if (lacking) {
    const { id: step, means } = lacking;
    throw new WorkbenchError('GROUNDS_LACKING', { step, means });
  }
  const now = store.clock.now();
  const { problem } = await rowOf(store.read, dossierSchema, 'dossier', planned.dossierId);
  const fields = await store.write(async (handle) => {
    const closed = await changeRow(handle, store, {
      entity: 'action',
      id,
      change: command('closeAction', {
        ...said,
        signAfter: counted ? countedAfter(counted) : said.signAfter,
        evidence: counted && keptEvidenceSchema.parse(counted),
        learned: lesson?.learned ?? '',
        doseShare: evidence.doseShare,
      }),
    });
    if (lesson) {
      const shared: Omit<LessonFields, 'authorId'> = {
        actionId: id,
        day: dayOf(now),
        problem,
        types: [...new Set(planned.measures.map(({ type }) => type))],
        verdict: said.verdict,
        doseShare: evidence.doseShare,
        learned: lesson.learned,
        conditions: lesson.conditions,
      };
      await changeRow(handle, store, {
        entity: 'lesson',
        id: lesson.id,
        change: command('shareLesson', shared),
        // What was learned of a verdict that the centre refuses is no lesson.
        follows: { entity: 'action', id },
      });
    }
    return closed;
  });
  file.announce(['dossiers', 'outbox']);
  return actionSchema.parse({ ...fields, id });
}
