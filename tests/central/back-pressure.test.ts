import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { PROTOCOL_HEADER, PROTOCOL_VERSION } from '#shared/protocol/version.ts';

import { memoryStore } from '../../central/store/memory/memory-store.ts';
import { countOnlyHere } from '../../workbench/store/repositories/outbox-repository.ts';
import type { CentreError } from '../../workbench/sync/centre.ts';
import { httpCentre } from '../../workbench/sync/http-transport.ts';
import { createSyncLoop, type SyncOutcome } from '../../workbench/sync/sync-loop.ts';
import { startTestServer, type TestServer } from '../factories/central-server.ts';
import { contactFields, type TestDesk } from '../factories/central-zone.ts';
import { silentLog } from '../factories/test-store.ts';
import { startRealDesk } from './real-desk.ts';

/** A centre that decides two pushes at once, and takes its time when it is told to. */
const AT_ONCE = 2;
let server: TestServer;
let held: (() => void)[];
let isSlow: boolean;
beforeEach(async () => {
  isSlow = false;
  held = [];
  const store = memoryStore({
    async pause(point) {
      if (isSlow && point === 'write') await new Promise<void>((resolve) => held.push(resolve));
    },
  });
  server = await startTestServer(store, { pushesAtOnce: AT_ONCE, attemptsPerMinute: 20 });
});
afterEach(async () => {
  letThrough();
  await server.stop();
});

function letThrough(): void {
  isSlow = false;
  for (const go of held.splice(0)) go();
}

/** Sends one contact of a desk of its own, by whatever the wire says. */
async function sender(): Promise<() => Promise<Response>> {
  const noor: TestDesk = await server.zone.officer('officer', server.zone.north);
  const { officerId } = noor.principal;
  const { deviceId, token } = await server.enrol(officerId);
  const change = contactFields(officerId, server.zone.north);
  const operations = [noor.operation({ entity: 'contact', change })];
  return () =>
    fetch(new URL('/v1/push', server.address), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        [PROTOCOL_HEADER]: String(PROTOCOL_VERSION),
      },
      body: JSON.stringify({ deviceId, epoch: null, waiting: 1, operations }),
    });
}

/** As many pushes as may be at once, each of which waits before it is decided. */
async function fill(): Promise<Promise<Response>[]> {
  const senders = await Promise.all(Array.from({ length: AT_ONCE }, sender));
  isSlow = true;
  const under = senders.map((send) => send());
  await expect.poll(() => held.length, { timeout: 20_000 }).toBe(AT_ONCE);
  return under;
}

describe('a centre with as much to decide as it can at once', () => {
  it('says when to come back, decides what it has, and takes the rest later', async () => {
    const late = await sender();
    const under = await fill();
    const refused = await late();
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('2');
    expect(await refused.json()).toEqual({ error: { code: 'UNAVAILABLE', retryAfterSeconds: 2 } });

    letThrough();
    expect((await Promise.all(under)).map(({ status }) => status)).toEqual([200, 200]);
    const taken = await late();
    expect(await taken.json()).toMatchObject({ results: [{ deviceSeq: 1, outcome: 'accepted' }] });
  });

  it('lets whoever asks for something else in', async () => {
    const noor = await server.zone.officer('officer', server.zone.north);
    const { deviceId, centre } = await server.enrol(noor.principal.officerId);
    const under = await fill();
    const request = { deviceId, epoch: null, cursors: {}, resultsAfter: 0 };
    const types: string[] = [];
    for await (const { type } of centre.pull(request, new AbortController().signal)) {
      types.push(type);
    }
    expect(types.at(-1)).toBe('complete');
    letThrough();
    await Promise.all(under);
  });

  it('gets everything of a desk that waits as it was told', async () => {
    const desk = await startRealDesk(server, 1);
    await desk.log('Over het speelplein gesproken.');
    const before = await countOnlyHere(desk.test.store.read);
    const under = await fill();
    const outcomes: SyncOutcome[] = [];
    const waits: number[] = [];
    const stop = new AbortController();
    const loop = createSyncLoop({
      engine: desk.engine,
      random: () => 0.5,
      log: silentLog,
      onRound: (outcome) => outcomes.push(outcome),
      scheduler: {
        async wait(milliseconds, signal) {
          waits.push(milliseconds);
          if (outcomes.at(-1)?.kind === 'done') {
            stop.abort();
            return;
          }
          // What its officer types meanwhile does not bring it back any sooner, and is not lost.
          await desk.log(`Nog iets, ${waits.length}.`);
          loop.wake();
          expect(signal.aborted).toBe(false);
          if (waits.length === 2) letThrough();
        },
      },
    });
    await loop.run(stop.signal);
    await Promise.all(under);
    expect(outcomes.map((outcome) => outcome.kind === 'failed' && outcome.code)).toEqual([
      'UNAVAILABLE',
      'UNAVAILABLE',
      false,
    ]);
    expect(waits.slice(0, 2)).toEqual([2_500, 2_500]);
    // An officer, a contact and a promise; then twice a contact and a promise.
    expect(before.onlyHere).toBe(3);
    expect((await countOnlyHere(desk.test.store.read)).onlyHere).toBe(0);
    const rows = server.zone.centre.store;
    const viewer = { zoneId: server.zone.zoneId, ...desk.test.store.identity, day: '2026-06-15' };
    expect(await rows.read(viewer, (snapshot) => snapshot.lastDeviceSeq())).toBe(3 + 4);
    expect(await desk.contacts()).toHaveLength(3);
    await desk.test.dispose();
  });
});

it('says when to come back to an address that asks too often', async () => {
  const attempt = () =>
    fetch(new URL('/v1/sign-in', server.address), {
      method: 'POST',
      headers: { 'content-type': 'application/json', [PROTOCOL_HEADER]: String(PROTOCOL_VERSION) },
      body: '{}',
    });
  const answers = [];
  for (let at = 0; at < 21; at++) answers.push(await attempt());
  const last = answers.at(-1);
  expect(last?.status).toBe(429);
  const { error } = (await last?.json()) as { error: { retryAfterSeconds: number } };
  expect(error).toEqual({ code: 'TRY_LATER', retryAfterSeconds: expect.any(Number) as number });
  expect(last?.headers.get('retry-after')).toBe(String(error.retryAfterSeconds));
  expect(error.retryAfterSeconds).toBeGreaterThan(0);
});

it.each([
  ['7', 7],
  ['Fri, 27 Nov 2026 08:00:00 GMT', undefined],
  ['', undefined],
])('a desk hears from a proxy that knows no codes: Retry-After "%s"', async (header, told) => {
  const proxy = createServer((_request, response) => {
    response.writeHead(503, header === '' ? {} : { 'retry-after': header }).end('<h1>busy</h1>');
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const { port } = proxy.address() as AddressInfo;
  const desk = server.client(server.zone.newId());
  const centre = httpCentre({
    address: `http://127.0.0.1:${port}`,
    deviceId: desk.deviceId,
    key: desk.key,
    clock: server.zone.clock,
    appVersion: '1.0',
  });
  const cause = await centre.provider().catch((error: unknown) => error as CentreError);
  expect(cause).toMatchObject({
    code: 'UNKNOWN',
    data: told === undefined ? {} : { retryAfterSeconds: told },
  });
  proxy.closeAllConnections();
  proxy.close();
});
