import { afterEach, beforeEach, expect, it } from 'vitest';

import { newContactSchema } from '#shared/domain/contacts/contact.ts';
import { neighbourhoodScope } from '#shared/domain/operations/scopes.ts';
import { makeId } from '#shared/lib/ids.ts';

import {
  refuseQuarantined,
  releaseQuarantined,
} from '../../central/administration/quarantine/decide-quarantined.ts';
import { memoryStore } from '../../central/store/memory/memory-store.ts';
import { logContact } from '../../workbench/features/contacts/index.ts';
import { makeDeskKey } from '../../workbench/sync/desk-key.ts';
import { httpCentre } from '../../workbench/sync/http-transport.ts';
import { createSyncEngine, type SyncEngine } from '../../workbench/sync/sync-engine.ts';
import { PASSWORD, startTestServer, type TestServer } from '../factories/central-server.ts';
import { plantSmallTerritory, type SmallTerritory } from '../factories/small-territory.ts';
import { openTestFile, type TestFile } from '../factories/test-store.ts';

/** Two real desks and a real server: the simulation's rules over a real line. */
interface Desk {
  readonly test: TestFile;
  readonly territory: SmallTerritory;
  readonly engine: SyncEngine;
}

let server: TestServer;
const desks: Desk[] = [];
beforeEach(async () => {
  server = await startTestServer(memoryStore());
});
afterEach(async () => {
  for (const { test } of desks.splice(0)) await test.dispose();
  await server.stop();
});
const never = new AbortController().signal;

async function startDesk(seed: number): Promise<Desk> {
  const test = await openTestFile({ seed });
  const territory = await plantSmallTerritory(test.store);
  const { officerId, deviceId } = test.store.identity;
  const { zone } = server;
  const { principal } = await zone.officer('officer');
  await zone.centre.store.directory.putAreas(zone.zoneId, [
    { id: territory.neighbourhoodId, kind: 'neighbourhood', parentId: null },
  ]);
  await zone.grant(principal.officerId, territory.neighbourhoodId);
  const account = await zone.centre.store.directory.accountOf(zone.zoneId, principal.officerId);
  if (account === undefined) throw new Error('no account');
  const { hashPassword } = await import('../../central/accounts/passwords.ts');
  const passwordHash = await hashPassword(PASSWORD, new Uint8Array(16));
  await zone.centre.store.directory.putAccount(zone.zoneId, {
    ...account,
    passwordHash,
    bound: false,
  });
  const centre = httpCentre({
    address: server.address,
    deviceId,
    key: makeDeskKey(),
    clock: zone.clock,
    appVersion: '1.0',
  });
  // The file was there before the account knew it: the first desk gives the officer's id.
  const session = await centre.enrol({
    code: await server.code(principal.officerId),
    login: account.login,
    password: PASSWORD,
    officerId,
    label: `Desk ${seed}`,
  });
  expect(session.officerId).toBe(officerId);
  await test.store.write(({ record }) =>
    record({
      entity: 'officer',
      entityId: officerId,
      baseVersion: 0,
      change: { kind: 'command', name: 'addOfficer', arguments: { displayName: 'Noor Voorbeeld' } },
    }),
  );
  const desk = { test, territory, engine: createSyncEngine({ store: test.store, centre }) };
  desks.push(desk);
  return desk;
}

const contactsOf = async ({ test }: Desk): Promise<string[]> => {
  const rows = await test.store.read.selectFrom('contact').select('summary').execute();
  return rows.map(({ summary }) => summary).sort();
};

async function log({ test, territory }: Desk, summary: string): Promise<void> {
  const contact = newContactSchema.parse({
    id: makeId(Date.parse(test.clock.now()), test.store.entropy.bytes(16)),
    occurredAt: test.clock.now(),
    place: { streetId: territory.streetId, houseNumber: '12', position: null },
    reason: 'school',
    summary,
    next: { step: 'promise', note: 'Terugbellen', dueOn: '2026-07-01' },
  });
  await logContact(test.file, contact);
}

