import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { PullMessage } from '#shared/protocol/pull.ts';

import { memoryStore } from '../../central/store/memory/memory-store.ts';
import { PASSWORD, startTestServer, type TestServer } from '../factories/central-server.ts';
import { contactFields, type TestDesk } from '../factories/central-zone.ts';

let server: TestServer;
let noor: TestDesk;
let officerId: string;
beforeEach(async () => {
  server = await startTestServer(memoryStore(), { attemptsPerMinute: 30 });
  noor = await server.zone.officer('officer', server.zone.north);
  officerId = noor.principal.officerId;
});
afterEach(() => server.stop());

const never = new AbortController().signal;
const contact = () =>
  noor.operation({ entity: 'contact', change: contactFields(officerId, server.zone.north) });
const request = (deviceId: string) => ({
  deviceId,
  epoch: null,
  cursors: {},
  resultsAfter: 0,
});
async function collect(lines: AsyncIterable<PullMessage>): Promise<PullMessage[]> {
  const messages: PullMessage[] = [];
  for await (const message of lines) messages.push(message);
  return messages;
}

describe('a desk', () => {
  it('is enrolled with a code, pushes, hears of it and pulls', async () => {
    const { deviceId, centre } = await server.enrol(officerId);
    const heard = Promise.withResolvers<undefined>();
    const poked = Promise.withResolvers<undefined>();
    const listening = new AbortController();
    let pokes = 0;
    const ended = centre
      .listen(() => {
        pokes += 1;
        (pokes === 1 ? heard : poked).resolve(undefined);
      }, listening.signal)
      .catch(() => 'cut');
    // The first says that the centre tells of everything from now on.
    await heard.promise;

    const operation = contact();
    const answer = await centre.push({
      deviceId,
      epoch: null,
      waiting: 4,
      operations: [operation],
    });
    expect(answer.results).toMatchObject([{ opId: operation.opId, outcome: 'accepted' }]);
    await poked.promise;
    const messages = await collect(centre.pull(request(deviceId), never));
    expect(messages.map(({ type }) => type)).toEqual([
      'begin',
      'scopes',
      'row',
      'result',
      'complete',
    ]);
    listening.abort();
    expect(await ended).toBe('cut');

    const [desk] = await server.zone.centre.store.directory.desks(server.zone.zoneId);
    expect(desk).toMatchObject({ deviceId, waiting: 3, lastSeenAt: server.zone.clock.now() });
  });

  it('tells when a desk was last seen that only pulls, at most once a minute', async () => {
    const { deviceId, centre } = await server.enrol(officerId);
    const seenAt = async () => {
      const { directory } = server.zone.centre.store;
      return (await directory.desk(server.zone.zoneId, deviceId))?.lastSeenAt;
    };
    server.zone.clock.advance(5 * 60_000);
    const first = server.zone.clock.now();
    await collect(centre.pull(request(deviceId), never));
    expect(await seenAt()).toBe(first);
    server.zone.clock.advance(30_000);
    await collect(centre.pull(request(deviceId), never));
    expect(await seenAt()).toBe(first);
    server.zone.clock.advance(31_000);
    await collect(centre.pull(request(deviceId), never));
    expect(await seenAt()).toBe(server.zone.clock.now());
  });

  it('gets a new token by its key when the old one is over, within the lease', async () => {
    const { deviceId, centre } = await server.enrol(officerId);
    server.zone.clock.advance(20 * 60_000);
    await expect(collect(centre.pull(request(deviceId), never))).resolves.toHaveLength(3);
    server.zone.clock.advance(15 * 86_400_000);
    const late = collect(centre.pull(request(deviceId), never));
    await expect(late).rejects.toMatchObject({ code: 'SIGN_IN_AGAIN' });
    await centre.signIn({ login: 'officer-1', password: PASSWORD });
    await expect(collect(centre.pull(request(deviceId), never))).resolves.toHaveLength(3);
  });

  it('that was revoked is shut out at once', async () => {
    const { deviceId, centre } = await server.enrol(officerId);
    await server.zone.centre.store.directory.revokeDesk(server.zone.zoneId, deviceId);
    const refused = collect(centre.pull(request(deviceId), never));
    await expect(refused).rejects.toMatchObject({ code: 'REVOKED' });
    await expect(centre.signIn({ login: 'officer-1', password: PASSWORD })).rejects.toMatchObject({
      code: 'REVOKED',
    });
  });

  it('of a closed account hands over its work, and is told to forget the rest', async () => {
    const { deviceId, centre } = await server.enrol(officerId);
    const { directory } = server.zone.centre.store;
    const account = await directory.accountOf(server.zone.zoneId, officerId);
    if (account === undefined) throw new Error('no account');
    await directory.putAccount(server.zone.zoneId, { ...account, disabled: true });
    const answer = await centre.push({
      deviceId,
      epoch: null,
      waiting: 1,
      operations: [contact()],
    });
    expect(answer.results).toMatchObject([{ outcome: 'quarantined', code: 'no-right' }]);
    const [, scopes] = await collect(centre.pull(request(deviceId), never));
    expect(scopes).toEqual({ type: 'scopes', scopes: {} });
  });

  it('is refused with the token of another', async () => {
    const { centre } = await server.enrol(officerId);
    const other = request(server.zone.newId());
    await expect(collect(centre.pull(other, never))).rejects.toMatchObject({
      code: 'NOT_SIGNED_IN',
    });
  });
});

