import { join } from 'node:path';

import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';

import { ERASE_COMMAND } from '#shared/domain/operations/apply-operation.ts';
import type { Id } from '#shared/lib/ids.ts';
import type { Role } from '#shared/protocol/account.ts';

import { releaseQuarantined } from '../../central/administration/quarantine/decide-quarantined.ts';
import { listQuarantine } from '../../central/administration/quarantine/read-quarantine.ts';
import { COMMANDS } from '../../central/commands/commands.ts';
import type { CentralStore } from '../../central/store/central-store.ts';
import {
  appendFile,
  beginFile,
  finishFile,
  readAttachments,
} from '../../workbench/features/attachments/index.ts';
import { fetchBlob, sendBlobs } from '../../workbench/sync/blobs.ts';
import { startTestServer, type TestServer } from '../factories/central-server.ts';
import { pdfOfLength } from '../factories/photos.ts';
import { commandContext } from './command-context.ts';
import { newId } from './desks-at-centre.ts';
import { dump, query, restore } from './dump-and-restore.ts';
import { openServerStore } from './open-stores.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';
import { type RealDesk, startRealDesk } from './real-desk.ts';

/** What a restored centre has lost, and what must not come of it: with PostgreSQL's own programs and real desks. */
const found = await startPostgres();
if ('missing' in found) console.warn(`Not run on a PostgreSQL server: ${found.missing}.`);

const LONG = 240_000;
const never = new AbortController().signal;

