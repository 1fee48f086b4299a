import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { WireEndpoint } from '#shared/protocol/wire.ts';

import { ASKERS } from '../../central/access/endpoints.ts';
import type { EnrolledDesk } from '../factories/central-server.ts';
import { type Bodies, bodiesFor, prepare } from './access/address-bodies.ts';
import type { AddressName } from './access/addresses.ts';
import { fromSchema } from './from-schema.ts';
import { ASKING, from, type FuzzTarget, fuzzTarget } from './fuzz-target.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';
import { spoiled } from './spoil.ts';

/**
 * Bad input of those who are let in further than an officer: what they send gets past the door, to whoever
 * does it. Everything is sent twice, and the second time changes nothing.
 */
const postgres = await startPostgres();
if ('missing' in postgres) console.warn(`Not run on a PostgreSQL server: ${postgres.missing}.`);

/** Where a token counts. */
const LET_IN = ASKING.filter(([name]) => ASKERS[name] !== 'anybody');

/** What the second of two like requests changes all the same, since each of them asks for something new. */
const ANEW: Partial<Record<AddressName, readonly string[]>> = {
  makeCode: ['act', 'enrolment_code', 'zone_clock'],
  // The same password, with salt of its own.
  setPassword: ['account', 'act', 'zone_clock'],
};

describe.skipIf('missing' in postgres)('bad input', () => {
  let target: FuzzTarget;
  beforeAll(async () => {
    target = await fuzzTarget(postgres as PostgresServer);
    await prepare(target.server);
  });
  afterAll(() => target.stop());

  describe.each(['administrator', 'team-lead'] as const)('of a desk of a %s', (role) => {
    let desk: EnrolledDesk;
    let bodies: Bodies;
    beforeAll(async () => {
      const { zone } = target.server;
      const { principal } = await zone.officer(role, zone.north);
      desk = await target.server.enrol(principal.officerId);
      bodies = await bodiesFor(target.server, desk, target.other);
    });

    /** Sends twice. @returns the tables that the second request changed, and should not have. */
    const sentTwice = async (
      name: AddressName,
      endpoint: WireEndpoint,
      body: unknown,
    ): Promise<readonly [status: number, doubled: readonly string[]]> => {
      const text = JSON.stringify(body);
      const { status } = await target.refusedLeavesNothing(endpoint, text, desk.token);
      const between = await target.content.read();
      const again = await target.send(endpoint, text, desk.token);
      const after = await target.content.read();
      const anew = again.status < 400 ? (ANEW[name] ?? []) : [];
      const changed = Object.keys(after).filter((table) => after[table] !== between[table]);
      return [status, changed.filter((table) => !anew.includes(table))];
    };
    const isLetIn = (name: AddressName): boolean =>
      role === 'administrator' || ASKERS[name] !== 'administrators';
    const past = LET_IN.filter(([name]) => isLetIn(name));

    it.each(LET_IN)('%s, asked rightly and once more, does it once', async (name, endpoint) => {
      const [status, doubled] = await sentTwice(name, endpoint, await bodies[name]());
      expect(doubled).toEqual([]);
      // A part of a parcel is none here; parcels have tests of their own.
      expect(status).toBe(!isLetIn(name) ? 403 : name === 'parcelPart' ? 422 : 200);
    });

    it.each(past)(
      '%s, asked rightly but for one place, is answered, and done once',
      async (name, endpoint) => {
        const right = await bodies[name]();
        await fc.assert(
          fc.asyncProperty(spoiled(fc.constant(right)), async (body) => {
            expect((await sentTwice(name, endpoint, body))[1]).toEqual([]);
          }),
          { numRuns: 30 },
        );
        target.expectNoDefect();
      },
      60_000,
    );

    it.each(past)(
      '%s answers what its schema takes, made up, and does it once',
      async (name, endpoint) => {
        await fc.assert(
          fc.asyncProperty(fromSchema(endpoint.request), async (made) => {
            // Whose desk it is, is the right one, except where a desk is what it is about.
            const body = name === 'revokeDesk' ? made : from(desk, made);
            expect((await sentTwice(name, endpoint, body))[1]).toEqual([]);
          }),
          { numRuns: 15 },
        );
        target.expectNoDefect();
      },
      60_000,
    );
  });
});
