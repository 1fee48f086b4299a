import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { PROTOCOL_HEADER, PROTOCOL_VERSION } from '#shared/protocol/version.ts';

import { makeDeskKey } from '../../workbench/sync/desk-key.ts';
import { httpCentre } from '../../workbench/sync/http-transport.ts';
import { type CentralProcess, runCentral, serveCentral } from './central-process.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';
import { clock, command, makeZone, newId, PASSWORD, rowsOf } from './process-desks.ts';

/** The centre as an administrator runs it: processes, started by the environment, ended by a signal. */
const postgres = await startPostgres();
if ('missing' in postgres) console.warn(`Not run on a PostgreSQL server: ${postgres.missing}.`);

const LONG = 120_000;
const running: CentralProcess[] = [];
afterEach(async () => {
  for (const centre of running.splice(0)) {
    if (centre.child.exitCode === null) await centre.stop('SIGKILL');
  }
});
const serve = async (settings: Readonly<Record<string, string>>): Promise<CentralProcess> => {
  const centre = await serveCentral(settings);
  running.push(centre);
  return centre;
};

/** Begins a request whose body does not come yet. */
async function halfRequest(address: string, body: string): Promise<Socket> {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.write(
    [
      'POST /v1/challenge HTTP/1.1',
      `host: ${hostname}`,
      'content-type: application/json',
      `${PROTOCOL_HEADER}: ${PROTOCOL_VERSION}`,
      `content-length: ${body.length}`,
      '',
      body.slice(0, 5),
    ].join('\r\n'),
  );
  return socket;
}

/** Asks a centre to end while a request is half sent, and sees that it is answered all the same. */
async function expectGracefulEnd(centre: CentralProcess): Promise<void> {
  const body = JSON.stringify({ deviceId: newId() });
  const socket = await halfRequest(centre.address, body);
  const answer: Buffer[] = [];
  socket.on('data', (chunk) => answer.push(chunk));
  const ended = once(socket, 'close');
  // What has begun at the centre it says nowhere: one answer to another request comes after it.
  await fetch(`${centre.address}/health`);
  const code = centre.stop();
  while (!centre.log().includes('central.stopping'))
    await fetch(`${centre.address}/health`).catch(() => {});
  await expect(fetch(`${centre.address}/ready`)).rejects.toThrow();
  socket.write(body.slice(5));
  expect(await code).toBe(0);
  await ended;
  expect(Buffer.concat(answer).toString()).toMatch(/^HTTP\/1\.1 200 [^]*"nonce":"[\w-]{43}"/);
}

describe('a centre on PGlite', () => {
  it(
    'ends what is under way, closes its database, and goes on from there',
    { timeout: LONG },
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'wijkwerk-pglite-'));
      const settings = { DATABASE: `pglite:${join(folder, 'data')}` };
      await command(settings, ['migrate']);
      await command(settings, ['zone', 'add', 'Voorbeeldstad']);
      const centre = await serve(settings);
      await expectGracefulEnd(centre);
      const { code, out } = await runCentral(['zone', 'list'], settings);
      expect(code).toBe(0);
      expect(out).toContain('Voorbeeldstad');
      await rm(folder, { recursive: true });
    },
  );
});

