import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { basemapSchema } from '#shared/contract/basemap.ts';
import { contactsContract } from '#shared/contract/contacts.ts';
import type { WorkbenchClient } from '#shared/contract/contract.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import { makeSmallBasemap } from '../factories/small-basemap.ts';
import { PASSPHRASE } from '../factories/test-workbench.ts';
import {
  type DeskOver,
  importStreet,
  type MakeTransport,
  startDeskOver,
  upload,
} from './desk-over.ts';

const random = seededRandom(22);
const newId = (): string => makeId(Date.parse('2026-06-15T08:00:00.000Z'), randomBytes(random, 16));
const BELGIUM: [number, number, number, number] = [2, 49, 7, 52];

/** What a page needs for its map, the same over every transport. */
export function registerMapSuite(name: string, open: MakeTransport): void {
  describe(`the map, ${name}`, () => {
    let over: DeskOver;
    let client: WorkbenchClient;

    beforeAll(async () => {
      over = await startDeskOver(open);
      client = over.client;
      await client.desk.createProfile({ displayName: 'Noor Voorbeeld', passphrase: PASSPHRASE });
      await importStreet(client, 'Zonnebloemstraat');
      const { streetId } =
        (await client.territory.searchAddress({ text: 'zonne', limit: 1 }))[0] ?? {};
      for (let index = 0; index < 12; index += 1) {
        await client.contacts.log({
          id: newId(),
          occurredAt: '2026-06-15T07:30:00.000Z',
          place: {
            streetId: streetId ?? '',
            houseNumber: '',
            position: [4.402 + (index * 0.01) / 12, 51.005],
          },
          reason: index < 8 ? 'nuisance' : 'traffic',
          summary: '',
          next: { step: 'nothing', note: '' },
        });
      }
    });
    afterAll(() => over.end());

    it('counts every contact in one group or as a point, as many as are in view', async () => {
      const filter = { reason: 'nuisance' as const };
      const inView = await client.contacts.inView({ bounds: BELGIUM, filter });
      expect(inView.total).toBe(8);
      for (const zoom of [9, 13, 19]) {
        const onMap = await client.contacts.onMap({ bounds: BELGIUM, zoom, filter });
        const output = contactsContract.onMap['~orpc'].outputSchema;
        expect(output?.safeParse(onMap).success).toBe(true);
        const grouped = onMap.groups.flatMap(({ counts }) => counts);
        expect(grouped.reduce((sum, one) => sum + one, 0) + onMap.points.length).toBe(inView.total);
      }
      await expect(
        client.contacts.onMap({ bounds: BELGIUM, zoom: 99, filter }),
      ).rejects.toMatchObject({ code: 'INVALID_FIELD' });
    });

    it('takes a background map in, gives its bytes, and refuses another file by code', async () => {
      expect(await client.basemap.current()).toEqual({ basemap: null });
      const content = makeSmallBasemap([4.4, 51]);
      const adopted = await client.basemap.adopt({
        uploadId: await upload(client, 'zone.pmtiles', content),
      });
      expect(basemapSchema.parse(adopted)).toEqual(adopted);
      const { bytes } = await client.basemap.read({ id: adopted.id, offset: 0, length: 7 });
      expect(Buffer.from(bytes, 'base64').toString()).toBe('PMTiles');
      await expect(
        client.basemap.adopt({
          uploadId: await upload(client, 'zone.pmtiles', Buffer.from('no map at all')),
        }),
      ).rejects.toMatchObject({ code: 'BASEMAP_UNUSABLE', data: { reason: 'foreign' } });
      expect(await client.basemap.current()).toEqual({ basemap: adopted });
      await client.basemap.remove();
      expect(await client.basemap.current()).toEqual({ basemap: null });
    });

    it('tells nobody anything while the desk is locked', async () => {
      await client.desk.lock();
      await expect(client.basemap.current()).rejects.toMatchObject({ code: 'LOCKED' });
      await expect(
        client.contacts.onMap({ bounds: BELGIUM, zoom: 12, filter: {} }),
      ).rejects.toMatchObject({ code: 'LOCKED' });
    });
  });
}
