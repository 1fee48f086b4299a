import type { ActionProposals } from '#shared/contract/action-proposals.ts';
import { type Action, actionSchema, type Refusal } from '#shared/domain/actions/action.ts';
import { type Dossier, dossierSchema } from '#shared/domain/actions/dossier.ts';
import { lessonSchema } from '#shared/domain/actions/lesson.ts';
import { type Measure, measureSchema } from '#shared/domain/actions/measure.ts';
import { tasksOfProblem } from '#shared/domain/actions/problem-tasks.ts';
import {
  proposeMeasures,
  type StretchEvidence,
  type TriedBefore,
} from '#shared/domain/actions/propose-measures.ts';
import { codesOn } from '#shared/domain/codes/code.ts';
import { countedSince, WEEK_HOURS } from '#shared/domain/streets/picture.ts';
import { addDays, type Day, dayInterval, dayOf } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import type { ReadHandle } from '../../store/handles.ts';
import {
  caseworkInStates,
  caseworkOfActions,
} from '../../store/repositories/casework-repository.ts';
import { allCodes } from '../../store/repositories/code-repository.ts';
import { countFactsAt } from '../../store/repositories/fact-counts.ts';
import { placedContactsOfProblem } from '../../store/repositories/piece-contacts.ts';
import { streetVersions } from '../../store/repositories/place-versions.ts';
import { type NamedSegment, segmentsNamed } from '../../store/repositories/segment-repository.ts';
import { pieceOfContact, townPlaces } from '../gaps/index.ts';
import { changeAlone, patch, rowOf, rowsOf } from './change-row.ts';

/**
 * What may be worth doing on each stretch of the dossier of an action, and why. It only reads: nothing is
 * planned by itself. An action that ended has no proposals. Throws NOT_FOUND (action, dossier).
 */
export async function readProposals(
  file: OpenFile,
  { id }: { readonly id: Id },
): Promise<ActionProposals> {
  const { read, clock } = file.store;
  const today = dayOf(clock.now());
  const since = countedSince(today);
  const action = await rowOf(read, actionSchema, 'action', id);
  if (action.state === 'closed' || action.state === 'refused') return { since, stretches: [] };
  const dossier = await rowOf(read, dossierSchema, 'dossier', action.dossierId);
  const measures = rowsOf(measureSchema, await caseworkOfActions(read, 'measure', [id]));
  const library = new Set(
    codesOn(await allCodes(read), 'task-type', today).map(({ code }) => code),
  );
  const tried = await triedBefore(read, dossier.problem);
  const segments = await segmentsNamed(read, dossier.segments);
  const contacts = await contactsOnStretches(file, dossier, segments, since);
  const stretches: ActionProposals['stretches'] = [];
  for (const { id: segmentId } of segments) {
    const known: StretchEvidence = {
      segmentId,
      problem: dossier.problem,
      contacts: contacts.get(segmentId) ?? 0,
      ...(await factsOnStretch(read, dossier.problem, segmentId, { since, today })),
      saidWindows: dossier.windows,
      tried,
      library,
      settled: settledOn(segmentId, action, measures),
    };
    const { standing, proposals, leftOut } = proposeMeasures(known);
    stretches.push({
      segmentId,
      contacts: known.contacts,
      facts: known.facts,
      standing,
      proposals: proposals.map((one) => ({ ...one, windows: [...one.windows] })),
      leftOut: [...leftOut],
      refused: action.refusals.filter((refusal) => refusal.segmentId === segmentId),
    });
  }
  return { since, stretches };
}

function settledOn(
  segmentId: Id,
  { refusals }: Action,
  measures: readonly Measure[],
): ReadonlySet<string> {
  const here = (one: { readonly segmentId: Id }) => one.segmentId === segmentId;
  const planned = measures.filter(({ removed }) => !removed).filter(here);
  return new Set([...planned, ...refusals.filter(here)].map(({ type }) => type));
}

