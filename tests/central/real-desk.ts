import { newContactSchema } from '#shared/domain/contacts/contact.ts';
import { makeId } from '#shared/lib/ids.ts';
import type { SessionResponse } from '#shared/protocol/account.ts';

import { hashPassword } from '../../central/accounts/passwords.ts';
import { logContact } from '../../workbench/features/contacts/index.ts';
import { type DeskKey, makeDeskKey } from '../../workbench/sync/desk-key.ts';
import { type HttpCentre, httpCentre } from '../../workbench/sync/http-transport.ts';
import { createSyncEngine, type SyncEngine } from '../../workbench/sync/sync-engine.ts';
import { PASSWORD, type TestServer } from '../factories/central-server.ts';
import { plantSmallTerritory, type SmallTerritory } from '../factories/small-territory.ts';
import { openTestFile, type TestFile } from '../factories/test-store.ts';

/** A real desk's file and engine, enrolled at a centre that listens. */
export interface RealDesk {
  readonly test: TestFile;
  readonly territory: SmallTerritory;
  readonly engine: SyncEngine;
  readonly centre: HttpCentre;
  readonly key: DeskKey;
  readonly session: SessionResponse;
  /** @returns the contact's id. */
  log(summary: string): Promise<string>;
  /** Summaries of the contacts that it shows, in order. */
  contacts(): Promise<string[]>;
}

/** An officer with an account and a right in the small territory's neighbourhood, and a desk. */
export async function startRealDesk(server: TestServer, seed: number): Promise<RealDesk> {
  const test = await openTestFile({ seed });
  const territory = await plantSmallTerritory(test.store);
  const { officerId, deviceId } = test.store.identity;
  const { zone } = server;
  const { directory } = zone.centre.store;
  const { principal } = await zone.officer('officer');
  await directory.putAreas(zone.zoneId, [
    { id: territory.neighbourhoodId, kind: 'neighbourhood', parentId: null },
  ]);
  await zone.grant(principal.officerId, territory.neighbourhoodId);
  const account = await directory.accountOf(zone.zoneId, principal.officerId);
  if (account === undefined) throw new Error('no account');
  const passwordHash = await hashPassword(PASSWORD, new Uint8Array(16));
  await directory.putAccount(zone.zoneId, { ...account, passwordHash, bound: false });
  const key = makeDeskKey();
  const centre = httpCentre({
    address: server.address,
    deviceId,
    key,
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
  if (session.officerId !== officerId) throw new Error('the account did not take the file’s id');
  await test.store.write(({ record }) =>
    record({
      entity: 'officer',
      entityId: officerId,
      baseVersion: 0,
      change: { kind: 'command', name: 'addOfficer', arguments: { displayName: 'Noor Voorbeeld' } },
    }),
  );
  return {
    test,
    territory,
    centre,
    key,
    session,
    engine: createSyncEngine({ store: test.store, centre }),
    async log(summary) {
      const contact = newContactSchema.parse({
        id: makeId(Date.parse(test.clock.now()), test.store.entropy.bytes(16)),
        occurredAt: test.clock.now(),
        place: { streetId: territory.streetId, houseNumber: '12', position: null },
        reason: 'school',
        summary,
        next: { step: 'promise', note: 'Terugbellen', dueOn: '2026-07-01' },
      });
      await logContact(test.file, contact);
      return contact.id;
    },
    async contacts() {
      const rows = await test.store.read.selectFrom('contact').select('summary').execute();
      return rows.map(({ summary }) => summary).sort();
    },
  };
}
