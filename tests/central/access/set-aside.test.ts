import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { rulesOf } from '#shared/domain/operations/entity-registry.ts';
import { ENTITIES } from '#shared/domain/operations/operation.ts';
import type { Id } from '#shared/lib/ids.ts';
import { ROLES } from '#shared/protocol/account.ts';

import { judgeFor } from '../../../central/administration/quarantine/read-quarantine.ts';
import type { CentralStore } from '../../../central/store/central-store.ts';
import type { QuarantinedOperation } from '../../../central/store/records.ts';
import { makeTestZone, type TestZone } from '../../factories/central-zone.ts';
import { openServerStore } from '../open-stores.ts';
import { type PostgresServer, startPostgres } from '../postgres-server.ts';
import { type AccessCase, accessCase } from './expected.ts';
import { RELATIONS, TODAY } from './relations.ts';

/** What was set aside, as the database shows it to everybody by itself: nothing of the application judges. */
const postgres = await startPostgres();
if ('missing' in postgres) console.warn(`Not run on a PostgreSQL server: ${postgres.missing}.`);

const NOW = '2026-06-15T08:00:00.000Z';

describe.skipIf('missing' in postgres)('the second wall of what was set aside', () => {
  const running = postgres as PostgresServer;
  let store: CentralStore;
  let zone: TestZone;
  let url: string;
  beforeAll(async () => {
    url = await running.createDatabase();
    store = await openServerStore(url);
    zone = await makeTestZone(store, 70);
  });
  afterAll(async () => {
    await store.close();
    await running.dispose();
  });

  it('knows where rows of every entity lie', async () => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query('select * from entity_placement');
    await client.end();
    const placed = ENTITIES.map((entity) => {
      const none = { field: null, author: null, sensitivity: null, shared: null, parent: null };
      const { entity: parent = null, ...placement } = {
        ...none,
        ...rulesOf(entity)?.placement,
      } as typeof none & { readonly entity?: string | null };
      return { ...placement, entity, parent };
    });
    expect(new Set(rows)).toEqual(new Set(placed));
  });

  /** Sets aside everything that the case tries, as sent by the desk of somebody without a right. */
  async function setAside({ rights, rows, attempts }: AccessCase): Promise<{
    readonly zoneId: Id;
    readonly operations: readonly Id[];
  }> {
    const [zoneId, epoch, deviceId, authorId] = [1, 2, 3, 4].map(() => zone.newId()) as [
      Id,
      Id,
      Id,
      Id,
    ];
    const { directory } = store;
    await directory.addZone({ id: zoneId, name: 'Zone', epoch });
    await directory.putAccount(zoneId, { ...rights.account, passwordHash: '' });
    await directory.putAreas(zoneId, rights.areas);
    for (const right of rights.rights) await directory.addRight(zoneId, right);
    const operations = attempts.map(() => zone.newId());
    await store.write(zoneId, async (transaction) => {
      await transaction.rows(rows);
      for (const row of rows) transaction.putRow(row);
      attempts.forEach(({ entity, entityId, baseVersion, change }, at) => {
        const opId = operations[at] ?? '';
        const ending = { outcome: 'quarantined', code: 'no-right', field: '' } as const;
        transaction.putOperation({
          ...{ opId, deviceId, deviceSeq: at + 1, authorId, madeAt: NOW },
          ...{ entity, entityId, change, payloadHash: '' },
          result: { opId, deviceSeq: at + 1, ...ending, conflicts: [], note: '' },
          base: { version: baseVersion, epoch, opVersion: 1, dependsOn: [] },
        });
      });
    });
    return { zoneId, operations };
  }

  it.each(ROLES)(
    '%s: is shown what they may decide on, and nothing that lies beyond',
    async (role) => {
      for (const [at, relation] of RELATIONS.entries()) {
        const one = accessCase(role, relation, 9_000 + at);
        const { zoneId, operations } = await setAside(one);
        const { officerId } = one.rights.account;
        const principal = { zoneId, officerId, deviceId: zone.newId() };
        const shown = await store.read({ ...principal, day: TODAY }, (snapshot) =>
          snapshot.setAside(operations),
        );
        const told = ({ entity, change }: QuarantinedOperation): string =>
          `${entity} ${change.kind === 'patch' ? Object.keys(change.fields).join() : change.name}`;
        const isShut = relation.shut === 'account closed';
        if (role === 'officer' || isShut) {
          expect(shown.map(told), relation.text).toEqual([]);
          continue;
        }
        const { value: decided } = await store.write(zoneId, async (transaction) => {
          const judge = await judgeFor(transaction, principal, NOW);
          const all = await transaction.quarantined({ after: null, limit: 2_000 });
          const may: QuarantinedOperation[] = [];
          for (const operation of all) if (await judge.may(operation)) may.push(operation);
          return may;
        });
        const may = new Set(decided.map(told));
        expect(shown.map(told), relation.text).toEqual(expect.arrayContaining([...may]));
        // The database does not tell commands of leaders apart, nor a move by an author from other moves.
        const beyond = shown.map(told).filter((text) => !may.has(text));
        const byLeaders = role === 'data-protection-officer';
        expect(relation.text !== 'the zone' || may.size > 0).toBe(true);
        expect(
          beyond.filter(
            (text) =>
              !(byLeaders && LEADERS_ONLY.test(text)) && !(relation.own && MOVES.test(text)),
          ),
          relation.text,
        ).toEqual([]);
      }
    },
    300_000,
  );
});

const LEADERS_ONLY = /^(?:action (?:approve|refuse)Action|means-step )/;
const MOVES = /^contact (?:neighbourhoodId|sensitivity|logContact)$/;
