import {
  type AttachmentOwner,
  LARGEST_ATTACHMENT_BYTES,
} from '#shared/domain/attachments/attachment.ts';
import type { Id } from '#shared/lib/ids.ts';

import { WorkbenchError } from '../../errors.ts';
import type { Store } from '../../store/store.ts';

/** The most files on their way from the page at once: each is held in memory. */
const MOST_UNDER_WAY = 4;

export interface FileUnderWay {
  readonly owner: AttachmentOwner;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  received: number;
}

/**
 * Files that the page is sending. They never lie on the disk outside the encrypted file, and are gone when
 * the desk locks.
 */
const underWay = new WeakMap<Store, Map<Id, FileUnderWay>>();

/** Throws ATTACHMENT_REFUSED (too-large), or UPLOAD_REFUSED when too many are under way. */
export function holdFile(
  store: Store,
  uploadId: Id,
  file: { readonly owner: AttachmentOwner; readonly fileName: string; readonly size: number },
): void {
  const { owner, fileName, size } = file;
  if (size > LARGEST_ATTACHMENT_BYTES) {
    throw new WorkbenchError('ATTACHMENT_REFUSED', { reason: 'too-large' });
  }
  const files = underWay.get(store) ?? new Map<Id, FileUnderWay>();
  underWay.set(store, files);
  if (files.size >= MOST_UNDER_WAY) throw new WorkbenchError('UPLOAD_REFUSED', { reason: 'busy' });
  files.set(uploadId, { owner, fileName, bytes: new Uint8Array(size), received: 0 });
}

/** Throws NOT_FOUND. */
export function fileUnderWay(store: Store, uploadId: Id): FileUnderWay {
  const file = underWay.get(store)?.get(uploadId);
  if (!file) throw new WorkbenchError('NOT_FOUND', { what: 'upload' });
  return file;
}

export function letGo(store: Store, uploadId: Id): void {
  underWay.get(store)?.delete(uploadId);
}
