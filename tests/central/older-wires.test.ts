import { createHash } from 'node:crypto';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { OLDEST_PROTOCOL_VERSION, PROTOCOL_VERSION } from '#shared/protocol/version.ts';

import { memoryStore } from '../../central/store/memory/memory-store.ts';
import { publishTerritory, putTerritory } from '../../central/territory/versions.ts';
import { type Invitation, startTestServer, type TestServer } from '../factories/central-server.ts';
import { contactFields, promiseFields } from '../factories/central-zone.ts';
import { packRows, townRows } from '../factories/territory-package.ts';
import { type OldDesk, oldDesk } from './older-wires/old-desk.ts';
import { recordedWire, wireOfToday } from './older-wires/recorded-wire.ts';

/**
 * Desks of every version that a centre promises to speak, as they were: each sends the messages of its own version
 * over HTTP and reads the answers by its own schemas, which were kept when that version was the newest
 * (`record-wire-process.ts`). A new version is one file more.
 */
const VERSIONS = Array.from(
  { length: PROTOCOL_VERSION - OLDEST_PROTOCOL_VERSION + 1 },
  (_, at) => OLDEST_PROTOCOL_VERSION + at,
);

/** What came with a version, beside what all of them have. */
const SINCE = { blobs: 4, territory: 5, appVersionAtEnrolment: 6 };

let server: TestServer;
let invitation: Invitation;
beforeEach(async () => {
  server = await startTestServer(memoryStore());
  invitation = await server.invite('officer', server.zone.north);
});
afterEach(() => server.stop());

it('has kept the wire of today: record it with a new version', () => {
  expect(recordedWire(PROTOCOL_VERSION)).toEqual(wireOfToday());
});

it.each([OLDEST_PROTOCOL_VERSION - 1, PROTOCOL_VERSION + 1])(
  'tells a desk of version %i, which it does not speak, which one it does',
  async (version) => {
    const wire = recordedWire(OLDEST_PROTOCOL_VERSION);
    const desk = oldDesk(server.address, wire, server.zone.newId(), version);
    const { status, body } = await desk.ask('challenge', { deviceId: desk.deviceId });
    expect([status, body['error']]).toEqual([
      426,
      { code: 'PROTOCOL_UNSUPPORTED', expected: PROTOCOL_VERSION },
    ]);
  },
);

