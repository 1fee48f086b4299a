import type { WorkbenchClient } from '#shared/contract/contract.ts';
import { TRANSFER_CHUNK_BYTES } from '#shared/contract/transfers.ts';

/** Called with bytes done and bytes in all. */
export type OnProgress = (done: number, total: number) => void;

/**
 * Sends a file to the workbench in chunks.
 *
 * @returns the upload's id; discard it when it is no longer needed.
 * @throws the signal's reason when aborted (the upload is discarded), else errors of the contract.
 */
export async function uploadFile(
  client: WorkbenchClient,
  file: File,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<string> {
  const { uploadId } = await client.transfers.beginUpload({ fileName: file.name, size: file.size });
  try {
    for (let offset = 0; offset < file.size; offset += TRANSFER_CHUNK_BYTES) {
      signal.throwIfAborted();
      const part = await file.slice(offset, offset + TRANSFER_CHUNK_BYTES).arrayBuffer();
      const { received } = await client.transfers.appendUpload({
        uploadId,
        offset,
        bytes: toBase64(new Uint8Array(part)),
      });
      onProgress(received, file.size);
    }
    return uploadId;
  } catch (error) {
    await client.transfers.discardUpload({ uploadId });
    throw error;
  }
}

/** Reads a prepared download to its end and releases it. `size` in bytes, for the progress only. */
export async function readDownload(
  client: WorkbenchClient,
  download: { readonly downloadId: string; readonly size: number },
  onProgress: OnProgress,
): Promise<Blob> {
  const { downloadId, size } = download;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  try {
    for (;;) {
      const { bytes, done } = await client.transfers.readDownload({ downloadId, offset });
      const part = fromBase64(bytes);
      parts.push(part);
      offset += part.byteLength;
      onProgress(offset, size);
      if (done) return new Blob(parts, { type: 'application/octet-stream' });
    }
  } finally {
    await client.transfers.releaseDownload({ downloadId });
  }
}

/** Lets the browser save `blob` under `fileName`. */
export function saveAs(blob: Blob, fileName: string): void {
  const address = URL.createObjectURL(blob);
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = fileName;
  anchor.click();
  // The browser reads the blob after the click; a minute is ample for the largest backup.
  window.setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}

/** Arguments of one call of String.fromCharCode; engines limit them. */
const SLICE = 0x8000;

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let index = 0; index < bytes.length; index += SLICE) {
    text += String.fromCharCode(...bytes.subarray(index, index + SLICE));
  }
  return btoa(text);
}

export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
