import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import type { Centre } from '../../central/ports.ts';
import { push } from '../../central/push/push.ts';
import { publishTerritory, putTerritory } from '../../central/territory/versions.ts';
import type { Change } from '../../shared/domain/operations/operation.ts';
import { dayOf, OPEN_END } from '../../shared/lib/dates.ts';
import type { Id } from '../../shared/lib/ids.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import type { WireOperation } from '../../shared/protocol/push.ts';
import { systemClock, systemEntropy } from '../../workbench/adapters/system.ts';
import {
  DEMO_ADMINISTRATOR,
  DEMO_LEAD,
  seedDemoTown,
} from '../../workbench/features/demo/index.ts';
import { packTerritory } from '../../workbench/features/territory/versions/pack-territory.ts';
import { openStore } from '../../workbench/store/open.ts';
import type { Store } from '../../workbench/store/store.ts';
import { DEMO_SEED, idsOf } from './found-zone.ts';

/**
 * Puts the year of the demo town into an empty centre, as its officers' desks would have pushed it: each
 * operation by whoever wrote it. It is made in a file of its own, which is thrown away.
 */
export async function fillCentre(
  centre: Centre,
  zone: { readonly id: Id; readonly epoch: string },
  folder: string,
): Promise<void> {
  const zoneId = zone.id;
  const newId = idsOf(centre);
  const path = join(folder, 'filling.db');
  const remove = () =>
    Promise.all(['', '-wal', '-shm'].map((end) => rm(path + end, { force: true })));
  await remove();
  const identity = { officerId: DEMO_LEAD.officerId, deviceId: newId() };
  const { store } = await openStore({
    path,
    key: systemEntropy.bytes(32),
    clock: systemClock,
    entropy: systemEntropy,
    identity,
  });
  try {
    const today = dayOf(systemClock.now());
    const officerName = DEMO_LEAD.displayName;
    await seedDemoTown({ store, officerName }, { seed: DEMO_SEED, today });
    const operations = await store.read
      .selectFrom('operation')
      .select([
        'op_id',
        'author_id',
        'made_at',
        'entity',
        'entity_id',
        'base_version',
        'change',
        'op_version',
      ])
      .where('entity', '!=', 'territory-import')
      .orderBy('device_seq')
      .execute();
    const officers = await store.read
      .selectFrom('officer')
      .select(['id', 'display_name'])
      .execute();
    const rights = await admit(centre, zoneId, officers);
    const desks = openDesks(centre, zoneId);
    let entity = '';
    for (const row of operations) {
      // What an operation refers to is of another kind, and came before it.
      if (row.entity !== entity) await desks.flush();
      ({ entity } = row);
      await desks.add(row.author_id, {
        opId: row.op_id,
        madeAt: row.made_at,
        entity: row.entity,
        entityId: row.entity_id,
        opVersion: row.op_version,
        baseVersion: row.base_version,
        baseEpoch: row.base_version === 0 ? null : zone.epoch,
        dependsOn: [],
        change: JSON.parse(row.change) as Change,
      });
    }
    await desks.flush();
    await publishTown(centre, zoneId, store);
    for (const right of rights) await centre.store.directory.endRight(zoneId, right, today);
  } finally {
    await store.close();
    await remove();
  }
}

/** The town as the first version of the zone's territory, by the administrator. */
async function publishTown(centre: Centre, zoneId: Id, { read }: Store): Promise<void> {
  const { bytes, hash } = await packTerritory(read, centre.clock.now());
  const who = { zoneId, officerId: DEMO_ADMINISTRATOR.officerId };
  for (let offset = 0; offset < bytes.length;) {
    const part = bytes.subarray(offset, offset + LIMITS.blobChunkBytes).toString('base64');
    ({ received: offset } = await putTerritory(centre, who, { hash, offset, bytes: part }));
  }
  await publishTerritory(centre, who, { hash, follows: 0 });
}

/** Every officer has an account, and for now a right to the whole zone. @returns those rights. */
async function admit(
  centre: Centre,
  zoneId: Id,
  officers: readonly { readonly id: Id; readonly display_name: string }[],
): Promise<readonly Id[]> {
  const { directory } = centre.store;
  const newId = idsOf(centre);
  const rights: Id[] = [];
  for (const { id: officerId, display_name: displayName } of officers) {
    if ((await directory.accountOf(zoneId, officerId)) === undefined) {
      await directory.putAccount(zoneId, {
        officerId,
        displayName,
        login: displayName.toLowerCase().replaceAll(' ', '.'),
        passwordHash: '',
        role: 'officer',
        disabled: false,
        bound: true,
      });
    }
    const id = newId();
    await directory.addRight(zoneId, {
      id,
      officerId,
      kind: 'zone',
      areaId: zoneId,
      restricted: true,
      validFrom: dayOf(centre.clock.now()),
      validTo: OPEN_END,
    });
    rights.push(id);
  }
  return rights;
}

type Unnumbered = Omit<WireOperation, 'deviceSeq' | 'authorId'>;

/**
 * A desk for each author, which pushes what it holds when it has a whole push, when another author goes on with the
 * same row, or when told to.
 */
function openDesks(centre: Centre, zoneId: Id) {
  const newId = idsOf(centre);
  const desks = new Map<Id, { deviceId: Id; last: number; held: WireOperation[] }>();
  /** Who last wrote each row that is held. */
  const writers = new Map<Id, Id>();
  const pushHeld = async (officerId: Id): Promise<void> => {
    const desk = desks.get(officerId);
    if (desk === undefined || desk.held.length === 0) return;
    const { deviceId, held } = desk;
    desk.held = [];
    const answer = await push(
      centre,
      { zoneId, officerId, deviceId },
      { deviceId, epoch: null, waiting: 0, operations: held },
    );
    const refused = answer.results.find(({ outcome }) => outcome !== 'accepted');
    if (refused !== undefined) {
      const operation = held.find(({ opId }) => opId === refused.opId);
      throw new Error(`${operation?.entity ?? ''}: ${refused.outcome}, ${refused.code}`);
    }
  };
  const flush = async (): Promise<void> => {
    for (const officerId of desks.keys()) await pushHeld(officerId);
    writers.clear();
  };
  return {
    flush,
    async add(officerId: Id, operation: Unnumbered): Promise<void> {
      if ((writers.get(operation.entityId) ?? officerId) !== officerId) await flush();
      writers.set(operation.entityId, officerId);
      const desk = desks.get(officerId) ?? { deviceId: newId(), last: 0, held: [] };
      desks.set(officerId, desk);
      desk.last += 1;
      desk.held.push({ ...operation, deviceSeq: desk.last, authorId: officerId });
      if (desk.held.length === LIMITS.operationsPerPush) await pushHeld(officerId);
    },
  };
}
