import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import {
  type AttachmentRow,
  findAttachment,
  putAttachment,
} from '../../store/repositories/attachment-repository.ts';

/**
 * Marks a file of a submitted contact as withdrawn, with the reason. The file stays: what was submitted is
 * evidence. Throws NOT_FOUND.
 */
export async function withdrawAttachment(
  file: OpenFile,
  { id, note }: { readonly id: Id; readonly note: string },
): Promise<void> {
  await change(file, id, { withdrawn: true, withdrawnNote: note });
}

/** Throws NOT_FOUND. */
export async function reinstateAttachment(
  file: OpenFile,
  { id }: { readonly id: Id },
): Promise<void> {
  await change(file, id, { withdrawn: false, withdrawnNote: '' });
}

async function change(
  file: OpenFile,
  id: Id,
  to: Pick<AttachmentRow, 'withdrawn' | 'withdrawnNote'>,
): Promise<void> {
  const isChanged = await file.store.write(async (handle) => {
    const row = await findAttachment(handle.tables, id);
    if (!row) throw new WorkbenchError('NOT_FOUND', { what: 'attachment' });
    if (row.withdrawn === to.withdrawn) return false;
    await putAttachment(handle, { ...row, ...to, version: row.version + 1 });
    await handle.record({
      entity: 'attachment',
      entityId: id,
      baseVersion: row.version,
      change: to.withdrawn
        ? {
            kind: 'command',
            name: 'withdrawAttachment',
            arguments: { withdrawnNote: to.withdrawnNote },
          }
        : { kind: 'command', name: 'reinstateAttachment', arguments: {} },
    });
    return true;
  });
  if (isChanged) file.announce(['attachments', 'outbox']);
}
