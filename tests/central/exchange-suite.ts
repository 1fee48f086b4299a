import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { combineDigests, EMPTY_DIGEST, memberDigest } from '#shared/lib/set-digest.ts';
import { sumMember } from '#shared/protocol/pull.ts';
import type { WireOperation } from '#shared/protocol/push.ts';

import type { CentralStore } from '../../central/store/central-store.ts';
import {
  contactFields,
  makeTestZone,
  ofType,
  promiseFields,
  type TestDesk,
  type TestZone,
} from '../factories/central-zone.ts';

let seed = 100;

/** What push and pull promise, on whatever store. */
export function registerExchangeTests(makeStore: () => Promise<CentralStore>): void {
  let store: CentralStore;
  let zone: TestZone;
  let noor: TestDesk;
  beforeAll(async () => {
    store = await makeStore();
  });
  afterAll(() => store.close());
  beforeEach(async () => {
    seed += 1;
    zone = await makeTestZone(store, seed);
    noor = await zone.officer('officer', zone.north);
  });

  const contact = (desk: TestDesk, area: string | null = zone.north, text?: string) =>
    desk.operation({
      entity: 'contact',
      change: contactFields(desk.principal.officerId, area, text),
    });
  const promiseOn = (desk: TestDesk, on: WireOperation) =>
    desk.operation({
      entity: 'promise',
      dependsOn: [on.opId],
      change: promiseFields(desk.principal.officerId, on.entityId),
    });
  const patch = (
    desk: TestDesk,
    of: WireOperation,
    fields: Record<string, string | null>,
    base = 1,
  ) =>
    desk.operation({
      entity: of.entity,
      entityId: of.entityId,
      baseVersion: base,
      baseEpoch: zone.epoch,
      change: { kind: 'patch', fields },
    });
  const idsIn = async (desk: TestDesk) => ofType(await desk.pull(), 'row').map(({ id }) => id);

  describe('push', () => {
    it('decides operations in order, and tells the same when asked again', async () => {
      const one = contact(noor);
      const two = promiseOn(noor, one);
      const first = await noor.push(one, two);
      expect(first).toMatchObject({
        epoch: zone.epoch,
        lastDeviceSeq: 2,
        results: [
          { opId: one.opId, outcome: 'accepted', seq: 1, receipt: '1-1' },
          { opId: two.opId, outcome: 'accepted', seq: 1, receipt: '1-2' },
        ],
      });
      const three = contact(noor);
      const again = await noor.push(one, two, three);
      expect(again.results.slice(0, 2)).toEqual(first.results);
      expect(again.results[2]).toMatchObject({ outcome: 'accepted', seq: 2 });
      expect(await idsIn(noor)).toHaveLength(3);
    });

    it('refuses a gap, another content under a known id, and a number that was used', async () => {
      const [one, two, three] = [contact(noor), contact(noor), contact(noor)];
      await expect(noor.push(two)).rejects.toMatchObject({
        code: 'SEQUENCE_GAP',
        data: { expected: 1 },
      });
      await noor.push(one, two);
      await expect(noor.push({ ...one, madeAt: '2026-06-15T09:00:00.000Z' })).rejects.toMatchObject(
        { code: 'OPERATION_ALTERED' },
      );
      await expect(noor.push({ ...three, deviceSeq: 2 })).rejects.toMatchObject({
        code: 'SEQUENCE_REUSED',
      });
      await expect(noor.push(one, three)).rejects.toMatchObject({ code: 'INVALID_FIELD' });
      const other = await zone.officer('officer', zone.north);
      await expect(other.push(one)).rejects.toMatchObject({ code: 'OPERATION_ALTERED' });
    });

    it('never lets a bad operation stand in the way of those that do not build on it', async () => {
      const bad = noor.operation({
        entity: 'contact',
        change: { kind: 'command', name: 'logContact', arguments: { summary: 'only this' } },
      });
      const onBad = promiseOn(noor, bad);
      const good = contact(noor);
      const newer = noor.operation({ entity: 'task', change: { kind: 'patch', fields: { a: 1 } } });
      const { results } = await noor.push(bad, onBad, good, newer);
      expect(results).toMatchObject([
        { outcome: 'rejected', code: 'invalid', field: 'occurredAt' },
        { outcome: 'rejected', code: 'dependency' },
        { outcome: 'accepted' },
        { outcome: 'quarantined', code: 'unknown-entity' },
      ]);
    });

    it('refuses to write under another name', async () => {
      const forged = { ...contact(noor), authorId: zone.newId() };
      const { results } = await noor.push(forged);
      expect(results).toMatchObject([{ outcome: 'rejected', code: 'wrong-author' }]);
    });

    it('sets work aside of somebody who has no right to it, with what builds on it', async () => {
      const elsewhere = contact(noor, zone.south);
      const { results } = await noor.push(elsewhere, promiseOn(noor, elsewhere));
      expect(results).toMatchObject([
        { outcome: 'quarantined', code: 'no-right' },
        { outcome: 'quarantined', code: 'dependency' },
      ]);
    });

    it('keeps the centre’s value where two typed, and shows both', async () => {
      const bert = await zone.officer('officer', zone.north);
      const made = contact(noor);
      const promise = promiseOn(noor, made);
      await noor.push(made, promise);
      await bert.push(patch(bert, promise, { text: 'van Bert' }));
      const { results } = await noor.push(
        patch(noor, promise, { text: 'van Noor', dueOn: '2026-08-01' }),
      );
      expect(results).toMatchObject([
        {
          outcome: 'merged',
          conflicts: [{ field: 'text', mine: 'van Noor', theirs: 'van Bert', version: 2 }],
        },
      ]);
      const row = ofType(await noor.pull(), 'row').find(({ entity }) => entity === 'promise');
      expect(row?.fields).toMatchObject({ text: 'van Bert', dueOn: '2026-08-01' });
    });

    it('takes a version of the centre’s former life for none', async () => {
      const bert = await zone.officer('officer', zone.north);
      const made = contact(noor);
      const promise = promiseOn(noor, made);
      await noor.push(made, promise);
      await bert.push(patch(bert, promise, { text: 'van Bert' }));
      const stale = { ...patch(noor, promise, { text: 'van Noor' }, 9), baseEpoch: zone.newId() };
      expect((await noor.push(stale)).results).toMatchObject([{ outcome: 'merged' }]);
    });
  });

  describe('pull', () => {
    it('shows an officer what lies in the neighbourhoods held, and nothing else', async () => {
      const south = await zone.officer('officer', zone.south);
      const leader = await zone.officer('team-lead');
      const [here, there, nowhere] = [
        contact(noor),
        contact(south, zone.south),
        contact(noor, null),
      ];
      await noor.push(here, nowhere);
      await south.push(there);
      expect((await idsIn(noor)).toSorted()).toEqual([here.entityId, nowhere.entityId].sort());
      expect(await idsIn(south)).toEqual([there.entityId]);
      expect(await idsIn(leader)).toEqual([nowhere.entityId]);
    });

    it('begins with the centre and the scopes, ends with the sums, and goes on from a cursor', async () => {
      const made = contact(noor);
      await noor.push(made);
      const scope = `neighbourhood:${zone.north}`;
      const messages = await noor.pull();
      expect(messages.map(({ type }) => type)).toEqual([
        'begin',
        'scopes',
        'row',
        'result',
        'complete',
      ]);
      expect(messages[1]).toMatchObject({ scopes: { reference: 0, [scope]: 0 } });
      expect(messages.at(-1)).toMatchObject({
        targetSeq: 1,
        more: false,
        sums: {
          [scope]: {
            rows: 1,
            digest: combineDigests(
              EMPTY_DIGEST,
              memberDigest(sumMember('contact', made.entityId, 1)),
            ),
          },
          reference: { rows: 0, digest: EMPTY_DIGEST },
        },
      });
      expect(ofType(await noor.pull({ [scope]: 1 }), 'row')).toEqual([]);
    });

    it('tells where a row went that moved, with all that hangs on it', async () => {
      const leader = await zone.officer('team-lead', zone.north, zone.south);
      const south = await zone.officer('officer', zone.south);
      const made = contact(noor);
      const promise = promiseOn(noor, made);
      await noor.push(made, promise);
      await leader.push(patch(leader, made, { neighbourhoodId: zone.south }));
      const left = ofType(await noor.pull({ [`neighbourhood:${zone.north}`]: 1 }), 'gone');
      expect(left.map(({ id, reason }) => [id, reason])).toEqual([
        [made.entityId, 'left'],
        [promise.entityId, 'left'],
      ]);
      expect(await idsIn(south)).toEqual([made.entityId, promise.entityId]);
      expect(await idsIn(noor)).toEqual([]);
    });

    it('moves along what was made in the same push', async () => {
      const leader = await zone.officer('team-lead', zone.north, zone.south);
      const made = contact(leader);
      const promise = promiseOn(leader, made);
      await leader.push(made, promise, patch(leader, made, { neighbourhoodId: zone.south }, 0));
      expect(await idsIn(noor)).toEqual([]);
      const south = await zone.officer('officer', zone.south);
      expect(await idsIn(south)).toEqual([made.entityId, promise.entityId]);
    });

    it('moves a restricted contact for its author only between places that are theirs', async () => {
      const author = await zone.officer('officer');
      const north = await zone.grant(author.principal.officerId, zone.north);
      const made = contact(author);
      const promise = promiseOn(author, made);
      await author.push(made, promise, patch(author, made, { sensitivity: 'restricted' }, 0));
      const ending = async (of: WireOperation, fields: Record<string, string | null>) =>
        (await author.push(patch(author, of, fields, 9))).results[0]?.outcome;
      const toSouth = { neighbourhoodId: zone.south };

      expect(await ending(made, toSouth)).toBe('quarantined');
      await zone.grant(author.principal.officerId, zone.south);
      expect(await ending(made, toSouth)).toBe('accepted');
      expect(await ending(made, { neighbourhoodId: zone.north })).toBe('accepted');

      // Without a right where it lies, its author reads it and words it, and takes it nowhere.
      await store.directory.endRight(zone.zoneId, north, '2026-06-15');
      expect(await idsIn(author)).toEqual([made.entityId, promise.entityId]);
      expect(await ending(promise, { text: 'Nog eens bellen' })).toBe('accepted');
      expect(await ending(made, toSouth)).toBe('quarantined');
      expect(await ending(made, { ...toSouth, sensitivity: 'normal' })).toBe('quarantined');
      expect(await ending(made, { neighbourhoodId: null })).toBe('quarantined');
    });

    it('forgets what was erased, with what hangs on it', async () => {
      const made = contact(noor, zone.north, 'a secret');
      await noor.push(made, promiseOn(noor, made));
      const erase = (desk: TestDesk) =>
        desk.push(
          desk.operation({
            entity: 'contact',
            entityId: made.entityId,
            baseVersion: 1,
            baseEpoch: zone.epoch,
            change: { kind: 'command', name: 'eraseRow', arguments: {} },
          }),
        );
      expect((await erase(noor)).results).toMatchObject([{ outcome: 'quarantined' }]);
      const dpo = await zone.officer('data-protection-officer');
      expect((await erase(dpo)).results).toMatchObject([{ outcome: 'accepted' }]);
      const gone = ofType(await noor.pull({ [`neighbourhood:${zone.north}`]: 1 }), 'gone');
      expect(gone.map(({ reason }) => reason)).toEqual(['erased', 'erased']);
    });

    it('takes it for done when somebody deletes what a colleague has deleted already', async () => {
      const made = contact(noor);
      await noor.push(made);
      const other = await zone.officer('officer', zone.north);
      const remove = (desk: TestDesk) =>
        desk.push(
          desk.operation({
            entity: 'contact',
            entityId: made.entityId,
            baseVersion: 1,
            baseEpoch: zone.epoch,
            change: { kind: 'command', name: 'deleteRow', arguments: {} },
          }),
        );
      expect((await remove(noor)).results).toMatchObject([{ outcome: 'accepted', seq: 2 }]);
      expect((await remove(other)).results).toMatchObject([{ outcome: 'accepted', conflicts: [] }]);
      expect((await remove(noor)).results).toMatchObject([{ outcome: 'accepted', conflicts: [] }]);
    });

    it('gives a scope whole that was granted later, and names none that was withdrawn', async () => {
      const south = await zone.officer('officer', zone.south);
      const old = contact(south, zone.south);
      await south.push(old);
      const right = await zone.grant(noor.principal.officerId, zone.south);
      expect(await idsIn(noor)).toEqual([old.entityId]);
      await store.directory.endRight(zone.zoneId, right, '2026-06-15');
      const scopes = ofType(await noor.pull(), 'scopes')[0]?.scopes ?? {};
      expect(Object.keys(scopes)).not.toContain(`neighbourhood:${zone.south}`);
      expect(await idsIn(noor)).toEqual([]);
    });

    it('cuts a long transfer at a whole commit, and the next one goes on there', async () => {
      for (let at = 0; at < 4; at++) await noor.push(contact(noor), contact(noor));
      const scope = `neighbourhood:${zone.north}`;
      const found: string[] = [];
      let cursor = 0;
      for (let more = true; more;) {
        const messages = await noor.pull(
          { [scope]: cursor, reference: cursor },
          { rowsPerPull: 3 },
        );
        found.push(...ofType(messages, 'row').map(({ id }) => id));
        const [complete] = ofType(messages, 'complete');
        cursor = complete?.targetSeq ?? 0;
        more = complete?.more ?? false;
        expect(cursor % 2).toBe(0);
      }
      expect(new Set(found).size).toBe(8);
      expect(found).toHaveLength(8);
    });

    it('sends a desk of the centre’s former life away before it tells anything', async () => {
      await noor.push(contact(noor));
      const epoch = zone.newId();
      await store.directory.changeEpoch(zone.zoneId, epoch);
      const { principal } = noor;
      const sent: unknown[] = [];
      const { pull } = await import('../../central/pull/pull.ts');
      const request = {
        deviceId: principal.deviceId,
        epoch: zone.epoch,
        cursors: {},
        resultsAfter: 0,
      };
      await expect(
        pull(zone.centre, principal, request, async (message) => {
          sent.push(message);
        }),
      ).rejects.toMatchObject({ code: 'EPOCH_CHANGED', data: { epoch, expected: 2 } });
      expect(sent).toEqual([]);
    });
  });
}
