import { connect } from 'node:net';

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { wireErrorSchema } from '#shared/protocol/errors.ts';
import { PROTOCOL_VERSION } from '#shared/protocol/version.ts';
import { WIRE } from '#shared/protocol/wire.ts';

import { makeSecret, secretHash, zoneOf } from '../../central/accounts/secrets.ts';
import { signChallenge } from '../../workbench/sync/desk-key.ts';
import { PASSWORD } from '../factories/central-server.ts';
import { contactFields } from '../factories/central-zone.ts';
import { fromSchema } from './from-schema.ts';
import { ASKING, from, type FuzzTarget, fuzzTarget, GUARDED } from './fuzz-target.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

/** Tokens, signatures and orders that are not right, replays, and what is not even HTTP. */
const postgres = await startPostgres();
if ('missing' in postgres) console.warn(`Not run on a PostgreSQL server: ${postgres.missing}.`);

describe.skipIf('missing' in postgres)('what does not hold', () => {
  let target: FuzzTarget;
  beforeAll(async () => {
    target = await fuzzTarget(postgres as PostgresServer);
  });
  afterAll(() => target.stop());

  it.each(GUARDED)('%s lets nobody in without a token that holds', async (_name, endpoint) => {
    const body =
      endpoint.request === null ? undefined : JSON.stringify({ deviceId: target.desk.deviceId });
    const strange = fc.oneof(
      fc.constant(null),
      fc.stringMatching(/^[\w-]{43}$/),
      fc.stringMatching(/^[!-~]{1,200}$/),
      fc.constantFrom(
        target.desk.token.slice(1),
        `${target.desk.token}A`,
        target.desk.token.toLowerCase(),
      ),
    );
    await fc.assert(
      fc.asyncProperty(strange, async (token) => {
        const answer = await target.refusedLeavesNothing(endpoint, body, token);
        expect(answer).toEqual({ status: 401, code: 'NOT_SIGNED_IN' });
      }),
      { numRuns: 30 },
    );
  });

  const ofADesk = ASKING.filter(([, { token, request }]) => {
    const shape: unknown = token && 'shape' in request ? request.shape : {};
    return typeof shape === 'object' && shape !== null && 'deviceId' in shape;
  });
  it.each(ofADesk)('%s refuses the token of another desk', async (_name, endpoint) => {
    await fc.assert(
      fc.asyncProperty(fromSchema(endpoint.request), async (body) => {
        const text = JSON.stringify(from(target.desk, body));
        const { code } = await target.refusedLeavesNothing(endpoint, text, target.other.token);
        // The schema cannot tell the order of operations: then the body itself is refused. Where an
        // administrator names a desk, an officer's token is refused for that.
        expect(['NOT_SIGNED_IN', 'INVALID_FIELD', 'FORBIDDEN']).toContain(code);
      }),
      { numRuns: 20 },
    );
  });

  it('refuses operations in a wrong order, whatever the order', async () => {
    const right = [1, 2, 3, 4].map((deviceSeq) => ({
      ...target.noor.operation({
        entity: 'contact',
        change: contactFields(target.noor.principal.officerId, target.server.zone.north),
      }),
      deviceSeq: deviceSeq + 1_000,
    }));
    const order = fc.shuffledSubarray(right, { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(order, async (operations) => {
        const push = { deviceId: target.desk.deviceId, epoch: null, waiting: 0, operations };
        const { code } = await target.refusedLeavesNothing(WIRE.push, JSON.stringify(push));
        expect(['SEQUENCE_GAP', 'INVALID_FIELD']).toContain(code);
      }),
      { numRuns: 30 },
    );
  });

  it('answers a push that is sent again as the first time, and stores it once', async () => {
    const change = contactFields(target.other.officerId, target.server.zone.north);
    const operation = {
      ...target.noor.operation({ entity: 'contact', change }),
      authorId: target.other.officerId,
      deviceSeq: 1,
    };
    const push = {
      deviceId: target.other.deviceId,
      epoch: null,
      waiting: 0,
      operations: [operation],
    };
    const answers = [];
    const before = await target.content.read();
    const contents = [];
    for (let at = 0; at < 3; at++) {
      answers.push(await target.send(WIRE.push, JSON.stringify(push), target.other.token));
      contents.push(await target.content.read());
    }
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(contents[0]).not.toEqual(before);
    expect(contents[1]).toEqual(contents[0]);
    expect(contents[2]).toEqual(contents[0]);
    const altered = { ...push, operations: [{ ...operation, madeAt: '2020-01-01T00:00:00.000Z' }] };
    const { code } = await target.refusedLeavesNothing(
      WIRE.push,
      JSON.stringify(altered),
      target.other.token,
    );
    expect(code).toBe('OPERATION_ALTERED');
  });

  const nonceFor = async (deviceId: string): Promise<string> => {
    const response = await fetch(target.server.address + WIRE.challenge.path, {
      method: 'POST',
      headers: {
        'wijkwerk-protocol': String(PROTOCOL_VERSION),
        'content-type': 'application/json',
      },
      body: JSON.stringify({ deviceId }),
    });
    return WIRE.challenge.response.parse(await response.json()).nonce;
  };

  it('takes what a desk signed once, for one purpose and one desk', async () => {
    const { deviceId, key } = target.desk;
    const signed = (purpose: 'token' | 'sign-in', nonce: string) => ({
      deviceId,
      nonce,
      signature: signChallenge(key, purpose, deviceId, nonce),
    });
    const token = JSON.stringify({ ...signed('token', await nonceFor(deviceId)), appVersion: '1' });
    expect((await target.send(WIRE.token, token, null)).status).toBe(200);
    expect((await target.refusedLeavesNothing(WIRE.token, token, null)).code).toBe(
      'WRONG_CREDENTIALS',
    );

    const login = { login: target.desk.login, password: PASSWORD };
    const signIn = JSON.stringify({ ...signed('sign-in', await nonceFor(deviceId)), ...login });
    expect((await target.send(WIRE.signIn, signIn, null)).status).toBe(200);
    expect((await target.refusedLeavesNothing(WIRE.signIn, signIn, null)).code).toBe(
      'WRONG_CREDENTIALS',
    );

    // Only the challenge itself is used up by what is wrong with the rest.
    const crossed = JSON.stringify({ ...signed('token', await nonceFor(deviceId)), ...login });
    expect((await target.send(WIRE.signIn, crossed, null)).code).toBe('WRONG_CREDENTIALS');
    const foreign = JSON.stringify({
      ...signed('token', await nonceFor(target.other.deviceId)),
      appVersion: '1',
    });
    expect((await target.send(WIRE.token, foreign, null)).code).toBe('WRONG_CREDENTIALS');
  });

  it('looks where a string says, and believes nothing else of it', async () => {
    const { deviceId, key, token } = target.desk;
    const { store } = target.server.zone.centre;
    const zoneId = target.server.zone.newId();
    await store.directory.addZone({ id: zoneId, name: 'Other', epoch: target.server.zone.newId() });
    /** What is random of the one, under the zone of another. */
    const moved = (secret: string): string =>
      makeSecret(zoneId, () => Buffer.from(secret, 'base64url').subarray(16));
    expect(zoneOf(token)).toBe(target.server.zone.zoneId);
    expect(zoneOf(moved(token))).toBe(zoneId);
    const pull = JSON.stringify({ deviceId, epoch: null, cursors: {}, resultsAfter: 0 });
    expect((await target.send(WIRE.pull, pull, token)).status).toBe(200);
    const answer = await target.refusedLeavesNothing(WIRE.pull, pull, moved(token));
    expect(answer).toEqual({ status: 401, code: 'NOT_SIGNED_IN' });
    // Nor does the hash in two zones make one of them: who is let into the other sees nothing of this one.
    const { officerId } = target.desk;
    const expiresAt = '2027-01-01T00:00:00.000Z';
    const tokenHash = secretHash(moved(token));
    await store.directory.addToken({ tokenHash, zoneId, officerId, deviceId, expiresAt });
    const pulled = async (by: string) => {
      const response = await fetch(target.server.address + WIRE.pull.path, {
        method: 'POST',
        headers: {
          'wijkwerk-protocol': String(PROTOCOL_VERSION),
          'content-type': 'application/json',
          authorization: `Bearer ${by}`,
        },
        body: pull,
      });
      return response.text();
    };
    expect(await pulled(token)).toContain(target.server.zone.north);
    expect(await pulled(moved(token))).toContain('"scopes":{}');
    expect(await pulled(moved(token))).not.toContain(target.server.zone.north);

    const nonce = moved(await nonceFor(deviceId));
    const signature = signChallenge(key, 'token', deviceId, nonce);
    const request = JSON.stringify({ deviceId, nonce, signature, appVersion: '1' });
    const { code } = await target.refusedLeavesNothing(WIRE.token, request, null);
    expect(code).toBe('WRONG_CREDENTIALS');
  });

  it('answers addresses that nobody has, and those that are none', async () => {
    const path = fc.oneof(
      fc.webPath().map((part) => `/v1${part}/x`),
      fc.constantFrom('/v1/%E0%A4%A', '/%', '/v1/push/../..//x', '/v1/push?'.padEnd(4_000, 'x')),
    );
    await fc.assert(
      fc.asyncProperty(path, async (where) => {
        await target.refusedLeavesNothing({ method: 'GET', path: where, form: 'json' }, undefined);
      }),
      { numRuns: 60 },
    );
  });

  it('answers what is not HTTP, or too much of it, with a code', async () => {
    const lines = (...text: string[]) => [...text, '', ''].join('\r\n');
    const cases = [
      'nonsense\r\n\r\n',
      lines('GET /health HTTP/1.1', 'Host: a', `X: ${'x'.repeat(100_000)}`),
      lines('POST /v1/push HTTP/1.1', 'Host: a', 'Content-Length: -5'),
      lines('GET /health HTTP/9.9', 'Host: a'),
    ];
    for (const text of cases) {
      const answer = await raw(target.server.address, text);
      const body = answer.slice(answer.indexOf('\r\n\r\n'));
      expect(answer.slice(0, 14)).toMatch(/^HTTP\/1\.1 4\d\d /);
      expect(wireErrorSchema.parse(JSON.parse(body)).error.code).toMatch(
        /^(UNREADABLE|TOO_LARGE)$/,
      );
    }
    target.expectNoDefect();
  });
});
/** Sends bytes over a socket, and gives all that comes back. */
function raw(address: string, text: string): Promise<string> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(text));
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('close', () => resolve(Buffer.concat(chunks).toString()));
    socket.on('error', reject);
  });
}
