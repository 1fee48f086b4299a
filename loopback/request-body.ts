import type { IncomingMessage } from 'node:http';

/** A launch token in JSON is some 60 bytes; nothing else is ever posted. */
export const LARGEST_BODY_BYTES = 1024;

/**
 * The body as text, or null when it is larger than LARGEST_BODY_BYTES, whatever its header claims.
 * The rest of a body that is too large is thrown away unread, and the connection ends with the answer.
 */
export async function readSmallBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_BODY_BYTES) return null;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > LARGEST_BODY_BYTES) return null;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString();
}
