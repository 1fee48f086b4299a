import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';

import type { WorkbenchClient } from '#shared/contract/contract.ts';
import { type AttachmentOwner, attachmentSchema } from '#shared/domain/attachments/attachment.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import { hashPassword } from '../../central/accounts/passwords.ts';
import { memoryStore } from '../../central/store/memory/memory-store.ts';
import { PASSWORD, startTestServer } from '../factories/central-server.ts';
import { jpegOfTelephone, pdfOfLength, plainPng, plainWebp } from '../factories/photos.ts';
import { PASSPHRASE } from '../factories/test-workbench.ts';
import { type DeskOver, importStreet, type MakeTransport, startDeskOver } from './desk-over.ts';

const random = seededRandom(72);
const newId = (): string => makeId(Date.parse('2026-06-15T08:00:00.000Z'), randomBytes(random, 16));
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** Files on contacts, over any transport, and their way to a centre that really listens. */
export function registerAttachmentsSuite(name: string, open: MakeTransport): void {
  describe(`attachments ${name}`, () => {
    let over: DeskOver;
    let client: WorkbenchClient;
    let streetId: string;

    beforeEach(async () => {
      over = await startDeskOver(open);
      client = over.client;
    });
    afterEach(() => over.end());

    const signIn = async (): Promise<void> => {
      await client.desk.createProfile({ displayName: 'Noor Voorbeeld', passphrase: PASSPHRASE });
      await importStreet(client, 'Voorbeeldstraat');
      const [street] = await client.territory.searchAddress({ text: 'Voorbeeldstraat', limit: 1 });
      streetId = street?.streetId ?? '';
    };
    const submit = async (id: string): Promise<AttachmentOwner> => {
      await client.contacts.log({
        id,
        occurredAt: '2026-06-15T07:30:00.000Z',
        place: { streetId, houseNumber: '', position: null },
        reason: 'nuisance',
        next: { step: 'nothing', note: '' },
      });
      return { kind: 'contact', id };
    };
    const send = async (owner: AttachmentOwner, bytes: Uint8Array, id = newId()) => {
      const begun = await client.attachments.begin({
        owner,
        fileName: 'a.bin',
        size: bytes.length,
      });
      const { uploadId } = begun;
      const half = Math.ceil(bytes.length / 2);
      for (const offset of [0, half]) {
        const part = base64(bytes.subarray(offset, offset + half));
        await client.attachments.append({ uploadId, offset, bytes: part });
      }
      return client.attachments.finish({ uploadId, id, keepDetails: false });
    };

    it('are locked away while nobody is at the desk', async () => {
      const id = newId();
      const owner = { kind: 'contact', id } as const;
      for (const call of [
        () => client.attachments.list({ owner }),
        () => client.attachments.begin({ owner, fileName: 'a', size: 1 }),
        () => client.attachments.append({ uploadId: id, offset: 0, bytes: '' }),
        () => client.attachments.abandon({ uploadId: id }),
        () => client.attachments.finish({ uploadId: id, id, keepDetails: false }),
        () => client.attachments.read({ id, offset: 0 }),
        () => client.attachments.fetch({ id }),
        () => client.attachments.thumbnail({ id }),
        () => client.attachments.setThumbnail({ id, bytes: '' }),
        () => client.attachments.takeOff({ id }),
        () => client.attachments.putBack({ id }),
        () => client.attachments.withdraw({ id, note: 'x' }),
        () => client.attachments.reinstate({ id }),
      ]) {
        await expect(call()).rejects.toMatchObject({ code: 'LOCKED' });
      }
    });

    it('are kept with a draft, taken off and put back, and become those of the contact', async () => {
      await signIn();
      const draft = { kind: 'draft', id: newId() } as const;
      const photo = await send(draft, jpegOfTelephone());
      expect(attachmentSchema.parse(photo)).toEqual(photo);
      expect(photo).toMatchObject({ name: 'a.bin.jpg', details: 'place-removed' });
      await client.attachments.takeOff({ id: photo.id });
      expect(await client.attachments.list({ owner: draft })).toEqual([]);
      await client.attachments.putBack({ id: photo.id });
      const owner = await submit(draft.id);
      const listed = await client.attachments.list({ owner });
      expect(z.array(attachmentSchema).parse(listed)).toEqual(listed);
      expect(listed).toMatchObject([{ id: photo.id, recordState: 'only-here' }]);
    });

    it('are read, given a small picture, withdrawn and reinstated', async () => {
      await signIn();
      const owner = await submit(newId());
      const { id } = await send(owner, plainPng());
      expect(await client.attachments.read({ id, offset: 0 })).toEqual({
        bytes: base64(plainPng()),
        done: true,
      });
      await client.attachments.setThumbnail({ id, bytes: base64(plainWebp()) });
      expect(await client.attachments.thumbnail({ id })).toEqual({
        thumbnail: { mediaType: 'image/webp', bytes: base64(plainWebp()) },
      });
      await client.attachments.withdraw({ id, note: ' Verkeerd ' });
      expect(await client.attachments.list({ owner })).toMatchObject([
        { withdrawn: { note: 'Verkeerd' }, hasThumbnail: true },
      ]);
      await client.attachments.reinstate({ id });
      expect(await client.attachments.list({ owner })).toMatchObject([{ withdrawn: null }]);
    });

    it('that are no photo, document or text are refused by name', async () => {
      await signIn();
      const owner = await submit(newId());
      await expect(send(owner, Buffer.from('MZ\u0000\u0001'))).rejects.toMatchObject({
        code: 'ATTACHMENT_REFUSED',
        data: { reason: 'type' },
      });
      const begun = client.attachments.begin({ owner, fileName: 'a', size: 10 ** 9 });
      await expect(begun).rejects.toMatchObject({ data: { reason: 'too-large' } });
      const { id } = await send(owner, plainPng());
      await expect(client.attachments.withdraw({ id, note: ' ' })).rejects.toMatchObject({
        code: 'INVALID_FIELD',
      });
      await expect(client.attachments.fetch({ id: newId() })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    });

    it('go to the centre by themselves, and are then received', async () => {
      await signIn();
      const owner = await submit(newId());
      const { id, hash } = await send(owner, pdfOfLength(600_000));
      const store = memoryStore();
      const server = await startTestServer(store);
      const { zone } = server;
      try {
        const { principal } = await zone.officer('team-lead');
        const { officerId } = principal;
        const account = await store.directory.accountOf(zone.zoneId, officerId);
        if (!account) throw new Error('no account');
        const passwordHash = await hashPassword(PASSWORD, new Uint8Array(16));
        const known = { ...account, passwordHash, bound: false };
        await store.directory.putAccount(zone.zoneId, known);
        await client.sync.enrol({
          address: server.address,
          code: await server.code(officerId),
          login: account.login,
          password: PASSWORD,
          label: 'Desk 1',
        });
        await vi.waitFor(
          async () => {
            const [file] = await client.attachments.list({ owner });
            expect(file).toMatchObject({ id, recordState: 'received', sent: 600_000 });
          },
          { timeout: 20_000, interval: 50 },
        );
        const row = { entity: 'attachment', id };
        expect(await store.blobs.received(zone.zoneId, row)).toBe(600_000);
        expect(hash).toHaveLength(64);
      } finally {
        await client.desk.lock();
        await server.stop();
      }
    }, 60_000);
  });
}
