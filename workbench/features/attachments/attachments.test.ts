import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import {
  type Attachment,
  type AttachmentOwner,
  LARGEST_ATTACHMENT_BYTES,
  MOST_ATTACHMENTS,
} from '#shared/domain/attachments/attachment.ts';
import { newContactSchema } from '#shared/domain/contacts/contact.ts';
import { rulesOf } from '#shared/domain/operations/entity-registry.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import {
  jpegOfTelephone,
  pdfOfLength,
  plainPng,
  plainWebp,
  SECRETS,
} from '../../../tests/factories/photos.ts';
import { plantSmallTerritory } from '../../../tests/factories/small-territory.ts';
import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import { contactTable } from '../../sync/tables/contact-tables.ts';
import { discardContactDraft, logContact, saveContactDraft } from '../contacts/index.ts';
import {
  abandonFile,
  appendFile,
  beginFile,
  finishFile,
  keepThumbnail,
  putBackOnDraft,
  readAttachments,
  readBytes,
  readThumbnail,
  reinstateAttachment,
  sweepDraftFiles,
  takeOffDraft,
  withdrawAttachment,
} from './index.ts';

let test: TestFile;
let streetId: string;
const random = seededRandom(17);
const newId = (): string => makeId(1_750_000_000_000, randomBytes(random, 16));
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

beforeEach(async () => {
  test = await openTestFile();
  ({ streetId } = await plantSmallTerritory(test.store));
});
afterEach(() => test.dispose());

async function submit(id = newId()): Promise<AttachmentOwner> {
  await logContact(
    test.file,
    newContactSchema.parse({
      id,
      occurredAt: '2026-06-15T07:30:00.000Z',
      place: { streetId, houseNumber: '', position: null },
      reason: 'nuisance',
      next: { step: 'nothing', note: '' },
    }),
  );
  return { kind: 'contact', id };
}

async function send(
  owner: AttachmentOwner,
  bytes: Uint8Array,
  options: {
    readonly fileName?: string;
    readonly keepDetails?: boolean;
    readonly id?: string;
  } = {},
): Promise<Attachment> {
  const { fileName = 'foto.jpg', keepDetails = false, id = newId() } = options;
  const { uploadId } = await beginFile(test.file, { owner, fileName, size: bytes.length });
  for (let offset = 0; offset < bytes.length; offset += 300_000) {
    const part = base64(bytes.subarray(offset, offset + 300_000));
    await appendFile(test.file, { uploadId, offset, bytes: part });
  }
  return finishFile(test.file, { uploadId, id, keepDetails });
}

async function bytesOf(id: string): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let offset = 0;
  for (;;) {
    const { bytes, done } = await readBytes(test.file, { id, offset });
    const part = Buffer.from(bytes, 'base64');
    parts.push(part);
    offset += part.length;
    if (done) return Uint8Array.from(Buffer.concat(parts));
  }
}

type Countable = 'blob' | 'blob_chunk' | 'blob_thumbnail' | 'blob_upload' | 'draft_attachment';
const list = (owner: AttachmentOwner): Promise<Attachment[]> =>
  readAttachments(test.file, { owner });
const count = async (table: Countable) =>
  (
    await test.store.read
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  ).count;
const operations = () =>
  test.store.read
    .selectFrom('operation')
    .select(['entity_id', 'change'])
    .where('entity', '=', 'attachment')
    .orderBy('device_seq')
    .execute();

