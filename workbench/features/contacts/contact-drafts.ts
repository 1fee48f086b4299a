import type { ContactDraft } from '#shared/domain/contacts/contact.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { deleteDraft, listDrafts, saveDraft } from '../../store/repositories/draft-repository.ts';

/** Drafts are the officer's own and leave this desk only as a contact: they make no operation. */
export async function saveContactDraft(
  file: OpenFile,
  draft: Pick<ContactDraft, 'id' | 'form'>,
): Promise<{ savedAt: string }> {
  const savedAt = file.store.clock.now();
  await file.store.write((handle) => saveDraft(handle, draft, savedAt));
  file.announce(['drafts']);
  return { savedAt };
}

export async function discardContactDraft(file: OpenFile, id: Id): Promise<void> {
  await file.store.write((handle) => deleteDraft(handle, id));
  file.announce(['drafts']);
}

export async function readContactDrafts({ store }: OpenFile): Promise<ContactDraft[]> {
  return [...(await listDrafts(store.read))];
}
