import type { TerritoryDraft } from '#shared/contract/administration.ts';
import { PackageRefused } from '#shared/domain/territory/package/read-package.ts';
import { LIMITS } from '#shared/protocol/limits.ts';
import { TERRITORY_WIRE, type TerritoryVersion } from '#shared/protocol/territory.ts';

import type { OpenFile } from '../../../context.ts';
import { WorkbenchError } from '../../../errors.ts';
import { dropBlob, putBlob } from '../../../store/repositories/blob-repository.ts';
import { zoneTerritory } from '../../../store/repositories/zone-territory-repository.ts';
import type { CentreLink } from '../../sync/index.ts';
import { type PackedTerritory, packTerritory } from './pack-territory.ts';

/** What would be published from this desk; null when it has no street. Throws what the line throws. */
export async function readTerritoryDraft(
  file: OpenFile,
  centre: CentreLink,
): Promise<TerritoryDraft> {
  const [newest] = (await centre.ask(TERRITORY_WIRE.territoryVersions, {})).versions;
  const { here } = await zoneTerritory(file.store.read);
  const packed = await packHere(file);
  return {
    draft: packed && { ...packed.facts, hash: packed.hash, size: packed.bytes.length },
    isNew: packed !== null && packed.hash !== newest?.hash,
    isBehind: newest !== undefined && here?.version.hash !== newest.hash,
  };
}

/**
 * Publishes the territory of this desk, if it is still the one that was looked at. Parts that the centre has
 * already are not sent again.
 *
 * Throws INVALID_FIELD (`hash`, `changed`) when it is another by now, and what the line throws.
 */
export async function publishTerritory(
  file: OpenFile,
  centre: CentreLink,
  { hash }: { readonly hash: string },
): Promise<TerritoryVersion> {
  const packed = await packHere(file);
  if (packed?.hash !== hash) {
    throw new WorkbenchError('INVALID_FIELD', { field: 'hash', reason: 'changed' });
  }
  const { here } = await zoneTerritory(file.store.read);
  const { bytes } = packed;
  for (let offset = 0; offset < bytes.length;) {
    file.closing.throwIfAborted();
    const part = bytes.subarray(offset, offset + LIMITS.blobChunkBytes).toString('base64');
    const given = { hash, offset, bytes: part };
    ({ received: offset } = await centre.ask(TERRITORY_WIRE.territoryPut, given));
  }
  // What is here need not be fetched.
  await file.store.write((handle) => putBlob(handle, hash, bytes));
  try {
    const follows = here?.version.number ?? 0;
    return await centre.ask(TERRITORY_WIRE.territoryPublish, { hash, follows });
  } catch (cause) {
    await file.store.write((handle) => dropBlob(handle, hash));
    throw cause;
  }
}

async function packHere({ store }: OpenFile): Promise<PackedTerritory | null> {
  try {
    return await packTerritory(store.read, store.clock.now());
  } catch (cause) {
    if (cause instanceof PackageRefused && cause.problem === 'no-streets') return null;
    throw cause;
  }
}
