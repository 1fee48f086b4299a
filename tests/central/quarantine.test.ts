import { afterAll, describe } from 'vitest';

import { memoryStore } from '../../central/store/memory/memory-store.ts';
import { openPgliteStore, openServerStore } from './open-stores.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';
import { registerQuarantineTests } from './quarantine-suite.ts';

describe('in memory', () => registerQuarantineTests(() => Promise.resolve(memoryStore())));

describe('on PGlite', () => registerQuarantineTests(() => openPgliteStore()));

const server = await startPostgres();
if ('missing' in server) console.warn(`Not run on a PostgreSQL server: ${server.missing}.`);

describe.skipIf('missing' in server)('on a PostgreSQL server', () => {
  const running = server as PostgresServer;
  afterAll(() => running.dispose());
  registerQuarantineTests(async () => openServerStore(await running.createDatabase()));
});
