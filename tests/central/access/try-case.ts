import { expect } from 'vitest';

import { rulesOf } from '#shared/domain/operations/entity-registry.ts';
import type { Id } from '#shared/lib/ids.ts';
import { wireErrorSchema } from '#shared/protocol/errors.ts';
import { pullMessageSchema } from '#shared/protocol/pull.ts';
import { pushResponseSchema } from '#shared/protocol/push.ts';
import { PROTOCOL_HEADER, PROTOCOL_VERSION } from '#shared/protocol/version.ts';
import { WIRE, type WireEndpoint } from '#shared/protocol/wire.ts';

import { makeSecret, secretHash } from '../../../central/accounts/secrets.ts';
import type { TestServer } from '../../factories/central-server.ts';
import { type AccessCase, type Attempted, type Ending, keyOf } from './expected.ts';
import { TODAY } from './relations.ts';

export interface Found {
  /** Whether the row that is only looked at came with a pull, by entity. */
  readonly seen: readonly (readonly [string, boolean])[];
  /** Whether the bytes that such a row names were had, by entity: over HTTP, and from the store itself. */
  readonly bytes: readonly (readonly [
    string,
    { readonly asked: boolean; readonly read: boolean },
  ])[];
  readonly endings: readonly (readonly [string, string, Ending])[];
  /** By kind and id. */
  readonly versions: ReadonlyMap<string, number>;
}

/** As many as the sample of a file says that it has. */
const BYTES = Buffer.from('twelve bytes');

/** What the database refuses although the application allowed it is a defect of the application. */
const REFUSED_BY_WALL = 'INTERNAL';

/**
 * Plants the rows of one case in a zone of its own, looks by a pull, and attempts everything by pushes,
 * with the token of a desk.
 *
 * @param wallOnly the application allows everything: each operation that the table forbids is sent alone,
 *   since the database's refusal takes the whole push with it.
 */
export async function tryCase(
  server: TestServer,
  one: AccessCase,
  wallOnly: boolean,
): Promise<Found> {
  const { store, clock } = server.zone.centre;
  const { directory } = store;
  const { account, areas, rights } = one.rights;
  const [zoneId, epoch, deviceId] = [server.zone.newId(), server.zone.newId(), server.zone.newId()];
  await directory.addZone({ id: zoneId, name: 'Zone', epoch });
  await directory.putAccount(zoneId, { ...account, passwordHash: '' });
  await directory.putAreas(zoneId, areas);
  for (const right of rights) await directory.addRight(zoneId, right);
  await store.write(zoneId, async (transaction) => {
    await transaction.rows(one.rows);
    for (const row of one.rows) transaction.putRow(row);
  });
  const files = one.looks.filter(({ entity }) => rulesOf(entity)?.blob !== undefined);
  for (const file of files) await store.blobs.append(zoneId, file, 0, BYTES);
  const { officerId } = account;
  const now = clock.now();
  await directory.putDesk(zoneId, {
    deviceId,
    officerId,
    publicKey: '',
    label: 'Desk',
    enrolledAt: now,
    signedInUntil: '2026-07-01T00:00:00.000Z',
    revoked: false,
    lastSeenAt: now,
    appVersion: '',
    waiting: 0,
  });
  const token = makeSecret(zoneId, server.zone.centre.random);
  const expiresAt = '2026-06-15T09:00:00.000Z';
  await directory.addToken({
    tokenHash: secretHash(token),
    zoneId,
    officerId,
    deviceId,
    expiresAt,
  });
  if (one.relation.shut === 'desk revoked') await directory.revokeDesk(zoneId, deviceId);

  const ask = (endpoint: WireEndpoint, body: object): Promise<Response> =>
    fetch(server.address + endpoint.path, {
      method: endpoint.method,
      headers: {
        'content-type': 'application/json',
        [PROTOCOL_HEADER]: String(PROTOCOL_VERSION),
        authorization: `Bearer ${token}`,
      },
      body: JSON.stringify({ deviceId, epoch: null, ...body }),
    });
  const codeOf = async (response: Response): Promise<string> =>
    wireErrorSchema.parse(await response.json()).error.code;

  const pulled = await ask(WIRE.pull, { cursors: {}, resultsAfter: 0 });
  const ids = new Set(pulled.ok ? idsOf(await pulled.text()) : []);

  const bytes: [string, { asked: boolean; read: boolean }][] = [];
  for (const { entity, id } of files) {
    const row = one.rows.find((other) => other.id === id)?.row;
    const hash = row?.fields[rulesOf(entity)?.blob?.hash ?? ''];
    const name = { row: { entity, id }, hash };
    const [state, got] = [
      await ask(WIRE.blobState, name),
      await ask(WIRE.blobGet, { ...name, offset: 0 }),
    ];
    if (!got.ok) expect(['NOT_FOUND', 'NOT_SIGNED_IN']).toContain(await codeOf(got));
    else expect(WIRE.blobGet.response.parse(await got.json()).bytes).not.toBe('');
    expect(state.status).toBe(got.status);
    const viewer = { zoneId, officerId, deviceId, day: TODAY };
    const read = await store.blobs.read(viewer, { entity, id }, 0, BYTES.length);
    bytes.push([entity, { asked: got.ok, read: read.length > 0 }]);
  }

  const endings: [string, string, Ending][] = [];
  let lastSeq = 0;
  const pushed = async (attempts: readonly Attempted[]): Promise<void> => {
    if (attempts.length === 0) return;
    const operations = attempts.map(({ entity, entityId, baseVersion, change }, at) => ({
      opId: server.zone.newId(),
      deviceSeq: lastSeq + at + 1,
      authorId: officerId,
      madeAt: now,
      entity,
      entityId,
      baseVersion,
      baseEpoch: epoch,
      opVersion: 1,
      dependsOn: [],
      change,
    }));
    const response = await ask(WIRE.push, { waiting: 0, operations });
    if (!response.ok) {
      const code = await codeOf(response);
      const ending = code === REFUSED_BY_WALL && wallOnly ? 'no-right' : code;
      for (const { entity, action } of attempts) endings.push([entity, action, ending]);
      return;
    }
    const { results, lastDeviceSeq } = pushResponseSchema.parse(await response.json());
    lastSeq = lastDeviceSeq;
    attempts.forEach(({ entity, action }, at) => {
      const result = results[at];
      endings.push([
        entity,
        action,
        result?.code || (result?.outcome === 'accepted' ? 'done' : '?'),
      ]);
    });
  };
  let together: Attempted[] = [];
  for (const attempt of one.attempts) {
    if (wallOnly && attempt.ending === 'no-right') {
      await pushed(together);
      await pushed([attempt]);
      together = [];
    } else {
      together.push(attempt);
    }
  }
  await pushed(together);

  const keys = [...one.rows, ...one.attempts.map(({ entity, entityId: id }) => ({ entity, id }))];
  const { value: rows } = await store.write(zoneId, (transaction) => transaction.rows(keys));
  const versions = new Map(rows.map((row) => [keyOf(row), row.row.version]));
  return {
    seen: one.looks.map(({ entity, id }) => [entity, ids.has(id)]),
    bytes,
    endings,
    versions: new Map([...one.after.keys()].map((key) => [key, versions.get(key) ?? 0])),
  };
}

function idsOf(lines: string): readonly Id[] {
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => pullMessageSchema.parse(JSON.parse(line)))
    .flatMap((message) => (message.type === 'row' ? [message.id] : []));
}
