import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import type { WorkbenchClient } from '#shared/contract/contract.ts';
import type { Connection } from '#shared/contract/sync.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import { memoryStore } from '../../central/store/memory/memory-store.ts';
import { type Invitation, startTestServer, type TestServer } from '../factories/central-server.ts';
import { PASSPHRASE, startTestWorkbench, type TestWorkbench } from '../factories/test-workbench.ts';

/** Whole desks of one officer at a centre that listens, as after a theft or at a second station. */
let server: TestServer;
const desks: TestWorkbench[] = [];
beforeEach(async () => {
  server = await startTestServer(memoryStore());
});
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.dispose();
  await server.stop();
});

const random = seededRandom(91);
const newId = (): string => makeId(Date.parse('2026-06-15T08:00:00.000Z'), randomBytes(random, 16));

async function startDesk(displayName: string, seed: number): Promise<WorkbenchClient> {
  const desk = await startTestWorkbench({ seed });
  desks.push(desk);
  const client = createRouterClient(desk.workbench.router);
  await client.desk.createProfile({ displayName, passphrase: PASSPHRASE });
  return client;
}

const settled = (client: WorkbenchClient) =>
  vi.waitFor(
    async () => {
      await client.sync.now();
      expect(await client.sync.state()).toMatchObject({
        connection: 'online',
        onlyHere: 0,
        underWay: 0,
        needsAttention: 0,
      });
    },
    { timeout: 20_000, interval: 20 },
  );

const standsAs = (client: WorkbenchClient, connection: Connection) =>
  vi.waitFor(async () => expect(await client.sync.state()).toMatchObject({ connection }), {
    timeout: 20_000,
    interval: 20,
  });

/** A view that only its owner may see and change. */
async function keepView(client: WorkbenchClient, name: string): Promise<string> {
  const id = newId();
  const view = {
    filter: {},
    sort: { by: 'street' as const, descending: true },
    group: null,
    columns: ['place' as const, 'when' as const],
  };
  await client.views.save({ id, fields: { name, shared: false, view } });
  return id;
}

/** What is typed at a next desk of the same officer. */
async function nextDesk(invitation: Invitation, label: string): Promise<Invitation> {
  const { directory } = server.zone.centre.store;
  const account = await directory.accountByLogin(server.zone.zoneId, invitation.login);
  return { ...invitation, label, code: await server.code(account?.officerId ?? '') };
}

it('an officer works at two desks as one person, whatever the second file was made with', async () => {
  const invitation = await server.invite('officer', server.zone.north);
  const first = await startDesk('Noor Voorbeeld', 11);
  const viewId = await keepView(first, 'Mijn straten');
  await first.sync.enrol(invitation);
  await settled(first);

  const second = await startDesk('Noor V.', 12);
  const draft = { id: newId(), form: { summary: 'half een zin' } };
  await second.contacts.saveDraft(draft);
  await second.sync.enrol(await nextDesk(invitation, 'Desk 2'));
  await settled(second);
  const { officer } = await first.desk.state();
  expect((await second.desk.state()).officer?.id).toBe(officer?.id);
  expect(await second.contacts.drafts()).toMatchObject([draft]);
  // What only its owner sees and changes came along, and goes back.
  expect(await second.views.list()).toMatchObject([{ id: viewId, name: 'Mijn straten' }]);
  await second.views.change({ id: viewId, fields: { name: 'Onze straten' } });
  await settled(second);
  await settled(first);
  expect(await first.views.list()).toMatchObject([{ id: viewId, name: 'Onze straten' }]);

  // The file stays that officer's when it is opened again, and the change is theirs to the centre.
  await second.desk.lock();
  const [profile] = (await second.desk.state()).profiles;
  await second.desk.unlock({ profileId: profile?.id ?? '', passphrase: PASSPHRASE });
  expect((await second.desk.state()).officer?.id).toBe(officer?.id);
  await keepView(second, 'Na het openen');
  await settled(second);

  const colleague = await startDesk('Bert Bedacht', 13);
  await colleague.sync.enrol(await server.invite('officer', server.zone.north));
  await settled(colleague);
  const names = (await colleague.people.officers()).map(({ displayName }) => displayName);
  expect(names.sort()).toEqual(['Bert Bedacht', 'Noor Voorbeeld']);
});

it('a file with work of another officer is refused, and keeps it', async () => {
  const invitation = await server.invite('officer', server.zone.north);
  const first = await startDesk('Noor Voorbeeld', 14);
  await first.sync.enrol(invitation);
  await settled(first);

  const other = await startDesk('Bert Bedacht', 15);
  await keepView(other, 'Van Bert');
  await expect(other.sync.enrol(await nextDesk(invitation, 'Desk 2'))).rejects.toMatchObject({
    code: 'CENTRE_REFUSED',
    data: { code: 'OFFICER_MISMATCH' },
  });
  expect(await other.sync.state()).toMatchObject({ enrolment: null, connection: 'none' });
  expect(await other.views.list()).toMatchObject([{ name: 'Van Bert' }]);
});

it('a desk that a restored centre does not know connects again with a new code, and hands over everything', async () => {
  const invitation = await server.invite('officer', server.zone.north);
  const desk = await startDesk('Noor Voorbeeld', 16);
  await keepView(desk, 'Van voor de kopie');
  await desk.sync.enrol(invitation);
  await settled(desk);
  await expect(desk.sync.enrol(invitation)).rejects.toMatchObject({ code: 'ENROLMENT_STANDS' });

  // Another life of the centre: the account is there, and nothing that came later.
  const port = Number(new URL(server.address).port);
  await server.stop();
  server = await startTestServer(memoryStore(), { port, seed: 52 });
  const anew = await server.invite('officer', server.zone.north);
  await keepView(desk, 'Nog niet verstuurd');
  await desk.sync.now();
  await standsAs(desk, 'unknown');
  const wrong = { ...anew, code: 'AAAA-BBBB-CCCC' };
  await expect(desk.sync.enrol(wrong)).rejects.toMatchObject({ code: 'CENTRE_REFUSED' });
  expect((await desk.sync.state()).enrolment).toMatchObject({ login: invitation.login });

  await desk.sync.enrol(anew);
  await settled(desk);
  await desk.desk.lock();
  const [profile] = (await desk.desk.state()).profiles;
  await desk.desk.unlock({ profileId: profile?.id ?? '', passphrase: PASSPHRASE });
  await settled(desk);
  // A second desk of the officer finds all of it there.
  const second = await startDesk('Noor Voorbeeld', 17);
  await second.sync.enrol(await nextDesk(anew, 'Desk 2'));
  await settled(second);
  const names = (await second.views.list()).map(({ name }) => name);
  expect(names.sort()).toEqual(['Nog niet verstuurd', 'Van voor de kopie']);
});
