import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

import type { UploadedFile } from '../../../../context.ts';
import { LARGEST_IMPORT_BYTES } from '../limits.ts';
import type { Pace } from '../pace.ts';
import { unusable } from '../unusable.ts';

export interface ScannedSource {
  readonly fileName: string;
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly encoding: 'utf-8' | 'windows-1252';
  readonly format: 'geojson' | 'csv';
  /** The beginning of the text, for finding the delimiter. */
  readonly head: string;
  /** The last line is complete. */
  readonly endsWithNewline: boolean;
  /** Lines of text, whatever they hold. */
  readonly lines: number;
}

const CHUNK_BYTES = 256 * 1024;
const NEWLINE = 10;

const CONTROL = /[\u0001-\u0008\u000E-\u001F]/;

/**
 * Reads the bytes once: what they are, how they are encoded, and their hash. UTF-8 is recognised by
 * being valid UTF-8 from beginning to end, which no other text with accents is by chance; everything
 * else that is text is read as Windows-1252. Throws IMPORT_UNUSABLE for what is neither.
 */
export async function scanSource(upload: UploadedFile, pace: Pace): Promise<ScannedSource> {
  if (upload.size === 0) throw unusable('empty');
  if (upload.size > LARGEST_IMPORT_BYTES) throw unusable('too-large', LARGEST_IMPORT_BYTES);
  const hash = createHash('sha256');
  const strict = new StrictUtf8();
  let head: Buffer = Buffer.alloc(0);
  let done = 0;
  let last = 0;
  let lines = 0;
  for await (const chunk of createReadStream(upload.path, { highWaterMark: CHUNK_BYTES })) {
    const bytes = chunk as Buffer;
    if (bytes.includes(0)) throw unusable('not-text');
    hash.update(bytes);
    strict.read(bytes);
    if (head.length < CHUNK_BYTES) head = Buffer.concat([head, bytes]).subarray(0, CHUNK_BYTES);
    last = bytes.at(-1) ?? last;
    for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) lines += 1;
    done += bytes.length;
    await pace.step('reading', done, upload.size);
  }
  const encoding = strict.end();
  const text = new TextDecoder(encoding).decode(head);
  if (CONTROL.test(text)) throw unusable('not-text');
  if (text.trim() === '') throw unusable('empty');
  return {
    fileName: upload.fileName,
    path: upload.path,
    size: done,
    sha256: hash.digest('hex'),
    encoding,
    format: formatOf(text, upload.fileName),
    head: text,
    endsWithNewline: last === NEWLINE,
    lines: last === NEWLINE ? lines : lines + 1,
  };
}

class StrictUtf8 {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #valid = true;
  #sawAccents = false;

  read(bytes: Uint8Array): void {
    if (!this.#valid) return;
    try {
      this.#sawAccents ||= this.#decoder.decode(bytes, { stream: true }).length < bytes.length;
    } catch {
      this.#valid = false;
    }
  }

  end(): 'utf-8' | 'windows-1252' {
    if (!this.#valid) return 'windows-1252';
    try {
      this.#decoder.decode();
      return 'utf-8';
    } catch {
      // Valid up to a character cut in two: an end torn off, unless that is the only accent there is.
      if (this.#sawAccents) throw unusable('truncated');
      return 'windows-1252';
    }
  }
}

function formatOf(text: string, fileName: string): 'geojson' | 'csv' {
  const start = text.trimStart().charAt(0);
  if (start === '{' || start === '[') return 'geojson';
  if (/\.(geo)?json$/i.test(fileName)) throw unusable('not-json', 1);
  if (start === '<') throw unusable('not-csv', 1);
  return 'csv';
}