describe('a file of a submitted contact', () => {
  it('is stored with its bytes and its operation, which the centre understands', async () => {
    const owner = await submit();
    const added = await send(owner, jpegOfTelephone(), { fileName: '../IMG 1.JPEG' });
    expect(added).toMatchObject({
      name: 'IMG 1.jpeg',
      mediaType: 'image/jpeg',
      details: 'place-removed',
      authorName: 'Noor Voorbeeld',
      withdrawn: null,
      here: added.size,
      recordState: 'only-here',
      sent: 0,
    });
    const kept = Buffer.from(await bytesOf(added.id)).toString('latin1');
    for (const secret of SECRETS) expect(kept).not.toContain(secret);

    const [operation] = await operations();
    const change = JSON.parse(operation?.change ?? '{}') as {
      arguments: Readonly<Record<string, unknown>>;
    };
    for (const [field, { schema }] of Object.entries(rulesOf('attachment')?.fields ?? {})) {
      expect(schema.safeParse(change.arguments[field]).success, field).toBe(true);
    }
    expect(test.announced).toEqual(expect.arrayContaining(['attachments', 'outbox']));
  });

  it('comes back byte by byte, whatever its length', async () => {
    const owner = await submit();
    const lengths = fc.constantFrom(1, 262_143, 262_144, 262_145, 524_288, 1_300_001);
    await fc.assert(
      fc.asyncProperty(lengths, async (length) => {
        const bytes =
          length < 9 ? new TextEncoder().encode('x'.repeat(length)) : pdfOfLength(length);
        const added = await send(owner, bytes, { fileName: `brief ${length}.pdf` });
        expect(Buffer.compare(await bytesOf(added.id), bytes)).toBe(0);
      }),
      { numRuns: 8 },
    );
  });

  it('keeps the details of a photo when the officer wants that', async () => {
    const added = await send(await submit(), jpegOfTelephone(), { keepDetails: true });
    expect(added.details).toBe('kept');
    expect(await bytesOf(added.id)).toEqual(jpegOfTelephone());
  });

  it('is stored once when it is sent twice, and once when two rows hold the same', async () => {
    const owner = await submit();
    const id = newId();
    await send(owner, plainPng(), { id });
    await send(owner, plainPng(), { id });
    expect(await list(owner)).toHaveLength(1);
    await expect(send(owner, plainWebp(), { id })).rejects.toMatchObject({
      code: 'ALREADY_EXISTS',
    });
    await send(owner, plainPng());
    expect(await list(owner)).toHaveLength(2);
    expect(await count('blob')).toBe(1);
  });

  it('is withdrawn with a reason and stays; that is taken back by another operation', async () => {
    const owner = await submit();
    const { id } = await send(owner, plainPng());
    await withdrawAttachment(test.file, { id, note: 'Verkeerde foto' });
    await withdrawAttachment(test.file, { id, note: 'Nog eens' });
    expect(await list(owner)).toMatchObject([{ id, withdrawn: { note: 'Verkeerde foto' } }]);
    expect(await bytesOf(id)).toEqual(plainPng());
    await reinstateAttachment(test.file, { id });
    expect(await list(owner)).toMatchObject([{ id, withdrawn: null }]);
    expect((await operations()).map(({ change }) => JSON.parse(change) as object)).toMatchObject([
      { name: 'attachFile' },
      { name: 'withdrawAttachment', arguments: { withdrawnNote: 'Verkeerde foto' } },
      { name: 'reinstateAttachment' },
    ]);
    await expect(withdrawAttachment(test.file, { id: newId(), note: 'x' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('is refused by what is wrong with it, and nothing of it is kept', async () => {
    const owner = await submit();
    const refused = (reason: string) => ({ code: 'ATTACHMENT_REFUSED', data: { reason } });
    await expect(send(owner, Buffer.from('MZ\u0000'))).rejects.toMatchObject(refused('type'));
    await expect(send(owner, new Uint8Array())).rejects.toMatchObject(refused('empty'));
    await expect(
      beginFile(test.file, { owner, fileName: 'x', size: LARGEST_ATTACHMENT_BYTES + 1 }),
    ).rejects.toMatchObject(refused('too-large'));
    await expect(
      beginFile(test.file, { owner: { kind: 'contact', id: newId() }, fileName: 'x', size: 3 }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND', data: { what: 'contact' } });
    expect(await count('blob')).toBe(0);
    expect(await operations()).toEqual([]);

    for (let index = 0; index < MOST_ATTACHMENTS; index += 1) await send(owner, plainPng());
    await expect(send(owner, plainPng())).rejects.toMatchObject(refused('too-many'));
  });

  it('arrives part by part in order, few at a time, and only whole', async () => {
    const owner = await submit();
    const begin = () => beginFile(test.file, { owner, fileName: 'a.png', size: 10 });
    const { uploadId } = await begin();
    const part = (offset: number, length: number) =>
      Promise.resolve().then(() =>
        appendFile(test.file, { uploadId, offset, bytes: base64(new Uint8Array(length)) }),
      );
    await expect(part(1, 2)).rejects.toMatchObject({ data: { reason: 'out-of-order' } });
    await expect(part(0, 11)).rejects.toMatchObject({ data: { reason: 'too-large' } });
    expect(await part(0, 4)).toEqual({ received: 4 });
    await expect(
      finishFile(test.file, { uploadId, id: newId(), keepDetails: false }),
    ).rejects.toMatchObject({ data: { reason: 'incomplete' } });
    for (let index = 0; index < 3; index += 1) await begin();
    await expect(begin()).rejects.toMatchObject({ data: { reason: 'busy' } });
    await abandonFile(test.file, { uploadId });
    await begin();
    await expect(part(4, 1)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('goes with its contact, bytes and all, unless the centre does not have them yet', async () => {
    const owner = await submit();
    const { id } = await send(owner, plainPng());
    await keepThumbnail(test.file, { id, bytes: base64(plainWebp()) });
    await test.store.write(({ tables }) => contactTable.remove(tables, owner.id));
    expect(await list(owner)).toEqual([]);
    expect(await count('blob')).toBe(1);

    const other = await submit();
    await send(other, plainWebp());
    await test.store.write(({ tables }) =>
      tables.updateTable('blob_upload').set({ state: 'received' }).execute(),
    );
    expect(await count('blob')).toBe(1);
    await test.store.write(({ tables }) => contactTable.remove(tables, other.id));
    for (const table of ['blob', 'blob_chunk', 'blob_thumbnail', 'blob_upload'] as const) {
      expect(await count(table)).toBe(0);
    }
  });

  it('lies encrypted on the disk', async () => {
    await send(await submit(), new TextEncoder().encode('een heel bijzondere zin over de lamp'));
    for (const name of ['desk.db', 'desk.db-wal']) {
      const raw = (await readFile(join(test.directory, name))).toString('latin1');
      expect(raw).not.toContain('heel bijzondere zin');
    }
  });
});

describe('a file of a contact that is still being written', () => {
  const draftOwner = (): AttachmentOwner => ({ kind: 'draft', id: newId() });

  it('is kept with the draft, and becomes one of the contact with its submission', async () => {
    const owner = draftOwner();
    const first = await send(owner, plainPng());
    const second = await send(owner, plainWebp());
    await takeOffDraft(test.file, { id: second.id });
    expect(await list(owner)).toMatchObject([{ id: first.id, recordState: 'only-here' }]);
    expect(await operations()).toEqual([]);
    await sweepDraftFiles(test.file);
    expect(await list(owner)).toHaveLength(1);

    const contact = await submit(owner.id);
    expect(await list(contact)).toMatchObject([{ id: first.id, withdrawn: null }]);
    expect((await operations()).map(({ entity_id }) => entity_id)).toEqual([first.id]);
    expect(await list(owner)).toEqual([]);
    expect(await bytesOf(first.id)).toEqual(plainPng());
    expect(await count('blob')).toBe(1);
  });

  it('is taken off with a way back that ends with the session', async () => {
    const owner = draftOwner();
    const { id } = await send(owner, plainPng());
    await takeOffDraft(test.file, { id });
    expect(await list(owner)).toEqual([]);
    await putBackOnDraft(test.file, { id });
    expect(await list(owner)).toHaveLength(1);
    await takeOffDraft(test.file, { id });
    await sweepDraftFiles(test.file);
    await expect(putBackOnDraft(test.file, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await count('blob')).toBe(0);
  });

  it('comes back with a draft that was thrown away, until the session ends', async () => {
    const owner = draftOwner();
    await saveContactDraft(test.file, { id: owner.id, form: { summary: 'x' } });
    await send(owner, plainPng());
    await discardContactDraft(test.file, owner.id);
    await saveContactDraft(test.file, { id: owner.id, form: { summary: 'x' } });
    await sweepDraftFiles(test.file);
    expect(await list(owner)).toHaveLength(1);
    await discardContactDraft(test.file, owner.id);
    await sweepDraftFiles(test.file);
    expect(await count('draft_attachment')).toBe(0);
    expect(await count('blob')).toBe(0);
  });
});

describe('a small picture', () => {
  it('is kept once, beside a photo that is here, and is a picture', async () => {
    const { id } = await send(await submit(), plainPng());
    expect(await readThumbnail(test.file, { id })).toEqual({ thumbnail: null });
    await keepThumbnail(test.file, { id, bytes: base64(plainWebp()) });
    await keepThumbnail(test.file, { id, bytes: base64(plainPng()) });
    expect(await readThumbnail(test.file, { id })).toEqual({
      thumbnail: { mediaType: 'image/webp', bytes: base64(plainWebp()) },
    });
    await expect(
      keepThumbnail(test.file, { id, bytes: base64(Buffer.from('geen beeld')) }),
    ).rejects.toMatchObject({ code: 'ATTACHMENT_REFUSED' });
    await expect(
      keepThumbnail(test.file, { id: newId(), bytes: base64(plainPng()) }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
