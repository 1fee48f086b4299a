import type { LinkedFacts } from '#shared/contract/dossier-facts.ts';
import { type Dossier, dossierSchema } from '#shared/domain/actions/dossier.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import { factsByIds } from '../../store/repositories/fact-list-repository.ts';
import { changeAlone, patch, rowOf } from './change-row.ts';

/** The facts that a dossier names, and how many by who brought them to light. Throws NOT_FOUND. */
export async function readLinkedFacts(
  { store }: OpenFile,
  { id }: { readonly id: Id },
): Promise<LinkedFacts> {
  const { facts: ids } = await rowOf(store.read, dossierSchema, 'dossier', id);
  const facts = await factsByIds(store.read, ids);
  const byOrigin = { public: 0, partner: 0, police: 0 };
  for (const { origin, amount } of facts) byOrigin[origin] += amount;
  return { facts, byOrigin, missing: ids.length - facts.length };
}

/** Links facts to a dossier and unlinks others. Throws NOT_FOUND; INVALID_FIELD (facts). */
export async function linkFacts(
  file: OpenFile,
  input: { readonly id: Id; readonly add: readonly Id[]; readonly remove: readonly Id[] },
): Promise<Dossier> {
  const { id, remove } = input;
  const add = [...new Set(input.add)];
  if ((await factsByIds(file.store.read, add)).length < add.length) {
    throw new WorkbenchError('INVALID_FIELD', { field: 'facts', reason: 'unknown' });
  }
  return changeAlone(file, dossierSchema, {
    entity: 'dossier',
    id,
    change: patch({ facts: { add, remove } }),
  });
}
