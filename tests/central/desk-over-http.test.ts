import { afterEach, beforeEach, expect, it } from 'vitest';
import type { z } from 'zod';

import type { OperationsPage } from '#shared/contract/sync-lines.ts';
import { neighbourhoodScope } from '#shared/domain/operations/scopes.ts';

import {
  refuseQuarantined,
  releaseQuarantined,
} from '../../central/administration/quarantine/decide-quarantined.ts';
import { memoryStore } from '../../central/store/memory/memory-store.ts';
import {
  appendFile,
  beginFile,
  finishFile,
  readAttachments,
  readBytes,
} from '../../workbench/features/attachments/index.ts';
import { readCounts } from '../../workbench/features/sync/counts.ts';
import { readArrivals } from '../../workbench/features/sync/read-arrivals.ts';
import { readOperations } from '../../workbench/features/sync/read-operations.ts';
import { readRecordStates } from '../../workbench/features/sync/read-record-states.ts';
import { countOnlyHere } from '../../workbench/store/repositories/outbox-repository.ts';
import { type BlobCentre, BlobDiffers, fetchBlob, sendBlobs } from '../../workbench/sync/blobs.ts';
import { CentreUnreachable } from '../../workbench/sync/centre.ts';
import { type JsonEndpoint } from '../../workbench/sync/http-transport.ts';
import { startTestServer, type TestServer } from '../factories/central-server.ts';
import { pdfOfLength } from '../factories/photos.ts';
import { type RealDesk, startRealDesk } from './real-desk.ts';

/** Two real desks and a real server: the simulation's rules over a real line. */
let server: TestServer;
const desks: RealDesk[] = [];
beforeEach(async () => {
  server = await startTestServer(memoryStore());
});
afterEach(async () => {
  for (const { test } of desks.splice(0)) await test.dispose();
  await server.stop();
});
const never = new AbortController().signal;
const startDesk = async (seed: number): Promise<RealDesk> => {
  const desk = await startRealDesk(server, seed);
  desks.push(desk);
  return desk;
};

it('two officers see each other’s contacts, and an officer whose right ends sees none', async () => {
  const [noor, bert] = [await startDesk(1), await startDesk(2)];
  await noor.log('van Noor');
  await bert.log('van Bert, met “é” en 😀');
  // Somebody's name must be known before what they wrote can be shown.
  await noor.engine.round(never);
  await bert.engine.round(never);
  await noor.engine.round(never);
  const both = ['van Bert, met “é” en 😀', 'van Noor'];
  expect(await noor.contacts()).toEqual(both);
  expect(await bert.contacts()).toEqual(both);
  const states = await noor.test.store.read
    .selectFrom('operation')
    .select(['state', 'receipt'])
    .execute();
  expect(states.map(({ state }) => state)).toEqual(['accepted', 'accepted', 'accepted']);
  expect(states.every(({ receipt }) => receipt !== '')).toBe(true);

  const { zone } = server;
  const { directory } = zone.centre.store;
  for (const right of await directory.rights(zone.zoneId, bert.test.store.identity.officerId)) {
    await directory.endRight(zone.zoneId, right.id, '2026-06-15');
  }
  await bert.log('nog niet verstuurd');
  const round = await bert.engine.round(never);
  expect(round.removed).toBeGreaterThan(0);
  // Their own unsent work stays before their eyes; the centre has set it aside.
  expect(await bert.contacts()).toEqual(['nog niet verstuurd']);
  await noor.engine.round(never);
  expect(await noor.contacts()).toEqual(both);
  const scopes = await bert.test.store.read.selectFrom('sync_scope').select('scope').execute();
  expect(scopes.map(({ scope }) => scope)).not.toContain(
    neighbourhoodScope(bert.territory.neighbourhoodId),
  );
});

