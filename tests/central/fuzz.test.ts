import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { PROTOCOL_VERSION } from '#shared/protocol/version.ts';
import { WIRE } from '#shared/protocol/wire.ts';

import { contactFields } from '../factories/central-zone.ts';
import { fromSchema } from './from-schema.ts';
import { ASKING, ENDPOINTS, from, type FuzzTarget, fuzzTarget } from './fuzz-target.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';
import { spoiled } from './spoil.ts';

/**
 * Whatever is sent to whichever address of the wire: a code of the catalogue comes back, never a defect,
 * and what was refused has left nothing behind.
 */
const postgres = await startPostgres();
if ('missing' in postgres) console.warn(`Not run on a PostgreSQL server: ${postgres.missing}.`);

describe.skipIf('missing' in postgres)('bad input', () => {
  let target: FuzzTarget;
  beforeAll(async () => {
    target = await fuzzTarget(postgres as PostgresServer);
  });
  afterAll(() => target.stop());

  it.each(ASKING)('%s answers any JSON and any text with a code', async (_name, endpoint) => {
    const text = fc.oneof(fc.json(), fc.string({ unit: 'binary' }), fc.constant(''));
    const { deviceId } = target.desk;
    await fc.assert(
      fc.asyncProperty(text, async (body) => {
        // The one body that a number or a word could be taken for holds a desk's id.
        fc.pre(!body.includes(deviceId));
        const { status } = await target.refusedLeavesNothing(endpoint, body);
        expect(status).toBeGreaterThanOrEqual(400);
      }),
      { numRuns: 60 },
    );
    target.expectNoDefect();
  });

  it.each(ASKING)('%s answers what its schema takes, made up', async (_name, endpoint) => {
    await fc.assert(
      fc.asyncProperty(fromSchema(endpoint.request), (body) =>
        target
          .refusedLeavesNothing(endpoint, JSON.stringify(from(target.desk, body)))
          .then(() => undefined),
      ),
      { numRuns: 40 },
    );
    target.expectNoDefect();
  });

  it.each(ASKING)(
    '%s answers what its schema takes, spoiled in one place',
    async (_name, endpoint) => {
      const body = fromSchema(endpoint.request).map((made) => from(target.desk, made));
      await fc.assert(
        fc.asyncProperty(spoiled(body), (spoilt) =>
          target.refusedLeavesNothing(endpoint, JSON.stringify(spoilt)).then(() => undefined),
        ),
        { numRuns: 120 },
      );
      target.expectNoDefect();
    },
  );

  it('answers a real push and a real pull, spoiled in one place', async () => {
    const push = fc.constant(null).map(() => {
      const change = contactFields(target.noor.principal.officerId, target.server.zone.north);
      const operation = { ...target.noor.operation({ entity: 'contact', change }), deviceSeq: 1 };
      return { deviceId: target.desk.deviceId, epoch: null, waiting: 0, operations: [operation] };
    });
    const pull = fc.constant({
      deviceId: target.desk.deviceId,
      epoch: null,
      cursors: { reference: 0 },
      resultsAfter: 0,
    });
    await fc.assert(
      fc.asyncProperty(spoiled(push), spoiled(pull), async (badPush, badPull) => {
        await target.refusedLeavesNothing(WIRE.push, JSON.stringify(badPush));
        await target.refusedLeavesNothing(WIRE.pull, JSON.stringify(badPull));
      }),
      { numRuns: 150 },
    );
    target.expectNoDefect();
  });

  it.each(ASKING)('%s refuses more than it takes before it reads it', async (_name, endpoint) => {
    const large = JSON.stringify({ deviceId: target.desk.deviceId, a: 'x'.repeat(endpoint.bytes) });
    expect(await target.refusedLeavesNothing(endpoint, large)).toEqual({
      status: 413,
      code: 'TOO_LARGE',
    });
  });

  it.each(ENDPOINTS)(
    '%s wants the version of the wire, and its own method',
    async (_name, endpoint) => {
      const body = endpoint.request === null ? undefined : '{}';
      for (const version of ['', '0', 'x', String(PROTOCOL_VERSION + 1), '1e9']) {
        const headers = { 'wijkwerk-protocol': version };
        const answer = await target.refusedLeavesNothing(
          endpoint,
          body,
          target.desk.token,
          headers,
        );
        expect(answer.code).toBe('PROTOCOL_UNSUPPORTED');
      }
      const method = endpoint.method === 'GET' ? 'POST' : 'GET';
      const wrong = { ...endpoint, method, form: 'json' } as const;
      const answer = await target.refusedLeavesNothing(wrong, method === 'GET' ? undefined : '{}');
      expect(answer.code).toBe('NOT_FOUND');
    },
  );

  it.each(ASKING)('%s takes JSON only, and says so', async (_name, endpoint) => {
    for (const type of ['text/plain', 'application/xml', 'multipart/form-data; boundary=x', 'x']) {
      const answer = await target.refusedLeavesNothing(endpoint, '{}', target.desk.token, {
        'content-type': type,
      });
      expect(answer.code).toBe('UNREADABLE');
    }
  });
});
