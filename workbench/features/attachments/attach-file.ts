import type { Id } from '#shared/lib/ids.ts';

import type { WriteHandle } from '../../store/handles.ts';
import { type FileRow, putAttachment } from '../../store/repositories/attachment-repository.ts';
import { queueUpload } from '../../store/repositories/blob-repository.ts';

/** Hangs a file whose bytes are here on a submitted contact, with its operation. */
export async function attachFile(
  handle: WriteHandle,
  contactId: Id,
  authorId: Id,
  row: FileRow,
): Promise<void> {
  const { id, ...fields } = row;
  await putAttachment(handle, {
    ...row,
    contactId,
    authorId,
    withdrawn: false,
    withdrawnNote: '',
    version: 1,
  });
  await queueUpload(handle, { entity: 'attachment', id, hash: row.hash });
  await handle.record({
    entity: 'attachment',
    entityId: id,
    baseVersion: 0,
    change: { kind: 'command', name: 'attachFile', arguments: { contactId, authorId, ...fields } },
  });
}
