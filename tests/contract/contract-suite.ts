import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { WorkbenchClient } from '#shared/contract/contract.ts';
import { deskStateSchema } from '#shared/contract/desk.ts';
import {
  addressSuggestionSchema,
  inspectionSchema,
  previewSchema,
} from '#shared/contract/territory.ts';
import { contactSchema } from '#shared/domain/contacts/contact.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import { collect } from '../factories/test-imports.ts';
import { PASSPHRASE } from '../factories/test-workbench.ts';
import { type DeskOver, type MakeTransport, startDeskOver } from './desk-over.ts';

const random = seededRandom(21);
const newId = (): string => makeId(Date.parse('2026-06-15T08:00:00.000Z'), randomBytes(random, 16));

const NEIGHBOURHOODS = JSON.stringify({
  type: 'FeatureCollection',
  features: ['Zonnewijk', 'Maanwijk'].map((naam, index) => ({
    type: 'Feature',
    properties: { code: `W0${index + 1}`, naam },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [4.4 + index / 100, 51],
          [4.41 + index / 100, 51],
          [4.41 + index / 100, 51.01],
          [4.4 + index / 100, 51.01],
          [4.4 + index / 100, 51],
        ],
      ],
    },
  })),
});
const STREETS = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { id: 's1', naam: 'Zonnebloemstraat' },
      geometry: {
        type: 'LineString',
        coordinates: [
          [4.402, 51.005],
          [4.418, 51.005],
        ],
      },
    },
  ],
});

/**
 * What every transport must do alike: the contract as a page sees it. Outputs are checked against
 * their schemas here, because the workbench does not check its own at each call.
 */
