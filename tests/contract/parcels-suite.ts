import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { WorkbenchClient } from '#shared/contract/contract.ts';
import { type ParcelsState, parcelsStateSchema, takenInSchema } from '#shared/contract/parcels.ts';

import { memoryStore } from '../../central/store/memory/memory-store.ts';
import { startTestServer, type TestServer } from '../factories/central-server.ts';
import { PASSPHRASE } from '../factories/test-workbench.ts';
import { type DeskOver, type MakeTransport, startDeskOver, upload } from './desk-over.ts';

/** Two desks and a centre that listens; the first one loses its line, and the second one brings its work. */
export function registerParcelsSuite(name: string, open: MakeTransport): void {
  describe(`parcels ${name}`, () => {
    let server: TestServer;
    let noor: DeskOver;
    let samir: DeskOver;

    const startDesk = async (displayName: string, seed: number): Promise<DeskOver> => {
      const over = await startDeskOver(open, { seed });
      await over.client.desk.createProfile({ displayName, passphrase: PASSPHRASE });
      return over;
    };
    const enrol = async ({ client }: DeskOver): Promise<void> => {
      await client.sync.enrol(await server.invite('officer', server.zone.north));
      await untilOnline(client);
    };
    const untilOnline = (client: WorkbenchClient) =>
      vi.waitFor(
        async () =>
          expect(await client.sync.state()).toMatchObject({
            connection: 'online',
            onlyHere: 0,
            underWay: 0,
          }),
        { timeout: 20_000, interval: 20 },
      );
    const untilParcels = ({ client }: DeskOver, wanted: object): Promise<ParcelsState> =>
      vi.waitFor(
        async () => {
          const state = await client.parcels.state();
          expect(state).toMatchObject(wanted);
          return state;
        },
        { timeout: 20_000, interval: 20 },
      );
    const download = async (
      client: WorkbenchClient,
      { downloadId, size }: { readonly downloadId: string; readonly size: number },
    ): Promise<Buffer> => {
      const { bytes, done } = await client.transfers.readDownload({ downloadId, offset: 0 });
      expect(done).toBe(true);
      const whole = Buffer.from(bytes, 'base64');
      expect(whole.length).toBe(size);
      return whole;
    };
    const takeIn = async ({ client }: DeskOver, bytes: Buffer) => {
      const taken = await client.parcels.takeIn({ uploadId: await upload(client, 'f', bytes) });
      expect(takenInSchema.parse(taken)).toEqual(taken);
      return taken;
    };

    beforeEach(async () => {
      server = await startTestServer(memoryStore());
      noor = await startDesk('Noor Voorbeeld', 61);
      samir = await startDesk('Samir Verzonnen', 62);
    }, 60_000);
    afterEach(async () => {
      await noor.end();
      await samir.end();
      await server.stop();
    });

    it('wait for a centre, and for something to hand over', async () => {
      const state = await noor.client.parcels.state();
      expect(parcelsStateSchema.parse(state)).toEqual(state);
      expect(state).toMatchObject({ isEnrolled: false, hasKey: false });
      await expect(noor.client.parcels.make()).rejects.toMatchObject({ code: 'NOT_ENROLLED' });
      await expect(takeIn(noor, Buffer.from('x'))).rejects.toMatchObject({ code: 'NOT_ENROLLED' });
      await enrol(noor);
      expect(await noor.client.parcels.state()).toMatchObject({ isEnrolled: true, hasKey: true });
      await expect(noor.client.parcels.make()).rejects.toMatchObject({
        code: 'PARCEL_REFUSED',
        data: { reason: 'empty' },
      });
      const parcelId = server.zone.newId();
      for (const work of [noor.client.parcels.receipts, noor.client.parcels.remove]) {
        await expect(work({ parcelId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      }
    });

    it('are made without a line, brought by a colleague, and answered', async () => {
      await enrol(noor);
      await enrol(samir);
      await server.stop();
      const partyId = server.zone.newId();
      await noor.client.parties.add({
        id: partyId,
        fields: { kind: 'person', name: 'An Verzonnen', reach: '', language: null, role: null },
      });
      const made = await noor.client.parcels.make();
      expect(made).toMatchObject({ operations: 1, files: 0, leftOut: 0 });
      expect(made.fileName).toMatch(/^wijkwerk-2026-06-15-\d{6}\.wijkwerk-parcel$/);
      const parcel = await download(noor.client, made);

      expect(await takeIn(samir, parcel)).toEqual({
        kind: 'parcel',
        operations: 1,
        files: 0,
        isNew: true,
      });
      expect(await takeIn(samir, parcel)).toMatchObject({ isNew: false });
      const waiting = await untilParcels(samir, { carried: [{ deliveredAt: null }] });
      expect(parcelsStateSchema.parse(waiting)).toEqual(waiting);
      await expect(takeIn(noor, parcel)).rejects.toMatchObject({ data: { reason: 'own-parcel' } });

      server = await startTestServer(server.zone.centre.store, {
        port: Number(new URL(server.address).port),
        seed: 52,
      });
      await samir.client.sync.now();
      const arrived = await vi.waitFor(
        async () => {
          const { carried } = await samir.client.parcels.state();
          const deliveredAt = carried[0]?.deliveredAt ?? null;
          expect(deliveredAt).not.toBeNull();
          return carried[0] ?? expect.fail('nothing is carried');
        },
        { timeout: 20_000, interval: 20 },
      );
      const file = await samir.client.parcels.receipts({ parcelId: arrived.id });
      const receipts = await download(samir.client, file);
      await expect(takeIn(samir, receipts)).rejects.toMatchObject({
        data: { reason: 'other-desk' },
      });
      for (let at = 0; at < 2; at += 1) {
        expect(await takeIn(noor, receipts)).toEqual({
          kind: 'receipts',
          answered: 1,
          refused: '',
        });
        const [standing] = await noor.client.sync.recordStates({
          entity: 'party',
          ids: [partyId],
        });
        expect(standing).toMatchObject({ state: 'received', receipt: expect.stringMatching(/./) });
      }
      await samir.client.parcels.remove({ parcelId: arrived.id });
      expect(await samir.client.parcels.state()).toMatchObject({ carried: [] });
    });
  });
}
