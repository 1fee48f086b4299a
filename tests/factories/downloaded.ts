import type { Transfers } from '../../workbench/features/transfers/index.ts';

/** The bytes of a file that is ready, read in parts as a page reads it; then it is let go. */
export async function downloaded(
  transfers: Transfers,
  { downloadId, size }: { readonly downloadId: string; readonly size: number },
): Promise<Buffer> {
  const parts: Buffer[] = [];
  for (let offset = 0; ;) {
    const { bytes, done } = await transfers.read({ downloadId, offset });
    const part = Buffer.from(bytes, 'base64');
    parts.push(part);
    offset += part.length;
    if (!done) continue;
    await transfers.release(downloadId);
    const whole = Buffer.concat(parts);
    if (whole.length !== size) throw new Error('the file is not as long as was said');
    return whole;
  }
}
