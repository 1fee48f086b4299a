import { isPhoto, type MediaType, sniffMediaType } from '#shared/domain/attachments/media-type.ts';
import { photoSize } from '#shared/domain/attachments/photo-size.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import { findFile } from '../../store/repositories/attachment-repository.ts';
import {
  blobState,
  findThumbnail,
  putThumbnail,
} from '../../store/repositories/blob-repository.ts';

/** Pixels of either side of a small picture, at most. */
const LONGEST_SIDE = 512;

/** Throws NOT_FOUND. */
export async function readThumbnail(
  { store }: OpenFile,
  { id }: { readonly id: Id },
): Promise<{ thumbnail: { mediaType: MediaType; bytes: string } | null }> {
  const row = await findFile(store.read, id);
  if (!row) throw new WorkbenchError('NOT_FOUND', { what: 'attachment' });
  const found = await findThumbnail(store.read, row.hash);
  if (!found) return { thumbnail: null };
  const { mediaType } = found;
  return { thumbnail: { mediaType, bytes: Buffer.from(found.bytes).toString('base64') } };
}

/** Throws NOT_FOUND, or ATTACHMENT_REFUSED when the bytes are no small picture. */
export async function keepThumbnail(
  file: OpenFile,
  { id, bytes: base64 }: { readonly id: Id; readonly bytes: string },
): Promise<void> {
  const { store } = file;
  const bytes = Buffer.from(base64, 'base64');
  const mediaType = sniffMediaType(bytes);
  const size = mediaType && isPhoto(mediaType) ? photoSize(bytes, mediaType) : undefined;
  if (!mediaType || !size) throw new WorkbenchError('ATTACHMENT_REFUSED', { reason: 'type' });
  if (Math.max(size.width, size.height) > LONGEST_SIDE) {
    throw new WorkbenchError('ATTACHMENT_REFUSED', { reason: 'too-many-pixels' });
  }
  await store.write(async (handle) => {
    const row = await findFile(handle.tables, id);
    const known = row && (await blobState(handle.tables, row.hash));
    if (!row || !known) throw new WorkbenchError('NOT_FOUND', { what: 'attachment' });
    await putThumbnail(handle, row.hash, { mediaType, bytes });
  });
  file.announce(['attachments']);
}
