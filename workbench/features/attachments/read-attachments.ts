import { ATTACHMENT_CHUNK_BYTES } from '#shared/contract/attachments.ts';
import type { Attachment, AttachmentOwner } from '#shared/domain/attachments/attachment.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import {
  attachmentsOf,
  draftAttachmentsOf,
  findFile,
} from '../../store/repositories/attachment-repository.ts';
import { blobState, readBlob } from '../../store/repositories/blob-repository.ts';

/** The files of a contact or a draft, oldest first; none for one that is not there. */
export async function readAttachments(
  { store, officerName }: OpenFile,
  { owner }: { readonly owner: AttachmentOwner },
): Promise<Attachment[]> {
  return owner.kind === 'contact'
    ? [...(await attachmentsOf(store.read, owner.id))]
    : [...(await draftAttachmentsOf(store.read, owner.id, officerName))];
}

/** Throws NOT_FOUND (attachment), or NOT_FOUND (bytes) while they are not all at this desk. */
export async function readBytes(
  { store }: OpenFile,
  { id, offset }: { readonly id: Id; readonly offset: number },
): Promise<{ bytes: string; done: boolean }> {
  const row = await findFile(store.read, id);
  if (!row) throw new WorkbenchError('NOT_FOUND', { what: 'attachment' });
  const state = await blobState(store.read, row.hash);
  if (state?.received !== row.size) throw new WorkbenchError('NOT_FOUND', { what: 'bytes' });
  const bytes = await readBlob(store.read, row.hash, offset, ATTACHMENT_CHUNK_BYTES);
  return {
    bytes: Buffer.from(bytes).toString('base64'),
    done: offset + bytes.length >= row.size,
  };
}
