import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

import type { PackageProblem } from '#shared/domain/territory/package/read-package.ts';
import {
  type PackageArea,
  type PackageFacts,
  PackageReader,
  PackageRefused,
  packageRows,
} from '#shared/domain/territory/package/read-package.ts';

export type CheckedPackage =
  | {
      readonly facts: PackageFacts;
      /** Neighbourhoods and districts of today, by which rights are told. */
      readonly areas: readonly PackageArea[];
    }
  | { readonly problem: PackageProblem | 'other-hash' | 'not-packed' };

/** Whether these bytes are what they are called, and the territory of a zone; a part at a time. */
export async function checkPackage(
  parts: AsyncIterable<Uint8Array>,
  hash: string,
): Promise<CheckedPackage> {
  const digest = createHash('sha256');
  const reader = new PackageReader();
  async function* noted(): AsyncGenerator<Uint8Array> {
    for await (const part of parts) {
      digest.update(part);
      yield part;
    }
  }
  try {
    await pipeline(
      Readable.from(noted()),
      createGunzip(),
      async (unpacked: AsyncIterable<Buffer>) => {
        for await (const row of packageRows(textsOf(unpacked), reader)) void row;
      },
    );
    if (digest.digest('hex') !== hash) return { problem: 'other-hash' };
    return { facts: reader.end(), areas: reader.areas };
  } catch (cause) {
    if (cause instanceof PackageRefused) return { problem: cause.problem };
    if (isGzipError(cause)) return { problem: 'not-packed' };
    throw cause;
  }
}

/** An unpacked package as texts. Throws PackageRefused where it is none. */
export async function* textsOf(unpacked: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes?: Buffer): string => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch {
      throw new PackageRefused('not-a-row');
    }
  };
  for await (const bytes of unpacked) yield decode(bytes);
  yield decode();
}

function isGzipError(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && /^Z_/.test(String(cause.code));
}