describe.skipIf('missing' in postgres)('centres on a PostgreSQL server', () => {
  const server = postgres as PostgresServer;
  let settings: Readonly<Record<string, string>>;
  beforeAll(async () => {
    settings = { DATABASE: await server.createDatabase(), CONNECTIONS: '5' };
    await command(settings, ['migrate']);
  });
  afterAll(() => server.dispose());

  it('two of them serve the same desks at the same time', { timeout: LONG }, async () => {
    const [one, two] = [await serve(settings), await serve(settings)];
    const desks = await makeZone(settings, one.address, 4);
    const [first] = desks;
    const poked = Promise.withResolvers<undefined>();
    const listening = new AbortController();
    let pokes = 0;
    const heard = Promise.withResolvers<undefined>();
    const ended = first
      ?.at(two.address)
      .listen(() => ((pokes += 1) === 1 ? heard : poked).resolve(undefined), listening.signal)
      .catch(() => undefined);
    await heard.promise;
    const pushed = await Promise.all(
      desks.map(async (desk) => {
        const ids: string[] = [];
        // Each push goes to the other centre, as behind a balancer.
        for (let round = 0; round < 6; round++) {
          ids.push(...(await desk.push(desk.at((round % 2 ? one : two).address), 5)));
        }
        return ids;
      }),
    );
    await poked.promise;
    listening.abort();
    await ended;
    const all = pushed.flat().sort();
    for (const desk of desks) {
      expect(await rowsOf(desk, desk.at(one.address))).toEqual(all);
      expect(await rowsOf(desk, desk.at(two.address))).toEqual(all);
    }
    // One ends; the desks go on with the other.
    expect(await one.stop()).toBe(0);
    for (const desk of desks) await desk.push(desk.at(two.address), 1);
  });

  it('ends what is under way and leaves no connection behind', { timeout: LONG }, async () => {
    const centre = await serve(settings);
    await expectGracefulEnd(centre);
    const client = new pg.Client({ connectionString: settings['DATABASE'] });
    await client.connect();
    const { rows } = await client.query(
      `select 1 from pg_stat_activity where application_name like 'wijkwerk-central%'`,
    );
    await client.end();
    expect(rows).toEqual([]);
  });

  it(
    'is not ready while its database is away, says so by a code, and comes back',
    { timeout: LONG },
    async () => {
      const centre = await serve(settings);
      const status = async (path: string) => (await fetch(centre.address + path)).status;
      expect([await status('/health'), await status('/ready')]).toEqual([200, 200]);
      await server.stop('fast');
      expect([await status('/health'), await status('/ready')]).toEqual([200, 503]);
      const desk = httpCentre({
        address: centre.address,
        deviceId: newId(),
        key: makeDeskKey(),
        clock,
        appVersion: '1.0',
      });
      await expect(desk.signIn({ login: 'nobody', password: 'x' })).rejects.toMatchObject({
        code: 'UNAVAILABLE',
      });
      await server.start();
      await expect.poll(() => status('/ready'), { timeout: 20_000 }).toBe(200);
    },
  );

  it('logs nothing that somebody typed, in one JSON object a line', { timeout: LONG }, async () => {
    const centre = await serve(settings);
    const canary = 'kanarie';
    const [desk] = await makeZone(settings, centre.address, 1, () => `${canary}.login`);
    if (desk === undefined) return expect.fail('no desk');
    const client = desk.at(centre.address);
    await desk.push(client, 1);
    await rowsOf(desk, client);
    await client.signIn({ login: `${canary}.login`, password: canary }).catch(() => undefined);
    await client.signIn({ login: `${canary}.unknown`, password: canary }).catch(() => undefined);
    const send = (path: string, body: string, headers = {}) =>
      fetch(centre.address + path, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          [PROTOCOL_HEADER]: String(PROTOCOL_VERSION),
          'user-agent': canary,
          ...headers,
        },
        body,
      });
    await send('/v1/challenge', JSON.stringify({ deviceId: canary }));
    await send('/v1/enrol', JSON.stringify({ label: canary, login: canary, code: canary }));
    await send(`/v1/${canary}?${canary}=1`, canary);
    await send('/v1/push', canary, { authorization: `Bearer ${canary}` });
    const database = new URL(settings['DATABASE'] ?? '');
    expect(await centre.stop()).toBe(0);
    const lines = centre
      .log()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map(({ event }) => event)).toContain('sign-in.refused');
    for (const line of lines) {
      expect(line).toMatchObject({ at: expect.any(String), level: expect.any(String) });
      expect(line['event']).toMatch(/^[a-z-]+(\.[a-z-]+)?$/);
    }
    expect(centre.log()).not.toMatch(new RegExp(`${canary}|Noor|Voorbeeld|${PASSWORD}`, 'i'));
    expect(centre.log()).not.toContain(database.pathname.slice(1));
  });
});
