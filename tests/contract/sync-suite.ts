import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';

import type { WorkbenchClient } from '#shared/contract/contract.ts';
import { type SyncState, syncStateSchema } from '#shared/contract/sync.ts';
import {
  arrivalSchema,
  attentionPageSchema,
  operationsPageSchema,
  recordStandingSchema,
  rightsChangeSchema,
} from '#shared/contract/sync-lines.ts';
import { OPEN_END } from '#shared/lib/dates.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import { memoryStore } from '../../central/store/memory/memory-store.ts';
import { PASSWORD, startTestServer, type TestServer } from '../factories/central-server.ts';
import { PASSPHRASE } from '../factories/test-workbench.ts';
import { type DeskOver, importStreet, type MakeTransport, startDeskOver } from './desk-over.ts';

const random = seededRandom(71);
const newId = (): string => makeId(Date.parse('2026-06-15T08:00:00.000Z'), randomBytes(random, 16));

/** A desk and a centre that really listens: enrolling, the state of the line, and coming back to it. */
export function registerSyncSuite(name: string, open: MakeTransport): void {
  describe(`the line to the centre ${name}`, () => {
    let over: DeskOver;
    let client: WorkbenchClient;
    let server: TestServer;
    let enrolment: Parameters<WorkbenchClient['sync']['enrol']>[0];

    beforeEach(async () => {
      server = await startTestServer(memoryStore());
      over = await startDeskOver(open);
      client = over.client;
      await client.desk.createProfile({ displayName: 'Noor Voorbeeld', passphrase: PASSPHRASE });
      await importStreet(client, 'Voorbeeldstraat');
      enrolment = await server.invite('officer', server.zone.north);
    }, 60_000);
    afterEach(async () => {
      await over.end();
      await server.stop();
    });

    const untilState = (wanted: Partial<SyncState>): Promise<SyncState> =>
      vi.waitFor(
        async () => {
          const state = await client.sync.state();
          expect(state).toMatchObject(wanted);
          return state;
        },
        { timeout: 20_000, interval: 20 },
      );

    /** Locks the desk, unlocks it, and asks the centre. */
    const openAgain = async (): Promise<void> => {
      await client.desk.lock();
      const [profile] = (await client.desk.state()).profiles;
      await client.desk.unlock({ profileId: profile?.id ?? '', passphrase: PASSPHRASE });
      await untilState({ connection: 'online' });
      await client.sync.now();
    };

    it('is none at first, and nothing is tried', async () => {
      const state = await client.sync.state();
      expect(syncStateSchema.parse(state)).toEqual(state);
      expect(state).toMatchObject({ enrolment: null, connection: 'none', isRunning: false });
      await expect(client.sync.now()).rejects.toMatchObject({ code: 'NOT_ENROLLED' });
      await expect(client.sync.signIn({ password: 'x' })).rejects.toMatchObject({
        code: 'NOT_ENROLLED',
      });
    });

    it('hands over what was made before, and says so', async () => {
      await logContact(client);
      const before = await client.sync.state();
      expect(before.onlyHere).toBeGreaterThan(1);
      await client.sync.enrol(enrolment);
      const state = await untilState({ connection: 'online', onlyHere: 0, underWay: 0 });
      expect(syncStateSchema.parse(state)).toEqual(state);
      expect(state.enrolment).toMatchObject({ login: enrolment.login, role: 'officer' });
      expect(state.lastContactAt).not.toBeNull();
      // What is written from now on follows by itself.
      const contactId = await logContact(client);
      await expect
        .poll(async () => (await client.contacts.get({ id: contactId })).recordState)
        .toBe('received');
      await expect(client.sync.enrol(enrolment)).rejects.toMatchObject({
        code: 'ENROLMENT_STANDS',
      });
    });

    it('tells in words what was done, where it is, and what came in', async () => {
      const contactId = await logContact(client);
      const line = { deed: 'contact-logged', entityId: contactId, receipt: '' };
      const waiting = await client.sync.operations({
        filter: { where: 'only-here' },
        cursor: null,
        limit: 1,
      });
      expect(operationsPageSchema.parse(waiting)).toEqual(waiting);
      expect(waiting.rows).toMatchObject([
        { ...line, state: 'only-here', subject: { contactId, streetNameNl: 'Voorbeeldstraat' } },
      ]);
      const next = {
        filter: { where: 'only-here' as const },
        cursor: waiting.nextCursor,
        limit: 9,
      };
      const rest = (await client.sync.operations(next)).rows;
      expect(rest.map(({ entityId }) => entityId)).not.toContain(contactId);
      await expect(client.sync.operations({ ...next, cursor: 'x' })).rejects.toMatchObject({
        code: 'INVALID_FIELD',
        data: { field: 'cursor' },
      });

      const names = { nameNl: 'Leegstand', nameFr: 'Vacance', nameEn: 'Vacancy' };
      const valid = { validFrom: '2026-01-01', validTo: OPEN_END };
      const fields = { ...names, ...valid, family: '' as const, position: 500 };
      await client.codes.add({ list: 'problem', fields });
      await client.sync.enrol(enrolment);
      await untilState({ connection: 'online', onlyHere: 0, underWay: 0 });
      const day = await client.sync.operations({
        filter: { day: '2026-06-15' },
        cursor: null,
        limit: 200,
      });
      const seqs = day.rows.map(({ deviceSeq }) => deviceSeq);
      expect(seqs).toEqual([...seqs].sort((one, other) => one - other));
      const logged = day.rows.find(({ entityId }) => entityId === contactId);
      expect(logged).toMatchObject({ deed: 'contact-logged', state: 'accepted' });
      const [standing] = await client.sync.recordStates({ entity: 'contact', ids: [contactId] });
      expect(recordStandingSchema.parse(standing)).toEqual({
        id: contactId,
        state: 'received',
        receipt: logged?.receipt,
      });
      const arrivals = await client.sync.arrivals();
      expect(z.array(arrivalSchema).parse(arrivals)).toEqual(arrivals);

      // Of the words of the zone an officer may not say: it is set aside, asked about, and kept.
      const asked = await client.sync.attention({ settled: false, cursor: null, limit: 10 });
      expect(attentionPageSchema.parse(asked)).toEqual(asked);
      const [item] = asked.rows;
      expect(item).toMatchObject({ deed: 'code-changed', state: 'quarantined' });
      const opId = item?.opId ?? '';
      await expect(client.sync.choose({ opId, choices: {} })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
      await expect(client.sync.undoChoice({ opId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await client.sync.settle({ opId, settled: true });
      expect((await client.sync.state()).needsAttention).toBe(asked.rows.length - 1);
    });

    it('notices rights that end, until the officer has seen it', async () => {
      await client.sync.enrol(enrolment);
      await untilState({ connection: 'online' });
      expect(await client.sync.rightsChanges()).toEqual([]);
      const { directory } = server.zone.centre.store;
      const { zoneId, north } = server.zone;
      const [account] = await directory.accounts(zoneId);
      const [right] = await directory.rights(zoneId, account?.officerId ?? '');
      await directory.endRight(zoneId, right?.id ?? '', '2026-06-15');
      await client.sync.now();
      const changes = await client.sync.rightsChanges();
      expect(z.array(rightsChangeSchema).parse(changes)).toEqual(changes);
      expect(changes).toMatchObject([{ gained: [], lost: [{ id: north }], rowsLeft: 0 }]);
      // Unread, it stands there again after a restart, and once; read, it never comes back.
      await openAgain();
      expect(await client.sync.rightsChanges()).toEqual(changes);
      await client.sync.rightsSeen({ position: changes[0]?.position ?? 0 });
      expect(await client.sync.rightsChanges()).toEqual([]);
      await openAgain();
      expect(await client.sync.rightsChanges()).toEqual([]);
      await server.zone.grant(account?.officerId ?? '', north);
      await client.sync.now();
      expect(await client.sync.rightsChanges()).toMatchObject([
        { gained: [{ id: north }], lost: [] },
      ]);
    });

    it('says that the account was closed, takes contacts all the same, and notices that it is open again', async () => {
      await client.sync.enrol(enrolment);
      await untilState({ connection: 'online' });
      const { directory } = server.zone.centre.store;
      const { zoneId } = server.zone;
      const [account] = await directory.accounts(zoneId);
      if (!account) throw new Error('no account');
      await directory.putAccount(zoneId, { ...account, disabled: true });
      await client.sync.now();
      expect(await client.sync.state()).toMatchObject({ connection: 'revoked', code: null });
      const id = await logContact(client);
      expect(await client.contacts.get({ id })).toMatchObject({ id });
      await untilState({ onlyHere: 0, connection: 'revoked' });
      await directory.putAccount(zoneId, account);
      await client.sync.now();
      expect(await client.sync.state()).toMatchObject({ connection: 'online' });
    });

    it('is refused with the centre’s reason, and the desk stays as it was', async () => {
      const wrong = { ...enrolment, password: 'niet dit wachtwoord' };
      await expect(client.sync.enrol(wrong)).rejects.toMatchObject({
        code: 'CENTRE_REFUSED',
        data: { code: 'WRONG_CREDENTIALS' },
      });
      for (const address of [
        'http://centre.example',
        'ftp://centre.example',
        'https://a:b@c',
        '?',
      ]) {
        await expect(client.sync.enrol({ ...enrolment, address })).rejects.toMatchObject({
          code: 'INVALID_FIELD',
          data: { field: 'address' },
        });
      }
      await expect(
        client.sync.enrol({ ...enrolment, address: 'http://127.0.0.1:9' }),
      ).rejects.toMatchObject({ code: 'CENTRE_UNREACHABLE' });
      expect(await client.sync.state()).toMatchObject({ enrolment: null, connection: 'none' });
    });

    it('looks at the centre and not at the cable, and comes back by itself or when asked', async () => {
      await client.sync.enrol(enrolment);
      await untilState({ connection: 'online' });
      await server.stop();
      const away = await untilState({ connection: 'unreachable' });
      expect(away.nextTryAt).not.toBeNull();
      await logContact(client);
      expect((await client.sync.state()).onlyHere).toBeGreaterThan(0);

      const port = Number(new URL(server.address).port);
      server = await restartServer(server, port);
      await client.sync.now();
      await client.sync.now();
      await untilState({ connection: 'online', onlyHere: 0 });
    });

    it('is there again after a restart, without a password', async () => {
      await client.sync.enrol(enrolment);
      await untilState({ connection: 'online' });
      await client.desk.lock();
      await expect(client.sync.state()).rejects.toMatchObject({ code: 'LOCKED' });
      const [profile] = (await client.desk.state()).profiles;
      await client.desk.unlock({ profileId: profile?.id ?? '', passphrase: PASSPHRASE });
      await untilState({ connection: 'online' });
    });

    it('wants the password when the time without it is over', async () => {
      await client.sync.enrol(enrolment);
      await untilState({ connection: 'online' });
      // The tokens of the old days are too old as well.
      server.zone.clock.advance(15 * 86_400_000);
      over.desk.clock.advance(15 * 86_400_000);
      await client.sync.now();
      await untilState({ connection: 'sign-in' });
      await expect(client.sync.signIn({ password: 'iets anders' })).rejects.toMatchObject({
        code: 'CENTRE_REFUSED',
      });
      await client.sync.signIn({ password: PASSWORD });
      await untilState({ connection: 'online' });
    });

    it('says some days before that the lease ends, and opens no further than to hand over when it is', async () => {
      await client.sync.enrol(enrolment);
      expect(await untilState({ connection: 'online' })).toMatchObject({
        lease: { state: 'valid', daysLeft: 14, endsSoon: false },
      });
      const days = (count: number): void => {
        for (const { clock } of [server.zone, over.desk]) clock.advance(count * 86_400_000);
      };
      days(12);
      await client.sync.now();
      expect((await client.sync.state()).lease).toEqual({
        state: 'valid',
        daysLeft: 2,
        endsSoon: true,
      });
      // Renewed in time, it begins anew.
      await client.sync.signIn({ password: PASSWORD });
      expect((await client.sync.state()).lease).toMatchObject({ daysLeft: 14, endsSoon: false });

      const contactId = await logContact(client);
      await server.stop();
      const draft = { id: newId(), form: { summary: 'half een zin' } };
      days(15);
      // Whoever is at work goes on: nothing that is being typed is lost.
      expect((await client.sync.state()).lease).toEqual({ state: 'over' });
      expect((await client.contacts.get({ id: contactId })).id).toBe(contactId);
      expect((await client.desk.state()).leaseOver).toBe(false);

      await client.desk.lock();
      // A clock that is set back does not open it.
      over.desk.clock.advance(-10 * 86_400_000);
      const [profile] = (await client.desk.state()).profiles;
      await client.desk.unlock({ profileId: profile?.id ?? '', passphrase: PASSPHRASE });
      expect(await client.desk.state()).toMatchObject({ state: 'unlocked', leaseOver: true });
      await expect(client.contacts.get({ id: contactId })).rejects.toMatchObject({
        code: 'LEASE_OVER',
      });
      await expect(
        client.sync.operations({ filter: { where: 'only-here' }, cursor: null, limit: 5 }),
      ).rejects.toMatchObject({ code: 'LEASE_OVER' });
      expect(await client.parcels.make()).toMatchObject({ files: 0 });
      expect((await client.backup.create()).size).toBeGreaterThan(0);
      await client.contacts.saveDraft(draft);

      server = await startTestServer(server.zone.centre.store, {
        port: Number(new URL(server.address).port),
        seed: 53,
      });
      server.zone.clock.advance(27 * 86_400_000);
      await client.sync.now();
      await untilState({ connection: 'sign-in' });
      expect((await client.desk.state()).leaseOver).toBe(true);
      await client.sync.signIn({ password: PASSWORD });
      await untilState({ connection: 'online' });
      expect((await client.desk.state()).leaseOver).toBe(false);
      expect((await client.contacts.get({ id: contactId })).id).toBe(contactId);
    });

    it('ends when the desk is shut out', async () => {
      await client.sync.enrol(enrolment);
      await untilState({ connection: 'online' });
      const { directory } = server.zone.centre.store;
      const [desk] = await directory.desks(server.zone.zoneId);
      await directory.revokeDesk(server.zone.zoneId, desk?.deviceId ?? '');
      await client.sync.now();
      await untilState({ connection: 'revoked' });
    });
  });
}

/** The same centre on the same address, after it was away. */
async function restartServer(server: TestServer, port: number): Promise<TestServer> {
  return startTestServer(server.zone.centre.store, { port, seed: 51 });
}

async function logContact(client: WorkbenchClient): Promise<string> {
  const [street] = await client.territory.searchAddress({ text: 'Voorbeeldstraat', limit: 1 });
  const id = newId();
  await client.contacts.log({
    id,
    occurredAt: '2026-06-15T07:30:00.000Z',
    place: { streetId: street?.streetId ?? '', houseNumber: '', position: null },
    reason: 'school',
    summary: 'Over de schoolpoort.',
    next: { step: 'nothing', note: '' },
  });
  return id;
}
