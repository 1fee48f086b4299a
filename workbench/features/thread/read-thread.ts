import type { GoalThread, ThreadLine, ThreadQuestion } from '#shared/contract/thread.ts';
import { type Action, actionSchema } from '#shared/domain/actions/action.ts';
import { doseOfAction, dosesDue, sumOfDoses } from '#shared/domain/actions/dose.ts';
import { type Dossier, dossierSchema } from '#shared/domain/actions/dossier.ts';
import {
  byGoal,
  figuresOf,
  hasBegun,
  type ThreadedAction,
} from '#shared/domain/actions/golden-thread.ts';
import { countedBefore } from '#shared/domain/actions/kept-evidence.ts';
import {
  type Delivery,
  deliverySchema,
  type Measure,
  measureSchema,
} from '#shared/domain/actions/measure.ts';
import { codesOn } from '#shared/domain/codes/code.ts';
import { type Day, dayOf } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { caseworkInStates } from '../../store/repositories/casework-repository.ts';
import { allCodes } from '../../store/repositories/code-repository.ts';
import { contactsOnDesk } from '../../store/repositories/thread-repository.ts';
import { rowsOf } from '../actions/index.ts';

type Threaded = ThreadedAction & {
  readonly action: Action;
  readonly dossier: Dossier | undefined;
  readonly share: number;
};

/**
 * From the goals of the zone's plan to their actions, what was delivered and what came of it. Counted is what is
 * on this desk; contacts that a dossier names and that are not here are said to be missing, not left out.
 */
export async function readThread(
  { store }: OpenFile,
  { goal }: ThreadQuestion,
): Promise<GoalThread[]> {
  const { read } = store;
  const today = dayOf(store.clock.now());
  const dossiers = new Map(
    rowsOf(dossierSchema, await caseworkInStates(read, 'dossier', [])).map((one) => [one.id, one]),
  );
  const measures = byAction(rowsOf(measureSchema, await caseworkInStates(read, 'measure', [])));
  const deliveries = byAction(rowsOf(deliverySchema, await caseworkInStates(read, 'delivery', [])));
  const all = rowsOf(actionSchema, await caseworkInStates(read, 'action', [])).map((action) =>
    threaded(action, {
      dossier: dossiers.get(action.dossierId),
      measures: measures.get(action.id) ?? [],
      deliveries: deliveries.get(action.id) ?? [],
      today,
    }),
  );
  const here = new Set(
    await contactsOnDesk(read, [...new Set(all.flatMap(({ contacts }) => contacts))]),
  );
  const isHere = (contact: Id): boolean => here.has(contact);
  const goals = codesOn(await allCodes(read), 'plan-priority', today).map(({ code }) => code);
  return byGoal(all, goals)
    .filter((one) => goal === null || (one.goal ?? 'none') === goal)
    .map((one) => ({
      goal: one.goal,
      figures: { ...figuresOf(one.actions, isHere) },
      actions: one.actions.map((action) => lineOf(action, isHere)),
    }));
}

function byAction<Row extends { readonly actionId: Id }>(
  rows: readonly Row[],
): ReadonlyMap<Id, readonly Row[]> {
  return Map.groupBy(rows, ({ actionId }) => actionId);
}

function threaded(
  action: Action,
  parts: {
    readonly dossier: Dossier | undefined;
    readonly measures: readonly Measure[];
    readonly deliveries: readonly Delivery[];
    readonly today: Day;
  },
): Threaded {
  const { dossier, today } = parts;
  const { whole, owed, share } = doseOfAction(action, parts, today);
  const soFar = sumOfDoses(dosesDue(action, parts, today).values());
  return {
    action,
    dossier,
    goal: action.priority,
    state: action.state,
    verdict: action.verdict,
    planned: owed,
    share,
    plannedSoFar: soFar.planned,
    delivered: whole.delivered,
    counted: whole.counted,
    contacts: dossier?.contacts ?? [],
  };
}

function lineOf(one: Threaded, isHere: (contact: Id) => boolean): ThreadLine {
  const { action, dossier, contacts, planned, plannedSoFar, delivered, counted, share } = one;
  const { id, title, dossierId, state, startsOn, endsOn, verdict, sign, signAfter } = action;
  return {
    id,
    title,
    dossierId,
    dossierTitle: dossier?.title ?? '',
    state,
    startsOn,
    endsOn,
    contacts: contacts.length,
    contactsElsewhere: contacts.filter((contact) => !isHere(contact)).length,
    dose: hasBegun(action) ? { planned, plannedSoFar, delivered, counted, share } : null,
    refusal: state === 'refused' ? action.answerReason : '',
    verdict,
    sign: sign && {
      what: sign.what,
      before: countedBefore(sign, action.evidence),
      after: signAfter,
    },
  };
}
