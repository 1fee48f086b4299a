import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { OPEN_END } from '#shared/lib/dates.ts';
import { type Id, makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import type { CentralStore } from '../../central/store/central-store.ts';
import type { Directory } from '../../central/store/directory.ts';
import type { AccountRecord, DeskRecord } from '../../central/store/records.ts';

const random = seededRandom(12);
const newId = (): Id => makeId(1_780_000_000_000, randomBytes(random, 16));
const NOW = '2026-06-15T08:00:00.000Z';
const LATER = '2026-06-15T08:01:00.000Z';

/** What every store keeps to about accounts, rights, desks and secrets. */
export function registerDirectoryTests(makeStore: () => Promise<CentralStore>): void {
  let store: CentralStore;
  let directory: Directory;
  let zone: Id;
  let account: AccountRecord;

  beforeAll(async () => {
    store = await makeStore();
    directory = store.directory;
  }, 60_000);
  afterAll(() => store.close());
  beforeEach(async () => {
    zone = newId();
    await directory.addZone({ id: zone, name: 'Zone', epoch: newId() });
    account = {
      officerId: newId(),
      login: 'noor',
      displayName: 'Noor Voorbeeld',
      passwordHash: 'hash',
      role: 'officer',
      disabled: false,
      bound: false,
    };
    await directory.putAccount(zone, account);
  });

  const desk = (): DeskRecord => ({
    deviceId: newId(),
    officerId: account.officerId,
    publicKey: 'key',
    label: 'Desk 1',
    enrolledAt: NOW,
    signedInUntil: LATER,
    revoked: false,
    lastSeenAt: NOW,
    appVersion: '0.1.0',
    waiting: 3,
  });

  describe('the directory', () => {
    it('keeps accounts by id and by login, one for each login of a zone', async () => {
      expect(await directory.accountOf(zone, account.officerId)).toEqual(account);
      expect(await directory.accountByLogin(zone, 'noor')).toEqual(account);
      expect(await directory.accountByLogin(zone, 'other')).toBeUndefined();
      await directory.putAccount(zone, { ...account, role: 'team-lead', disabled: true });
      expect(await directory.accounts(zone)).toEqual([
        { ...account, role: 'team-lead', disabled: true },
      ]);
      await expect(
        directory.putAccount(zone, { ...account, officerId: newId() }),
      ).rejects.toThrow();
    });

    it('keeps the keys of parcels for good, the newest first, each in its zone', async () => {
      const key = { publicKey: 'public', privateKey: 'private' };
      const [first, second] = [newId(), newId()];
      await directory.addParcelKey(zone, { id: first, ...key, madeAt: NOW });
      await directory.addParcelKey(zone, { id: second, ...key, madeAt: LATER });
      expect(await directory.parcelKeys(zone)).toEqual([
        { id: second, ...key, madeAt: LATER },
        { id: first, ...key, madeAt: NOW },
      ]);
      const other = newId();
      await directory.addZone({ id: other, name: 'Other', epoch: newId() });
      expect(await directory.parcelKeys(other)).toEqual([]);
    });

    it('binds an account to the officer of the first file, once, with its rights', async () => {
      const id = newId();
      await directory.addRight(zone, {
        id: newId(),
        officerId: account.officerId,
        kind: 'zone',
        areaId: zone,
        restricted: true,
        validFrom: '2026-01-01',
        validTo: OPEN_END,
      });
      await directory.bindOfficer(zone, account.officerId, id);
      expect(await directory.accountByLogin(zone, 'noor')).toEqual({
        ...account,
        officerId: id,
        bound: true,
      });
      expect(await directory.rights(zone, id)).toHaveLength(1);
      await expect(directory.bindOfficer(zone, id, newId())).rejects.toThrow();
    });

    it('ends a right on a day', async () => {
      const right = {
        id: newId(),
        officerId: account.officerId,
        kind: 'district',
        areaId: newId(),
        restricted: false,
        validFrom: '2026-01-01',
        validTo: OPEN_END,
      } as const;
      await directory.addRight(zone, right);
      expect(await directory.endRight(zone, right.id, '2026-07-01')).toBe(true);
      expect(await directory.rights(zone, account.officerId)).toEqual([
        { ...right, validTo: '2026-07-01' },
      ]);
      expect(await directory.endRight(zone, newId(), '2026-07-01')).toBe(false);
      expect(await directory.allRights(zone)).toEqual([{ ...right, validTo: '2026-07-01' }]);
    });

    it('keeps after how many days a silent desk is reported', async () => {
      expect(await directory.deskAlarmDays(zone)).toBe(7);
      await directory.setDeskAlarmDays(zone, 30);
      expect(await directory.deskAlarmDays(zone)).toBe(30);
    });

    it('counts the desks of every zone that are silent for as long as it says, but for those revoked', async () => {
      const silent = async (now: string) =>
        (await directory.silentDesks(now)).find(({ zoneId }) => zoneId === zone)?.desks;
      expect(await silent(NOW)).toBe(0);
      const [one, late, shutOut] = [desk(), { ...desk(), lastSeenAt: LATER }, desk()];
      for (const each of [one, late, shutOut]) await directory.putDesk(zone, each);
      await directory.revokeDesk(zone, shutOut.deviceId);
      expect(await silent('2026-06-22T07:59:59.999Z')).toBe(0);
      expect(await silent('2026-06-22T08:00:00.000Z')).toBe(1);
      expect(await silent('2026-06-22T08:01:00.000Z')).toBe(2);
      await directory.setDeskAlarmDays(zone, 8);
      expect(await silent('2026-06-22T08:01:00.000Z')).toBe(0);
      // Seven days across the change of the clock are seven times 24 hours.
      const [autumn, seven] = ['2026-10-20T08:00:00.000Z', '2026-10-27T08:00:00.000Z'];
      await directory.setDeskAlarmDays(zone, 7);
      for (const each of [one, late]) await directory.noteSeen(zone, each.deviceId, autumn, null);
      expect(await silent('2026-10-27T07:59:59.999Z')).toBe(0);
      expect(await silent(seven)).toBe(2);
      const all = (await directory.silentDesks(seven)).map(({ zoneId }) => zoneId);
      expect(all).toEqual(all.toSorted());
    });

    it('changes in a transaction altogether or not at all, one transaction after the other', async () => {
      const renamed = (displayName: string) =>
        store.write(zone, async (transaction) => {
          const own = await transaction.directory();
          const found = await own.accountOf(zone, account.officerId);
          await own.putAccount(zone, {
            ...account,
            displayName: `${found?.displayName ?? ''}${displayName}`,
          });
          if (displayName === '!') throw new Error('in the middle');
        });
      await expect(renamed('!')).rejects.toThrow('in the middle');
      expect(await directory.accountOf(zone, account.officerId)).toEqual(account);
      await Promise.all(['a', 'b', 'c'].map(renamed));
      const { displayName = '' } = (await directory.accountOf(zone, account.officerId)) ?? {};
      expect(displayName.slice(account.displayName.length).split('').sort().join('')).toBe('abc');
    });

    it('keeps what those in charge did, in the order of commits', async () => {
      const act = (subject: string) => ({
        at: NOW,
        actorId: account.officerId,
        actor: 'noor',
        act: 'right-added' as const,
        subjectId: null,
        subject,
        detail: { kind: 'zone', restricted: false, areas: 3 },
      });
      for (const subject of ['one', 'two', 'three']) {
        await store.write(zone, async (transaction) => transaction.putAct(act(subject)));
      }
      const acts = await directory.acts(zone, null, 2);
      expect(acts).toEqual([
        { ...act('three'), seq: 3 },
        { ...act('two'), seq: 2 },
      ]);
      expect(await directory.acts(zone, 2, 2)).toEqual([{ ...act('one'), seq: 1 }]);
    });

    it('adds areas and changes them', async () => {
      const area = { id: newId(), kind: 'neighbourhood', parentId: null } as const;
      await directory.putAreas(zone, [area]);
      const moved = { ...area, parentId: newId() };
      await directory.putAreas(zone, [moved]);
      expect(await directory.areas(zone)).toEqual([moved]);
    });

    it('revokes a desk together with its tokens', async () => {
      const one = desk();
      await directory.putDesk(zone, one);
      expect(await directory.desk(zone, one.deviceId)).toEqual(one);
      const token = {
        tokenHash: newId(),
        zoneId: zone,
        officerId: account.officerId,
        deviceId: one.deviceId,
        expiresAt: LATER,
      };
      await directory.addToken(token);
      expect(await directory.token(zone, token.tokenHash)).toEqual(token);
      expect(await directory.revokeDesk(zone, one.deviceId)).toBe(true);
      expect(await directory.token(zone, token.tokenHash)).toBeUndefined();
      expect(await directory.desks(zone)).toEqual([{ ...one, revoked: true }]);
      await directory.putDesk(zone, one);
      expect((await directory.desk(zone, one.deviceId))?.revoked).toBe(true);
      expect(await directory.revokeDesk(zone, newId())).toBe(false);
    });

    it('notes when a desk was here and what it still holds, and nothing of a desk it does not know', async () => {
      const one = desk();
      await directory.putDesk(zone, one);
      await directory.noteSeen(zone, one.deviceId, LATER, 12);
      await directory.noteSeen(zone, newId(), LATER, 12);
      await directory.noteSeen(zone, one.deviceId, LATER, null);
      expect(await directory.desks(zone)).toEqual([{ ...one, lastSeenAt: LATER, waiting: 12 }]);
    });

    it('counts failures, also those that come at once', async () => {
      const counts = await Promise.all([1, 2, 3].map(() => directory.addFailure(zone, 'noor')));
      expect(counts.toSorted()).toEqual([1, 2, 3]);
      await directory.lockUntil(zone, 'noor', LATER);
      expect(await directory.attempts(zone, 'noor')).toEqual({ failures: 3, lockedUntil: LATER });
      await directory.clearFailures(zone, 'noor');
      expect(await directory.attempts(zone, 'noor')).toEqual({ failures: 0, lockedUntil: null });
    });

    it('lets a code or a challenge be used once, in time, and by the desk it was made for', async () => {
      const code = {
        codeHash: newId(),
        zoneId: zone,
        officerId: account.officerId,
        expiresAt: LATER,
      };
      await directory.addCode(code);
      expect(await directory.code(code.codeHash, NOW)).toEqual(code);
      expect(await directory.code(code.codeHash, LATER)).toBeUndefined();
      expect(await directory.useCode(zone, code.codeHash, NOW)).toEqual(code);
      expect(await directory.code(code.codeHash, NOW)).toBeUndefined();
      expect(await directory.useCode(zone, code.codeHash, NOW)).toBeUndefined();
      await directory.addCode({ ...code, codeHash: 'late' });
      expect(await directory.useCode(zone, 'late', LATER)).toBeUndefined();

      const device = newId();
      const nonceHash = newId();
      await directory.addChallenge({
        nonceHash,
        zoneId: zone,
        deviceId: device,
        expiresAt: LATER,
      });
      expect(await directory.useChallenge(zone, newId(), nonceHash, NOW)).toBe(false);
      expect(await directory.useChallenge(zone, device, nonceHash, NOW)).toBe(true);
      expect(await directory.useChallenge(zone, device, nonceHash, NOW)).toBe(false);
    });

    it('looks for what a string names in that zone alone, be it one that there is not', async () => {
      const other = newId();
      await directory.addZone({ id: other, name: 'Other', epoch: newId() });
      const { officerId } = account;
      const one = desk();
      const { deviceId } = one;
      await directory.putDesk(zone, one);
      const of = { zoneId: zone, officerId, deviceId, expiresAt: LATER };
      const [codeHash, nonceHash, tokenHash] = [newId(), newId(), newId()];
      await directory.addCode({ ...of, codeHash });
      await directory.addChallenge({ ...of, nonceHash });
      await directory.addToken({ ...of, tokenHash });
      for (const elsewhere of [other, newId()]) {
        expect(await directory.token(elsewhere, tokenHash)).toBeUndefined();
        expect(await directory.useChallenge(elsewhere, deviceId, nonceHash, NOW)).toBe(false);
        expect(await directory.desk(elsewhere, deviceId)).toBeUndefined();
      }
      expect(await directory.useCode(other, codeHash, NOW)).toBeUndefined();
      // All of it is still there, and another zone may have the same.
      await directory.addToken({ ...of, tokenHash, zoneId: other });
      expect((await directory.token(zone, tokenHash))?.zoneId).toBe(zone);
      expect((await directory.token(other, tokenHash))?.zoneId).toBe(other);
      expect(await directory.useChallenge(zone, deviceId, nonceHash, NOW)).toBe(true);
      expect((await directory.useCode(zone, codeHash, NOW))?.zoneId).toBe(zone);
    });

    it('finds the zone of a desk among all of them, also of one that was revoked', async () => {
      const one = desk();
      await directory.putDesk(zone, one);
      expect(await directory.zoneOfDesk(one.deviceId)).toBe(zone);
      await directory.revokeDesk(zone, one.deviceId);
      expect(await directory.zoneOfDesk(one.deviceId)).toBe(zone);
      expect(await directory.zoneOfDesk(newId())).toBeUndefined();
    });

    it('spends a code and adds a token only with the rest of the transaction', async () => {
      const { officerId } = account;
      const code = { codeHash: newId(), zoneId: zone, officerId, expiresAt: LATER };
      await directory.addCode(code);
      const tokenHash = newId();
      const failed = store.write(zone, async (transaction) => {
        const locked = await transaction.directory();
        const one = desk();
        await locked.useCode(zone, code.codeHash, NOW);
        await locked.putDesk(zone, one);
        await locked.addToken({ ...one, tokenHash, zoneId: zone, expiresAt: LATER });
        throw new Error('refused');
      });
      await expect(failed).rejects.toThrow('refused');
      expect(await directory.code(code.codeHash, NOW)).toEqual(code);
      expect(await directory.token(zone, tokenHash)).toBeUndefined();
      expect(await directory.desks(zone)).toEqual([]);
    });

    it('sweeps away what is too old', async () => {
      const token = { zoneId: zone, officerId: newId(), deviceId: newId(), expiresAt: NOW };
      const [old, young] = [newId(), newId()];
      await directory.addToken({ ...token, tokenHash: old });
      await directory.addToken({ ...token, tokenHash: young, expiresAt: LATER });
      await directory.sweep(NOW);
      expect(await directory.token(zone, old)).toBeUndefined();
      expect(await directory.token(zone, young)).toBeDefined();
    });

    it('gives a restored zone another life', async () => {
      const epoch = newId();
      await directory.changeEpoch(zone, epoch);
      const zones = await directory.zones();
      expect(zones.find(({ id }) => id === zone)?.epoch).toBe(epoch);
    });
  });
}
