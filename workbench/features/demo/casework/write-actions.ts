import { DEFAULT_FIELDS_OUT } from '#shared/domain/actions/deal.ts';
import { tasksOfProblem } from '#shared/domain/actions/problem-tasks.ts';
import type { SuccessSign } from '#shared/domain/actions/sign.ts';
import { dayInterval } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../../context.ts';
import {
  adaptAction,
  adoptAction,
  answerAction,
  changeAction,
  makeDeal,
  planMeasure,
  proposeAction,
  startAction,
} from '../../actions/index.ts';
import { listFacts } from '../../facts/index.ts';
import type { ActionAtWork, AtWork } from './at-work.ts';
import type { MeasurePlan } from './plan.ts';

/** Days that a sign is counted before an action is proposed. */
const COUNTED_DAYS = 56;

/** A measure that was planned, and what of it is done. */
export interface PlannedMeasure {
  readonly id: Id;
  readonly action: ActionAtWork;
  readonly plan: MeasurePlan;
}

export async function proposeActions(
  work: AtWork,
  actions: readonly ActionAtWork[],
): Promise<void> {
  for (const { id, plan, dossier } of actions) {
    if (plan.adapts !== undefined) continue;
    const file = work.desk(plan.proposedBy, dossier, plan.proposed);
    await proposeAction(file, {
      id,
      dossierId: dossier.id,
      form: {
        title: plan.title,
        aim: plan.aim,
        ...(await formOf(file, work, { id, plan, dossier })),
        ownerId: file.store.identity.officerId,
        coverId: plan.cover === undefined ? null : work.officer(plan.cover, dossier.place),
      },
    });
  }
}

async function formOf(file: OpenFile, work: AtWork, action: ActionAtWork) {
  const { days, priority } = action.plan;
  const sign = await signOf(file, work, action);
  return { sign, startsOn: work.day(days[0]), endsOn: work.day(days[1]), priority };
}

async function signOf(
  file: OpenFile,
  work: AtWork,
  { plan: { sign, proposed }, dossier }: ActionAtWork,
): Promise<SuccessSign> {
  const [from, to] = [work.day(proposed - COUNTED_DAYS), work.day(proposed - 1)];
  const { what, counted } = sign;
  if (counted === 'by-hand') {
    const { better, baseline } = sign;
    return { what, counted, better, baseline, from, to };
  }
  const { place, plan } = dossier;
  const counts = { what, counted, better: 'lower', from, to } as const;
  if (counted === 'contacts') {
    const [begin, end] = [dayInterval(from)[0], dayInterval(to)[1]];
    const told = place.contacts.filter(({ occurredAt }) => begin <= occurredAt && occurredAt < end);
    return { ...counts, baseline: told.length };
  }
  const { total } = await listFacts(file, {
    filter: {
      from,
      to: work.day(proposed),
      sourceId: null,
      kind: tasksOfProblem(plan.problem).factKinds[0] ?? null,
      origin: null,
      tie: null,
      streetId: place.streetId,
    },
    after: null,
  });
  return { ...counts, baseline: total };
}

/** Plans what is to be done on each piece. */
export async function planMeasures(
  work: AtWork,
  actions: readonly ActionAtWork[],
): Promise<readonly PlannedMeasure[]> {
  const planned: PlannedMeasure[] = [];
  for (const action of actions) {
    const { plan, dossier } = action;
    const file = work.desk(plan.proposedBy, dossier, plan.proposed, 640);
    for (const measure of plan.measures) {
      const { segments } = dossier.place;
      for (const segment of measure.firstPieceOnly === true ? segments.slice(0, 1) : segments) {
        const id = work.newId(file.store.clock.now());
        await planMeasure(file, {
          id,
          fields: {
            actionId: action.id,
            segmentId: segment.id,
            streetId: segment.streetId,
            type: measure.type,
            rung: measure.rung,
            minutes: measure.minutes,
            timesPerWeek: measure.timesPerWeek,
            windows: [measure.window],
            ...doersOf(work, measure, action),
            note: measure.note ?? '',
          },
        });
        planned.push({ id, action, plan: measure });
      }
    }
  }
  return planned;
}

function doersOf(work: AtWork, { who }: MeasurePlan, { dossier }: ActionAtWork) {
  if (typeof who === 'object') return { officerId: null, partnerId: work.partner(who.partner) };
  return { officerId: who === 'nobody' ? null : work.officer(who, dossier.place), partnerId: null };
}

/** Takes what was done elsewhere to other streets. */
export async function adaptActions(work: AtWork, actions: readonly ActionAtWork[]): Promise<void> {
  for (const action of actions) {
    const { id, plan, dossier } = action;
    if (plan.adapts === undefined) continue;
    const { title, differs } = plan.adapts;
    const source = actions.find((one) => one.plan.title === title && one.id !== id);
    if (!source) throw new RangeError('the demo adapts an action that it does not have');
    const file = work.desk(plan.proposedBy, dossier, plan.proposed);
    await adaptAction(file, {
      id,
      sourceId: source.id,
      dossierId: dossier.id,
      title: plan.title,
      differs,
      segments: dossier.place.segments.map((segment) => segment.id),
    });
    const changes = { aim: plan.aim, ...(await formOf(file, work, action)) };
    await changeAction(file, { id, changes });
  }
}

/** The team lead answers, and somebody takes over what a colleague proposed. */
export async function answerActions(work: AtWork, actions: readonly ActionAtWork[]): Promise<void> {
  for (const { id, plan, dossier } of actions) {
    if (plan.until === 'proposed') continue;
    const file = work.desk('lead', dossier, plan.proposed + 1, 660);
    const approve = plan.until !== 'refused';
    await answerAction(file, 'team-lead', { id, approve, reason: plan.answer ?? '' });
  }
  for (const { id, plan, dossier } of actions) {
    if (plan.adoptedBy === undefined) continue;
    await adoptAction(work.desk(plan.adoptedBy, dossier, plan.proposed + 2), { id });
  }
}

export async function startActions(work: AtWork, actions: readonly ActionAtWork[]): Promise<void> {
  for (const { id, plan, dossier } of actions) {
    if (plan.until !== 'active' && plan.until !== 'closed') continue;
    await startAction(work.desk('own', dossier, plan.days[0], 480), { id });
  }
}

export async function makeDeals(work: AtWork, actions: readonly ActionAtWork[]): Promise<void> {
  for (const { id: actionId, plan, dossier } of actions) {
    for (const deal of plan.deals ?? []) {
      const file = work.desk('own', dossier, Math.min(plan.days[0], -1));
      await makeDeal(file, {
        id: work.newId(file.store.clock.now()),
        form: {
          actionId,
          partnerId: work.partner(deal.partner),
          ground: '',
          fieldsOut: [...DEFAULT_FIELDS_OUT],
          parties: [],
          theyDo: deal.theyDo,
          theyWho: deal.theyWho,
          theyDueOn: work.day(deal.theyDue),
          theyDoneOn: deal.theyDone === null ? null : work.day(deal.theyDone),
          weDo: deal.weDo,
          weWhoId: work.officer('own', dossier.place),
          weDueOn: work.day(deal.weDue),
          weDoneOn: deal.weDone === null ? null : work.day(deal.weDone),
        },
      });
    }
  }
}
