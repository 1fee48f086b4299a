import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { DELETE_COMMAND } from '#shared/domain/operations/apply-operation.ts';
import { neighbourhoodScope } from '#shared/domain/operations/scopes.ts';
import type { WireOperation } from '#shared/protocol/push.ts';

import { clearTraces } from '../../central/pull/progress.ts';
import type { CentralStore } from '../../central/store/central-store.ts';
import {
  contactFields,
  makeTestZone,
  ofType,
  type TestDesk,
  type TestZone,
} from '../factories/central-zone.ts';

const DAYS = 90;
const DAY_MS = 86_400_000;
let seed = 700;

/** When the centre forgets where rows were that are gone, on whatever store. */
export function registerTracesTests(makeStore: () => Promise<CentralStore>): void {
  let store: CentralStore;
  let zone: TestZone;
  let noor: TestDesk;
  let bert: TestDesk;
  let scope: string;
  beforeAll(async () => {
    store = await makeStore();
  });
  afterAll(() => store.close());
  beforeEach(async () => {
    zone = await makeTestZone(store, (seed += 1));
    scope = neighbourhoodScope(zone.north);
    noor = await knownDesk();
    bert = await knownDesk();
  });

  const knownDesk = async (): Promise<TestDesk> => {
    const desk = await zone.officer('officer', zone.north);
    await seen(desk);
    return desk;
  };
  const seen = ({ principal }: TestDesk, revoked = false): Promise<void> =>
    store.directory.putDesk(zone.zoneId, {
      deviceId: principal.deviceId,
      officerId: principal.officerId,
      publicKey: '',
      label: 'Desk',
      enrolledAt: zone.clock.now(),
      signedInUntil: zone.clock.now(),
      revoked,
      lastSeenAt: zone.clock.now(),
      appVersion: '',
      waiting: 0,
    });
  const log = async (desk: TestDesk): Promise<WireOperation> => {
    const change = contactFields(desk.principal.officerId, zone.north);
    const contact = desk.operation({ entity: 'contact', change });
    await desk.push(contact);
    return contact;
  };
  const remove = (desk: TestDesk, { entityId }: WireOperation) =>
    desk.push(
      desk.operation({
        entity: 'contact',
        entityId,
        baseVersion: 1,
        baseEpoch: zone.epoch,
        change: { kind: 'command', name: DELETE_COMMAND, arguments: {} },
      }),
    );
  /** Pulls as a desk does that is this far in every scope, and tells how far it is then. */
  const pullFrom = async (desk: TestDesk, cursor: number, rowsPerPull = 1_000) => {
    const cursors = { reference: cursor, people: cursor, [scope]: cursor };
    const messages = await desk.pull(
      { ...cursors, [`user:${desk.principal.officerId}`]: cursor },
      { rowsPerPull },
    );
    const [complete] = ofType(messages, 'complete');
    return {
      target: complete?.targetSeq ?? 0,
      more: complete?.more ?? false,
      starts: ofType(messages, 'scopes')[0]?.scopes ?? {},
      rows: ofType(messages, 'row').map(({ id }) => id),
      gone: ofType(messages, 'gone').map(({ id }) => id),
      sum: complete?.sums[scope]?.rows,
    };
  };
  const clear = () => clearTraces(zone.centre, zone.zoneId, DAYS);

  describe('traces of what is gone', () => {
    it('stay until every known desk has said that it passed them', async () => {
      const contact = await log(noor);
      const { target: first } = await pullFrom(bert, 0);
      await pullFrom(bert, first);
      await remove(noor, contact);
      const { target: second } = await pullFrom(noor, first);
      await pullFrom(noor, second);
      expect(await clear()).toBe(0);
      // Sent is not applied: only the next pull tells.
      expect((await pullFrom(bert, first)).gone).toEqual([contact.entityId]);
      expect(await clear()).toBe(0);
      await pullFrom(bert, second);
      expect(await clear()).toBe(1);
      expect(await clear()).toBe(0);
      expect(await pullFrom(bert, second)).toMatchObject({ gone: [], rows: [], sum: 0 });
    });

    it('are not kept for a desk that was revoked, or not seen for long', async () => {
      const contact = await log(noor);
      await remove(noor, contact);
      await pullFrom(noor, 2);
      expect(await clear()).toBe(0);
      await seen(bert, true);
      expect(await clear()).toBe(1);

      const cora = await knownDesk();
      const other = await log(noor);
      const { target: old } = await pullFrom(cora, 0);
      await pullFrom(cora, old);
      await remove(noor, other);
      zone.clock.advance((DAYS + 1) * DAY_MS);
      await seen(noor);
      await pullFrom(noor, 4);
      expect(await clear()).toBe(1);
      // Cora comes back: what she holds is compared with the whole, since nobody tells what went.
      const back = await pullFrom(cora, old);
      expect(back).toMatchObject({ rows: [], gone: [], sum: 0 });
      expect(back.starts[scope]).toBe(0);
    });

    it('do not keep a long transfer from its end', async () => {
      const contact = await log(noor);
      await remove(noor, contact);
      for (let at = 0; at < 6; at++) await log(noor);
      for (const desk of [noor, bert]) await pullFrom(desk, 8);
      expect(await clear()).toBe(1);
      const cora = await knownDesk();
      const found: string[] = [];
      let place = { target: 0, more: true };
      for (let round = 0; place.more && round < 10; round++) {
        const pulled = await pullFrom(cora, place.target, 2);
        found.push(...pulled.rows);
        place = pulled;
        // While Cora is under way, nothing is cleared beyond her.
        expect(await clear()).toBe(0);
      }
      expect(place.more).toBe(false);
      expect(new Set(found).size).toBe(6);
      expect(found).toHaveLength(6);
    });

    it('are not needed by a desk that holds nothing', async () => {
      await remove(noor, await log(noor));
      for (const desk of [noor, bert]) await desk.pull({});
      expect(await clear()).toBe(1);
    });
  });
}
