import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

import {
  PackageReader,
  PackageRefused,
  packageRows,
} from '#shared/domain/territory/package/read-package.ts';
import { LIMITS } from '#shared/protocol/limits.ts';
import type { TerritoryVersion } from '#shared/protocol/territory.ts';

import type { WriteHandle } from '../../store/handles.ts';
import { readBlob } from '../../store/repositories/blob-repository.ts';
import { packageWriter } from '../../store/repositories/territory-package-rows.ts';
import { settleHere } from '../../store/repositories/zone-territory-repository.ts';
import type { Store } from '../../store/store.ts';
import { retryDeferred } from '../settle-rows.ts';

/**
 * Makes a version that is here whole the territory of this desk, in one transaction: rows begin and end as
 * at the desk that published it, what was imported here for itself ends, and rows of the centre that waited
 * for a street are shown. Putting in the same again changes nothing.
 *
 * @returns how many rows were not there, or not like this. Throws PackageRefused; then nothing has changed.
 */
export function putInTerritory(store: Store, version: TerritoryVersion): Promise<number> {
  return store.write(async (handle) => {
    const reader = new PackageReader();
    const writer = packageWriter(handle);
    await unpack(partsOf(handle, version), async (texts) => {
      for await (const row of packageRows(texts, reader)) writer.put(row);
    });
    writer.end(reader.end().beginsOn);
    await settleHere(handle, version, reader.credits, store.clock.now());
    const { deviceId, officerId } = store.identity;
    await retryDeferred({ handle, deviceId, officerId });
    return writer.changed;
  });
}

async function* partsOf(
  { tables }: WriteHandle,
  { hash, size }: TerritoryVersion,
): AsyncGenerator<Uint8Array> {
  for (let offset = 0; offset < size; offset += LIMITS.blobChunkBytes) {
    yield await readBlob(tables, hash, offset, LIMITS.blobChunkBytes);
  }
}

async function unpack(
  parts: AsyncIterable<Uint8Array>,
  take: (texts: AsyncIterable<string>) => Promise<void>,
): Promise<void> {
  try {
    await pipeline(Readable.from(parts), createGunzip(), (unpacked: AsyncIterable<Buffer>) =>
      take(textsOf(unpacked)),
    );
  } catch (cause) {
    // The hash was right: it was packed by somebody who packs otherwise.
    if (cause instanceof Error && 'code' in cause && /^Z_/.test(String(cause.code))) {
      throw new PackageRefused('other-format');
    }
    throw cause;
  }
}

async function* textsOf(unpacked: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  for await (const bytes of unpacked) yield decoder.decode(bytes, { stream: true });
  yield decoder.decode();
}
