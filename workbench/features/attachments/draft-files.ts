import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import type { WriteHandle } from '../../store/handles.ts';
import {
  deleteDraftAttachments,
  markDraftAttachment,
  sweepDraftAttachments,
  takeDraftAttachments,
} from '../../store/repositories/attachment-repository.ts';
import { attachFile } from './attach-file.ts';

/** Throws NOT_FOUND. */
export async function takeOffDraft(file: OpenFile, { id }: { readonly id: Id }): Promise<void> {
  await mark(file, id, true);
}

/** Throws NOT_FOUND. */
export async function putBackOnDraft(file: OpenFile, { id }: { readonly id: Id }): Promise<void> {
  await mark(file, id, false);
}

async function mark(file: OpenFile, id: Id, removed: boolean): Promise<void> {
  const found = await file.store.write((handle) => markDraftAttachment(handle, id, removed));
  if (!found) throw new WorkbenchError('NOT_FOUND', { what: 'attachment' });
  file.announce(['attachments']);
}

/**
 * The files of a draft become those of the contact that it was submitted as, in the same transaction.
 * What had been taken off goes with its bytes.
 */
export async function submitDraftFiles(
  handle: WriteHandle,
  contactId: Id,
  authorId: Id,
): Promise<void> {
  const files = await takeDraftAttachments(handle, contactId);
  // In this order, so that bytes never stand without a row.
  for (const file of files) await attachFile(handle, contactId, authorId, file);
  await deleteDraftAttachments(handle, contactId);
}

/** Ends the way back to files that were taken off, or whose draft was thrown away. */
export async function sweepDraftFiles({ store }: OpenFile): Promise<void> {
  await store.write(sweepDraftAttachments);
}