it('work that was set aside is released or refused, and its author hears of it', async () => {
  const [noor, bert] = [await startDesk(5), await startDesk(6)];
  const { zone } = server;
  await noor.engine.round(never);
  await bert.engine.round(never);
  for (const { id } of await zone.centre.store.directory.allRights(zone.zoneId)) {
    await zone.centre.store.directory.endRight(zone.zoneId, id, '2026-06-15');
  }
  await bert.log('wordt vrijgegeven');
  await bert.log('wordt geweigerd');
  await bert.engine.round(never);
  const outcomes = () =>
    bert.test.store.read
      .selectFrom('operation_outcome as outcome')
      .innerJoin('operation', 'operation.op_id', 'outcome.op_id')
      .select(['operation.op_id as opId', 'state', 'code', 'note', 'needs_attention as asks'])
      .where('entity', '=', 'contact')
      .orderBy('device_seq')
      .execute();
  const [first, second] = await outcomes();
  expect([first?.state, second?.state]).toEqual(['quarantined', 'quarantined']);

  const { principal: lead } = await zone.officer('team-lead', bert.territory.neighbourhoodId);
  await releaseQuarantined(zone.centre, lead, first?.opId ?? '');
  const note = 'Dit staat er al.';
  await refuseQuarantined(zone.centre, lead, { opId: second?.opId ?? '', note });
  await bert.engine.round(never);
  expect(await outcomes()).toMatchObject([
    { state: 'accepted', code: 'released', note: '', asks: 0 },
    { state: 'rejected', code: 'refused', note, asks: 1 },
  ]);
  // The author is told of the one as of the other: that it was let in, when this desk heard so, and its receipt.
  const { rows } = await readOperations(bert.test.file, {
    filter: { where: 'received' },
    cursor: null,
    limit: 200,
  });
  const receipt = expect.stringMatching(/./) as unknown;
  expect(rows.filter(({ isReleased }) => isReleased)).toMatchObject([
    { deed: 'promise-made', code: '', receipt },
    { deed: 'contact-logged', opId: first?.opId, code: '', receipt },
  ]);
  const told = async () => (await readArrivals(bert.test.file)).filter((one) => one.released > 0);
  const heard = await told();
  expect(heard).toMatchObject([{ released: 2, counts: {} }]);
  expect(Date.parse(heard[0]?.arrivedAt ?? '')).not.toBeNaN();
  await bert.engine.round(never);
  expect(await told()).toEqual(heard);
  // What was let in belongs to who may see it; what was not stays with its author.
  expect(await bert.contacts()).toEqual(['wordt geweigerd']);
  await zone.grant(noor.test.store.identity.officerId, bert.territory.neighbourhoodId);
  await noor.engine.round(never);
  expect(await noor.contacts()).toEqual(['wordt vrijgegeven']);
});

