import { afterAll, describe } from 'vitest';

import { memoryStore } from '../../central/store/memory/memory-store.ts';
import { registerBlobTests } from './blob-suite.ts';
import { registerDirectoryTests } from './directory-suite.ts';
import { openPgliteStore, openServerStore } from './open-stores.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';
import { registerStoreTests } from './store-suite.ts';
import { registerTerritoryTests } from './territory-suite.ts';

describe('in memory', () => {
  registerStoreTests(() => Promise.resolve(memoryStore()));
  registerDirectoryTests(() => Promise.resolve(memoryStore()));
  registerBlobTests(() => Promise.resolve(memoryStore()));
  registerTerritoryTests(() => Promise.resolve(memoryStore()));
});

describe('on PGlite', () => {
  registerStoreTests(() => openPgliteStore());
  registerDirectoryTests(() => openPgliteStore());
  registerBlobTests(() => openPgliteStore());
  registerTerritoryTests(() => openPgliteStore());
});

const server = await startPostgres();
if ('missing' in server) console.warn(`Not run on a PostgreSQL server: ${server.missing}.`);

describe.skipIf('missing' in server)('on a PostgreSQL server', () => {
  const running = server as PostgresServer;
  afterAll(() => running.dispose());
  const make = async () => openServerStore(await running.createDatabase());
  registerStoreTests(make);
  registerDirectoryTests(make);
  registerBlobTests(make);
  registerTerritoryTests(make);
});
