import { createHash } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { DELETE_COMMAND, ERASE_COMMAND } from '#shared/domain/operations/apply-operation.ts';
import type { Id } from '#shared/lib/ids.ts';
import { LIMITS } from '#shared/protocol/limits.ts';

import {
  refuseQuarantined,
  releaseQuarantined,
} from '../../central/administration/quarantine/decide-quarantined.ts';
import { blobState, getBlob, putBlob } from '../../central/blobs/blobs.ts';
import type { CentralStore } from '../../central/store/central-store.ts';
import {
  contactFields,
  makeTestZone,
  type TestDesk,
  type TestZone,
} from '../factories/central-zone.ts';
import { pdfOfLength } from '../factories/photos.ts';

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Bytes that rows refer to: who may send and have them, piece by piece, and when they go. */
export function registerBlobTests(makeStore: () => Promise<CentralStore>): void {
  let store: CentralStore;
  let zone: TestZone;
  let noor: TestDesk;
  let sven: TestDesk;
  let elsewhere: TestDesk;
  let officerOfData: TestDesk;
  let seed = 900;
  const bytes = pdfOfLength(2 * LIMITS.blobChunkBytes + 77);

  beforeAll(async () => {
    store = await makeStore();
  }, 60_000);
  afterAll(() => store.close());
  beforeEach(async () => {
    zone = await makeTestZone(store, (seed += 1));
    noor = await zone.officer('officer', zone.north);
    sven = await zone.officer('officer', zone.north);
    elsewhere = await zone.officer('officer', zone.south);
    officerOfData = await zone.officer('data-protection-officer', zone.north);
  });

  /** A contact with a file of these bytes, as Noor's desk tells of them. */
  const announce = (
    area: Id,
    content: Uint8Array = bytes,
    hash = hashOf(content),
    mediaType = 'application/pdf',
  ) => {
    const { officerId } = noor.principal;
    const contact = noor.operation({ entity: 'contact', change: contactFields(officerId, area) });
    const file = noor.operation({
      entity: 'attachment',
      dependsOn: [contact.opId],
      change: {
        kind: 'command',
        name: 'attachFile',
        arguments: {
          contactId: contact.entityId,
          authorId: officerId,
          addedAt: '2026-06-15T08:00:00.000Z',
          ...{ hash, size: content.length, mediaType, name: 'brief.pdf', details: 'none' },
        },
      },
    });
    const told = { contactId: contact.entityId, id: file.entityId, hash };
    return { ...told, contact, operations: [contact, file] };
  };
  /** A contact of Noor with a file of these bytes. @returns the ids of both. */
  const attach = async (...given: [Uint8Array?, string?, string?]) => {
    const file = announce(zone.north, ...given);
    const { results } = await noor.push(...file.operations);
    expect(results.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);
    return file;
  };
  /** The same where Noor has no right. */
  const setAside = async (...given: [Uint8Array?, string?, string?]) => {
    const file = announce(zone.south, ...given);
    const { results } = await noor.push(...file.operations);
    expect(results.map(({ outcome }) => outcome)).toEqual(['quarantined', 'quarantined']);
    return file;
  };
  const nameOf = (desk: TestDesk, { id, hash }: { id: Id; hash: string }) => ({
    deviceId: desk.principal.deviceId,
    row: { entity: 'attachment', id },
    hash,
  });
  const put = (file: { id: Id; hash: string }, content: Uint8Array, offset: number, desk = noor) =>
    putBlob(zone.centre, desk.principal, {
      ...nameOf(desk, file),
      offset,
      bytes: Buffer.from(content.subarray(offset, offset + LIMITS.blobChunkBytes)).toString(
        'base64',
      ),
    });
  const putAll = async (file: { id: Id; hash: string }, content = bytes): Promise<void> => {
    for (let at = 0; at < content.length;) ({ received: at } = await put(file, content, at));
  };
  const state = (file: { id: Id; hash: string }, desk = noor) =>
    blobState(zone.centre, desk.principal, nameOf(desk, file));
  const get = async (file: { id: Id; hash: string }, desk = noor): Promise<Buffer> => {
    const parts: Buffer[] = [];
    for (let offset = 0; ;) {
      const answer = await getBlob(zone.centre, desk.principal, { ...nameOf(desk, file), offset });
      const part = Buffer.from(answer.bytes, 'base64');
      parts.push(part);
      offset += part.length;
      if (offset >= answer.size || part.length === 0) return Buffer.concat(parts);
    }
  };
  const missing = { code: 'NOT_FOUND' };

  it('arrive part by part, go on from wherever they stopped, and come back whole', async () => {
    const file = await attach();
    expect(await state(file)).toEqual({ size: bytes.length, received: 0 });
    expect(await put(file, bytes, 0)).toEqual({ received: LIMITS.blobChunkBytes });
    await expect(get(file)).rejects.toMatchObject(missing);
    // The same part once more, and one that does not follow on: the answer says from where to go on.
    expect(await put(file, bytes, 0)).toEqual({ received: LIMITS.blobChunkBytes });
    expect(await put(file, bytes, 5)).toEqual({ received: LIMITS.blobChunkBytes });
    await putAll(file);
    expect(await state(file, sven)).toEqual({ size: bytes.length, received: bytes.length });
    expect(Buffer.compare(await get(file, sven), bytes)).toBe(0);
  });

  it('are there only for whoever may see the row, and under its hash', async () => {
    const file = await attach();
    await putAll(file);
    const other = { ...file, hash: hashOf(Buffer.from('x')) };
    for (const ask of [
      () => state(file, elsewhere),
      () => get(file, elsewhere),
      () => put(file, bytes, 0, elsewhere),
      () => get(other),
      () => state({ ...file, id: zone.newId() }),
      () =>
        blobState(zone.centre, noor.principal, {
          ...nameOf(noor, file),
          row: { entity: 'contact', id: file.contactId },
        }),
      () =>
        blobState(zone.centre, noor.principal, {
          ...nameOf(noor, file),
          row: { entity: 'nothing', id: file.id },
        }),
    ]) {
      await expect(ask()).rejects.toMatchObject(missing);
    }
  });

  it('of a row that somebody else makes with a known hash, are nobody’s', async () => {
    const file = await attach();
    await putAll(file);
    const twin = await attach(bytes, file.hash);
    await expect(get(twin)).rejects.toMatchObject(missing);
    expect(await state(twin)).toMatchObject({ received: 0 });
  });

  it('are taken only from the desk that made the row', async () => {
    const file = await attach();
    await expect(put(file, bytes, 0, sven)).rejects.toMatchObject(missing);
  });

  it('that are not what they are called, are forgotten', async () => {
    const wrong = Uint8Array.from(bytes);
    wrong[9_000] = (wrong[9_000] ?? 0) ^ 1;
    const file = await attach();
    const refused = (reason: string) => ({
      code: 'INVALID_FIELD',
      data: { field: 'bytes', reason },
    });
    await expect(putAll(file, wrong)).rejects.toMatchObject(refused('other-hash'));
    expect(await state(file)).toMatchObject({ received: 0 });
    await putAll(file);
    expect(Buffer.compare(await get(file), bytes)).toBe(0);

    const program = Buffer.from('MZ\u0000\u0001');
    const hidden = await attach(program, hashOf(program), 'image/png');
    await expect(put(hidden, program, 0)).rejects.toMatchObject(refused('other-type'));
    const small = await attach(bytes.subarray(0, 90));
    await expect(put(small, bytes, 0)).rejects.toMatchObject(refused('too-long'));
  });

  it('are taken once when two parts arrive at the same time', async () => {
    const file = await attach();
    const answers = await Promise.all([
      put(file, bytes, 0),
      put(file, bytes, 0),
      put(file, bytes, 0),
    ]);
    for (const { received } of answers) expect(received).toBe(LIMITS.blobChunkBytes);
    await Promise.all([putAll(file), putAll(file)]);
    expect(Buffer.compare(await get(file), bytes)).toBe(0);
  });

  it.each([
    ['deleted', DELETE_COMMAND, 'noor'],
    ['erased', ERASE_COMMAND, 'officerOfData'],
  ] as const)('go with the contact that is %s', async (_state, name, who) => {
    const file = await attach();
    await putAll(file);
    const desk = who === 'noor' ? noor : officerOfData;
    const gone = desk.operation({
      entity: 'contact',
      entityId: file.contactId,
      baseVersion: 1,
      baseEpoch: zone.epoch,
      change: { kind: 'command', name, arguments: {} },
    });
    const { results } = await desk.push(gone);
    expect(results).toMatchObject([{ outcome: 'accepted' }]);
    await expect(get(file)).rejects.toMatchObject(missing);
    expect(await store.blobs.received(zone.zoneId, { entity: 'attachment', id: file.id })).toBe(0);
    const row = { entity: 'attachment', id: file.id };
    expect(await store.blobs.append(zone.zoneId, row, 0, bytes)).toBe(0);
  });

  describe('of a row that is set aside', () => {
    let lead: TestDesk;
    beforeEach(async () => {
      lead = await zone.officer('team-lead', zone.south);
    });
    const release = (opId: Id) => releaseQuarantined(zone.centre, lead.principal, opId);
    const refuse = (opId: Id) =>
      refuseQuarantined(zone.centre, lead.principal, { opId, note: 'Van een ander.' });

    it('are taken from the desk that tells of it, and given to nobody', async () => {
      const file = await setAside();
      await putAll(file);
      expect(await state(file)).toEqual({ size: bytes.length, received: bytes.length });
      for (const desk of [noor, sven, elsewhere, lead]) {
        await expect(get(file, desk)).rejects.toMatchObject(missing);
      }
      for (const desk of [sven, elsewhere, lead]) {
        await expect(state(file, desk)).rejects.toMatchObject(missing);
        await expect(put(file, bytes, 0, desk)).rejects.toMatchObject(missing);
      }
      const other = { ...file, hash: hashOf(Buffer.from('x')) };
      await expect(put(other, bytes, 0)).rejects.toMatchObject(missing);
    });

    it('are there for who sees the row once it is released, and still not for its author', async () => {
      const file = await setAside();
      await putAll(file);
      await release(file.contact.opId);
      expect(Buffer.compare(await get(file, elsewhere), bytes)).toBe(0);
      for (const desk of [noor, sven]) await expect(get(file, desk)).rejects.toMatchObject(missing);
      expect(await state(file)).toEqual({ size: bytes.length, received: bytes.length });
    });

    it('go on arriving after it was released, though its author does not see it', async () => {
      const file = await setAside();
      await put(file, bytes, 0);
      await release(file.contact.opId);
      await expect(get(file, elsewhere)).rejects.toMatchObject(missing);
      expect(await state(file)).toMatchObject({ received: LIMITS.blobChunkBytes });
      await putAll(file);
      expect(Buffer.compare(await get(file, elsewhere), bytes)).toBe(0);
      await expect(get(file)).rejects.toMatchObject(missing);

      const late = await setAside();
      await release(late.contact.opId);
      await putAll(late);
      expect(Buffer.compare(await get(late, elsewhere), bytes)).toBe(0);
    });

    it('go when it is refused', async () => {
      const file = await setAside();
      const opId = file.operations[1]?.opId ?? '';
      await putAll(file);
      await refuse(file.contact.opId);
      expect(await store.blobs.received(zone.zoneId, { opId })).toBe(0);
      await expect(state(file)).rejects.toMatchObject(missing);
      await expect(put(file, bytes, 0)).rejects.toMatchObject(missing);
      expect(await store.blobs.append(zone.zoneId, { opId }, 0, bytes)).toBe(0);
    });

    it('are taken once when two parts arrive at the same time', async () => {
      const file = await setAside();
      await Promise.all([putAll(file), putAll(file)]);
      await release(file.contact.opId);
      expect(Buffer.compare(await get(file, elsewhere), bytes)).toBe(0);
    });

    it('are no others than it tells of, in size and kind', async () => {
      const refused = (reason: string) => ({ code: 'INVALID_FIELD', data: { reason } });
      const file = await setAside();
      const wrong = Uint8Array.from(bytes).fill(1, 9_000, 9_100);
      await expect(putAll(file, wrong)).rejects.toMatchObject(refused('other-hash'));
      expect(await state(file)).toMatchObject({ received: 0 });
      const short = await setAside(bytes.subarray(0, 90));
      await expect(put(short, bytes, 0)).rejects.toMatchObject(refused('too-long'));
      const program = Buffer.from('MZ\u0000\u0001');
      const hidden = await setAside(program, hashOf(program), 'image/png');
      await expect(put(hidden, program, 0)).rejects.toMatchObject(refused('other-type'));
      const unknown = await setAside(program, hashOf(program), 'application/x-msdownload');
      await expect(put(unknown, program, 0)).rejects.toMatchObject(missing);
    });
  });
}