it('a file is handed over and fetched from where it broke off, and goes with the right to see it', async () => {
  const [noor, bert] = [await startDesk(11), await startDesk(12)];
  const bytes = pdfOfLength(900_000);
  const owner = { kind: 'contact', id: await noor.log('met een brief') } as const;
  const { uploadId } = await beginFile(noor.test.file, {
    owner,
    fileName: 'b',
    size: bytes.length,
  });
  const whole = Buffer.from(bytes).toString('base64');
  await appendFile(noor.test.file, { uploadId, offset: 0, bytes: whole });
  const id = noor.test.store.identity.deviceId;
  const { hash } = await finishFile(noor.test.file, { uploadId, id, keepDetails: false });
  const only = async (desk: RealDesk) => (await readAttachments(desk.test.file, { owner }))[0];

  // The centre knows of no such row yet.
  await sendBlobs(noor.test.store, noor.centre, never, () => {});
  expect(await only(noor)).toMatchObject({ recordState: 'only-here', sent: 0 });
  await noor.engine.round(never);
  const closing = new AbortController();
  let steps = 0;
  const sending = sendBlobs(noor.test.store, noor.centre, closing.signal, () => {
    if ((steps += 1) === 2) closing.abort();
  });
  await expect(sending).rejects.toThrow();
  expect(await only(noor)).toMatchObject({ recordState: 'under-way', sent: 262_144 });
  // The centre has every row, and this desk alone has the rest of the file.
  const { id: contactId } = owner;
  const counts = () => readCounts(noor.test.store.read);
  const places = async () => {
    const pages = (['under-way', 'received'] as const).map((where) =>
      readOperations(noor.test.file, { filter: { where }, cursor: null, limit: 50 }),
    );
    const [underWay, received] = await Promise.all(pages);
    const deeds = (page?: OperationsPage) => page?.rows.map(({ deed }) => deed) ?? [];
    return { underWay: deeds(underWay), received: deeds(received) };
  };
  const standings = async () =>
    (await readRecordStates(noor.test.file, { entity: 'contact', ids: [contactId] }))[0]?.state;
  const files = { count: 1, size: bytes.length, sent: 262_144 };
  expect(await counts()).toMatchObject({ onlyHere: 0, underWay: 1, files });
  expect(await countOnlyHere(noor.test.store.read)).toMatchObject({ onlyHere: 1 });
  expect(await places()).toMatchObject({
    underWay: ['file-attached'],
    received: expect.not.arrayContaining(['file-attached']),
  });
  expect(await standings()).toBe('under-way');

  await bert.engine.round(never);
  await noor.engine.round(never);
  await bert.engine.round(never);
  const blob = { entity: 'attachment', id, hash, mediaType: 'application/pdf' } as const;
  const fetching = (centre: BlobCentre) =>
    fetchBlob(bert.test.store, centre, blob, never, () => {});
  expect(await only(bert)).toMatchObject({ here: 0, recordState: 'received' });
  await expect(fetching(bert.centre)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await sendBlobs(noor.test.store, noor.centre, never, () => {});
  expect(await only(noor)).toMatchObject({ recordState: 'received', sent: bytes.length });
  expect(await counts()).toMatchObject({ underWay: 0, files: { count: 0, size: 0, sent: 0 } });
  expect(await countOnlyHere(noor.test.store.read)).toEqual({
    onlyHere: 0,
    notTaken: 0,
    oldestAt: null,
  });
  expect(await places()).toMatchObject({
    underWay: [],
    received: expect.arrayContaining(['file-attached']),
  });
  expect(await standings()).toBe('received');

  let asked = 0;
  const cut: BlobCentre = {
    ask: (endpoint, body) => {
      asked += 1;
      return asked > 2 ? Promise.reject(new CentreUnreachable()) : bert.centre.ask(endpoint, body);
    },
  };
  await expect(fetching(cut)).rejects.toThrow(CentreUnreachable);
  expect(await only(bert)).toMatchObject({ here: 524_288 });
  await fetching(bert.centre);
  const { bytes: first } = await readBytes(bert.test.file, { id, offset: 0 });
  expect(first).toBe(Buffer.from(bytes.subarray(0, 524_288)).toString('base64'));
  expect(await only(bert)).toMatchObject({ here: bytes.length });

  const { zone } = server;
  const { directory } = zone.centre.store;
  for (const right of await directory.rights(zone.zoneId, bert.test.store.identity.officerId)) {
    await directory.endRight(zone.zoneId, right.id, '2026-06-15');
  }
  await bert.engine.round(never);
  expect(await only(bert)).toBeUndefined();
  expect(await bert.test.store.read.selectFrom('blob').select('hash').execute()).toEqual([]);
  await expect(fetching(bert.centre)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

it('bytes that are others than the row names are thrown away', async () => {
  const desk = await startDesk(13);
  const blob = { entity: 'attachment', id: 'x', hash: 'a'.repeat(64), mediaType: null } as const;
  const lying: BlobCentre = {
    ask: <Endpoint extends JsonEndpoint>({ response }: Endpoint) =>
      Promise.resolve(response.parse({ size: 3, bytes: 'AAAA' }) as z.infer<Endpoint['response']>),
  };
  const fetching = fetchBlob(desk.test.store, lying, blob, never, () => {});
  await expect(fetching).rejects.toThrow(BlobDiffers);
  expect(await desk.test.store.read.selectFrom('blob').select('hash').execute()).toEqual([]);
});

it('two rounds at once are one', async () => {
  const noor = await startDesk(3);
  await noor.log('een keer');
  const [one, other] = await Promise.all([noor.engine.round(never), noor.engine.round(never)]);
  expect(other).toBe(one);
  expect(one.pushed).toBe(3);
  expect(await noor.engine.round(never)).toMatchObject({ pushed: 0, rows: 0 });
});

it('a file that was restored from an older copy stops, and says why', async () => {
  const noor = await startDesk(4);
  await noor.log('eerst');
  await noor.engine.round(never);
  // The copy knows nothing of the last two operations and writes others under their numbers.
  await noor.test.store.write(async ({ tables }) => {
    await tables.deleteFrom('operation_outcome').execute();
    await tables.deleteFrom('operation_base').execute();
    await tables.deleteFrom('operation').where('device_seq', '>', 1).execute();
    await tables.updateTable('sync_state').set({ pushed_seq: 1 }).execute();
  });
  await noor.log('uit de kopie');
  await expect(noor.engine.round(never)).rejects.toMatchObject({ code: 'SEQUENCE_REUSED' });
  const state = await noor.test.store.read
    .selectFrom('sync_state')
    .select('blocked')
    .executeTakeFirst();
  expect(state).toEqual({ blocked: 'SEQUENCE_REUSED' });
  expect(await noor.contacts()).toEqual(['eerst', 'uit de kopie']);
});