describe.each(VERSIONS)('a desk that speaks version %i', (version) => {
  let desk: OldDesk;
  let officerId: string;
  beforeEach(async () => {
    const deviceId = server.zone.newId();
    desk = oldDesk(server.address, recordedWire(version), deviceId);
    const { code, login, password, label } = invitation;
    const { status, body } = await desk.ask('enrol', {
      ...{ code, login, password, label, publicKey: desk.key.publicKey, officerId: null },
      ...(await desk.signed('enrol')),
      ...(version >= SINCE.appVersionAtEnrolment && { appVersion: '1.0' }),
    });
    expect(status).toBe(200);
    officerId = String(body['officerId']);
    desk.come(body['token']);
  });

  const newId = () => server.zone.newId();
  const operation = (deviceSeq: number, entity: string, entityId: string, change: object) => ({
    ...{ opId: newId(), deviceSeq, authorId: officerId, madeAt: '2026-06-15T08:00:00.000Z' },
    ...{ entity, entityId, baseVersion: 0, baseEpoch: null, opVersion: 1, dependsOn: [], change },
  });
  const push = (...operations: readonly object[]) => {
    const { deviceId } = desk;
    return desk.ask('push', { deviceId, epoch: null, waiting: operations.length, operations });
  };
  const contact = (deviceSeq = 1, id = newId()) =>
    operation(deviceSeq, 'contact', id, contactFields(officerId, server.zone.north));
  const pull = (epoch: unknown = null, cursors: object = {}) =>
    desk.pull({
      ...{ deviceId: desk.deviceId, epoch, cursors, resultsAfter: 0 },
      ...(version >= SINCE.territory && { territory: null }),
    });

  it('signs in, and gets tokens by its key', async () => {
    const { login, password } = invitation;
    const signedIn = await desk.ask('signIn', {
      ...{ login, password },
      ...(await desk.signed('sign-in')),
    });
    expect(signedIn).toMatchObject({ status: 200, body: { officerId, role: 'officer' } });
    const token = await desk.ask('token', {
      appVersion: '1.0',
      ...(await desk.signed('token')),
    });
    desk.come(token.body['token']);
    expect((await push(contact())).status).toBe(200);
  });

  it('hands over its work once, however often it sends it', async () => {
    const operations = [contact(1), contact(2)];
    const first = await push(...operations);
    expect(first.body).toMatchObject({
      lastDeviceSeq: 2,
      results: [{ outcome: 'accepted' }, { outcome: 'accepted' }],
    });
    expect((await push(...operations)).body['results']).toEqual(first.body['results']);
    expect((await push(contact(5))).body['error']).toMatchObject({
      code: 'SEQUENCE_GAP',
      expected: 3,
    });
  });

  it('is told of a conflict, of what is set aside, and of what is refused', async () => {
    const [contactId, promiseId] = [newId(), newId()];
    const made = operation(2, 'promise', promiseId, promiseFields(officerId, contactId));
    await push(contact(1, contactId), made);
    const lead = await server.zone.officer('team-lead', server.zone.north);
    const reworded = (text: string) => ({ kind: 'patch', fields: { text } }) as const;
    const change = reworded('Morgen bellen');
    const known = { baseVersion: 1, baseEpoch: server.zone.epoch };
    const decided = await lead.push(
      lead.operation({ entity: 'promise', entityId: promiseId, ...known, change }),
    );
    expect(decided.results[0]?.outcome).toBe('accepted');
    const { body } = await push(
      { ...operation(3, 'promise', promiseId, reworded('Vrijdag bellen')), ...known },
      operation(4, 'contact', newId(), contactFields(officerId, server.zone.south)),
      operation(5, 'promise', newId(), promiseFields(officerId, newId())),
    );
    expect(body['results']).toMatchObject([
      { outcome: 'merged', conflicts: [{ field: 'text' }] },
      { outcome: 'quarantined' },
      { outcome: 'rejected' },
    ]);
    const ended = (await pull()).filter(({ type }) => type === 'result');
    expect(ended.map(({ outcome }) => outcome)).toEqual([
      'accepted',
      'accepted',
      'merged',
      'quarantined',
      'rejected',
    ]);
  });

  it('pulls what changed, also when the centre has things that it does not know', async () => {
    const { bytes, hash } = packRows(townRows(3));
    const { centre, zoneId } = server.zone;
    const who = { zoneId, officerId: null };
    await putTerritory(centre, who, { hash, offset: 0, bytes: bytes.toString('base64') });
    await publishTerritory(centre, who, { hash, follows: 0 });
    const work = contact();
    await push(work);

    const all = await pull();
    const complete = all.at(-1) ?? {};
    expect([all[0]?.['type'], complete['type']]).toEqual(['begin', 'complete']);
    expect(all).toContainEqual(expect.objectContaining({ type: 'row', id: work.entityId }));
    const scopes = all.find(({ type }) => type === 'scopes')?.['scopes'];
    const cursors = Object.fromEntries(
      Object.keys(scopes ?? {}).map((scope) => [scope, complete['targetSeq']]),
    );
    const later = await pull(all[0]?.['epoch'], cursors);
    expect(later.filter(({ type }) => type === 'row')).toEqual([]);
    expect((await pull(newId()))[0]?.['error']).toMatchObject({ code: 'EPOCH_CHANGED' });
  });

  it('is poked when something changed', async () => {
    expect(await desk.poked(() => push(contact()))).toMatchObject({
      seq: expect.any(Number) as number,
    });
  });

  it('is told that its token is none', async () => {
    desk.come('x'.repeat(43));
    expect(await push(contact())).toMatchObject({
      status: 401,
      body: { error: { code: 'NOT_SIGNED_IN' } },
    });
  });

  if (version < SINCE.blobs) return;
  it('hands over the bytes of a file, and gets them back', async () => {
    const bytes = Buffer.from('Kaartje van het plein.');
    const hash = createHash('sha256').update(bytes).digest('hex');
    const [contactId, id] = [newId(), newId()];
    const file = { contactId, authorId: officerId, addedAt: '2026-06-15T08:00:00.000Z', hash };
    const about = { name: 'plein.txt', mediaType: 'text/plain', size: bytes.length };
    const change = {
      ...{ kind: 'command', name: 'attachFile' },
      arguments: { ...file, ...about, details: 'none' },
    };
    await push(contact(1, contactId), operation(2, 'attachment', id, change));
    const name = { deviceId: desk.deviceId, row: { entity: 'attachment', id }, hash };
    const state = async () => (await desk.ask('blobState', name)).body;
    expect(await state()).toEqual({ size: bytes.length, received: 0 });
    await desk.ask('blobPut', { ...name, offset: 0, bytes: bytes.toString('base64') });
    expect(await state()).toEqual({ size: bytes.length, received: bytes.length });
    const got = await desk.ask('blobGet', { ...name, offset: 0 });
    expect(got.body['bytes']).toBe(bytes.toString('base64'));
  });
});
