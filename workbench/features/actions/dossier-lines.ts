import type { DossierLine } from '#shared/contract/dossier-list.ts';
import { ACTION_STATES, type ActionState } from '#shared/domain/actions/action.ts';
import type { Dossier } from '#shared/domain/actions/dossier.ts';
import { streetsOfSegments } from '#shared/domain/territory/placed-street.ts';

import type { ReadHandle } from '../../store/handles.ts';
import { countActions } from '../../store/repositories/casework-repository.ts';
import { segmentsNamed } from '../../store/repositories/segment-repository.ts';
import { contactsOnDesk } from '../../store/repositories/thread-repository.ts';

/** Dossiers in a few words, in this order. */
export async function linesOf(
  read: ReadHandle,
  dossiers: readonly Dossier[],
): Promise<DossierLine[]> {
  const counts = Map.groupBy(
    await countActions(
      read,
      dossiers.map(({ id }) => id),
    ),
    ({ dossierId }) => dossierId,
  );
  const here = new Set(
    await contactsOnDesk(read, [...new Set(dossiers.flatMap(({ contacts }) => contacts))]),
  );
  const segments = new Map(
    (await segmentsNamed(read, [...new Set(dossiers.flatMap((one) => one.segments))])).map(
      (segment) => [segment.id, segment] as const,
    ),
  );
  return dossiers.map((dossier) => ({
    id: dossier.id,
    title: dossier.title,
    problem: dossier.problem,
    state: dossier.state,
    streets: streetsOfSegments(dossier.segments.flatMap((id) => segments.get(id) ?? [])),
    actions: inStates(counts.get(dossier.id) ?? []),
    contacts: dossier.contacts.length,
    contactsElsewhere: dossier.contacts.filter((contact) => !here.has(contact)).length,
  }));
}

function inStates(
  counts: readonly { readonly state: string; readonly count: number }[],
): DossierLine['actions'] {
  const pairs = ACTION_STATES.flatMap((state) => {
    const count = counts.find((one) => one.state === state)?.count ?? 0;
    return count === 0 ? [] : [[state, count] as const];
  });
  return Object.fromEntries<number>(pairs) as Partial<Record<ActionState, number>>;
}
