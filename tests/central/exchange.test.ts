import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';

import { rulesOf } from '#shared/domain/operations/entity-registry.ts';
import { ENTITIES } from '#shared/domain/operations/operation.ts';
import { neighbourhoodScope, UNPLACED } from '#shared/domain/operations/scopes.ts';

import { memoryStore } from '../../central/store/memory/memory-store.ts';
import { contactFields, makeTestZone, ofType } from '../factories/central-zone.ts';
import { registerErasureTests } from './erasure-suite.ts';
import { registerExchangeTests } from './exchange-suite.ts';
import { openPgliteStore, openServerStore } from './open-stores.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';
import { registerTracesTests } from './traces-suite.ts';

describe('in memory', () => {
  registerExchangeTests(() => Promise.resolve(memoryStore()));
  registerTracesTests(() => Promise.resolve(memoryStore()));
  registerErasureTests(() => Promise.resolve(memoryStore()));
});

describe('on PGlite', () => {
  registerExchangeTests(() => openPgliteStore());
  registerTracesTests(() => openPgliteStore());
  registerErasureTests(() => openPgliteStore(), { oneWriter: true });
});

const server = await startPostgres();
if ('missing' in server) console.warn(`Not run on a PostgreSQL server: ${server.missing}.`);

describe.skipIf('missing' in server)('on a PostgreSQL server', () => {
  const running = server as PostgresServer;
  afterAll(() => running.dispose());
  registerExchangeTests(async () => openServerStore(await running.createDatabase()));
  registerTracesTests(async () => openServerStore(await running.createDatabase()));
  registerErasureTests(async () => openServerStore(await running.createDatabase()));

  it('two centres serve the same desks at the same time', async () => {
    const url = await running.createDatabase();
    const stores = [await openServerStore(url), await openServerStore(url)] as const;
    const zone = await makeTestZone(stores[0], 7);
    const desks = await Promise.all([1, 2, 3, 4].map(() => zone.officer('officer', zone.north)));
    const { push } = await import('../../central/push/push.ts');
    const pushed = await Promise.all(
      desks.flatMap((desk, at) => {
        const operations = Array.from({ length: 5 }, () =>
          desk.operation({
            entity: 'contact',
            change: contactFields(desk.principal.officerId, zone.north),
          }),
        );
        const request = { deviceId: desk.principal.deviceId, epoch: null, waiting: 0, operations };
        // The same push at both centres, as a desk does that lost the first answer.
        return stores.map((store) =>
          push({ ...zone.centre, store }, desk.principal, request).then(
            ({ results }) => [at, results] as const,
          ),
        );
      }),
    );
    for (const [at, results] of pushed) {
      const twin = pushed.find(([other, found]) => other === at && found !== results);
      expect(twin?.[1]).toEqual(results);
    }
    const rows = ofType((await desks[0]?.pull()) ?? [], 'row');
    expect(rows).toHaveLength(20);
    await Promise.all(stores.map((store) => store.close()));
  });

  it('the database knows the writers of every entity', async () => {
    const url = await running.createDatabase();
    const store = await openServerStore(url);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query('select entity, writers, self from entity_writers');
    const led = await client.query('select entity, field from leader_field');
    const restrictable = await client.query('select entity from restrictable_entity');
    await client.end();
    await store.close();
    const special = ENTITIES.flatMap((entity) => {
      const { writers = 'scope', self = false } = rulesOf(entity) ?? {};
      return writers === 'scope' ? [] : [{ entity, writers, self }];
    });
    expect(new Set(rows)).toEqual(new Set(special));
    const fields = ENTITIES.flatMap((entity) =>
      (rulesOf(entity)?.leaderFields ?? []).map((field) => ({ entity, field })),
    );
    expect(new Set(led.rows)).toEqual(new Set(fields));
    const restricted = ENTITIES.filter((entity) => {
      const placement = rulesOf(entity)?.placement;
      return placement?.kind === 'neighbourhood' && placement.sensitivity !== undefined;
    });
    expect(restrictable.rows).toEqual(restricted.map((entity) => ({ entity })));
  });

  it('the second wall holds when the first is switched off', async () => {
    const store = await openServerStore(await running.createDatabase());
    const zone = await makeTestZone(store, 8);
    const noor = await zone.officer('officer', zone.north);
    const south = await zone.officer('officer', zone.south);
    for (const [desk, area] of [
      [noor, zone.north],
      [south, zone.south],
      [south, null],
    ] as const) {
      await desk.push(
        desk.operation({
          entity: 'contact',
          change: contactFields(desk.principal.officerId, area),
        }),
      );
    }
    const everything = new Set([
      neighbourhoodScope(zone.north),
      neighbourhoodScope(zone.south),
      UNPLACED,
      `user:${south.principal.officerId}`,
    ]);
    const messages = await noor.pull({}, { scopesOf: () => everything });
    expect(ofType(messages, 'row').map(({ scope }) => scope)).toEqual([
      neighbourhoodScope(zone.north),
    ]);
    const sums = ofType(messages, 'complete')[0]?.sums;
    expect(sums?.[neighbourhoodScope(zone.south)]?.rows).toBe(0);
    await store.close();
  });
});