describe('the doors', () => {
  const enrolment = async (given: object = {}) => ({
    code: await server.code(officerId),
    login: 'officer-1',
    password: PASSWORD,
    officerId,
    label: 'Desk 2',
    ...given,
  });

  it('know which application a desk is as soon as it is enrolled', async () => {
    const { zone } = server;
    const { deviceId } = await server.enrol(officerId);
    const desk = await zone.centre.store.directory.desk(zone.zoneId, deviceId);
    expect(desk?.appVersion).toBe('1.0');
  });

  it('take a code once, and spend it on no wrong password', async () => {
    await server.enrol(officerId);
    const { centre } = server.client();
    const { directory } = server.zone.centre.store;
    const given = await enrolment();
    for (const wrong of [
      { ...given, password: 'not the password' },
      { ...given, login: 'nobody' },
      { ...given, code: 'AAAA-AAAA-AAAA-AAAA' },
    ]) {
      await expect(centre.enrol(wrong)).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
    }
    expect(server.log().match(/sign-in\.refused/g)).toHaveLength(2);
    expect(server.log().match(/"code\.refused".*"unknown"/g)).toHaveLength(1);
    expect(server.log()).not.toMatch(/AAAA/i);
    expect((await directory.attempts(server.zone.zoneId, 'officer-1')).failures).toBe(1);
    const mismatch = { ...given, officerId: server.zone.newId() };
    await expect(centre.enrol(mismatch)).rejects.toMatchObject({ code: 'OFFICER_MISMATCH' });

    // Of two desks that come with it at the same time, one is let in.
    const clients = [server.client(), server.client()];
    const answers = await Promise.allSettled(clients.map((client) => client.centre.enrol(given)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await expect(centre.enrol(given)).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
    expect(server.log().match(/code\.refused/g)).toHaveLength(3);
    expect(server.log()).not.toContain(given.code);
    expect(await directory.desks(server.zone.zoneId)).toHaveLength(2);
  });

  it('do not let whoever has a code try passwords for ever, and take it afterwards', async () => {
    await server.enrol(officerId);
    const { centre } = server.client();
    const given = await enrolment();
    for (let at = 0; at < 5; at++) {
      const wrong = centre.enrol({ ...given, password: `wrong ${at}` });
      await expect(wrong).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
    }
    await expect(centre.enrol(given)).rejects.toMatchObject({ code: 'TRY_LATER' });
    server.zone.clock.advance(11_000);
    await expect(centre.enrol(given)).resolves.toMatchObject({ officerId });
  });

  it('close for a while after wrong passwords, longer each time', async () => {
    const { centre } = await server.enrol(officerId);
    const attempt = (password: string) => centre.signIn({ login: 'officer-1', password });
    for (let at = 0; at < 5; at++) {
      await expect(attempt('wrong')).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
    }
    await expect(attempt(PASSWORD)).rejects.toMatchObject({
      code: 'TRY_LATER',
      data: { retryAfterSeconds: 10 },
    });
    server.zone.clock.advance(11_000);
    await expect(attempt(PASSWORD)).resolves.toMatchObject({ officerId });
  });

  it('are not rattled at more often than some times a minute', async () => {
    const { centre } = server.client();
    const codes = [];
    for (let at = 0; at < 35; at++) {
      const refused = await centre
        .signIn({ login: 'nobody', password: 'x' })
        .catch((cause) => cause);
      codes.push((refused as { code: string }).code);
    }
    expect(codes).toContain('TRY_LATER');
  });

  it('want a signature of the desk’s own key over a fresh challenge', async () => {
    const { deviceId } = await server.enrol(officerId);
    const impostor = server.client(deviceId).centre;
    const refused = collect(impostor.pull(request(deviceId), never));
    await expect(refused).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
  });
});

describe('bad input', () => {
  const send = (path: string, body: string | undefined, headers: Record<string, string> = {}) =>
    fetch(server.address + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'content-type': 'application/json', 'wijkwerk-protocol': '1', ...headers },
      ...(body === undefined ? {} : { body }),
    });
  const answerOf = async (response: Response): Promise<string> => {
    const { error } = (await response.json()) as { error: { code: string; field?: string } };
    return `${response.status} ${error.code}${error.field === undefined ? '' : ` ${error.field}`}`;
  };

  it('is answered with a code, and the field where there is one', async () => {
    const { deviceId, token } = await server.enrol(officerId);
    const authorization = { authorization: `Bearer ${token}` };
    const deep = '['.repeat(50_000) + ']'.repeat(50_000);
    const push = (operation: object) =>
      JSON.stringify({ deviceId, epoch: null, waiting: 0, operations: [operation] });
    const nul = { ...contact(), change: { kind: 'patch', fields: { a: 'x\u0000y' } } };
    const half = { ...contact(), change: { kind: 'patch', fields: { a: '\ud800' } } };
    const cases: readonly (readonly [string, Response])[] = [
      ['404 NOT_FOUND', await send('/v1/nowhere', undefined)],
      ['426 PROTOCOL_UNSUPPORTED', await send('/v1/token', '{}', { 'wijkwerk-protocol': '99' })],
      ['400 UNREADABLE', await send('/v1/token', '{"half":')],
      ['400 UNREADABLE', await send('/v1/token', '{"__proto__": {}}')],
      ['422 INVALID_FIELD deviceId', await send('/v1/challenge', '{}')],
      ['422 INVALID_FIELD ', await send('/v1/challenge', '[]')],
      ['413 TOO_LARGE', await send('/v1/challenge', JSON.stringify('x'.repeat(70_000)))],
      ['401 NOT_SIGNED_IN', await send('/v1/push', '{}')],
      ['401 NOT_SIGNED_IN', await send('/v1/pokes', undefined, { authorization: 'Bearer x' })],
      ['422 INVALID_FIELD operations.0.change', await send('/v1/push', push(nul), authorization)],
      ['422 INVALID_FIELD operations.0.change', await send('/v1/push', push(half), authorization)],
      [
        '422 INVALID_FIELD operations.0.change.fields.a',
        await send(
          '/v1/push',
          push({ ...contact(), change: { kind: 'patch', fields: { a: 0 } } }).replace(
            '"a":0',
            `"a":${deep}`,
          ),
          authorization,
        ),
      ],
    ];
    const found = await Promise.all(cases.map(async ([, response]) => answerOf(response)));
    expect(found.slice(0, -1)).toEqual(cases.slice(0, -1).map(([wanted]) => wanted));
    expect(found.at(-1)).toMatch(/^(422 INVALID_FIELD|400 UNREADABLE)/);
  });

  it('leaves nothing in the log that somebody typed', async () => {
    await server.enrol(officerId);
    await send('/v1/challenge', JSON.stringify({ deviceId: 'Jan Modaal, Kerkstraat 1' }));
    expect(server.log()).not.toMatch(/Modaal|Kerkstraat|officer-1|zes blauwe/);
  });
});

