import type { PackageRow } from '#shared/domain/territory/package/package-row.ts';
import { dayOf, OPEN_END } from '#shared/lib/dates.ts';
import { type Id, makeId } from '#shared/lib/ids.ts';
import { pick, randomBytes } from '#shared/lib/random.ts';
import { LIMITS } from '#shared/protocol/limits.ts';

import { publishTerritory, putTerritory } from '../../central/territory/versions.ts';
import { packTerritory } from '../../workbench/features/territory/index.ts';
import { zoneTerritory } from '../../workbench/store/repositories/zone-territory-repository.ts';
import { createTerritoryFetcher } from '../../workbench/sync/territory/territory-fetcher.ts';
import { packRows, unpack } from '../factories/territory-package.ts';
import { silentLog } from '../factories/test-store.ts';
import { hold } from './broken.ts';
import { moveTo } from './move-to.ts';
import { SimulatedCrash } from './simulated-desk.ts';
import type { Member, World } from './world.ts';

/** The administrator publishes a newer territory: a street moves to another neighbourhood, or is new. */
export async function publishVersion(world: World): Promise<void> {
  const { random, zone, town, streets } = world;
  const unmoved = town.places.filter((one) =>
    streets.every(({ streetId }) => streetId !== one.streetId),
  );
  const newId = (): Id => makeId(Date.parse(zone.clock.now()), randomBytes(random, 16));
  const known = world.territory ?? (await firstVersion(world));
  const { neighbourhoodId } = pick(random, town.places);
  const isNew = unmoved.length === 0 || random() < 0.5;
  const from = dayOf(zone.clock.now());
  const rows = isNew
    ? withNewStreet(known, newId, from, neighbourhoodId)
    : withMovedStreet(known, newId, from, pick(random, unmoved).streetId, neighbourhoodId);
  await publish(world, rows.rows);
  world.territory = rows.rows;
  streets.push({ streetId: rows.streetId, neighbourhoodId, isNew });
}

/** Of one street its stretch ends, and lies in another neighbourhood from this day on. */
function withMovedStreet(
  known: readonly PackageRow[],
  newId: () => Id,
  from: string,
  streetId: Id,
  neighbourhoodId: Id,
) {
  const rows = known.flatMap((row): PackageRow[] => {
    if (row.kind !== 'segment' || row.columns.street_id !== streetId) return [row];
    const ended: PackageRow = { ...row, columns: { ...row.columns, valid_to: from } };
    const begun = { id: newId(), neighbourhood_id: neighbourhoodId, valid_from: from };
    return [ended, { ...row, columns: { ...row.columns, ...begun } }];
  });
  return { rows, streetId };
}

/** A street is built: like one that there is, under an id of its own. */
function withNewStreet(
  known: readonly PackageRow[],
  newId: () => Id,
  from: string,
  neighbourhoodId: Id,
) {
  const streetId = newId();
  const name = `Nieuwstraat ${known.length}`;
  const begun = { official_id: streetId.slice(-12), valid_from: from };
  const street = known.find((row) => row.kind === 'street');
  const segment = known.find((row) => row.kind === 'segment' && row.columns.valid_to === OPEN_END);
  const rows = [...known];
  if (street?.kind === 'street') {
    rows.push({ ...street, columns: { ...street.columns, ...begun, id: streetId, name_nl: name } });
  }
  if (segment?.kind === 'segment') {
    const place = { street_id: streetId, neighbourhood_id: neighbourhoodId };
    rows.push({ ...segment, columns: { ...segment.columns, ...begun, ...place, id: newId() } });
  }
  return { rows, streetId };
}

async function firstVersion({ members, zone }: World): Promise<readonly PackageRow[]> {
  const [first] = members;
  if (first === undefined) throw new Error('nobody is there');
  const { bytes } = await packTerritory(first.desk.store.read, zone.clock.now());
  return (await unpack(bytes)).rows;
}

/** By the command line, as the territory of a zone may come. */
async function publish({ zone }: World, rows: readonly PackageRow[]): Promise<void> {
  const { centre, zoneId } = zone;
  const who = { zoneId, officerId: null };
  const { bytes, hash } = packRows(rows);
  for (let offset = 0; offset < bytes.length; offset += LIMITS.blobChunkBytes) {
    const part = bytes.subarray(offset, offset + LIMITS.blobChunkBytes).toString('base64');
    await putTerritory(centre, who, { hash, offset, bytes: part });
  }
  const [newest] = await centre.store.directory.territoryVersions(zoneId);
  await publishTerritory(centre, who, { hash, follows: newest?.number ?? 0 });
}

/** A desk fetches what its last round told it of, and puts it in. Never while others take their turns: it unpacks. */
export async function fetchTerritory(world: World, { desk, line }: Member): Promise<void> {
  const failed: string[] = [];
  const fetcher = createTerritoryFetcher({
    ...{ store: desk.frail, centre: line, signal: new AbortController().signal },
    log: { ...silentLog, warn: (_event, facts) => failed.push(String(facts?.['kind'])) },
    ...{ progressed: () => {}, putIn: () => {} },
  });
  await world.fault?.beforeTerritory?.(desk.store);
  fetcher.wake();
  await fetcher.idle();
  const [kind] = failed;
  if (kind === SimulatedCrash.name) await desk.restart();
  else if (kind !== undefined && kind !== 'CentreUnreachable') {
    throw new Error(`the territory was not fetched: ${kind}`);
  }
  await world.fault?.afterTerritory?.(desk.store, world.streets);
}

/** Who leads has the contacts of a street that moved follow it: else they stay where they were that day. */
export async function followStreet(world: World, leader: Member): Promise<void> {
  const { random, streets } = world;
  const moved = streets.filter(({ isNew }) => !isNew);
  if (moved.length === 0) return;
  const { streetId, neighbourhoodId } = pick(random, moved);
  const { store } = leader.desk;
  const contacts = await store.read
    .selectFrom('contact')
    .select('id')
    .where('street_id', '=', streetId)
    .where('neighbourhood_id', '!=', neighbourhoodId)
    .orderBy('id')
    .execute();
  for (const { id } of contacts) await moveTo(world, leader, id, neighbourhoodId);
}

/** The streets that the newest version added and that this desk has. */
export async function newStreetsAt({ streets }: World, { desk }: Member): Promise<readonly Id[]> {
  const added = streets.flatMap(({ streetId, isNew }) => (isNew ? [streetId] : []));
  if (added.length === 0) return [];
  const rows = await desk.store.read
    .selectFrom('street')
    .select('id')
    .where('id', 'in', added)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Every desk works with the newest version, and nothing waits for a street. */
export async function territoryAgrees(world: World): Promise<void> {
  const { members, zone, streets } = world;
  const [newest] = await zone.centre.store.directory.territoryVersions(zone.zoneId);
  const added = streets.filter(({ isNew }) => isNew).length;
  for (const member of members) {
    const { read } = member.desk.store;
    const { here, arriving } = await zoneTerritory(read);
    hold(
      arriving === null &&
        here?.version.hash === newest?.hash &&
        (await newStreetsAt(world, member)).length === added,
      'every desk works with the newest territory',
    );
    const waiting = await read
      .selectFrom('deferred_row')
      .select('entity_id')
      .where('awaits_entity', 'in', ['street', 'area'])
      .execute();
    hold(waiting.length === 0, 'nothing waits for a street that is there');
  }
}
