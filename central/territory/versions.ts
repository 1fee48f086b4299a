import { dayOf } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';
import { LIMITS } from '#shared/protocol/limits.ts';
import type { TerritoryVersion } from '#shared/protocol/territory.ts';

import type { Principal } from '../access/access.ts';
import {
  administer,
  type Administrator,
  requireAdministrator,
} from '../administration/administer.ts';
import { CentralError } from '../errors.ts';
import type { Centre } from '../ports.ts';
import { checkPackage } from './check-package.ts';

/** A part of the package of a version, for any desk of the zone. Throws NOT_FOUND. */
export async function getTerritory(
  { store, clock }: Centre,
  principal: Principal,
  { hash, offset }: { readonly hash: string; readonly offset: number },
): Promise<{ size: number; bytes: string }> {
  const { zoneId } = principal;
  const account = await store.directory.accountOf(zoneId, principal.officerId);
  if (account === undefined || account.disabled) throw new CentralError('NOT_FOUND');
  const versions = await store.directory.territoryVersions(zoneId);
  const size = versions.find((version) => version.hash === hash)?.size;
  if (size === undefined) throw new CentralError('NOT_FOUND');
  const length = Math.min(LIMITS.blobChunkBytes, Math.max(0, size - offset));
  const viewer = { ...principal, day: dayOf(clock.now()) };
  const bytes = await store.territories.read(zoneId, hash, { offset, length }, viewer);
  return { size, bytes: Buffer.from(bytes).toString('base64') };
}

/** All versions, the newest first, and the desks that said they work with each. Throws FORBIDDEN. */
export async function listVersions(
  { store: { directory } }: Centre,
  who: Administrator,
): Promise<{ versions: (TerritoryVersion & { desks: Id[] })[] }> {
  await requireAdministrator(directory, who);
  const newest = (await directory.territoryVersions(who.zoneId)).slice(0, LIMITS.territoryVersions);
  const versions = newest.map((version) => ({ ...version, desks: new Array<Id>() }));
  for (const { deviceId, revoked } of await directory.desks(who.zoneId)) {
    if (revoked) continue;
    const held = (await directory.progress(who.zoneId, deviceId))?.territory ?? null;
    versions.find(({ hash }) => hash === held)?.desks.push(deviceId);
  }
  return { versions };
}

/**
 * Takes bytes of a package. @returns from where to go on. Throws FORBIDDEN, or INVALID_FIELD (`bytes`) when
 * there are more than any territory has.
 */
export async function putTerritory(
  { store: { directory, territories } }: Centre,
  who: Administrator,
  {
    hash,
    offset,
    bytes,
  }: { readonly hash: string; readonly offset: number; readonly bytes: string },
): Promise<{ received: number }> {
  await requireAdministrator(directory, who);
  const { zoneId } = who;
  const received = await territories.received(zoneId, hash);
  const versions = await directory.territoryVersions(zoneId);
  const isPublished = versions.some((version) => version.hash === hash);
  if (isPublished || bytes === '' || offset !== received) return { received };
  const part = Buffer.from(bytes, 'base64');
  if (received + part.length > LIMITS.territoryBytes) {
    throw new CentralError('INVALID_FIELD', { field: 'bytes', reason: 'too-long' });
  }
  return { received: await territories.append(zoneId, hash, received, part) };
}

/**
 * Makes a package the territory of the zone, in one commit that all desks hear of, and tells the areas by
 * which rights are given. What is the newest already stays it, so that an answer may get lost.
 *
 * Throws FORBIDDEN, NOT_FOUND (`hash`), or INVALID_FIELD: `follows` when the zone has a newer one, `hash`
 * when the package is not a territory.
 */
export async function publishTerritory(
  centre: Centre,
  who: Administrator,
  { hash, follows }: { readonly hash: string; readonly follows: number },
): Promise<TerritoryVersion> {
  const { directory, territories } = centre.store;
  const { zoneId } = who;
  const account = await requireAdministrator(directory, who);
  const [newest] = await directory.territoryVersions(zoneId);
  if (newest?.hash === hash) return newest;
  if ((newest?.number ?? 0) !== follows) throw notNewest();
  const size = await territories.received(zoneId, hash);
  if (size === 0) throw new CentralError('NOT_FOUND', { field: 'hash' });
  const checked = await checkPackage(partsOf(centre, zoneId, hash, size), hash);
  if ('problem' in checked) {
    await territories.discardUnpublished(zoneId, hash);
    throw new CentralError('INVALID_FIELD', { field: 'hash', reason: checked.problem });
  }
  const version: TerritoryVersion = {
    ...checked.facts,
    ...{ number: follows + 1, hash, size },
    publishedAt: centre.clock.now(),
    publishedBy: account?.displayName ?? '',
  };
  await administer(centre, who, async (within) => {
    const [now] = await within.territoryVersions(zoneId);
    if ((now?.number ?? 0) !== follows) throw notNewest();
    await within.addTerritoryVersion(zoneId, version);
    const districts = new Set(
      checked.areas.flatMap(({ id, kind }) => (kind === 'district' ? [id] : [])),
    );
    // A neighbourhood may lie in a municipality as well: rights go by districts.
    const areas = checked.areas.map(({ id, kind, parentId }) => ({
      ...{ id, kind },
      parentId: parentId !== null && districts.has(parentId) ? parentId : null,
    }));
    await within.putAreas(zoneId, areas);
    const { neighbourhoods, streets, addresses } = version.counts;
    const detail = { number: version.number, neighbourhoods, streets, addresses };
    return { act: 'territory-published', subjectId: null, subject: '', detail };
  });
  await territories.discardUnpublished(zoneId);
  return version;
}

function notNewest(): CentralError {
  return new CentralError('INVALID_FIELD', { field: 'follows', reason: 'not-newest' });
}

/** The bytes of a package, a part at a time. */
export async function* partsOf(
  { store: { territories } }: Pick<Centre, 'store'>,
  zoneId: Id,
  hash: string,
  size: number,
): AsyncGenerator<Uint8Array> {
  const length = LIMITS.blobChunkBytes;
  for (let offset = 0; offset < size; offset += length) {
    yield await territories.read(zoneId, hash, { offset, length });
  }
}