/** Lessons about the problem, with how much was done of each task where the action is on this desk. */
async function triedBefore(read: ReadHandle, problem: string | null): Promise<TriedBefore[]> {
  const lessons = rowsOf(lessonSchema, await caseworkInStates(read, 'lesson', [])).filter(
    (lesson) => problem !== null && lesson.problem === problem,
  );
  const measures = rowsOf(
    measureSchema,
    await caseworkOfActions(
      read,
      'measure',
      lessons.map(({ actionId }) => actionId),
    ),
  );
  return lessons.map(({ id: lessonId, actionId, types, verdict, learned, conditions }) => ({
    lessonId,
    types,
    verdict,
    learned,
    conditions,
    doses: Object.fromEntries(
      measures
        .filter((measure) => measure.actionId === actionId && !measure.removed)
        .map(({ type, rung, minutes, timesPerWeek }) => [type, { rung, minutes, timesPerWeek }]),
    ),
  }));
}

/** How many contacts since a day name the problem of the dossier on each of its stretches. */
async function contactsOnStretches(
  file: OpenFile,
  { problem }: Dossier,
  segments: readonly NamedSegment[],
  since: Day,
): Promise<ReadonlyMap<Id, number>> {
  const counts = new Map<Id, number>();
  if (problem === null || segments.length === 0) return counts;
  const { read } = file.store;
  const town = await townPlaces(file.store);
  const streetIds = new Set<Id>();
  for (const streetId of new Set(segments.map((segment) => segment.streetId))) {
    for (const version of await streetVersions(read, streetId)) streetIds.add(version);
  }
  const [begin] = dayInterval(since);
  const numbers = new Map(segments.map(({ id }) => [town.numbers.segment.get(id), id] as const));
  const rows = await placedContactsOfProblem(read, [...streetIds], problem, begin).execute();
  for (const row of rows) {
    const street = town.numbers.street.get(row.street_id);
    const id = street === undefined ? undefined : numbers.get(pieceOfContact(town, street, row));
    if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** Facts of the kinds of the problem; those that police found say where they looked, and stay out. */
async function factsOnStretch(
  read: ReadHandle,
  problem: string | null,
  segmentId: Id,
  { since, today }: { readonly since: Day; readonly today: Day },
): Promise<Pick<StretchEvidence, 'facts' | 'hours'>> {
  const hours = Array.from({ length: WEEK_HOURS }, () => 0);
  const { factKinds } = tasksOfProblem(problem ?? '');
  if (factKinds.length === 0) return { facts: 0, hours };
  const place = { column: 'segment_id', ids: [segmentId] } as const;
  const own = (await countFactsAt(read, place, { from: since, to: addDays(today, 1) })).filter(
    ({ kind, origin }) => origin !== 'police' && factKinds.includes(kind),
  );
  for (const { hour, weekday, amount } of own) {
    if (hour === null || weekday === null) continue;
    const index = (weekday - 1) * 24 + hour;
    hours[index] = (hours[index] ?? 0) + amount;
  }
  return { facts: own.reduce((sum, { amount }) => sum + amount, 0), hours };
}

/** Keeps that a proposal is not wanted on a stretch, and why. Throws NOT_FOUND, INVALID_FIELD (segmentId). */
export async function refuseProposal(
  file: OpenFile,
  { id, refusal }: { readonly id: Id; readonly refusal: Refusal },
): Promise<Action> {
  const { read } = file.store;
  const { dossierId, refusals } = await rowOf(read, actionSchema, 'action', id);
  const { segments } = await rowOf(read, dossierSchema, 'dossier', dossierId);
  if (!segments.includes(refusal.segmentId)) {
    throw new WorkbenchError('INVALID_FIELD', { field: 'segmentId', reason: 'unknown' });
  }
  const before = refusals.filter(
    ({ segmentId, type }) => segmentId === refusal.segmentId && type === refusal.type,
  );
  return changeRefusals(file, id, { add: [refusal], remove: before });
}

/** Takes such a refusal back. Throws NOT_FOUND. */
export async function restoreProposal(
  file: OpenFile,
  { id, refusal }: { readonly id: Id; readonly refusal: Refusal },
): Promise<Action> {
  return changeRefusals(file, id, { add: [], remove: [refusal] });
}

function changeRefusals(
  file: OpenFile,
  id: Id,
  refusals: { readonly add: readonly Refusal[]; readonly remove: readonly Refusal[] },
): Promise<Action> {
  return changeAlone(file, actionSchema, { entity: 'action', id, change: patch({ refusals }) });
}
