import type { WorkbenchClient } from '#shared/contract/contract.ts';
import type { Attachment } from '#shared/domain/attachments/attachment.ts';

import { fromBase64, toBase64 } from '../../client/transfers.ts';
import { makeThumbnail } from './make-thumbnail.ts';

/** The whole file, as the workbench has it; errors of the contract pass. */
export async function readAttachment(
  client: WorkbenchClient,
  { id, mediaType }: Pick<Attachment, 'id' | 'mediaType'>,
  signal?: AbortSignal,
): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let offset = 0; ;) {
    const { bytes, done } = await client.attachments.read({ id, offset }, signal && { signal });
    const part = fromBase64(bytes);
    parts.push(part);
    offset += part.byteLength;
    if (done) return new Blob(parts, { type: mediaType });
  }
}

/** Makes the small picture of a photo that is here, and has it kept; a photo that cannot be drawn has none. */
export async function giveThumbnail(
  client: WorkbenchClient,
  attachment: Pick<Attachment, 'id' | 'mediaType'>,
): Promise<void> {
  const small = await makeThumbnail(await readAttachment(client, attachment));
  if (!small) return;
  const bytes = toBase64(new Uint8Array(await small.arrayBuffer()));
  await client.attachments.setThumbnail({ id: attachment.id, bytes });
}