describe('whoever runs the centre', () => {
  const get = async (path: string) => (await fetch(server.address + path)).text();

  it('sees that it lives, that it is ready, and what it does', async () => {
    const { deviceId, centre } = await server.enrol(officerId);
    await centre.push({ deviceId, epoch: null, waiting: 0, operations: [contact()] });
    expect(JSON.parse(await get('/health'))).toEqual({ alive: true });
    expect(JSON.parse(await get('/ready'))).toEqual({ ready: true });
    const metrics = await get('/metrics');
    expect(metrics).toContain('wijkwerk_operations_total{outcome="accepted"} 1');
    expect(metrics).toContain('wijkwerk_requests_total{path="/v1/push",status="200"} 1');
    expect(metrics).toMatch(/wijkwerk_request_seconds_bucket\{path="\/v1\/enrol",le="\+Inf"\} 1/);
  });

  it('finds every address described', async () => {
    const description = JSON.parse(await get('/v1/openapi.json')) as {
      paths: Record<string, Record<string, { security: unknown[] }>>;
    };
    expect(Object.keys(description.paths)).toContain('/v1/push');
    expect(description.paths['/v1/push']?.['post']?.security).toEqual([{ token: [] }]);
    expect(JSON.stringify(description)).toContain('baseVersion');
  });
});
