import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import { findAttachment } from '../../store/repositories/attachment-repository.ts';
import { blobState } from '../../store/repositories/blob-repository.ts';
import { type BlobCentre, BlobDiffers, fetchBlob } from '../../sync/blobs.ts';

/**
 * Fetches the bytes of a file that a colleague added, from where it stopped the last time. Throws NOT_FOUND,
 * ATTACHMENT_REFUSED (damaged), NOT_ENROLLED, CENTRE_REFUSED or CENTRE_UNREACHABLE.
 */
export async function fetchBytes(
  file: OpenFile,
  centre: BlobCentre,
  { id }: { readonly id: Id },
): Promise<void> {
  const { store } = file;
  const row = await findAttachment(store.read, id);
  if (!row) throw new WorkbenchError('NOT_FOUND', { what: 'attachment' });
  if ((await blobState(store.read, row.hash))?.received === row.size) return;
  const { hash, mediaType } = row;
  try {
    await fetchBlob(
      store,
      centre,
      { entity: 'attachment', id, hash, mediaType },
      file.closing,
      () => file.announce(['attachments']),
    );
  } catch (cause) {
    if (!(cause instanceof BlobDiffers)) throw cause;
    throw new WorkbenchError('ATTACHMENT_REFUSED', { reason: 'damaged' });
  }
}
