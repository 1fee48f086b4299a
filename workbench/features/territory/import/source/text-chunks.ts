import { createReadStream } from 'node:fs';

import type { ScannedSource } from './scan-source.ts';

/** The text of a file, decoded, a little at a time; a byte order mark is left out. */
export async function* textChunks(
  source: Pick<ScannedSource, 'path' | 'encoding'>,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(source.encoding);
  for await (const chunk of createReadStream(source.path)) {
    yield decoder.decode(chunk as Buffer, { stream: true });
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}
