import { useCallback, useMemo, useRef, useState } from 'react';

import { ATTACHMENT_CHUNK_BYTES } from '#shared/contract/attachments.ts';
import type { WorkbenchClient } from '#shared/contract/contract.ts';
import type { AttachmentOwner } from '#shared/domain/attachments/attachment.ts';
import { isPhoto } from '#shared/domain/attachments/media-type.ts';
import { type Id, makeId } from '#shared/lib/ids.ts';

import { useBeforeLock } from '../../client/before-lock.ts';
import { type OnProgress, toBase64 } from '../../client/transfers.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { giveThumbnail } from './attachment-bytes.ts';

/** A file that somebody added and that is not stored yet. */
export interface FileOnItsWay {
  readonly id: Id;
  readonly file: File;
  readonly keepDetails: boolean;
  /** Part of it that was taken in, 0 to 1. */
  readonly share: number;
  /** Why it was not taken, as it was thrown. */
  readonly failure?: unknown;
}

export interface AddFiles {
  readonly onTheirWay: readonly FileOnItsWay[];
  add(files: readonly File[], keepDetails: boolean): void;
  tryAgain(id: Id): void;
  /** Gives up a file that was not taken. */
  dismiss(id: Id): void;
  /** Waits until nothing is on its way. @returns whether everything was taken. */
  settled(): Promise<boolean>;
}

/** Takes files in one after the other, in the order in which they were added. */
export function useAddFiles(owner: AttachmentOwner): AddFiles {
  const client = useWorkbench();
  const [onTheirWay, setOnTheirWay] = useState<readonly FileOnItsWay[]>([]);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const failed = useRef(new Set<Id>());
  const { kind, id: ownerId } = owner;

  const change = useCallback((id: Id, part: Partial<FileOnItsWay> | undefined): void => {
    setOnTheirWay((all) =>
      part === undefined
        ? all.filter((one) => one.id !== id)
        : all.map((one) => (one.id === id ? { ...one, ...part } : one)),
    );
  }, []);

  const enqueue = useCallback(
    (one: FileOnItsWay): void => {
      const take = async (): Promise<void> => {
        try {
          await sendFile(client, { kind, id: ownerId }, one, (done, size) => {
            change(one.id, { share: size === 0 ? 1 : done / size });
          });
          change(one.id, undefined);
        } catch (failure) {
          failed.current.add(one.id);
          change(one.id, { failure });
        }
      };
      queue.current = queue.current.then(take);
    },
    [change, client, kind, ownerId],
  );

  const add = useCallback(
    (files: readonly File[], keepDetails: boolean): void => {
      const added = files.map((file) => ({ id: newId(), file, keepDetails, share: 0 }));
      setOnTheirWay((all) => [...all, ...added]);
      added.forEach(enqueue);
    },
    [enqueue],
  );
  const dismiss = useCallback(
    (id: Id): void => {
      failed.current.delete(id);
      change(id, undefined);
    },
    [change],
  );
  const tryAgain = useCallback(
    (id: Id): void => {
      const one = onTheirWay.find((other) => other.id === id);
      if (!one) return;
      dismiss(id);
      add([one.file], one.keepDetails);
    },
    [add, dismiss, onTheirWay],
  );
  const settled = useCallback(async (): Promise<boolean> => {
    await queue.current;
    return failed.current.size === 0;
  }, []);
  useBeforeLock(() => queue.current);

  return useMemo(
    () => ({ onTheirWay, add, tryAgain, dismiss, settled }),
    [onTheirWay, add, tryAgain, dismiss, settled],
  );
}

function newId(): Id {
  return makeId(Date.now(), crypto.getRandomValues(new Uint8Array(16)));
}

async function sendFile(
  client: WorkbenchClient,
  owner: AttachmentOwner,
  { id, file, keepDetails }: FileOnItsWay,
  onProgress: OnProgress,
): Promise<void> {
  const { uploadId } = await client.attachments.begin({
    owner,
    fileName: file.name,
    size: file.size,
  });
  try {
    for (let offset = 0; offset < file.size; offset += ATTACHMENT_CHUNK_BYTES) {
      const part = await file.slice(offset, offset + ATTACHMENT_CHUNK_BYTES).arrayBuffer();
      const bytes = toBase64(new Uint8Array(part));
      const { received } = await client.attachments.append({ uploadId, offset, bytes });
      onProgress(received, file.size);
    }
    const added = await client.attachments.finish({ uploadId, id, keepDetails });
    if (isPhoto(added.mediaType)) await giveThumbnail(client, added);
  } catch (error) {
    // What went wrong is told; that the rest could not be cleared away as well is not.
    await client.attachments.abandon({ uploadId }).catch(() => undefined);
    throw error;
  }
}
