import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { WIRE_ERRORS, wireErrorSchema } from '#shared/protocol/errors.ts';
import { WIRE } from '#shared/protocol/wire.ts';

import { memoryStore } from '../../central/store/memory/memory-store.ts';
import { startTestServer, type TestServer } from '../factories/central-server.ts';
import { contactFields, type TestDesk } from '../factories/central-zone.ts';

const store = memoryStore();
let server: TestServer;
let noor: TestDesk;
let deviceId: string;
let token: string;
beforeAll(async () => {
  server = await startTestServer(store);
  noor = await server.zone.officer('officer', server.zone.north);
  ({ deviceId, token } = await server.enrol(noor.principal.officerId));
});
afterAll(() => server.stop());

const posts = Object.values(WIRE).filter(({ method }) => method === 'POST');

async function send(path: string, body: string): Promise<void> {
  const response = await fetch(server.address + path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'wijkwerk-protocol': '1',
      authorization: `Bearer ${token}`,
    },
    body,
  });
  const text = await response.text();
  expect(response.status, text).toBeLessThan(500);
  if (response.ok) return;
  const { error } = wireErrorSchema.parse(JSON.parse(text));
  expect(Object.keys(WIRE_ERRORS)).toContain(error.code);
}

/** Puts `value` somewhere into what would have been right. */
function spoil(right: unknown, path: readonly number[], value: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined || typeof right !== 'object' || right === null) return value;
  const keys = Object.keys(right);
  const key = keys[first % Math.max(1, keys.length)];
  if (key === undefined) return value;
  const members = Object.entries(right).map(([name, member]) => [
    name,
    name === key ? spoil(member, rest, value) : (member as unknown),
  ]);
  const spoiled = Object.fromEntries(members) as Record<string, unknown>;
  return Array.isArray(right) ? Object.values(spoiled) : spoiled;
}

it('answers whatever comes with a code, and stores nothing of it', async () => {
  const before = store.zoneState(server.zone.zoneId).seq;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...posts), fc.json(), ({ path }, body) => send(path, body)),
    { numRuns: 150 },
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...posts), fc.string(), ({ path }, body) => send(path, body)),
    { numRuns: 50 },
  );
  expect(store.zoneState(server.zone.zoneId).seq).toBe(before);
});

it('answers what is almost right with a code or an outcome', async () => {
  const path = fc.array(fc.nat(12), { minLength: 1, maxLength: 6 });
  const value = fc.oneof(
    fc.jsonValue(),
    fc.string({ unit: 'binary' }),
    fc.constant('x'.repeat(5_000)),
  );
  await fc.assert(
    fc.asyncProperty(path, value, async (where, what) => {
      const change = contactFields(noor.principal.officerId, server.zone.north);
      const operation = { ...noor.operation({ entity: 'contact', change }), deviceSeq: 1 };
      const push = { deviceId, epoch: null, waiting: 0, operations: [operation] };
      await send('/v1/push', JSON.stringify(spoil(push, where, what)));
      const pull = { deviceId, epoch: null, cursors: { reference: 0 }, resultsAfter: 0 };
      await send('/v1/pull', JSON.stringify(spoil(pull, where, what)));
    }),
    { numRuns: 200 },
  );
  expect(server.log()).not.toContain('"event":"internal"');
});
