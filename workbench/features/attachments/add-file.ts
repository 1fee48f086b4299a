import {
  type Attachment,
  type AttachmentOwner,
  MOST_ATTACHMENTS,
} from '#shared/domain/attachments/attachment.ts';
import { takeFile } from '#shared/domain/attachments/take-file.ts';
import { type Id, makeId } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import type { WriteHandle } from '../../store/handles.ts';
import {
  countAttachments,
  type FileRow,
  findFile,
  insertDraftAttachment,
} from '../../store/repositories/attachment-repository.ts';
import { hashOf, putBlob } from '../../store/repositories/blob-repository.ts';
import { findContact } from '../../store/repositories/contact-repository.ts';
import { ensureDraft } from '../../store/repositories/draft-repository.ts';
import { attachFile } from './attach-file.ts';
import { type FileUnderWay, fileUnderWay, holdFile, letGo } from './files-under-way.ts';
import { readAttachments } from './read-attachments.ts';

/** Throws NOT_FOUND (contact), ATTACHMENT_REFUSED (too-large, too-many), UPLOAD_REFUSED. */
export async function beginFile(
  { store }: OpenFile,
  input: { readonly owner: AttachmentOwner; readonly fileName: string; readonly size: number },
): Promise<{ uploadId: Id }> {
  const { owner } = input;
  if (owner.kind === 'contact' && !(await findContact(store.read, owner.id))) {
    throw new WorkbenchError('NOT_FOUND', { what: 'contact' });
  }
  if ((await countAttachments(store.read, owner)) >= MOST_ATTACHMENTS) {
    throw new WorkbenchError('ATTACHMENT_REFUSED', { reason: 'too-many' });
  }
  const uploadId = makeId(Date.parse(store.clock.now()), store.entropy.bytes(16));
  holdFile(store, uploadId, input);
  return { uploadId };
}

/** Throws NOT_FOUND (upload), or UPLOAD_REFUSED when parts do not follow one another. */
export function appendFile(
  { store }: OpenFile,
  input: { readonly uploadId: Id; readonly offset: number; readonly bytes: string },
): Promise<{ received: number }> {
  const file = fileUnderWay(store, input.uploadId);
  const bytes = Buffer.from(input.bytes, 'base64');
  if (input.offset !== file.received) {
    throw new WorkbenchError('UPLOAD_REFUSED', { reason: 'out-of-order' });
  }
  if (file.received + bytes.length > file.bytes.length) {
    throw new WorkbenchError('UPLOAD_REFUSED', { reason: 'too-large' });
  }
  file.bytes.set(bytes, file.received);
  file.received += bytes.length;
  return Promise.resolve({ received: file.received });
}

export function abandonFile(
  { store }: OpenFile,
  { uploadId }: { readonly uploadId: Id },
): Promise<void> {
  letGo(store, uploadId);
  return Promise.resolve();
}

/**
 * Hangs a file that is complete on its contact or draft, with its bytes, in one transaction. Throws
 * ATTACHMENT_REFUSED, NOT_FOUND, or UPLOAD_REFUSED when parts are missing.
 */
export async function finishFile(
  file: OpenFile,
  input: { readonly uploadId: Id; readonly id: Id; readonly keepDetails: boolean },
): Promise<Attachment> {
  const { store } = file;
  const sent = fileUnderWay(store, input.uploadId);
  if (sent.received !== sent.bytes.length) {
    throw new WorkbenchError('UPLOAD_REFUSED', { reason: 'incomplete' });
  }
  try {
    await store.write((handle) => addTo(file, handle, sent, input));
  } finally {
    letGo(store, input.uploadId);
  }
  const isDraft = sent.owner.kind === 'draft';
  file.announce(isDraft ? ['attachments', 'drafts'] : ['attachments', 'outbox']);
  const added = (await readAttachments(file, { owner: sent.owner })).find(
    ({ id }) => id === input.id,
  );
  if (!added) throw new WorkbenchError('NOT_FOUND', { what: 'attachment' });
  return added;
}

async function addTo(
  { store }: OpenFile,
  handle: WriteHandle,
  { owner, fileName, bytes }: FileUnderWay,
  { id, keepDetails }: { readonly id: Id; readonly keepDetails: boolean },
): Promise<void> {
  const read = handle.tables;
  const taken = takeFile({ name: fileName, bytes }, keepDetails);
  if ('refused' in taken) throw new WorkbenchError('ATTACHMENT_REFUSED', { reason: taken.refused });
  const hash = hashOf(taken.bytes);
  const known = await findFile(read, id);
  if (known) {
    // A page that asks again after a broken line.
    if (known.hash !== hash) throw new WorkbenchError('ALREADY_EXISTS', { what: 'attachment' });
    return;
  }
  if ((await countAttachments(read, owner)) >= MOST_ATTACHMENTS) {
    throw new WorkbenchError('ATTACHMENT_REFUSED', { reason: 'too-many' });
  }
  await putBlob(handle, hash, taken.bytes);
  const addedAt = store.clock.now();
  const { name, mediaType, details } = taken;
  const row: FileRow = { id, addedAt, hash, name, mediaType, size: taken.bytes.length, details };
  if (owner.kind === 'contact') await attachFile(handle, owner.id, store.identity.officerId, row);
  else {
    // Nothing may have been typed yet: without its draft the file would be swept away.
    await ensureDraft(handle, owner.id, addedAt);
    await insertDraftAttachment(handle, owner.id, row);
  }
}
