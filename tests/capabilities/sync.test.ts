import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { newContactSchema } from '#shared/domain/contacts/contact.ts';
import { dayOf } from '#shared/lib/dates.ts';
import { makeId } from '#shared/lib/ids.ts';

import { releaseQuarantined } from '../../central/administration/quarantine/decide-quarantined.ts';
import { listQuarantine } from '../../central/administration/quarantine/read-quarantine.ts';
import { memoryStore } from '../../central/store/memory/memory-store.ts';
import { logContact } from '../../workbench/features/contacts/index.ts';
import type { Store } from '../../workbench/store/store.ts';
import { type ParcelDesk, startParcelDesk } from '../central/parcel-desk.ts';
import { startTestServer, type TestServer } from '../factories/central-server.ts';
import { openFileOf } from '../factories/test-store.ts';
import { poweredDesk } from './power-cut.ts';

/** Two real desks of one neighbourhood, over a real line to a centre. */
let server: TestServer;
let noor: ParcelDesk;
let bert: ParcelDesk;
const never = new AbortController().signal;
beforeEach(async () => {
  server = await startTestServer(memoryStore());
  [noor, bert] = [await startParcelDesk(server, 1), await startParcelDesk(server, 2)];
});
afterEach(async () => {
  for (const { test } of [noor, bert]) await test.dispose();
  await server.stop();
});

/** What Noor types about a resident, with the promise to ring back. */
async function type(store: Store, summary: string): Promise<void> {
  const { clock } = noor.test;
  const contact = newContactSchema.parse({
    id: makeId(Date.parse(clock.now()), store.entropy.bytes(16)),
    occurredAt: clock.now(),
    place: { streetId: noor.territory.streetId, houseNumber: '12', position: null },
    reason: 'school',
    summary,
    next: { step: 'promise', note: 'Terugbellen', dueOn: '2026-07-01' },
  });
  await logContact(openFileOf(store, never), contact);
}

async function summaries(store: Store): Promise<string[]> {
  const rows = await store.read.selectFrom('contact').select('summary').execute();
  return rows.map(({ summary }) => summary).sort();
}

const operations = (store: Store) =>
  store.read.selectFrom('operation').select(['state', 'receipt']).orderBy('device_seq').execute();

async function promisesOf({ test }: ParcelDesk): Promise<number> {
  const rows = await test.store.read.selectFrom('promise').select('id').execute();
  return rows.length;
}

/** From now on the officer of this desk may see and change nothing in the neighbourhood. */
async function revoke({ test }: ParcelDesk): Promise<void> {
  const { zoneId, centre, clock } = server.zone;
  const { directory } = centre.store;
  for (const { id } of await directory.rights(zoneId, test.store.identity.officerId)) {
    expect(await directory.endRight(zoneId, id, dayOf(clock.now()))).toBe(true);
  }
}

/** Every change is answered, each by a receipt of its own. */
async function expectReceipts(store: Store, states: readonly string[]): Promise<void> {
  const all = await operations(store);
  expect([...new Set(all.map(({ state }) => state))].sort()).toEqual(states);
  const receipts = all.map(({ receipt }) => receipt).filter(Boolean);
  expect(new Set(receipts).size).toBe(all.length);
}

describe('N15: of what was typed nothing is dropped, and nothing is there twice', () => {
  it('whatever the step of an exchange at which the power fails, at twenty of them', async () => {
    const desk = poweredDesk(noor.test, noor.centre);
    const typed: string[] = [];
    for (let step = 1; step <= 20; step += 1) {
      for (const part of ['a', 'b', 'c', 'd']) {
        const summary = `Gesprek ${String(step).padStart(2, '0')}${part}`;
        await type(desk.store, summary);
        typed.push(summary);
      }
      expect(await desk.exchangeUntil(step)).toBe(true);
      // Nothing is typed in between: a later change would have the centre ask for what it lacks.
      await desk.exchange();
      expect(await summaries(desk.store)).toEqual(typed);
      await expectReceipts(desk.store, ['accepted']);
    }
    await bert.engine.round(never);
    expect(await summaries(desk.store)).toEqual(typed);
    expect(await bert.contacts()).toEqual(typed);
    expect(await promisesOf(bert)).toBe(typed.length);
    await desk.close();
  });

  it('when rights are revoked midway: the rest is set aside whole, and taken once it is released', async () => {
    const { store } = noor.test;
    for (const summary of ['voor 1', 'voor 2']) await type(store, summary);
    const desk = poweredDesk(noor.test, noor.centre);
    await desk.exchange();
    await type(store, 'onderweg');
    // The power fails once the centre has this one and before its answer is noted; then the right ends.
    expect(await desk.exchangeUntil('after-push')).toBe(true);
    await revoke(noor);
    for (const summary of ['na 1', 'na 2']) await type(desk.store, summary);
    await desk.exchange();
    await expectReceipts(desk.store, ['accepted', 'quarantined']);

    const { zone } = server;
    const { principal: lead } = await zone.officer('team-lead', noor.territory.neighbourhoodId);
    const asideOf = async () =>
      (await listQuarantine(zone.centre, lead, null)).operations.map(({ opId }) => opId);
    await bert.engine.round(never);
    expect(await bert.contacts()).toEqual(['onderweg', 'voor 1', 'voor 2']);
    // Two contacts with their promises.
    const aside = await asideOf();
    expect(aside).toHaveLength(4);
    for (const opId of await asideOf()) {
      // Releasing a contact takes along what hangs on it.
      if ((await asideOf()).includes(opId)) await releaseQuarantined(zone.centre, lead, opId);
    }
    expect(await asideOf()).toEqual([]);
    await desk.exchange();
    await bert.engine.round(never);
    expect(await bert.contacts()).toEqual(['na 1', 'na 2', 'onderweg', 'voor 1', 'voor 2']);
    expect(await promisesOf(bert)).toBe(5);
    await expectReceipts(desk.store, ['accepted']);
    await desk.close();
  });

  it('when a parcel goes by USB, twice, and the line comes back before its receipts do', async () => {
    for (const summary of ['zonder lijn 1', 'zonder lijn 2']) await type(noor.test.store, summary);
    const parcel = await noor.make();
    expect(await bert.takeIn(parcel)).toMatchObject({ isNew: true });
    await bert.deliver();
    const receipts = await bert.receipts();
    await noor.engine.round(never);
    expect(await noor.takeIn(receipts)).toMatchObject({ kind: 'receipts' });
    expect(await bert.takeIn(parcel)).toMatchObject({ isNew: false });
    await bert.deliver();
    await bert.engine.round(never);
    await noor.engine.round(never);
    for (const desk of [noor, bert]) {
      expect(await desk.contacts()).toEqual(['zonder lijn 1', 'zonder lijn 2']);
      expect(await promisesOf(desk)).toBe(2);
    }
    await expectReceipts(noor.test.store, ['accepted']);
    expect(await noor.parcels()).toMatchObject({ operations: 0, files: 0 });
  });

  it('when the receipts of a parcel are all that ever comes back', async () => {
    await type(noor.test.store, 'zonder lijn');
    await bert.takeIn(await noor.make());
    expect((await operations(noor.test.store)).every(({ state }) => state === 'only-here')).toBe(
      true,
    );
    await bert.deliver();
    await noor.takeIn(await bert.receipts());
    await expectReceipts(noor.test.store, ['accepted']);
    expect(await noor.parcels()).toMatchObject({ operations: 0 });
  });
});
