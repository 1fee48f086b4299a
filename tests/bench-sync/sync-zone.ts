import { randomBytes } from 'node:crypto';

import { neighbourhoodScope, REFERENCE } from '#shared/domain/operations/scopes.ts';
import { OPEN_END } from '#shared/lib/dates.ts';
import { type Id, makeId } from '#shared/lib/ids.ts';

import type { CentralStore } from '../../central/store/central-store.ts';
import type { StoredRow } from '../../central/store/records.ts';
import type { FileIdentity } from '../../workbench/store/store.ts';
import { type DeskKey, makeDeskKey } from '../../workbench/sync/desk-key.ts';
import { makeDocuments } from './documents.ts';
import { contactOf, fieldsOf, type SyncTown } from './sync-town.ts';

/** What a desk needs to speak with the centre. */
export interface DeskAccess {
  readonly identity: FileIdentity;
  readonly key: DeskKey;
  /** The number of the one neighbourhood that its officer works in; null for the whole zone. */
  readonly neighbourhood: number | null;
}

/** A zone at the centre, with everybody's accounts. */
export interface SyncZone {
  readonly zoneId: Id;
  /** Puts so many documents there, as desks of officers would have, in commits of some hundred rows. */
  seed(count: number): Promise<void>;
  /** Makes desks known; their officers may see all the zone, or one neighbourhood each. */
  addDesks(count: number, sees: 'zone' | 'neighbourhood'): Promise<readonly DeskAccess[]>;
}

const IN_ONE_COMMIT = 500;
const SEED = 1;
const newId = (): Id => makeId(Date.now(), randomBytes(16));

export async function makeSyncZone(store: CentralStore, town: SyncTown): Promise<SyncZone> {
  const { directory } = store;
  const [zoneId, seededAt] = [newId(), newId()];
  await directory.addZone({ id: zoneId, name: 'Voorbeeldzone', epoch: newId() });
  await directory.putAreas(
    zoneId,
    town.neighbourhoods.map((id) => ({ id, kind: 'neighbourhood' as const, parentId: null })),
  );
  await addOfficers(store, zoneId, town, seededAt);

  return {
    zoneId,
    async seed(count) {
      let rows: StoredRow[] = [];
      const commit = async (): Promise<void> => {
        const some = rows;
        rows = [];
        await store.write(zoneId, async (transaction) => some.forEach(transaction.putRow));
      };
      for (const document of makeDocuments(count, SEED)) {
        const contact = contactOf(document, town);
        rows.push({
          entity: 'contact',
          id: contact.id,
          row: newRow(fieldsOf(contact), seededAt),
          parent: null,
          scopes: [neighbourhoodScope(contact.neighbourhoodId ?? '')],
        });
        if (rows.length === IN_ONE_COMMIT) await commit();
      }
      await commit();
    },
    async addDesks(count, sees) {
      const made: DeskAccess[] = [];
      for (let index = 0; index < count; index++) {
        const officerId = town.officers[index % town.officers.length] ?? '';
        const neighbourhood = sees === 'zone' ? null : index % town.neighbourhoods.length;
        const areaId = neighbourhood === null ? zoneId : (town.neighbourhoods[neighbourhood] ?? '');
        const key = makeDeskKey();
        const identity = { officerId, deviceId: newId() };
        await directory.putDesk(zoneId, {
          ...identity,
          publicKey: key.publicKey,
          label: `Desk ${index}`,
          enrolledAt: new Date().toISOString(),
          signedInUntil: `${OPEN_END}T00:00:00.000Z`,
          revoked: false,
          lastSeenAt: new Date().toISOString(),
          appVersion: '',
          waiting: 0,
        });
        await directory.addRight(zoneId, {
          id: newId(),
          officerId,
          kind: sees,
          areaId,
          restricted: false,
          validFrom: '2020-01-01',
          validTo: OPEN_END,
        });
        made.push({ identity, key, neighbourhood });
      }
      return made;
    },
  };
}

async function addOfficers(
  store: CentralStore,
  zoneId: Id,
  town: SyncTown,
  seededAt: Id,
): Promise<void> {
  for (const [index, officerId] of town.officers.entries()) {
    await store.directory.putAccount(zoneId, {
      officerId,
      login: `officer-${index}`,
      displayName: nameOf(index),
      passwordHash: '',
      role: 'officer',
      disabled: false,
      bound: true,
    });
  }
  await store.write(zoneId, async (transaction) => {
    town.officers.forEach((id, index) =>
      transaction.putRow({
        entity: 'officer',
        id,
        row: newRow({ displayName: nameOf(index) }, seededAt),
        parent: null,
        scopes: [REFERENCE],
      }),
    );
  });
}

function newRow(fields: StoredRow['row']['fields'], createdBy: Id): StoredRow['row'] {
  return { version: 1, fields, createdBy, origins: {}, state: 'present' };
}

function nameOf(index: number): string {
  return `Agent Voorbeeld ${index}`;
}