export function registerContractSuite(name: string, open: MakeTransport): void {
  describe(`the contract, ${name}`, () => {
    let over: DeskOver;
    let client: WorkbenchClient;

    beforeAll(async () => {
      over = await startDeskOver(open);
      client = over.client;
    });
    afterAll(() => over.end());

    async function upload(fileName: string, text: string): Promise<string> {
      const bytes = Buffer.from(text);
      const { uploadId } = await client.transfers.beginUpload({ fileName, size: bytes.length });
      const half = Math.floor(bytes.length / 2);
      for (const [from, to] of [
        [0, half],
        [half, bytes.length],
      ] as const) {
        await client.transfers.appendUpload({
          uploadId,
          offset: from,
          bytes: bytes.subarray(from, to).toString('base64'),
        });
      }
      return uploadId;
    }

    async function importLayer(layer: 'neighbourhood' | 'segments', text: string): Promise<void> {
      const uploadId = await upload(`${layer}.geojson`, text);
      const inspection = inspectionSchema.parse(await client.territory.inspectUpload({ uploadId }));
      expect(inspection.guess.layer).toBe(layer);
      const plan = {
        uploadId,
        layer,
        mapping: inspection.guess.mapping,
        coordinateSystem: inspection.guess.coordinateSystem,
        validFrom: '2026-01-01',
        complete: true,
        credit: layer === 'segments' ? ' © Voorbeeldkaart ' : '',
      };
      const preview = previewSchema.parse(await client.territory.previewImport(plan));
      expect(preview.counts.refused).toBe(0);
      let last: string | undefined;
      for await (const event of await client.territory.runImport(plan)) last = event.type;
      expect(last).toBe('done');
      await client.transfers.discardUpload({ uploadId });
    }

    it('answers LOCKED to everything about an officer’s work while nobody is at the desk', async () => {
      const calls: (() => Promise<unknown>)[] = [
        () => client.contacts.list({ filter: {}, cursor: null, limit: 10 }),
        () => client.contacts.drafts(),
        () => client.territory.summary(),
        () => client.territory.searchAddress({ text: 'Zonne', limit: 5 }),
        () => client.people.officers(),
        () => client.promises.open(),
        () => client.outbox.summary(),
        () => client.backup.create(),
        () => client.desk.changePassphrase({ current: PASSPHRASE, next: PASSPHRASE }),
      ];
      for (const call of calls) await expect(call()).rejects.toMatchObject({ code: 'LOCKED' });
    });

    it('names the field that is wrong and stores nothing', async () => {
      await expect(
        client.desk.createProfile({ displayName: ' ', passphrase: PASSPHRASE }),
      ).rejects.toMatchObject({
        code: 'INVALID_FIELD',
        data: { field: 'displayName', reason: 'empty' },
      });
      await expect(
        client.desk.createProfile({ displayName: 'x'.repeat(1_000), passphrase: PASSPHRASE }),
      ).rejects.toMatchObject({ data: { field: 'displayName', reason: 'invalid' } });
      await expect(
        client.desk.createProfile({ displayName: 'Noor Voorbeeld', passphrase: 'te kort' }),
      ).rejects.toMatchObject({ code: 'WEAK_PASSPHRASE', data: { minimumLength: 12 } });
      expect((await client.desk.state()).profiles).toEqual([]);
    });

    it('makes an officer’s file and opens it', async () => {
      const state = deskStateSchema.parse(
        await client.desk.createProfile({ displayName: 'Noor Voorbeeld', passphrase: PASSPHRASE }),
      );
      expect(state.state).toBe('unlocked');
      expect(state.officer?.displayName).toBe('Noor Voorbeeld');
      expect((await client.outbox.summary()).onlyHere).toBe(1);
    });

    it('takes a territory in by uploads, with inspection, preview and progress', async () => {
      await importLayer('neighbourhood', NEIGHBOURHOODS);
      await importLayer('segments', STREETS);
      const summary = await client.territory.summary();
      expect(summary.areas.neighbourhood).toBe(2);
      expect(summary.streets).toBe(1);
      expect(summary.segments).toBe(2);
      expect(summary.credits).toEqual(['© Voorbeeldkaart']);
    });

    it('tells in its own words why nothing of a file can be brought in', async () => {
      const elsewhere = NEIGHBOURHOODS.replaceAll('[4.4', '[14.4');
      const uploadId = await upload('elders.geojson', elsewhere);
      const { guess } = await client.territory.inspectUpload({ uploadId });
      const plan = { ...guess, uploadId, validFrom: '2026-01-01', complete: false };
      const { counts } = await client.territory.previewImport(plan);
      expect(counts).toMatchObject({ read: 2, refused: 2 });
      await expect(collect(await client.territory.runImport(plan))).rejects.toMatchObject({
        code: 'IMPORT_UNUSABLE',
        data: { reason: 'nothing-usable' },
      });
      await client.transfers.discardUpload({ uploadId });
    });

    it('refuses an upload whose parts do not follow each other', async () => {
      const { uploadId } = await client.transfers.beginUpload({ fileName: 'a.csv', size: 4 });
      const append = (offset: number, text: string) =>
        client.transfers.appendUpload({
          uploadId,
          offset,
          bytes: Buffer.from(text).toString('base64'),
        });
      await expect(append(2, 'ab')).rejects.toMatchObject({ code: 'UPLOAD_REFUSED' });
      await append(0, 'ab');
      await expect(append(2, 'abc')).rejects.toMatchObject({ code: 'UPLOAD_REFUSED' });
      await expect(client.territory.inspectUpload({ uploadId })).rejects.toMatchObject({
        code: 'UPLOAD_REFUSED',
        data: { reason: 'incomplete' },
      });
      await client.transfers.discardUpload({ uploadId });
      await expect(client.territory.inspectUpload({ uploadId })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    });

    it('logs a contact that shows in another window at once', async () => {
      const other = await over.connect();
      const changes = await other.client.desk.changes();
      expect((await changes.next()).value).toEqual({ topics: [] });

      const [street] = await client.territory.searchAddress({ text: 'zonnebloemstr', limit: 5 });
      const suggestion = addressSuggestionSchema.parse(street);
      const id = newId();
      const noticed = changes.next();
      const contact = {
        id,
        occurredAt: '2026-06-15T07:30:00.000Z',
        place: {
          streetId: suggestion.streetId,
          houseNumber: '12',
          position: [4.404, 51.005] as [number, number],
        },
        reason: 'nuisance' as const,
        summary: 'Geluid ’s avonds, ook na elf uur',
        next: { step: 'promise' as const, note: 'Ik kom donderdag terug', dueOn: '2026-06-18' },
      };
      const logged = contactSchema.parse(await client.contacts.log(contact));
      expect(logged).toMatchObject({
        streetNameNl: 'Zonnebloemstraat',
        neighbourhoodNameNl: 'Zonnewijk',
        recordState: 'only-here',
        authorName: 'Noor Voorbeeld',
      });
      expect((await noticed).value).toEqual({
        topics: expect.arrayContaining(['contacts', 'promises', 'outbox']),
      });
      const list = await other.client.contacts.list({ filter: {}, cursor: null, limit: 10 });
      expect(list.rows.map((row) => row.id)).toEqual([id]);
      const view = await other.client.contacts.inView({
        bounds: [4.4, 51, 4.42, 51.01],
        filter: { reason: 'nuisance' },
      });
      expect(view.points).toHaveLength(1);

      // The same click twice stores one contact; the same id for another content is refused.
      expect(await client.contacts.log(contact)).toEqual(logged);
      await expect(
        client.contacts.log({ ...contact, summary: 'Iets anders' }),
      ).rejects.toMatchObject({
        code: 'ALREADY_EXISTS',
      });
      await changes.return?.();
      await other.close();
    });

    it('refuses a contact in the future and a street that does not exist, by code', async () => {
      const wrong = {
        id: newId(),
        occurredAt: '2026-06-16T07:30:00.000Z',
        place: { streetId: newId(), houseNumber: '', position: null },
        reason: 'traffic' as const,
        summary: '',
        next: { step: 'nothing' as const, note: '' },
      };
      await expect(client.contacts.log(wrong)).rejects.toMatchObject({
        code: 'INVALID_FIELD',
        data: { field: 'occurredAt', reason: 'in-the-future' },
      });
      await expect(
        client.contacts.log({ ...wrong, occurredAt: '2026-06-15T07:30:00.000Z' }),
      ).rejects.toMatchObject({ code: 'NOT_FOUND', data: { what: 'street' } });
      expect((await client.contacts.list({ filter: {}, cursor: null, limit: 9 })).total).toBe(1);
    });

    it('keeps a promise until its outcome was told', async () => {
      const [promise] = await client.promises.open();
      expect(promise?.dueOn).toBe('2026-06-18');
      const id = promise?.id ?? '';
      await expect(client.promises.close({ id, kept: true, outcome: ' ' })).rejects.toMatchObject({
        code: 'INVALID_FIELD',
        data: { field: 'outcome' },
      });
      await client.contacts.saveDraft({ id, form: { outcome: 'Gebeld en' } });
      const closed = await client.promises.close({
        id,
        kept: true,
        outcome: 'Gebeld en uitgelegd',
      });
      expect(closed.state).toBe('kept');
      expect(await client.promises.open()).toEqual([]);
      expect(await client.contacts.drafts()).toEqual([]);
    });

    it('keeps drafts through a lock, and ends a draft with its contact', async () => {
      const id = newId();
      await client.contacts.saveDraft({ id, form: { summary: 'half een zin', reason: null } });
      const { officer } = await client.desk.lock();
      expect(officer).toBeNull();
      await expect(client.contacts.drafts()).rejects.toMatchObject({ code: 'LOCKED' });
      const [profile] = (await client.desk.state()).profiles;
      await client.desk.unlock({ profileId: profile?.id ?? '', passphrase: PASSPHRASE });
      expect(await client.contacts.drafts()).toMatchObject([
        { id, form: { summary: 'half een zin' } },
      ]);
      await client.contacts.discardDraft({ id });
      expect(await client.contacts.drafts()).toEqual([]);
    });

    it('delays after wrong passphrases, longer each time, and says how long', async () => {
      await client.desk.lock();
      const profileId = (await client.desk.state()).profiles[0]?.id ?? '';
      const unlock = (passphrase: string) => client.desk.unlock({ profileId, passphrase });
      await expect(unlock('verkeerd')).rejects.toMatchObject({
        code: 'WRONG_PASSPHRASE',
        data: { retryAfterSeconds: 1 },
      });
      await expect(unlock(PASSPHRASE)).rejects.toMatchObject({
        code: 'TRY_LATER',
        data: { retryAfterSeconds: 1 },
      });
      over.desk.clock.advance(1_000);
      await expect(unlock('nog eens')).rejects.toMatchObject({ data: { retryAfterSeconds: 2 } });
      over.desk.clock.advance(2_000);
      expect((await unlock(PASSPHRASE)).state).toBe('unlocked');
    });

    it('hands a backup over in parts and takes it back in', async () => {
      const made = await client.backup.create();
      const parts: Buffer[] = [];
      for (let done = false, offset = 0; !done;) {
        const part = await client.transfers.readDownload({ downloadId: made.downloadId, offset });
        parts.push(Buffer.from(part.bytes, 'base64'));
        offset += parts.at(-1)?.length ?? 0;
        done = part.done;
      }
      const bytes = Buffer.concat(parts);
      expect(bytes.length).toBe(made.size);
      await client.transfers.releaseDownload({ downloadId: made.downloadId });

      const uploadId = await upload(made.fileName, '');
      await client.transfers.discardUpload({ uploadId });
      const again = await client.transfers.beginUpload({
        fileName: made.fileName,
        size: bytes.length,
      });
      for (let offset = 0; offset < bytes.length; offset += 400_000) {
        await client.transfers.appendUpload({
          uploadId: again.uploadId,
          offset,
          bytes: bytes.subarray(offset, offset + 400_000).toString('base64'),
        });
      }
      const about = await client.backup.inspect({ uploadId: again.uploadId });
      expect(about).toMatchObject({ displayName: 'Noor Voorbeeld', replaces: { onlyHere: 6 } });
      await expect(
        client.backup.restore({ ...again, passphrase: PASSPHRASE, replace: false }),
      ).rejects.toMatchObject({ code: 'ALREADY_EXISTS' });
      const state = await client.backup.restore({
        ...again,
        passphrase: PASSPHRASE,
        replace: true,
      });
      expect(state.state).toBe('unlocked');
      expect((await client.contacts.list({ filter: {}, cursor: null, limit: 9 })).total).toBe(1);
    });
  });
}
