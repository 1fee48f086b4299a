import { afterAll, describe, expect, it } from 'vitest';

import { type PostgresServer, startPostgres } from '../central/postgres-server.ts';
import { DISASTERS } from './disasters.ts';
import { checkChaos, rerunLine } from './one-chaos.ts';

/** Every disaster strikes once; `npm run test:chaos` goes on for longer. */
const SECONDS = 5;

const server = await startPostgres();
if ('missing' in server) console.warn(`No chaos with real processes: ${server.missing}.`);

describe.skipIf('missing' in server)('desks, two centres and PostgreSQL as processes', () => {
  const postgres = server as PostgresServer;
  afterAll(() => postgres.dispose());

  it('lose, double and leak nothing when they are killed and cut off', async () => {
    const given = { seed: 1, seconds: SECONDS };
    const report = await checkChaos({ ...given, postgres }).catch((cause: unknown) => {
      throw new Error(`again: ${rerunLine(given)}`, { cause });
    });
    for (const sentence of report.leftOut) console.warn(sentence);
    expect(Object.keys(report.disasters).sort()).toEqual(DISASTERS.map(({ name }) => name).sort());
    expect(report.operations).toBeGreaterThan(100);
  }, 180_000);
});
