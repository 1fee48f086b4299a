import type { DossierLine } from '#shared/contract/actions.ts';
import { ACTION_STATES, type ActionState } from '#shared/domain/actions/action.ts';
import {
  type Dossier,
  type DossierForm,
  dossierSchema,
  type DossierState,
} from '#shared/domain/actions/dossier.ts';
import { isCodeOn } from '#shared/domain/codes/code.ts';
import { dayOf } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import {
  caseworkInStates,
  type CaseworkRow,
  countActions,
  dossiersOfContact,
  dossiersOnSegments,
  findCasework,
} from '../../store/repositories/casework-repository.ts';
import { allCodes } from '../../store/repositories/code-repository.ts';
import { streetVersions } from '../../store/repositories/place-versions.ts';
import { segmentsNamed, segmentsOfStreets } from '../../store/repositories/segment-repository.ts';
import { contactsOnDesk } from '../../store/repositories/thread-repository.ts';
import { changeAlone, type Changes, command, patch, rowOf, rowsOf } from './change-row.ts';
import { checkLinks } from './dossier-contacts.ts';
import { changedStretches, neighbourhoodOf } from './segments.ts';

type FilledIn = Omit<DossierForm, 'neighbourhoodId'>;

/** Throws ALREADY_EXISTS; INVALID_FIELD (problem, segments, contacts). */
export async function openDossier(
  file: OpenFile,
  { id, form }: { readonly id: Id; readonly form: FilledIn },
): Promise<Dossier> {
  await checkProblem(file, form.problem);
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

/** Throws NOT_FOUND; INVALID_FIELD (problem, segments); STRETCH_IN_USE. */
export async function changeDossier(
  file: OpenFile,
  { id, changes }: { readonly id: Id; readonly changes: Changes<FilledIn> },
): Promise<Dossier> {
  const before = await rowOf(file.store.read, dossierSchema, 'dossier', id);
  const { segments, affected, contacts, facts, ...plain } = changes;
  if (plain.problem !== undefined) await checkProblem(file, plain.problem);
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

/** Additions and removals, so that a colleague's stand beside one's own. */
function difference(before: readonly string[], after: readonly string[]) {
  return {
    add: after.filter((one) => !before.includes(one)),
    remove: before.filter((one) => !after.includes(one)),
  };
}

async function checkProblem({ store }: OpenFile, problem: string | null): Promise<void> {
  if (problem === null) return;
  const codes = await allCodes(store.read);
  if (!isCodeOn(codes, 'problem', problem, dayOf(store.clock.now()))) {
    throw new WorkbenchError('INVALID_FIELD', { field: 'problem', reason: 'unknown-code' });
  }
}

export interface DossierQuestion {
  readonly state?: DossierState | undefined;
  readonly streetId?: Id | undefined;
  readonly segmentId?: Id | undefined;
  readonly contactId?: Id | undefined;
}

/** Dossiers in a few words, the newest first. */
export async function readDossiers(
  file: OpenFile,
  question: DossierQuestion,
): Promise<DossierLine[]> {
  const { read } = file.store;
  const found = rowsOf(dossierSchema, await matching(file, question));
  const counts = await countActions(read);
  const here = new Set(
    await contactsOnDesk(read, [...new Set(found.flatMap(({ contacts }) => contacts))]),
  );
  const segments = new Map(
    (await segmentsNamed(read, [...new Set(found.flatMap((one) => one.segments))])).map(
      (segment) => [segment.id, segment] as const,
    ),
  );
  return found.map((dossier) => {
    const own = dossier.segments.flatMap((id) => segments.get(id) ?? []);
    const streets = new Map(
      own.map(({ streetId, streetNameNl, streetNameFr }) => [
        streetId,
        { nameNl: streetNameNl, nameFr: streetNameFr },
      ]),
    );
    return {
      id: dossier.id,
      title: dossier.title,
      problem: dossier.problem,
      state: dossier.state,
      neighbourhoodNameNl: own[0]?.neighbourhoodNameNl ?? '',
      neighbourhoodNameFr: own[0]?.neighbourhoodNameFr ?? '',
      streets: [...streets.values()],
      actions: countsOf(counts, dossier.id),
      contacts: dossier.contacts.length,
      contactsElsewhere: dossier.contacts.filter((contact) => !here.has(contact)).length,
    };
  });
}

function countsOf(
  counts: readonly { dossierId: Id; state: string; count: number }[],
  dossierId: Id,
): DossierLine['actions'] {
  const own = counts.filter((one) => one.dossierId === dossierId);
  const pairs = ACTION_STATES.flatMap((state) => {
    const count = own.find((one) => one.state === state)?.count ?? 0;
    return count === 0 ? [] : [[state, count] as const];
  });
  return Object.fromEntries<number>(pairs) as Partial<Record<ActionState, number>>;
}

async function matching(
  { store }: OpenFile,
  { state, streetId, segmentId, contactId }: DossierQuestion,
): Promise<readonly CaseworkRow[]> {
  const { read } = store;
  if (contactId !== undefined) return dossiersOfContact(read, contactId);
  if (segmentId !== undefined) return dossiersOnSegments(read, [segmentId]);
  if (streetId !== undefined) {
    const streets = await streetVersions(read, streetId);
    const segments = await segmentsOfStreets(read, streets, dayOf(store.clock.now()));
    return dossiersOnSegments(
      read,
      segments.map(({ id }) => id),
    );
  }
  return caseworkInStates(read, 'dossier', state === undefined ? [] : [state]);
}
