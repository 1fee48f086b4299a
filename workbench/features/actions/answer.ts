import type { Proposal } from '#shared/contract/actions.ts';
import { type Action, actionSchema } from '#shared/domain/actions/action.ts';
import { dossierSchema } from '#shared/domain/actions/dossier.ts';
import type { Id } from '#shared/lib/ids.ts';
import type { Role } from '#shared/protocol/account.ts';

import { checkLeads } from '../../check-role.ts';
import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import { caseworkInStates, findCasework } from '../../store/repositories/casework-repository.ts';
import { changeAlone, command, rowsOf } from './change-row.ts';

/** Approves or refuses a proposal; a refusal needs its reason. */
export async function answerAction(
  file: OpenFile,
  role: Role | null,
  input: { readonly id: Id; readonly approve: boolean; readonly reason: string },
): Promise<Action> {
  checkLeads(role);
  if (!input.approve && input.reason.trim() === '') {
    throw new WorkbenchError('INVALID_FIELD', { field: 'reason', reason: 'missing' });
  }
  return changeAlone(file, actionSchema, {
    entity: 'action',
    id: input.id,
    change: command(input.approve ? 'approveAction' : 'refuseAction', {
      answerReason: input.reason,
    }),
  });
}

/** Open proposals with the title of their dossier; those whose answer is due first come first. */
export async function readBench({ store }: OpenFile): Promise<Proposal[]> {
  const proposals = rowsOf(
    actionSchema,
    await caseworkInStates(store.read, 'action', ['proposed']),
  );
  const titles = new Map<Id, string>();
  for (const { dossierId } of proposals) {
    if (titles.has(dossierId)) continue;
    const row = await findCasework(store.read, 'dossier', dossierId);
    titles.set(dossierId, (row && rowsOf(dossierSchema, [row])[0]?.title) ?? '');
  }
  return proposals
    .map((action) => ({ ...action, dossierTitle: titles.get(action.dossierId) ?? '' }))
    .sort(
      (one, other) => one.answerBy.localeCompare(other.answerBy) || one.id.localeCompare(other.id),
    );
}
