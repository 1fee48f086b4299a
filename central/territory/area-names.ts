import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

import { PACKAGE_KINDS, type PackageKind } from '#shared/domain/territory/package/package-row.ts';
import { PackageReader, packageRows } from '#shared/domain/territory/package/read-package.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { Centre } from '../ports.ts';
import { textsOf } from './check-package.ts';
import { partsOf } from './versions.ts';

export interface AreaName {
  readonly nameNl: string;
  readonly nameFr: string;
}

/**
 * What the newest version of the zone's territory calls its areas, those of former days too; nothing where
 * none was published. Only the beginning of the package is read: areas stand before streets.
 */
export async function areaNames(
  centre: Pick<Centre, 'store'>,
  zoneId: Id,
): Promise<ReadonlyMap<Id, AreaName>> {
  const names = new Map<Id, AreaName>();
  const [newest] = await centre.store.directory.territoryVersions(zoneId);
  if (newest === undefined) return names;
  let hasAll = false;
  const take = async (unpacked: AsyncIterable<Buffer>): Promise<void> => {
    for await (const row of packageRows(textsOf(unpacked), new PackageReader())) {
      hasAll = isAfterAreas(row.kind);
      if (hasAll) return;
      if (row.kind !== 'area') continue;
      const { id, name_nl: nameNl, name_fr: nameFr } = row.columns;
      names.set(id, { nameNl, nameFr });
    }
  };
  const parts = partsOf(centre, zoneId, newest.hash, newest.size);
  try {
    await pipeline(Readable.from(parts), createGunzip(), take);
  } catch (cause) {
    // The stream complains that nobody wanted its rest.
    if (!hasAll) throw cause;
  }
  return names;
}

function isAfterAreas(kind: PackageKind): boolean {
  return PACKAGE_KINDS.indexOf(kind) > PACKAGE_KINDS.indexOf('area');
}