describe.skipIf('missing' in found)('of a restored centre', () => {
  const server = found as PostgresServer;
  let url: string;
  let store: CentralStore;
  let centre: TestServer;
  const desks: RealDesk[] = [];
  beforeEach(async () => {
    url = await server.createDatabase();
    store = await openServerStore(url);
    centre = await startTestServer(store, { seed: 70 });
  });
  afterEach(async () => {
    for (const { test } of desks.splice(0)) await test.dispose();
    await centre.stop();
    await store.close();
  });
  afterAll(() => server.dispose());

  const start = async (seed: number, role?: Role): Promise<RealDesk> => {
    const desk = await startRealDesk(centre, seed);
    desks.push(desk);
    const { directory } = store;
    const { zoneId } = centre.zone;
    const account = await directory.accountOf(zoneId, desk.test.store.identity.officerId);
    if (account === undefined) throw new Error('no account');
    if (role !== undefined) await directory.putAccount(zoneId, { ...account, role });
    return desk;
  };
  const rounds = async (): Promise<void> => {
    for (let at = 0; at < 2; at++) for (const { engine } of desks) await engine.round(never);
  };
  /** Everything since the dump is lost; the desks reach the other database under the same address. */
  const restoreFrom = async (file: string): Promise<Id> => {
    const { zoneId } = centre.zone;
    const port = Number(new URL(centre.address).port);
    await centre.stop();
    await store.close();
    url = await server.createDatabase();
    await restore(server, url, file);
    store = await openServerStore(url);
    centre = await startTestServer(store, { seed: 71, port });
    const { run } = COMMANDS['zone restored'] ?? expect.fail('no such command');
    await run(commandContext(centre.zone.centre), [zoneId]);
    return zoneId;
  };
  const endRights = async (zoneId: Id, { test }: RealDesk): Promise<void> => {
    for (const { id } of await store.directory.rights(zoneId, test.store.identity.officerId)) {
      await store.directory.endRight(zoneId, id, '2026-06-15');
    }
  };

  it(
    'lost work that its author may no longer do is set aside, shown, and let in',
    { timeout: LONG },
    async () => {
      const [noor, bert] = [await start(31), await start(32)];
      const lead = await start(33, 'team-lead');
      await noor.log('voor de kopie');
      await rounds();
      const file = join(server.folder, 'rights.dump');
      await dump(server, url, file);
      await noor.log('na de kopie');
      await rounds();
      expect(await bert.contacts()).toEqual(['na de kopie', 'voor de kopie']);

      const zoneId = await restoreFrom(file);
      await endRights(zoneId, noor);
      await rounds();
      // She may no longer see what the centre has; what it does not take is hers, and asked about.
      expect(await noor.contacts()).toEqual(['na de kopie']);
      expect(await bert.contacts()).toEqual(['voor de kopie']);
      const asked = await noor.test.store.read
        .selectFrom('operation')
        .innerJoin('operation_outcome', 'operation_outcome.op_id', 'operation.op_id')
        .select(['operation.op_id as opId', 'entity', 'state', 'code', 'needs_attention'])
        .where('needs_attention', '=', 1)
        .orderBy('device_seq')
        .execute();
      expect(asked.map(({ entity, state, code }) => [entity, state, code])).toEqual([
        ['contact', 'quarantined', 'no-right'],
        ['promise', 'quarantined', 'dependency'],
      ]);

      const principal = {
        zoneId,
        officerId: lead.test.store.identity.officerId,
        deviceId: lead.test.store.identity.deviceId,
      };
      const { operations } = await listQuarantine(centre.zone.centre, principal, null);
      expect(operations.map(({ opId }) => opId).sort()).toEqual(
        asked.map(({ opId }) => opId).sort(),
      );
      await releaseQuarantined(centre.zone.centre, principal, asked[0]?.opId ?? '');
      await rounds();
      expect(await bert.contacts()).toEqual(['na de kopie', 'voor de kopie']);
      expect(await noor.contacts()).toEqual([]);
    },
  );

  it(
    'what was erased since the backup is erased again, whoever still has it',
    { timeout: LONG },
    async () => {
      const [noor, guardian] = [await start(41), await start(42, 'data-protection-officer')];
      const old = await noor.log('gewist, in de kopie');
      await rounds();
      const file = join(server.folder, 'erased.dump');
      await dump(server, url, file);
      const late = await noor.log('gewist, na de kopie');
      await rounds();
      await guardian.test.store.write(async ({ record }) => {
        for (const entityId of [old, late]) {
          const change = { kind: 'command', name: ERASE_COMMAND, arguments: {} } as const;
          await record({ entity: 'contact', entityId, baseVersion: 1, change });
        }
      });
      // Noor is away: her desk does not hear of it before the centre is restored.
      await guardian.engine.round(never);

      await restoreFrom(file);
      const stored = () =>
        query<{ id: string; state: string; fields: object }>(
          url,
          `select entity_id as id, state, fields from entity_row where entity = 'contact' order by 1`,
        );
      expect((await stored()).map(({ id, state }) => [id, state])).toEqual([[old, 'present']]);
      await guardian.engine.round(never);
      await rounds();
      expect(await stored()).toEqual(
        [old, late].sort().map((id) => ({ id, state: 'erased', fields: {} })),
      );
      const kept = await query<{ found: number }>(
        url,
        `select count(*)::int as found from operation where change::text like '%gewist%'
        or change::text like '%Terugbellen%'`,
      );
      expect(kept).toEqual([{ found: 0 }]);
      expect(await noor.contacts()).toEqual([]);
      const said = await noor.test.store.read.selectFrom('operation').select('change').execute();
      expect(JSON.stringify(said)).not.toMatch(/gewist|Terugbellen/);
    },
  );

  it('files are there by their content, or are handed over again', { timeout: LONG }, async () => {
    const [noor, bert] = [await start(51), await start(52)];
    const attach = async (contactId: Id, bytes: Uint8Array) => {
      const owner = { kind: 'contact', id: contactId } as const;
      const size = bytes.length;
      const { uploadId } = await beginFile(noor.test.file, { owner, fileName: 'brief', size });
      const whole = Buffer.from(bytes).toString('base64');
      await appendFile(noor.test.file, { uploadId, offset: 0, bytes: whole });
      const id = newId(noor);
      const { hash } = await finishFile(noor.test.file, { uploadId, id, keepDetails: false });
      await rounds();
      await sendBlobs(noor.test.store, noor.centre, never, () => {});
      return { entity: 'attachment', id, hash, mediaType: 'application/pdf' } as const;
    };
    const contactId = await noor.log('met twee brieven');
    const old = await attach(contactId, pdfOfLength(300_000));
    const file = join(server.folder, 'files.dump');
    await dump(server, url, file);
    const late = await attach(contactId, pdfOfLength(400_000));
    await rounds();

    await restoreFrom(file);
    await rounds();
    const fetched = (blob: typeof old) =>
      fetchBlob(bert.test.store, bert.centre, blob, never, () => {});
    await fetched(old);
    await expect(fetched(late)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await sendBlobs(noor.test.store, noor.centre, never, () => {});
    await fetched(late);
    const owner = { kind: 'contact', id: contactId } as const;
    for (const desk of [noor, bert]) {
      const files = await readAttachments(desk.test.file, { owner });
      expect(files.map(({ hash, here, size }) => [hash, here === size])).toEqual(
        expect.arrayContaining([old, late].map(({ hash }) => [hash, true])),
      );
    }
    const whole = await query<{ hash: string }>(
      url,
      `select encode(sha256(string_agg(bytes, ''::bytea order by start)), 'hex') as hash
        from blob_chunk group by entity_id`,
    );
    expect(whole.map(({ hash }) => hash).sort()).toEqual([old.hash, late.hash].sort());
  });
});
