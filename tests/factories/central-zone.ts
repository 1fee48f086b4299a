import { OPEN_END } from '#shared/lib/dates.ts';
import { type Id, makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';
import type { Role } from '#shared/protocol/account.ts';
import type { PullMessage } from '#shared/protocol/pull.ts';
import type { WireOperation } from '#shared/protocol/push.ts';

import type { Principal } from '../../central/access/access.ts';
import type { Centre } from '../../central/ports.ts';
import { pull, type PullOptions } from '../../central/pull/pull.ts';
import { push } from '../../central/push/push.ts';
import type { CentralStore } from '../../central/store/central-store.ts';
import { type ManualClock, manualClock } from './test-store.ts';

/** A desk as the centre sees it: it numbers its operations and pushes them. */
export interface TestDesk {
  readonly principal: Principal;
  /** An operation with the next number. */
  operation(
    fields: Partial<WireOperation> & Pick<WireOperation, 'entity' | 'change'>,
  ): WireOperation;
  push(...operations: WireOperation[]): ReturnType<typeof push>;
  /** @param territory the hash of the territory it says it works with. */
  pull(
    cursors?: Record<string, number>,
    options?: PullOptions,
    territory?: string | null,
  ): Promise<PullMessage[]>;
}

export interface TestZone {
  readonly zoneId: Id;
  readonly epoch: Id;
  readonly north: Id;
  readonly south: Id;
  readonly centre: Centre;
  readonly clock: ManualClock;
  newId(): Id;
  /** An officer with rights in these areas, and a desk. */
  officer(role: Role, ...areas: readonly Id[]): Promise<TestDesk>;
  grant(officerId: Id, areaId: Id, kind?: 'neighbourhood' | 'district' | 'zone'): Promise<Id>;
}

/** A zone of its own in the store, with two neighbourhoods, from a seed. */
export async function makeTestZone(store: CentralStore, seed: number): Promise<TestZone> {
  const random = seededRandom(seed);
  const clock = manualClock();
  const newId = () => makeId(Date.parse(clock.now()), randomBytes(random, 16));
  const [zoneId, epoch, north, south] = [newId(), newId(), newId(), newId()];
  await store.directory.addZone({ id: zoneId, name: 'Zone', epoch });
  await store.directory.putAreas(
    zoneId,
    [north, south].map((id) => ({ id, kind: 'neighbourhood' as const, parentId: null })),
  );
  const centre: Centre = {
    store,
    clock,
    random: (count) => randomBytes(random, count),
    log: { info: () => {}, warn: () => {}, error: () => {} },
  };
  let logins = 0;

  const zone: TestZone = {
    zoneId,
    epoch,
    north,
    south,
    centre,
    clock,
    newId,
    async officer(role, ...areas) {
      const officerId = newId();
      await store.directory.putAccount(zoneId, {
        officerId,
        login: `officer-${(logins += 1)}`,
        displayName: 'Noor Voorbeeld',
        passwordHash: '',
        role,
        disabled: false,
        bound: true,
      });
      for (const area of areas) await zone.grant(officerId, area);
      return deskOf(centre, { zoneId, officerId, deviceId: newId() }, newId);
    },
    async grant(officerId, areaId, kind = 'neighbourhood') {
      const id = newId();
      await store.directory.addRight(zoneId, {
        id,
        officerId,
        kind,
        areaId,
        restricted: false,
        validFrom: '2026-01-01',
        validTo: OPEN_END,
      });
      return id;
    },
  };
  return zone;
}

function deskOf(centre: Centre, principal: Principal, newId: () => Id): TestDesk {
  let deviceSeq = 0;
  return {
    principal,
    operation(fields) {
      deviceSeq += 1;
      return {
        opId: newId(),
        deviceSeq,
        authorId: principal.officerId,
        madeAt: centre.clock.now(),
        entityId: newId(),
        baseVersion: 0,
        baseEpoch: null,
        opVersion: 1,
        dependsOn: [],
        ...fields,
      };
    },
    push: (...operations) =>
      push(centre, principal, {
        deviceId: principal.deviceId,
        epoch: null,
        waiting: 0,
        operations,
      }),
    async pull(cursors = {}, options = {}, territory) {
      const messages: PullMessage[] = [];
      const request = {
        deviceId: principal.deviceId,
        epoch: null,
        cursors,
        resultsAfter: 0,
        ...(territory !== undefined && { territory }),
      };
      await pull(
        centre,
        principal,
        request,
        async (message) => {
          messages.push(message);
        },
        options,
      );
      return messages;
    },
  };
}

/** What a contact in this neighbourhood is made of. */
export function contactFields(
  authorId: Id,
  neighbourhoodId: Id | null,
  summary = 'Over het speelplein gesproken.',
): WireOperation['change'] {
  return {
    kind: 'command',
    name: 'logContact',
    arguments: {
      occurredAt: '2026-06-14T14:00:00.000Z',
      loggedAt: '2026-06-15T08:00:00.000Z',
      authorId,
      streetId: authorId,
      houseNumber: '12',
      neighbourhoodId,
      position: null,
      placeSource: 'unknown',
      reason: 'spontaneous',
      summary,
      nextStep: 'nothing',
      nextNote: '',
    },
  };
}

/** What a promise on this contact is made of. */
export function promiseFields(
  ownerId: Id,
  contactId: Id,
  text = 'Terugbellen',
): WireOperation['change'] {
  return {
    kind: 'command',
    name: 'makePromise',
    arguments: { contactId, ownerId, streetId: ownerId, text, dueOn: '2026-07-01' },
  };
}

/** The messages of one type. */
export function ofType<Type extends PullMessage['type']>(
  messages: readonly PullMessage[],
  type: Type,
): readonly Extract<PullMessage, { type: Type }>[] {
  return messages.filter(
    (message): message is Extract<PullMessage, { type: Type }> => message.type === type,
  );
}
