import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { LIMITS } from '#shared/protocol/limits.ts';
import type { PullMessage } from '#shared/protocol/pull.ts';

import { lineStream } from '../../central/http/pull-stream.ts';
import { memoryStore } from '../../central/store/memory/memory-store.ts';
import { type Standing, startLine } from '../../workbench/features/sync/centre-line.ts';
import { CentreUnreachable } from '../../workbench/sync/centre.ts';
import { type HttpCentre, httpCentre } from '../../workbench/sync/http-transport.ts';
import { patienceForPush } from '../../workbench/sync/patience.ts';
import { startTestServer, type TestServer } from '../factories/central-server.ts';
import { type FrozenLine, openFrozenLine } from '../factories/frozen-line.ts';
import { silentLog } from '../factories/test-store.ts';
import { type RealDesk, startRealDesk } from './real-desk.ts';

/** A centre that stands still, or a pulled cable: every line is open, and nothing comes. */
const PATIENCE = { firstByte: 300, part: 300, heartbeat: 500, push: 300, kilobyte: 20 };
const never = new AbortController().signal;
let server: TestServer;
let line: FrozenLine;
let desk: RealDesk;
beforeEach(async () => {
  server = await startTestServer(memoryStore());
  line = await openFrozenLine(server.address);
  desk = await startRealDesk(server, 1);
});
afterEach(async () => {
  await desk.test.dispose();
  await line.close();
  await server.stop();
});

/** The desk's own line to whatever listens at `address`. */
function centreAt(address: string): HttpCentre {
  const { deviceId } = desk.test.store.identity;
  const { key } = desk;
  const { clock } = server.zone;
  return httpCentre({ address, deviceId, key, clock, appVersion: '1.0', patience: PATIENCE });
}

async function pulled(centre: HttpCentre): Promise<PullMessage[]> {
  const { deviceId } = desk.test.store.identity;
  const request = { deviceId, epoch: null, cursors: {}, resultsAfter: 0 };
  const messages: PullMessage[] = [];
  for await (const message of centre.pull(request, never)) messages.push(message);
  return messages;
}

/** Tokens come from the centre itself; its pulls are answered by `answer`. */
async function withPulls(
  answer: (response: ServerResponse) => Promise<void>,
  work: (centre: HttpCentre) => Promise<void>,
): Promise<void> {
  const other = createServer((request, response) => {
    if (request.url?.endsWith('/pull')) void answer(response);
    else {
      void (async () => {
        const chunks = await request.toArray();
        const theirs = await fetch(new URL(request.url ?? '', server.address), {
          method: 'POST',
          headers: request.headers as Record<string, string>,
          body: Buffer.concat(chunks as Buffer[]),
        });
        response.writeHead(theirs.status, { 'content-type': 'application/json' });
        response.end(await theirs.text());
      })();
    }
  });
  other.listen(0, '127.0.0.1');
  await once(other, 'listening');
  try {
    await work(centreAt(`http://127.0.0.1:${(other.address() as AddressInfo).port}`));
  } finally {
    other.closeAllConnections();
    other.close();
  }
}

const begin = (): PullMessage => ({
  type: 'begin',
  protocolVersion: 6,
  epoch: server.zone.newId(),
  now: server.zone.clock.now(),
  territory: null,
});
const complete: PullMessage = { type: 'complete', targetSeq: 0, more: false, sums: {} };

it('gives up on a pull whose answer does not begin, with a token and without one', async () => {
  const centre = centreAt(line.address);
  await pulled(centre);
  line.freeze();
  await expect(pulled(centre)).rejects.toThrow(CentreUnreachable);
  await expect(pulled(centreAt(line.address))).rejects.toThrow(CentreUnreachable);
});

it('gives up on a push that nobody answers, later when it carries more', async () => {
  const centre = centreAt(line.address);
  await pulled(centre);
  line.freeze();
  const { deviceId } = desk.test.store.identity;
  const push = centre.push({ deviceId, epoch: null, waiting: 0, operations: [] });
  await expect(push).rejects.toThrow(CentreUnreachable);
  expect(patienceForPush(500, PATIENCE)).toBe(310);
  expect(patienceForPush(LIMITS.pushBytes, PATIENCE)).toBe(300 + 8_000 * 20);
});

it('gives up on a pull that stops halfway', async () => {
  const answer = async (response: ServerResponse): Promise<void> => {
    response.write(`${JSON.stringify(begin())}\n`);
  };
  await withPulls(answer, async (centre) => {
    await expect(pulled(centre)).rejects.toThrow(CentreUnreachable);
  });
});

it('takes a pull that is slow but steady, however long it lasts', async () => {
  const answer = async (response: ServerResponse): Promise<void> => {
    const bytes = `${JSON.stringify(begin())}\n${JSON.stringify(complete)}\n`;
    for (let at = 0; at < bytes.length; at += 40) {
      response.write(bytes.slice(at, at + 40));
      await pause(100);
    }
    response.end();
  };
  await withPulls(answer, async (centre) => {
    expect((await pulled(centre)).map(({ type }) => type)).toEqual(['begin', 'complete']);
  });
});

it('takes its time with what came, without taking the centre for dead', async () => {
  const answer = async (response: ServerResponse): Promise<void> => {
    response.write(`${JSON.stringify(begin())}\n`);
    await pause(100);
    response.end(`${JSON.stringify(complete)}\n`);
  };
  await withPulls(answer, async (centre) => {
    const types: string[] = [];
    const { deviceId } = desk.test.store.identity;
    const request = { deviceId, epoch: null, cursors: {}, resultsAfter: 0 };
    for await (const { type } of centre.pull(request, never)) {
      types.push(type);
      await pause(2 * PATIENCE.part);
    }
    expect(types).toEqual(['begin', 'complete']);
  });
});

it('hears of a centre that is still looking for the rows', async () => {
  const answer = async (response: ServerResponse): Promise<void> => {
    const lines = lineStream(response, 50);
    await lines.send(begin());
    await pause(3 * PATIENCE.part);
    await lines.send(complete);
    await lines.end();
    lines.stop();
  };
  await withPulls(answer, async (centre) => {
    expect((await pulled(centre)).map(({ type }) => type)).toEqual(['begin', 'complete']);
  });
});

it('says that the centre does not answer once its pokes fall silent, and notices when it is back', async () => {
  const closing = new AbortController();
  const standing: Partial<Standing> = {};
  const running = startLine({
    store: desk.test.store,
    clock: server.zone.clock,
    log: silentLog,
    centre: centreAt(line.address),
    signal: closing.signal,
    arrived: () => {},
    note: (change) => Object.assign(standing, change),
  });
  const connected = (connection: Standing['connection']) =>
    vi.waitFor(() => expect(standing).toMatchObject({ connection, isRunning: false }), 5_000);
  await connected('online');
  line.freeze();
  await connected('unreachable');
  line.thaw();
  await running.now();
  await connected('online');
  closing.abort();
  await running.ended;
});
