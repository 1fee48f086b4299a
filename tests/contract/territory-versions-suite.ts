import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { territoryDraftSchema } from '#shared/contract/administration.ts';
import type { WorkbenchClient } from '#shared/contract/contract.ts';
import { zoneVersionStateSchema } from '#shared/contract/territory.ts';
import { territoryVersionSchema } from '#shared/protocol/territory.ts';

import { memoryStore } from '../../central/store/memory/memory-store.ts';
import { startTestServer, type TestServer } from '../factories/central-server.ts';
import { PASSPHRASE } from '../factories/test-workbench.ts';
import { type DeskOver, type MakeTransport, startDeskOver, upload } from './desk-over.ts';

const NAMES = Buffer.from('id;naam\ns1;Zonnebloemstraat\ns2;Maanstraat\n');

/** A territory that is published at an administrator's desk and arrives at an officer's, over any transport. */
export function registerTerritoryVersionsSuite(name: string, open: MakeTransport): void {
  describe(`versions of the territory ${name}`, () => {
    let server: TestServer;
    let administrators: DeskOver;
    let officers: DeskOver;
    let publisher: WorkbenchClient;
    let reader: WorkbenchClient;

    beforeAll(async () => {
      server = await startTestServer(memoryStore());
      administrators = await startDeskOver(open);
      officers = await startDeskOver(open, { seed: 2 });
      publisher = administrators.client;
      reader = officers.client;
      await publisher.desk.createProfile({ displayName: 'Bea Beheer', passphrase: PASSPHRASE });
      await reader.desk.createProfile({ displayName: 'Noor Voorbeeld', passphrase: PASSPHRASE });
    }, 60_000);
    afterAll(async () => {
      await administrators.end();
      await officers.end();
      await server.stop();
    });

    const importNames = async (client: WorkbenchClient): Promise<string | undefined> => {
      const uploadId = await upload(client, 'straten.csv', NAMES);
      const events = await client.territory.runImport({
        ...{ uploadId, layer: 'street-names', mapping: { officialId: 'id', nameNl: 'naam' } },
        ...{
          coordinateSystem: 'EPSG:4326',
          validFrom: '2026-01-01',
          complete: true,
          credit: 'Stad',
        },
      });
      let last: string | undefined;
      for await (const event of events) last = event.type;
      return last;
    };

    it('are nothing without a centre, and everybody imports', async () => {
      expect(await reader.territory.version()).toEqual({
        ...{ hasCentre: false, here: null, arriving: null, mayImport: true },
      });
      await expect(publisher.administration.territoryDraft()).rejects.toMatchObject({
        code: 'NOT_ENROLLED',
      });
    });

    it('are published at one desk and arrive at another, which then imports nothing itself', async () => {
      await publisher.sync.enrol(await server.invite('administrator'));
      const nothing = await publisher.administration.territoryDraft();
      expect(nothing).toEqual({ draft: null, isNew: false, isBehind: false });
      expect(await importNames(publisher)).toBe('done');
      const told = await publisher.administration.territoryDraft();
      expect(territoryDraftSchema.parse(told)).toEqual(told);
      expect(told).toMatchObject({ draft: { counts: { streets: 2 }, validFrom: '2026-01-01' } });
      const hash = told.draft?.hash ?? '';
      const other = publisher.administration.publishTerritory({ hash: '0'.repeat(64) });
      await expect(other).rejects.toMatchObject({ code: 'INVALID_FIELD', data: { field: 'hash' } });
      const version = await publisher.administration.publishTerritory({ hash });
      expect(territoryVersionSchema.parse(version)).toEqual(version);
      expect(version.number).toBe(1);

      // What the officer brought in before gives way to it.
      expect(await importNames(reader)).toBe('done');
      await reader.sync.enrol(await server.invite('officer'));
      await expect
        .poll(async () => (await reader.territory.version()).here?.version, { timeout: 20_000 })
        .toEqual(version);
      const state = await reader.territory.version();
      expect(zoneVersionStateSchema.parse(state)).toEqual(state);
      expect(state).toMatchObject({ hasCentre: true, arriving: null, mayImport: false });
      expect(await reader.territory.summary()).toMatchObject({ streets: 2, credits: ['Stad'] });
      await expect(importNames(reader)).rejects.toMatchObject({ code: 'TERRITORY_FROM_CENTRE' });

      const desks = async () =>
        (await publisher.administration.territoryVersions({})).versions.map((one) => one.desks);
      await expect.poll(async () => (await desks())[0]?.length, { timeout: 20_000 }).toBe(2);
      expect(await publisher.administration.territoryDraft()).toMatchObject({
        ...{ isNew: false, isBehind: false },
      });
    }, 60_000);

    it('are not asked about by an officer', async () => {
      await expect(reader.administration.territoryVersions({})).rejects.toMatchObject({
        ...{ code: 'CENTRE_REFUSED', data: { code: 'FORBIDDEN' } },
      });
      await expect(reader.administration.territoryDraft()).rejects.toMatchObject({
        data: { code: 'FORBIDDEN' },
      });
    });

    it('never leave an import that was made before with a question', async () => {
      for (const client of [publisher, reader]) {
        await client.sync.now();
        const standing = { onlyHere: 0, underWay: 0, needsAttention: 0 };
        await expect.poll(() => client.sync.state(), { timeout: 20_000 }).toMatchObject(standing);
      }
    });
  });
}
