import { afterEach, beforeEach } from 'vitest';

import type { Id } from '#shared/lib/ids.ts';
import { makeId } from '#shared/lib/ids.ts';
import type { Role } from '#shared/protocol/account.ts';

import { memoryStore } from '../../central/store/memory/memory-store.ts';
import { startTestServer, type TestServer } from '../factories/central-server.ts';
import { type RealDesk, startRealDesk } from './real-desk.ts';

/** Call at the top of a test file: a centre in memory for each test, and desks that reach it over a real line. */
export function desksAtCentre() {
  let server: TestServer;
  const desks: RealDesk[] = [];
  beforeEach(async () => {
    server = await startTestServer(memoryStore());
  });
  afterEach(async () => {
    for (const { test } of desks.splice(0)) await test.dispose();
    await server.stop();
  });
  return {
    /** Of the test that runs. */
    zone: () => server.zone,
    async startDesk(seed: number): Promise<RealDesk> {
      const desk = await startRealDesk(server, seed);
      desks.push(desk);
      return desk;
    },
    /** Makes the officer of this desk a team lead, or whatever else. */
    async give({ test }: RealDesk, role: Role): Promise<void> {
      const { directory } = server.zone.centre.store;
      const { zoneId } = server.zone;
      const account = await directory.accountOf(zoneId, test.store.identity.officerId);
      if (!account) throw new Error('no account');
      await directory.putAccount(zoneId, { ...account, role });
    },
  };
}

export function newId({ test }: RealDesk): Id {
  return makeId(Date.parse(test.clock.now()), test.store.entropy.bytes(16));
}