it('two officers see each other’s contacts, and an officer whose right ends sees none', async () => {
  const [noor, bert] = [await startDesk(1), await startDesk(2)];
  await log(noor, 'van Noor');
  await log(bert, 'van Bert, met “é” en 😀');
  // Somebody's name must be known before what they wrote can be shown.
  await noor.engine.round(never);
  await bert.engine.round(never);
  await noor.engine.round(never);
  const both = ['van Bert, met “é” en 😀', 'van Noor'];
  expect(await contactsOf(noor)).toEqual(both);
  expect(await contactsOf(bert)).toEqual(both);
  const states = await noor.test.store.read
    .selectFrom('operation')
    .select(['state', 'receipt'])
    .execute();
  expect(states.map(({ state }) => state)).toEqual(['accepted', 'accepted', 'accepted']);
  expect(states.every(({ receipt }) => receipt !== '')).toBe(true);

  const { zone } = server;
  const { directory } = zone.centre.store;
  for (const right of await directory.rights(zone.zoneId, bert.test.store.identity.officerId)) {
    await directory.endRight(zone.zoneId, right.id, '2026-06-15');
  }
  await log(bert, 'nog niet verstuurd');
  const round = await bert.engine.round(never);
  expect(round.removed).toBeGreaterThan(0);
  // Their own unsent work stays before their eyes; the centre has set it aside.
  expect(await contactsOf(bert)).toEqual(['nog niet verstuurd']);
  await noor.engine.round(never);
  expect(await contactsOf(noor)).toEqual(both);
  const scopes = await bert.test.store.read.selectFrom('sync_scope').select('scope').execute();
  expect(scopes.map(({ scope }) => scope)).not.toContain(
    neighbourhoodScope(bert.territory.neighbourhoodId),
  );
});

it('work that was set aside is released or refused, and its author hears of it', async () => {
  const [noor, bert] = [await startDesk(5), await startDesk(6)];
  const { zone } = server;
  await noor.engine.round(never);
  await bert.engine.round(never);
  for (const { id } of await zone.centre.store.directory.allRights(zone.zoneId)) {
    await zone.centre.store.directory.endRight(zone.zoneId, id, '2026-06-15');
  }
  await log(bert, 'wordt vrijgegeven');
  await log(bert, 'wordt geweigerd');
  await bert.engine.round(never);
  const outcomes = () =>
    bert.test.store.read
      .selectFrom('operation_outcome as outcome')
      .innerJoin('operation', 'operation.op_id', 'outcome.op_id')
      .select(['operation.op_id as opId', 'state', 'code', 'note', 'needs_attention as asks'])
      .where('entity', '=', 'contact')
      .orderBy('device_seq')
      .execute();
  const [first, second] = await outcomes();
  expect([first?.state, second?.state]).toEqual(['quarantined', 'quarantined']);

  const { principal: lead } = await zone.officer('team-lead', bert.territory.neighbourhoodId);
  await releaseQuarantined(zone.centre, lead, first?.opId ?? '');
  const note = 'Dit staat er al.';
  await refuseQuarantined(zone.centre, lead, { opId: second?.opId ?? '', note });
  await bert.engine.round(never);
  expect(await outcomes()).toMatchObject([
    { state: 'accepted', code: '', note: '', asks: 0 },
    { state: 'rejected', code: 'refused', note, asks: 1 },
  ]);
  // What was let in belongs to who may see it; what was not stays with its author.
  expect(await contactsOf(bert)).toEqual(['wordt geweigerd']);
  await zone.grant(noor.test.store.identity.officerId, bert.territory.neighbourhoodId);
  await noor.engine.round(never);
  expect(await contactsOf(noor)).toEqual(['wordt vrijgegeven']);
});

it('two rounds at once are one', async () => {
  const noor = await startDesk(3);
  await log(noor, 'een keer');
  const [one, other] = await Promise.all([noor.engine.round(never), noor.engine.round(never)]);
  expect(other).toBe(one);
  expect(one.pushed).toBe(3);
  expect(await noor.engine.round(never)).toMatchObject({ pushed: 0, rows: 0 });
});

it('a file that was restored from an older copy stops, and says why', async () => {
  const noor = await startDesk(4);
  await log(noor, 'eerst');
  await noor.engine.round(never);
  // The copy knows nothing of the last two operations and writes others under their numbers.
  await noor.test.store.write(async ({ tables }) => {
    await tables.deleteFrom('operation_outcome').execute();
    await tables.deleteFrom('operation_base').execute();
    await tables.deleteFrom('operation').where('device_seq', '>', 1).execute();
    await tables.updateTable('sync_state').set({ pushed_seq: 1 }).execute();
  });
  await log(noor, 'uit de kopie');
  await expect(noor.engine.round(never)).rejects.toMatchObject({ code: 'SEQUENCE_REUSED' });
  const state = await noor.test.store.read
    .selectFrom('sync_state')
    .select('blocked')
    .executeTakeFirst();
  expect(state).toEqual({ blocked: 'SEQUENCE_REUSED' });
  expect(await contactsOf(noor)).toEqual(['eerst', 'uit de kopie']);
});
