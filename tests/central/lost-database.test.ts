import { afterAll, describe, expect, it, vi } from 'vitest';

import { tellError } from '../../central/http/tell-errors.ts';
import { postgresStore } from '../../central/store/postgres/postgres-store.ts';
import { makeTestZone } from '../factories/central-zone.ts';
import { migrated, onServer } from './open-stores.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

const server = await startPostgres();
if ('missing' in server) console.warn(`Not run on a PostgreSQL server: ${server.missing}.`);

describe.skipIf('missing' in server)('a centre whose PostgreSQL is killed', () => {
  const postgres = server as PostgresServer;
  afterAll(() => postgres.dispose());
  /** Until the former processes have noticed, the house is occupied. */
  const startAgain = () => vi.waitFor(() => postgres.start(), { timeout: 30_000, interval: 100 });

  it('goes on once it is back, in the middle of a transaction and away for longer than a moment', async () => {
    const store = await postgresStore({
      database: await migrated(onServer(await postgres.createDatabase())),
    });
    const zone = await makeTestZone(store, 3);
    const heard: number[] = [];
    store.onCommit((_zone, seq) => heard.push(seq));

    const officer = await zone.officer('officer', zone.north);
    const broken = store.write(zone.zoneId, async (transaction) => {
      await transaction.zone();
      await postgres.kill();
      // The connection breaks while nobody asks anything of it, and a try to listen again comes too early.
      await new Promise((resolve) => setTimeout(resolve, 2_500));
      await transaction.zone();
    });
    const cause: unknown = await broken.catch((failure: unknown) => failure);
    expect(tellError(zone.centre, cause).body.error.code).toBe('UNAVAILABLE');
    await startAgain();

    const { principal } = officer;
    const logged = async () => {
      await officer.push(
        officer.operation({
          entity: 'officer',
          entityId: principal.officerId,
          change: {
            kind: 'command',
            name: 'addOfficer',
            arguments: { displayName: 'Noor Voorbeeld' },
          },
        }),
      );
    };
    await vi.waitFor(logged, { timeout: 20_000, interval: 200 });
    await vi.waitFor(
      async () => {
        await store.write(zone.zoneId, async (transaction) => {
          const [row] = await transaction.rows([{ entity: 'officer', id: principal.officerId }]);
          if (row)
            transaction.putRow({ ...row, row: { ...row.row, version: row.row.version + 1 } });
        });
        expect(heard).not.toEqual([]);
      },
      { timeout: 20_000, interval: 200 },
    );
    await store.close();
  });
});
