import type { UseQueryResult } from '@tanstack/react-query';

import type { Attachment, AttachmentOwner } from '#shared/domain/attachments/attachment.ts';
import type { MediaType } from '#shared/domain/attachments/media-type.ts';
import type { Id } from '#shared/lib/ids.ts';

import { useQuestion } from '../../client/queries.ts';

/** The files of a contact, or of one that is still being written. */
export function useAttachments(owner: AttachmentOwner): UseQueryResult<Attachment[]> {
  return useQuestion({
    // How far a file has come on its way to the centre changes with the outbox.
    topics: ['attachments', 'outbox'],
    key: ['attachments.list', owner],
    ask: (client, signal) => client.attachments.list({ owner }, { signal }),
  });
}

export interface SmallPicture {
  readonly thumbnail: { readonly mediaType: MediaType; readonly bytes: string } | null;
}

export function useThumbnail(id: Id, hash: string, exists: boolean): UseQueryResult<SmallPicture> {
  return useQuestion(
    {
      topics: [],
      // What is under a hash never changes.
      key: ['attachments.thumbnail', hash],
      ask: (client, signal) => client.attachments.thumbnail({ id }, { signal }),
    },
    { enabled: exists },
  );
}
