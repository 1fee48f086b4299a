import type { Instant } from '#shared/lib/dates.ts';
import { type TerritoryVersion, territoryVersionSchema } from '#shared/protocol/territory.ts';

import type { ReadHandle, WriteHandle } from '../handles.ts';
import { dropBlob } from './blob-repository.ts';

/** A version that this desk works with, or that arrives. */
export interface KnownVersion {
  readonly version: TerritoryVersion;
  readonly since: Instant;
  /** The sources to name for it; of one that arrives nothing is known yet. */
  readonly credits: readonly string[];
  /** Why it cannot be put in by this application, or empty. */
  readonly problem: string;
}

export interface ZoneTerritory {
  readonly here: KnownVersion | null;
  readonly arriving: KnownVersion | null;
}

export async function zoneTerritory(read: Pick<ReadHandle, 'selectFrom'>): Promise<ZoneTerritory> {
  const rows = await read.selectFrom('zone_territory').selectAll().execute();
  const known = (place: 'here' | 'arriving'): KnownVersion | null => {
    const row = rows.find((one) => one.place === place);
    if (row === undefined) return null;
    return {
      version: territoryVersionSchema.parse(JSON.parse(row.version)),
      since: row.since,
      credits: JSON.parse(row.credits) as string[],
      problem: row.problem,
    };
  };
  return { here: known('here'), arriving: known('arriving') };
}

/** The newest version that the centre has: unless this desk works with it, it arrives from now on. */
export async function noteNewest(
  handle: WriteHandle,
  newest: TerritoryVersion | null,
  now: Instant,
): Promise<void> {
  const { here, arriving } = await zoneTerritory(handle.tables);
  if (newest !== null && arriving?.version.hash === newest.hash) return;
  if (arriving !== null) await endArrival(handle, arriving.version.hash);
  if (newest === null) return;
  if (newest.hash !== here?.version.hash) await put(handle, 'arriving', newest, [], now);
  // The same territory may be published again, under another number.
  else if (newest.number !== here.version.number) {
    await put(handle, 'here', newest, here.credits, here.since);
  }
}

/** From now on this desk works with a version. */
export async function settleHere(
  handle: WriteHandle,
  version: TerritoryVersion,
  credits: readonly string[],
  now: Instant,
): Promise<void> {
  await endArrival(handle, version.hash);
  await put(handle, 'here', version, credits, now);
}

/** Why the version that arrives cannot be put in. */
export async function noteProblem({ tables }: WriteHandle, problem: string): Promise<void> {
  await tables
    .updateTable('zone_territory')
    .set({ problem })
    .where('place', '=', 'arriving')
    .execute();
}

async function endArrival(handle: WriteHandle, hash: string): Promise<void> {
  await handle.tables.deleteFrom('zone_territory').where('place', '=', 'arriving').execute();
  await dropBlob(handle, hash);
}

async function put(
  { tables }: WriteHandle,
  place: 'here' | 'arriving',
  version: TerritoryVersion,
  credits: readonly string[],
  since: Instant,
): Promise<void> {
  const columns = {
    version: JSON.stringify(version),
    credits: JSON.stringify(credits),
    ...{ since, problem: '' },
  };
  await tables
    .insertInto('zone_territory')
    .values({ place, ...columns })
    .onConflict((conflict) => conflict.column('place').doUpdateSet(columns))
    .execute();
}
