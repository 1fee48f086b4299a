import { isDeepStrictEqual } from 'node:util';

import type { z } from 'zod';

import type { Day } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';
import type { addRightSchema, Area } from '#shared/protocol/administration.ts';

import { CentralError } from '../errors.ts';
import type { Centre } from '../ports.ts';
import type { Directory } from '../store/directory.ts';
import {
  administer,
  type Administrator,
  newId,
  requireAccount,
  requireAdministrator,
} from './administer.ts';

/**
 * The same right once more is the one that is there: two of them, of which one is ended, would still hold.
 * Throws NOT_FOUND with `officerId` or `areaId`.
 */
export async function addRight(
  centre: Centre,
  who: Administrator,
  given: z.infer<typeof addRightSchema>,
): Promise<{ readonly rightId: Id }> {
  const fresh = newId(centre);
  let rightId = fresh;
  await administer(centre, who, async (directory) => {
    const { login } = await requireAccount(directory, who.zoneId, given.officerId);
    await requireArea(directory, who.zoneId, given);
    const held = await directory.rights(who.zoneId, given.officerId);
    const same = held.find((right) => isDeepStrictEqual(right, { ...given, id: right.id }));
    rightId = same?.id ?? fresh;
    if (same !== undefined) return null;
    await directory.addRight(who.zoneId, { ...given, id: rightId });
    const { kind, areaId, restricted, validFrom, validTo } = given;
    return {
      act: 'right-added',
      subjectId: rightId,
      subject: login,
      detail: { kind, areaId, restricted, validFrom, validTo },
    };
  });
  return { rightId };
}

/** The right holds no longer on that day. Throws NOT_FOUND with `rightId`. */
export async function endRight(
  centre: Centre,
  who: Administrator,
  { rightId, validTo }: { readonly rightId: Id; readonly validTo: Day },
): Promise<void> {
  await administer(centre, who, async (directory) => {
    const right = (await directory.allRights(who.zoneId)).find(({ id }) => id === rightId);
    if (right === undefined) throw new CentralError('NOT_FOUND', { field: 'rightId' });
    if (right.validTo === validTo) return null;
    await directory.endRight(who.zoneId, rightId, validTo);
    const { login } = await requireAccount(directory, who.zoneId, right.officerId);
    return {
      act: 'right-ended',
      subjectId: rightId,
      subject: login,
      detail: { from: right.validTo, to: validTo },
    };
  });
}

/** Neighbourhoods and districts by which the centre tells rights; their names are of the territory. */
export async function listAreas(
  { store: { directory } }: Centre,
  who: Administrator,
): Promise<{ readonly areas: Area[] }> {
  await requireAdministrator(directory, who);
  return { areas: [...(await directory.areas(who.zoneId))] };
}

/** Adds or changes; what is not named stays. */
export async function setAreas(
  centre: Centre,
  who: Administrator,
  areas: readonly Area[],
): Promise<void> {
  await administer(centre, who, async (directory) => {
    const known = new Map((await directory.areas(who.zoneId)).map((area) => [area.id, area]));
    if (areas.every((area) => isDeepStrictEqual(known.get(area.id), area))) return null;
    await directory.putAreas(who.zoneId, areas);
    return { act: 'areas-set', subjectId: null, subject: '', detail: { areas: areas.length } };
  });
}

async function requireArea(
  directory: Directory,
  zoneId: Id,
  { kind, areaId }: { readonly kind: 'neighbourhood' | 'district' | 'zone'; readonly areaId: Id },
): Promise<void> {
  const known =
    kind === 'zone'
      ? areaId === zoneId
      : (await directory.areas(zoneId)).some((area) => area.id === areaId && area.kind === kind);
  if (!known) throw new CentralError('NOT_FOUND', { field: 'areaId' });
}
