import { afterAll, describe, expect, it } from 'vitest';

import { type PostgresServer, startPostgres } from '../central/postgres-server.ts';
import { DISASTERS } from './disasters.ts';
import { mayLeaveOut } from './left-out.ts';
import { checkChaos, rerunLine } from './one-chaos.ts';

/** Every disaster strikes once; `npm run test:chaos` goes on for longer. */
const SECONDS = 5;

const server = await startPostgres({ flushes: true });
if ('missing' in server) console.warn(`No chaos with real processes: ${server.missing}.`);

const isMissing = 'missing' in server;
describe.skipIf(isMissing && mayLeaveOut())(
  'desks, two centres and PostgreSQL as processes',
  () => {
    afterAll(async () => {
      if (!('missing' in server)) await server.dispose();
    });

    it('lose, double and leak nothing when they are killed and cut off', async () => {
      if ('missing' in server) return expect.fail(server.missing);
      const postgres: PostgresServer = server;
      const given = { seed: 1, seconds: SECONDS };
      const report = await checkChaos({ ...given, postgres }).catch((cause: unknown) => {
        throw new Error(`again: ${rerunLine(given)}`, { cause });
      });
      for (const sentence of report.leftOut) console.warn(sentence);
      const left = DISASTERS.filter(
        ({ name }) =>
          !report.leftOut.some((sentence) => sentence.startsWith(`Left out: ${name} (`)),
      );
      expect(Object.keys(report.disasters).sort()).toEqual(left.map(({ name }) => name).sort());
      expect(report.wrongClocks).toBeGreaterThan(0);
      expect(report.operations).toBeGreaterThan(100);
    }, 300_000);
  },
);
