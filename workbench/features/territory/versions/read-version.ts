import type { ZoneVersionState } from '#shared/contract/territory.ts';

import type { OpenFile } from '../../../context.ts';
import { WorkbenchError } from '../../../errors.ts';
import { blobState } from '../../../store/repositories/blob-repository.ts';
import { zoneTerritory } from '../../../store/repositories/zone-territory-repository.ts';
import type { CentreLink } from '../../sync/index.ts';

/** Which version of the zone's territory this desk works with, which arrives, and whether it may import. */
export async function readVersion(
  { store: { read } }: OpenFile,
  centre: CentreLink,
): Promise<ZoneVersionState> {
  const { enrolment } = await centre.state();
  const { here, arriving } = await zoneTerritory(read);
  const received =
    arriving === null ? 0 : ((await blobState(read, arriving.version.hash))?.received ?? 0);
  const isFromCentre = enrolment !== null && (here !== null || arriving !== null);
  return {
    hasCentre: enrolment !== null,
    here: here && { version: here.version, since: here.since },
    arriving: arriving && { version: arriving.version, received, problem: arriving.problem },
    mayImport: !isFromCentre || enrolment.role === 'administrator',
  };
}

/**
 * At a desk of a zone that has published a territory, administrators alone import: they prepare the next
 * version. What anybody else brought in would be gone with it. Throws TERRITORY_FROM_CENTRE.
 */
export async function assertMayImport(file: OpenFile, centre: CentreLink): Promise<void> {
  const { mayImport } = await readVersion(file, centre);
  if (!mayImport) throw new WorkbenchError('TERRITORY_FROM_CENTRE');
}
