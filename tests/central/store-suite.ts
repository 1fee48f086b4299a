import { setImmediate } from 'node:timers/promises';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { OPEN_END } from '#shared/lib/dates.ts';
import { type Id, makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';
import { combineDigests, EMPTY_DIGEST, memberDigest } from '#shared/lib/set-digest.ts';
import { sumMember } from '#shared/protocol/pull.ts';

import type { CentralStore } from '../../central/store/central-store.ts';
import type { DecidedOperation, FeedEntry, StoredRow } from '../../central/store/records.ts';

const random = seededRandom(11);
const newId = (): Id => makeId(1_780_000_000_000, randomBytes(random, 16));

/** What every store of the centre keeps to, whatever it is made of. */
export function registerStoreTests(makeStore: () => Promise<CentralStore>): void {
  let store: CentralStore;
  let zone: Id;
  let officer: Id;
  let north: Id;
  let south: Id;
  const device = newId();

  beforeAll(async () => {
    store = await makeStore();
  }, 60_000);
  afterAll(() => store.close());
  beforeEach(async () => {
    zone = newId();
    officer = newId();
    north = newId();
    south = newId();
    await store.directory.addZone({ id: zone, name: 'Zone', epoch: newId() });
    await store.directory.putAccount(zone, {
      officerId: officer,
      login: 'noor',
      displayName: 'Noor Voorbeeld',
      passwordHash: 'hash',
      role: 'officer',
      disabled: false,
      bound: true,
    });
    await store.directory.putAreas(zone, [
      { id: north, kind: 'neighbourhood', parentId: null },
      { id: south, kind: 'neighbourhood', parentId: null },
    ]);
    for (const areaId of [north, south]) await grant(areaId);
  });

  const grant = async (areaId: Id): Promise<Id> => {
    const id = newId();
    await store.directory.addRight(zone, {
      id,
      officerId: officer,
      kind: 'neighbourhood',
      areaId,
      restricted: false,
      validFrom: '2026-01-01',
      validTo: OPEN_END,
    });
    return id;
  };
  const scopeOf = (areaId: Id) => `neighbourhood:${areaId}`;
  const viewer = (deviceId = device) => ({
    zoneId: zone,
    officerId: officer,
    deviceId,
    day: '2026-06-15',
  });
  const rowOf = (
    id: Id,
    version: number,
    scopes: readonly string[],
    text = `v${version}`,
  ): StoredRow => ({
    entity: 'contact',
    id,
    row: { version, fields: { text }, createdBy: device, origins: {}, state: 'present' },
    parent: null,
    scopes,
  });
  const put = async (...rows: StoredRow[]): Promise<number> => {
    const { seq } = await store.write(zone, async (transaction) => {
      await transaction.rows(rows);
      for (const row of rows) transaction.putRow(row);
    });
    return seq ?? 0;
  };
  const operation = (deviceSeq: number, entityId = newId()): DecidedOperation => {
    const opId = newId();
    return {
      opId,
      deviceId: device,
      deviceSeq,
      authorId: officer,
      madeAt: '2026-06-15T08:00:00.000Z',
      entity: 'contact',
      entityId,
      change: { kind: 'patch', fields: { text: 'typed' } },
      payloadHash: `hash of ${opId}`,
      result: {
        opId,
        deviceSeq,
        outcome: 'accepted',
        code: '',
        field: '',
        conflicts: [],
        note: '',
      },
    };
  };
  const quarantined = (deviceSeq: number): DecidedOperation => {
    const made = operation(deviceSeq);
    const base = { version: 2, epoch: newId(), opVersion: 1, dependsOn: [newId()] };
    const result = { ...made.result, outcome: 'quarantined' as const, code: 'no-right' };
    return { ...made, result, base };
  };
  const feed = async (cursors: Record<string, number>): Promise<FeedEntry[]> =>
    store.read(viewer(), async (snapshot) => {
      const entries: FeedEntry[] = [];
      for await (const page of snapshot.changes(new Map(Object.entries(cursors)))) {
        entries.push(...page);
      }
      return entries;
    });
  const resultsAfter = (after: number) =>
    store.read(
      viewer(),
      async (snapshot) => (await snapshot.closing({ after, upTo: 9, scopes: [] })).results,
    );
  const clock = () => store.read(viewer(), async (snapshot) => (await snapshot.outset()).place.seq);

  describe('the order of commits', () => {
    it('tells all rows of an entity, those of the zone alone', async () => {
      const scopes = [scopeOf(north)];
      const rows = [newId(), newId()]
        .sort()
        .map((id) => ({ ...rowOf(id, 1, scopes), entity: 'code' }));
      await put(...rows, rowOf(newId(), 1, scopes));
      const other = newId();
      await store.directory.addZone({ id: other, name: 'Other zone', epoch: newId() });
      const codesIn = (zoneId: Id) => store.write(zoneId, (within) => within.rowsOf('code'));
      const { value } = await codesIn(zone);
      expect([...value].sort((one, two) => (one.id < two.id ? -1 : 1))).toEqual(rows);
      expect((await codesIn(other)).value).toEqual([]);
    });

    it('begins at one and goes on without a gap; a transaction that puts nothing takes no number', async () => {
      expect(await clock()).toBe(0);
      expect(await put(rowOf(newId(), 1, ['reference']))).toBe(1);
      const { seq, value } = await store.write(zone, async () => 'read only');
      expect([seq, value]).toEqual([null, 'read only']);
      expect(await put(rowOf(newId(), 1, ['reference']))).toBe(2);
      expect(await clock()).toBe(2);
    });

    it('takes no number and stores nothing when the work fails', async () => {
      await expect(
        store.write(zone, async (transaction) => {
          transaction.putRow(rowOf(newId(), 1, ['reference']));
          throw new Error('in the middle');
        }),
      ).rejects.toThrow('in the middle');
      expect(await clock()).toBe(0);
      expect(await feed({ reference: 0 })).toEqual([]);
    });

    it('never lets a reader pass a commit that comes later with a lower number', async () => {
      let seen = 0;
      const found = new Set<Id>();
      let writing = true;
      const reader = (async () => {
        while (writing || seen < (await clock())) {
          for (const { id, seq } of await feed({ reference: seen })) {
            found.add(id);
            seen = Math.max(seen, seq);
          }
          await setImmediate();
        }
      })();
      const ids = Array.from({ length: 40 }, newId);
      await Promise.all(ids.map((id) => put(rowOf(id, 1, ['reference']))));
      writing = false;
      await reader;
      expect(found.size).toBe(ids.length);
    });
  });

  describe('a row', () => {
    it('is read as it was put, with what hangs on it', async () => {
      const parent = rowOf(
        newId(),
        1,
        [scopeOf(north)],
        'a “quoted” tékst \\ with 100 % and \u{1f600}',
      );
      const child: StoredRow = {
        ...rowOf(newId(), 1, [scopeOf(north)]),
        entity: 'promise',
        parent: { entity: 'contact', id: parent.id },
      };
      await put(parent, child);
      await store.write(zone, async (transaction) => {
        expect(await transaction.rows([parent, { entity: 'contact', id: newId() }])).toEqual([
          parent,
        ]);
        expect(await transaction.childrenOf([parent])).toEqual([child]);
        expect(await transaction.childrenOf([child])).toEqual([]);
        expect(await transaction.rows([])).toEqual([]);
      });
    });

    it('that others changed meanwhile makes the transaction run again, so that no change is lost', async () => {
      const row = rowOf(newId(), 1, ['reference'], '');
      await put(row);
      await Promise.all(
        Array.from({ length: 6 }, (_, at) =>
          store.write(zone, async (transaction) => {
            const [now] = await transaction.rows([row]);
            if (now === undefined) throw new Error('gone');
            const text = `${String(now.row.fields['text'])}${at}`;
            transaction.putRow(rowOf(row.id, now.row.version + 1, ['reference'], text));
          }),
        ),
      );
      const [entry] = await feed({ reference: 0 });
      expect(entry?.row?.version).toBe(7);
      expect(String(entry?.row?.fields['text']).split('').sort().join('')).toBe('012345');
    });
  });

  describe('the feed', () => {
    it('tells each pair of scope and row once, as it is now, in the order of commits', async () => {
      const [one, two] = [newId(), newId()];
      await put(rowOf(one, 1, [scopeOf(north)]));
      await put(rowOf(two, 1, [scopeOf(south)]));
      await put(rowOf(one, 2, [scopeOf(north)]));
      const entries = await feed({ [scopeOf(north)]: 0, [scopeOf(south)]: 0 });
      expect(entries.map(({ id, seq }) => [id, seq])).toEqual([
        [two, 2],
        [one, 3],
      ]);
      expect(entries[1]?.row).toEqual({ version: 2, fields: { text: 'v2' } });
      expect(await feed({ [scopeOf(north)]: 3, [scopeOf(south)]: 1 })).toMatchObject([{ id: two }]);
      expect(await feed({})).toEqual([]);
    });

    it('tells of a move in both scopes with one number, and of what is gone', async () => {
      const id = newId();
      await put(rowOf(id, 1, [scopeOf(north)]));
      await put(rowOf(id, 2, [scopeOf(south)]));
      expect(await feed({ [scopeOf(north)]: 1, [scopeOf(south)]: 1 })).toMatchObject(
        [
          { scope: scopeOf(north), state: 'left', seq: 2, row: null },
          { scope: scopeOf(south), state: 'present', seq: 2, row: { version: 2 } },
        ].sort((a, b) => (a.scope < b.scope ? -1 : 1)),
      );
      const { row, ...rest } = rowOf(id, 3, []);
      await put({ ...rest, row: { ...row, state: 'deleted' } });
      expect(await feed({ [scopeOf(south)]: 2 })).toMatchObject([{ state: 'deleted', seq: 3 }]);
    });

    it('is one unchanging state, however long the reading takes', async () => {
      await put(...Array.from({ length: 1_200 }, () => rowOf(newId(), 1, ['reference'])));
      const versions = await store.read(viewer(), async (snapshot) => {
        const found: number[] = [];
        for await (const page of snapshot.changes(new Map([['reference', 0]]))) {
          found.push(...page.map(({ row }) => row?.version ?? 0));
        }
        return [found.length, Math.max(...found), (await snapshot.outset()).place.seq];
      });
      expect(versions).toEqual([1_200, 1, 1]);
    });

    it.each([99, 100, 101, 102])(
      'tells of %i rows in two scopes once each, in order',
      async (rows) => {
        const scopes = ['reference', scopeOf(north)];
        for (let at = 0; at < rows; at += 2) {
          const some = scopes.slice(0, rows - at);
          await put(...some.map((scope) => rowOf(newId(), 1, [scope])));
        }
        const entries = await feed(Object.fromEntries(scopes.map((scope) => [scope, 0])));
        expect(new Set(entries.map(({ id }) => id)).size).toBe(rows);
        const seqs = entries.map(({ seq }) => seq);
        expect(seqs).toEqual([...seqs].sort((one, other) => one - other));
      },
    );

    it('keeps sums that tell whether a scope is whole', async () => {
      const ids = [newId(), newId(), newId()];
      await put(...ids.map((id) => rowOf(id, 1, ['reference'])));
      await put(rowOf(ids[0] ?? '', 2, ['reference', scopeOf(north)]));
      await put(rowOf(ids[1] ?? '', 2, [scopeOf(north)]));
      const scopes = ['reference', scopeOf(north), scopeOf(south)];
      const { sums } = await store.read(viewer(), (snapshot) =>
        snapshot.closing({ after: 0, upTo: 9, scopes }),
      );
      const sumOf = (...members: readonly (readonly [number, number])[]) => ({
        rows: members.length,
        digest: members
          .map(([at, version]) => memberDigest(sumMember('contact', ids[at] ?? '', version)))
          .reduce(combineDigests, EMPTY_DIGEST),
      });
      expect(sums.get('reference')).toEqual(sumOf([0, 2], [2, 1]));
      expect(sums.get(scopeOf(north))).toEqual(sumOf([0, 2], [1, 2]));
      expect(sums.get(scopeOf(south))).toBeUndefined();
    });
  });

  describe('operations', () => {
    it('are kept once, with outcome and receipt, and counted per desk', async () => {
      const [one, two] = [operation(1), operation(2)];
      const written = await store.write(zone, async (transaction) => {
        expect(await transaction.lockDesk(device)).toBe(0);
        transaction.putOperation(one);
        transaction.putOperation(two);
      });
      expect(written.operations.map(({ result }) => [result.seq, result.receipt])).toEqual([
        [1, '1-1'],
        [1, '1-2'],
      ]);
      await store.write(zone, async (transaction) => {
        expect(await transaction.lockDesk(device)).toBe(2);
        expect(await transaction.operations([two.opId, newId()])).toEqual(
          written.operations.slice(1),
        );
      });
      const results = await resultsAfter(0);
      expect(results.map(({ opId }) => opId)).toEqual([one.opId, two.opId]);
      expect(await resultsAfter(1)).toEqual([]);
      expect(await store.read(viewer(), (snapshot) => snapshot.lastDeviceSeq())).toBe(2);
    });

    it('of one desk are decided one after the other', async () => {
      const decide = () =>
        store.write(zone, async (transaction) => {
          const last = await transaction.lockDesk(device);
          transaction.putOperation(operation(last + 1));
          return last;
        });
      const before = await Promise.all([decide(), decide(), decide(), decide()]);
      expect(before.map(({ value }) => value).sort()).toEqual([0, 1, 2, 3]);
    });

    it('wait in quarantine, whole, until they get another outcome', async () => {
      const made = [quarantined(1), quarantined(2)] as const;
      const other = operation(3);
      const [one, two] = made[0].opId < made[1].opId ? made : [made[1], made[0]];
      const put = await store.write(zone, async (transaction) => {
        for (const each of [...made, other]) transaction.putOperation(each);
      });
      const stored = ({ opId }: DecidedOperation) =>
        put.operations.find((each) => each.opId === opId);
      const all = { after: null, limit: 9 };
      const written = await store.write(zone, async (transaction) => {
        const waiting = await transaction.quarantined(all);
        expect(waiting).toEqual([stored(one), stored(two)]);
        expect(await transaction.operations([one.opId])).toEqual([stored(one)]);
        expect(await transaction.quarantined({ after: one.opId, limit: 9 })).toHaveLength(1);
        expect(await transaction.quarantined({ after: null, limit: 1 })).toHaveLength(1);
        expect(await transaction.quarantined({ ...all, deviceId: newId() })).toEqual([]);
        expect(await transaction.quarantined({ ...all, deviceId: device })).toHaveLength(2);
        const [first] = waiting;
        if (first === undefined) throw new Error('nothing waits');
        const result = {
          ...one.result,
          outcome: 'rejected',
          code: 'refused',
          note: 'No.',
        } as const;
        transaction.putDecision(first, result);
      });
      expect(written.seq).toBe(2);
      await store.write(zone, async (transaction) => {
        expect(await transaction.quarantined(all)).toHaveLength(1);
        const [kept] = await transaction.operations([one.opId]);
        expect(kept).toMatchObject({ change: one.change, result: { note: 'No.', seq: 2 } });
        expect(kept).not.toHaveProperty('base');
      });
      const results = await resultsAfter(1);
      expect(results).toMatchObject([{ opId: one.opId, code: 'refused', receipt: '2-1' }]);
      expect(await store.read(viewer(), (snapshot) => snapshot.lastDeviceSeq())).toBe(3);
    });

    it('lose what they said when the row is erased, and nothing else', async () => {
      const id = newId();
      const row = rowOf(id, 1, ['reference']);
      const made = operation(1, id);
      await store.write(zone, async (transaction) => {
        transaction.putRow(row);
        transaction.putOperation(made);
      });
      await put({
        ...row,
        row: { ...row.row, version: 2, fields: {}, state: 'erased' },
        scopes: [],
      });
      await store.write(zone, async (transaction) => {
        const [kept] = await transaction.operations([made.opId]);
        expect(kept).toMatchObject({ change: null, payloadHash: made.payloadHash });
      });
    });
  });

  it('tells of commits', async () => {
    const heard: [string, number][] = [];
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const stop = store.onCommit((zoneId, seq) => {
      if (zoneId !== zone) return;
      heard.push([zoneId, seq]);
      resolve(undefined);
    });
    await put(rowOf(newId(), 1, ['reference']));
    await promise;
    stop();
    await put(rowOf(newId(), 1, ['reference']));
    expect(heard).toEqual([[zone, 1]]);
  });

  it('keeps zones apart', async () => {
    const id = newId();
    await put(rowOf(id, 1, ['reference']));
    const other = newId();
    await store.directory.addZone({ id: other, name: 'Other', epoch: newId() });
    await store.write(other, async (transaction) => {
      expect(await transaction.rows([{ entity: 'contact', id }])).toEqual([]);
      transaction.putRow(rowOf(id, 1, ['reference'], 'other'));
    });
    expect((await feed({ reference: 0 })).map(({ row }) => row?.fields['text'])).toEqual(['v1']);
  });

  it('answers when it is well', async () => {
    await expect(store.check()).resolves.toBeUndefined();
  });
}
