import type { DossierLine } from '#shared/contract/dossier-list.ts';
import { actionSchema } from '#shared/domain/actions/action.ts';
import { changedCount, runningCount } from '#shared/domain/actions/count-stays.ts';
import { type Dossier, type DossierForm, dossierSchema } from '#shared/domain/actions/dossier.ts';
import { type CodeList, isCodeOn } from '#shared/domain/codes/code.ts';
import { dayOf } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import type { ReadHandle } from '../../store/handles.ts';
import {
  caseworkInStates,
  caseworkOfDossier,
  type CaseworkRow,
  dossiersOfContact,
  dossiersOnSegments,
  findCasework,
} from '../../store/repositories/casework-repository.ts';
import { allCodes } from '../../store/repositories/code-repository.ts';
import {
  segmentVersionsOfStreets,
  streetVersions,
  versionsOfSegments,
} from '../../store/repositories/place-versions.ts';
import {
  changeAlone,
  checkSeen,
  command,
  patch,
  rowOf,
  rowsOf,
  type SeenChanges,
} from './change-row.ts';
import { checkLinks } from './dossier-contacts.ts';
import { linesOf } from './dossier-lines.ts';
import { changedStretches, neighbourhoodOf } from './segments.ts';

type FilledIn = Omit<DossierForm, 'neighbourhoodId'>;

/** Throws ALREADY_EXISTS; INVALID_FIELD (problem, factKinds, segments, contacts). */
export async function openDossier(
  file: OpenFile,
  { id, form }: { readonly id: Id; readonly form: FilledIn },
): Promise<Dossier> {
  await checkProblem(file, form.problem);
  await checkKinds(file, form.factKinds ?? []);
  const { read } = file.store;
  const neighbourhoodId = await neighbourhoodOf(read, form.segments);
  const given = { ...form, neighbourhoodId };
  // Sent twice, it is opened once: what became of the contacts since then is no reason to refuse.
  if (!(await findCasework(read, 'dossier', id))) await checkLinks(read, given, form.contacts);
  return changeAlone(file, dossierSchema, {
    entity: 'dossier',
    id,
    change: command('openDossier', given),
  });
}

/** Throws NOT_FOUND; INVALID_FIELD (problem, factKinds, segments); STRETCH_IN_USE; COUNT_RUNNING; CHANGED_MEANWHILE. */
export async function changeDossier(
  file: OpenFile,
  { id, changes, seen }: SeenChanges<FilledIn>,
): Promise<Dossier> {
  const before = await rowOf(file.store.read, dossierSchema, 'dossier', id);
  checkSeen(seen, before, changes);
  const { segments, affected, contacts, facts, ...plain } = changes;
  if (plain.problem !== undefined) await checkProblem(file, plain.problem);
  await checkKinds(file, difference(before.factKinds ?? [], plain.factKinds ?? []).add);
  await checkCount(file.store.read, before, plain);
  const given = {
    ...plain,
    ...(segments && {
      segments: difference(
        before.segments,
        await changedStretches(file.store.read, before, segments),
      ),
    }),
    ...(affected && { affected: difference(before.affected, affected) }),
    ...(contacts && { contacts: difference(before.contacts, contacts) }),
    ...(facts && { facts: difference(before.facts, facts) }),
  };
  return changeAlone(file, dossierSchema, { entity: 'dossier', id, change: patch(given) });
}

/** Throws COUNT_RUNNING where a running action would be held against something else than was fixed before it began. */
async function checkCount(
  read: ReadHandle,
  before: Dossier,
  changes: SeenChanges<FilledIn>['changes'],
): Promise<void> {
  const { problem = before.problem, factKinds = before.factKinds } = changes;
  const field = changedCount(
    { problem: before.problem, factKinds: before.factKinds },
    { problem, factKinds },
  );
  if (field === undefined) return;
  const running = runningCount(
    rowsOf(actionSchema, await caseworkOfDossier(read, 'action', before.id)),
  );
  if (running) throw new WorkbenchError('COUNT_RUNNING', { field, actionId: running.id });
}

/** Additions and removals, so that a colleague's stand beside one's own. */
function difference(before: readonly string[], after: readonly string[]) {
  return {
    add: after.filter((one) => !before.includes(one)),
    remove: before.filter((one) => !after.includes(one)),
  };
}

async function checkProblem(file: OpenFile, problem: string | null): Promise<void> {
  if (problem !== null) await checkCodes(file, 'problem', [problem], 'problem');
}

/** @param kinds those that come in: one that the zone ended meanwhile stays where it stands. */
async function checkKinds(file: OpenFile, kinds: readonly string[]): Promise<void> {
  await checkCodes(file, 'fact-kind', kinds, 'factKinds');
}

async function checkCodes(
  { store }: OpenFile,
  list: CodeList,
  given: readonly string[],
  field: keyof Dossier,
): Promise<void> {
  if (given.length === 0) return;
  const codes = await allCodes(store.read);
  const today = dayOf(store.clock.now());
  if (!given.every((code) => isCodeOn(codes, list, code, today))) {
    throw new WorkbenchError('INVALID_FIELD', { field, reason: 'unknown-code' });
  }
}

export interface DossierQuestion {
  readonly streetId?: Id | undefined;
  readonly segmentId?: Id | undefined;
  readonly contactId?: Id | undefined;
}

/** Dossiers of a place or a contact in a few words, the newest first. */
export async function readDossiers(
  file: OpenFile,
  question: DossierQuestion,
): Promise<DossierLine[]> {
  return linesOf(file.store.read, rowsOf(dossierSchema, await matching(file, question)));
}

async function matching(
  { store }: OpenFile,
  { streetId, segmentId, contactId }: DossierQuestion,
): Promise<readonly CaseworkRow[]> {
  const { read } = store;
  if (contactId !== undefined) return dossiersOfContact(read, contactId);
  if (segmentId !== undefined) {
    return dossiersOnSegments(read, await versionsOfSegments(read, [segmentId]));
  }
  if (streetId !== undefined) {
    const streets = await streetVersions(read, streetId);
    const today = dayOf(store.clock.now());
    return dossiersOnSegments(read, await segmentVersionsOfStreets(read, streets, today));
  }
  return caseworkInStates(read, 'dossier', []);
}
