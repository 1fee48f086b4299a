import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

import { administeredAreaSchema, quarantinedWorkSchema } from '#shared/contract/administration.ts';
import type { WorkbenchClient } from '#shared/contract/contract.ts';
import { OPEN_END } from '#shared/lib/dates.ts';
import { ADMINISTRATION_WIRE } from '#shared/protocol/administration.ts';

import { memoryStore } from '../../central/store/memory/memory-store.ts';
import { PASSWORD, startTestServer, type TestServer } from '../factories/central-server.ts';
import { contactFields } from '../factories/central-zone.ts';
import { PASSPHRASE } from '../factories/test-workbench.ts';
import { type DeskOver, importAreas, type MakeTransport, startDeskOver } from './desk-over.ts';

/** What administrators and team leads ask of the centre through their desk, over any transport. */
export function registerAdministrationSuite(name: string, open: MakeTransport): void {
  describe(`administration ${name}`, () => {
    let over: DeskOver;
    let client: WorkbenchClient;
    let server: TestServer;
    const { accounts, desks, acts } = ADMINISTRATION_WIRE;

    beforeAll(async () => {
      server = await startTestServer(memoryStore());
      over = await startDeskOver(open);
      client = over.client;
      await client.desk.createProfile({ displayName: 'Bea Beheer', passphrase: PASSPHRASE });
      await importAreas(client, ['Zonnewijk', 'Maanwijk']);
    }, 60_000);
    afterAll(async () => {
      await over.end();
      await server.stop();
    });

    it('is nothing without a centre', async () => {
      await expect(client.administration.accounts({})).rejects.toMatchObject({
        code: 'NOT_ENROLLED',
      });
      await expect(client.administration.areas()).rejects.toMatchObject({ code: 'NOT_ENROLLED' });
    });

    it('changes accounts and rights at the centre, in areas that this desk names', async () => {
      await client.sync.enrol(await server.invite('administrator'));
      const before = (await client.administration.areas()).areas;
      expect(z.array(administeredAreaSchema).parse(before)).toEqual(before);
      expect(before.filter(({ here }) => here)).toMatchObject([
        { nameNl: 'Maanwijk', kind: 'neighbourhood', atCentre: false },
        { nameNl: 'Zonnewijk', kind: 'neighbourhood', atCentre: false },
      ]);
      expect(before.filter(({ atCentre }) => atCentre)).toHaveLength(2);
      expect(await client.administration.tellAreas()).toEqual({ told: 2 });
      const after = (await client.administration.areas()).areas;
      expect(after.filter(({ atCentre }) => atCentre)).toHaveLength(4);

      const { officerId } = await client.administration.addAccount({
        login: 'noor',
        displayName: 'Noor Voorbeeld',
        role: 'officer',
        password: PASSWORD,
      });
      const right = {
        officerId,
        kind: 'neighbourhood' as const,
        areaId: after.find(({ here }) => here)?.id ?? '',
        restricted: false,
        validFrom: '2026-06-01',
        validTo: OPEN_END,
      };
      const { rightId } = await client.administration.addRight(right);
      await client.administration.endRight({ rightId, validTo: '2026-07-01' });
      await client.administration.changeAccount({ officerId, role: 'team-lead' });
      await client.administration.setPassword({ officerId, password: `${PASSWORD}!` });
      await client.administration.closeAccount({ officerId });
      await client.administration.reopenAccount({ officerId });
      expect(await client.administration.makeCode({ officerId })).toHaveProperty('code');
      const list = await client.administration.accounts({});
      expect(accounts.response.parse(list)).toEqual(list);
      expect(list.accounts.find((one) => one.officerId === officerId)).toMatchObject({
        role: 'team-lead',
        rights: [{ id: rightId, validTo: '2026-07-01' }],
      });

      await client.administration.setDeskAlarm({ days: 3 });
      const all = await client.administration.desks({});
      expect(desks.response.parse(all)).toEqual(all);
      expect(all).toMatchObject({ alarmDays: 3, desks: [{ label: 'Desk 1' }] });
      const done = await client.administration.acts({ before: null });
      expect(acts.response.parse(done)).toEqual(done);
      expect(done.acts).toHaveLength(10);
    });

    it('is refused with the centre’s reason', async () => {
      const twice = {
        login: 'noor',
        displayName: 'N',
        role: 'officer',
        password: PASSWORD,
      } as const;
      await expect(client.administration.addAccount(twice)).rejects.toMatchObject({
        code: 'CENTRE_REFUSED',
        data: { code: 'INVALID_FIELD', field: 'login' },
      });
      const { accounts: all } = await client.administration.accounts({});
      const own = all.find(({ role }) => role === 'administrator')?.officerId ?? '';
      await expect(client.administration.closeAccount({ officerId: own })).rejects.toMatchObject({
        code: 'CENTRE_REFUSED',
        data: { code: 'LAST_ADMINISTRATOR' },
      });
      const deviceId = server.zone.newId();
      await expect(client.administration.revokeDesk({ deviceId })).rejects.toMatchObject({
        data: { code: 'NOT_FOUND', field: 'deviceId' },
      });
    });

    it('shows who leads what was set aside, and releases or refuses it', async () => {
      const desk = await server.zone.officer('officer', server.zone.north);
      const [one, two] = [1, 2].map(() =>
        desk.operation({
          entity: 'contact',
          change: contactFields(desk.principal.officerId, server.zone.south),
        }),
      );
      if (!one || !two) throw new Error('no operations');
      await desk.push(one, two);
      expect(await client.quarantine.list({ after: null })).toEqual({ operations: [], next: null });
      const { accounts: all } = await client.administration.accounts({});
      const own = all.find(({ role }) => role === 'administrator')?.officerId ?? '';
      await server.zone.grant(own, server.zone.south);
      const { operations } = await client.quarantine.list({ after: null });
      expect(operations).toHaveLength(2);
      const work = await client.quarantine.get({ opId: one.opId });
      expect(quarantinedWorkSchema.parse(work)).toEqual(work);
      expect(work).toMatchObject({ change: one.change, names: {} });
      expect(await client.quarantine.release({ opId: one.opId })).toMatchObject({
        results: [{ outcome: 'accepted' }],
      });
      const note = 'Dit hoort elders.';
      expect(await client.quarantine.refuse({ opId: two.opId, note })).toMatchObject({
        results: [{ outcome: 'rejected', code: 'refused' }],
      });
      await expect(client.quarantine.release({ opId: two.opId })).rejects.toMatchObject({
        data: { code: 'ALREADY_DECIDED' },
      });
    });

    it('says so when the centre is away', async () => {
      await server.stop();
      await expect(client.administration.desks({})).rejects.toMatchObject({
        code: 'CENTRE_UNREACHABLE',
      });
    });
  });
}
