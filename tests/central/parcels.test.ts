import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import fc from 'fast-check';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';

import { makeId } from '#shared/lib/ids.ts';

import { COMMANDS, explain } from '../../central/commands/commands.ts';
import { CentralError } from '../../central/errors.ts';
import { renewParcelKey } from '../../central/parcels/parcel-keys.ts';
import type { CentralStore } from '../../central/store/central-store.ts';
import { memoryStore } from '../../central/store/memory/memory-store.ts';
import {
  appendFile,
  beginFile,
  finishFile,
  readAttachments,
} from '../../workbench/features/attachments/index.ts';
import { startTestServer, type TestServer } from '../factories/central-server.ts';
import { pdfOfLength } from '../factories/photos.ts';
import { attachFile } from './attach-file.ts';
import { commandContext } from './command-context.ts';
import { openServerStore } from './open-stores.ts';
import { type ParcelDesk, startParcelDesk } from './parcel-desk.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

const postgres = await startPostgres();
if ('missing' in postgres) console.warn(`Not run on a PostgreSQL server: ${postgres.missing}.`);

describe('with a centre in memory', () => registerParcelTests(async () => memoryStore()));
describe.skipIf('missing' in postgres)('with a centre on a PostgreSQL server', () => {
  const running = postgres as PostgresServer;
  afterAll(() => running.dispose());
  registerParcelTests(async () => openServerStore(await running.createDatabase()));
});

/** Real desks, real files and a centre that listens; what one desk cannot send, another one brings. */
function registerParcelTests(makeStore: () => Promise<CentralStore>): void {
  let server: TestServer;
  let folder: string;
  let noor: ParcelDesk;
  let bert: ParcelDesk;
  const desks: ParcelDesk[] = [];
  const never = new AbortController().signal;
  const startDesk = async (seed: number): Promise<ParcelDesk> => {
    const desk = await startParcelDesk(server, seed);
    desks.push(desk);
    return desk;
  };
  beforeEach(async () => {
    server = await startTestServer(await makeStore());
    folder = await mkdtemp(join(tmpdir(), 'wijkwerk-parcel-'));
    [noor, bert] = [await startDesk(1), await startDesk(2)];
  });
  afterEach(async () => {
    for (const { test } of desks.splice(0)) await test.dispose();
    await server.stop();
    await server.zone.centre.store.close();
    await rm(folder, { recursive: true, force: true });
  });

  const refusal = (reason: string) => ({ code: 'PARCEL_REFUSED', data: { reason } });
  /** What the command line printed last. */
  let said: unknown;
  /** Over the command line of the administrator. */
  const importAt = async (bytes: Uint8Array): Promise<Buffer | string> => {
    const [file, out] = [join(folder, 'parcel'), join(folder, 'receipts')];
    await writeFile(file, bytes);
    await rm(out, { force: true });
    const context = commandContext(server.zone.centre);
    try {
      said = await COMMANDS['parcel import']?.run(context, [file, '--receipts', out]);
    } catch (cause) {
      if (!(cause instanceof CentralError)) throw cause;
      await expect(readFile(out)).rejects.toThrow();
      return explain(cause);
    }
    return readFile(out);
  };
  const imported = async (bytes: Uint8Array): Promise<Buffer> => {
    const receipts = await importAt(bytes);
    if (typeof receipts === 'string') throw new Error(receipts);
    return receipts;
  };
  const restore = async (): Promise<void> => {
    const { centre, zoneId, newId } = server.zone;
    await centre.store.directory.changeEpoch(zoneId, newId());
  };

  it('a colleague brings what was made, and the receipts settle it as a push would have', async () => {
    const contactId = await noor.log('zonder lijn');
    const parcel = await noor.make();
    expect(parcel.includes('zonder lijn')).toBe(false);
    expect(await noor.states()).toEqual(['only-here', 'only-here', 'only-here']);
    expect((await noor.parcels()).made).toMatchObject([{ operations: 3, receiptsAt: null }]);

    expect(await bert.takeIn(parcel)).toMatchObject({ kind: 'parcel', operations: 3, isNew: true });
    expect(await bert.takeIn(parcel)).toMatchObject({ isNew: false });
    await expect(bert.receipts()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await bert.deliver();
    expect((await bert.parcels()).carried).toMatchObject([{ refused: null, operations: 3 }]);
    await bert.engine.round(never);
    expect(await bert.contacts()).toEqual(['zonder lijn']);

    const receipts = await bert.receipts();
    expect(await noor.takeIn(receipts)).toEqual({ kind: 'receipts', answered: 3, refused: '' });
    expect(await noor.states()).toEqual(['accepted', 'accepted', 'accepted']);
    expect((await noor.parcels()).made[0]?.receiptsAt).not.toBeNull();
    expect(await noor.parcels()).toMatchObject({ operations: 0, files: 0 });
    expect(await noor.contacts()).toEqual(['zonder lijn']);

    // Once the line is back nothing is sent twice, and nothing looks different.
    const round = await noor.engine.round(never);
    expect(round.pushed).toBe(0);
    expect(await noor.contacts()).toEqual(['zonder lijn']);
    const ahead = await noor.test.store.read.selectFrom('answered_ahead').selectAll().execute();
    expect(ahead).toEqual([]);
    const [row] = await noor.test.store.read
      .selectFrom('operation')
      .select('receipt')
      .where('entity_id', '=', contactId)
      .execute();
    expect(row?.receipt).not.toBe('');
  });

  it('the administrator takes it in by the command line, once or twice', async () => {
    await noor.log('met de post');
    const parcel = await noor.make();
    const first = await imported(parcel);
    const came = {
      outcomes: { accepted: 3, merged: 0, rejected: 0, quarantined: 0 },
      filesNotTaken: 0,
      refused: null,
    };
    expect(said).toMatchObject(came);
    const again = await imported(parcel);
    expect(said).toMatchObject(came);
    // Sealed anew each time, and saying the same.
    expect(again.equals(first)).toBe(false);
    for (const receipts of [again, first, first]) {
      expect(await noor.takeIn(receipts)).toMatchObject({ kind: 'receipts', answered: 3 });
      expect(await noor.states()).toEqual(['accepted', 'accepted', 'accepted']);
    }
    await bert.engine.round(never);
    expect(await bert.contacts()).toEqual(['met de post']);
  });

  it('parcels, receipts and the line may come in any order and more than once', async () => {
    await noor.log('eerst');
    const early = await noor.make();
    await noor.log('daarna');
    const late = await noor.make();
    const step = fc.constantFrom('early', 'late', 'carried', 'line', 'receipts');
    await fc.assert(
      fc
        .asyncProperty(fc.array(step, { minLength: 1, maxLength: 7 }), async (steps) => {
          const receipts: Buffer[] = [];
          for (const what of steps) {
            if (what === 'early') receipts.push(await imported(early));
            if (what === 'late') receipts.unshift(await imported(late));
            if (what === 'carried') {
              await bert.takeIn(late);
              await bert.deliver();
              receipts.push(await bert.receipts());
            }
            if (what === 'line') await noor.engine.round(never);
            if (what === 'receipts') for (const one of receipts) await noor.takeIn(one);
          }
          await noor.takeIn(await imported(late));
          expect(new Set(await noor.states())).toEqual(new Set(['accepted']));
          expect(await noor.contacts()).toEqual(['daarna', 'eerst']);
        })
        .beforeEach(async () => {
          await bert.test.store.write(({ tables }) =>
            tables.deleteFrom('parcel_carried').execute(),
          );
        }),
      { numRuns: 12 },
    );
    await bert.engine.round(never);
    expect(await bert.contacts()).toEqual(['daarna', 'eerst']);
  });

  it('a file that is cut anywhere is refused, and changes nothing', async () => {
    await noor.log('wordt afgebroken');
    const parcel = await noor.make();
    const receipts = await imported(parcel);
    for (let length = 0; length < parcel.length; length += length < 800 ? 7 : 97) {
      await expect(bert.takeIn(parcel.subarray(0, length))).rejects.toMatchObject({
        code: 'PARCEL_REFUSED',
      });
      expect(await importAt(parcel.subarray(0, length))).toEqual(expect.stringContaining('parcel'));
    }
    for (let length = 0; length < receipts.length; length += length < 500 ? 7 : 97) {
      await expect(noor.takeIn(receipts.subarray(0, length))).rejects.toMatchObject({
        code: 'PARCEL_REFUSED',
      });
    }
    expect((await bert.parcels()).carried).toEqual([]);
    expect(await noor.states()).toEqual(['only-here', 'only-here', 'only-here']);
  });

  it('a file in which any bit is turned is refused, and changes nothing', async () => {
    await noor.log('wordt beschadigd');
    const parcel = await noor.make();
    const receipts = await imported(parcel);
    const turned = (bytes: Buffer, bit: number): Buffer => {
      const copy = Buffer.from(bytes);
      copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      return copy;
    };
    await fc.assert(
      fc.asyncProperty(
        fc.nat(parcel.length * 8 - 1),
        fc.nat(receipts.length * 8 - 1),
        async (one, other) => {
          await expect(bert.takeIn(turned(parcel, one))).rejects.toMatchObject({
            code: 'PARCEL_REFUSED',
          });
          expect(typeof (await importAt(turned(parcel, one)))).toBe('string');
          await expect(noor.takeIn(turned(receipts, other))).rejects.toMatchObject({
            code: 'PARCEL_REFUSED',
          });
        },
      ),
      { numRuns: 150 },
    );
    expect((await bert.parcels()).carried).toEqual([]);
    expect(await noor.states()).toEqual(['only-here', 'only-here', 'only-here']);
  });

  it('says what is wrong with a file', async () => {
    await noor.log('van Noor');
    const parcel = await noor.make();
    const receipts = await imported(parcel);
    await expect(noor.takeIn(Buffer.from('iets anders'))).rejects.toMatchObject(
      refusal('not-a-parcel'),
    );
    await expect(bert.takeIn(parcel.subarray(0, -1))).rejects.toMatchObject(refusal('torn'));
    await expect(bert.takeIn(Buffer.concat([parcel, parcel]))).rejects.toMatchObject(
      refusal('altered'),
    );
    const newer = Buffer.from(
      parcel.toString('latin1').replace('WIJKWERK PARCEL 1', 'WIJKWERK PARCEL 2'),
      'latin1',
    );
    await expect(bert.takeIn(newer)).rejects.toMatchObject(refusal('too-new'));
    expect(await importAt(newer)).toMatch(/newer Wijkwerk/);
    await expect(noor.takeIn(parcel)).rejects.toMatchObject(refusal('own-parcel'));
    await expect(bert.takeIn(receipts)).rejects.toMatchObject(refusal('other-desk'));
    expect(await importAt(receipts)).toBe('This is no parcel.');

    const elsewhere = await startTestServer(memoryStore(), { seed: 77 });
    const stranger = await startParcelDesk(elsewhere, 9);
    await stranger.log('van elders');
    const foreign = await stranger.make();
    await expect(bert.takeIn(foreign)).rejects.toMatchObject(refusal('other-zone'));
    expect(await importAt(foreign)).toBe('The parcel is of another zone.');
    await stranger.test.dispose();
    await elsewhere.stop();

    const { directory } = server.zone.centre.store;
    const { deviceId } = noor.test.store.identity;
    await bert.takeIn(parcel);
    await directory.revokeDesk(server.zone.zoneId, deviceId);
    await bert.deliver();
    expect((await bert.parcels()).carried).toMatchObject([{ refused: 'revoked' }]);
    expect(await importAt(parcel)).toMatch(/shut out/);
  });

  it('has nothing to make where nothing waits', async () => {
    await noor.engine.round(never);
    await expect(noor.make()).rejects.toMatchObject(refusal('empty'));
  });

  it('is judged by the rights of the day it arrives', async () => {
    await noor.log('te laat');
    const parcel = await noor.make();
    const { zone } = server;
    for (const { id } of await zone.centre.store.directory.allRights(zone.zoneId)) {
      await zone.centre.store.directory.endRight(zone.zoneId, id, '2026-06-15');
    }
    await noor.takeIn(await imported(parcel));
    const states = await noor.states();
    expect(states).toContain('quarantined');
    // What was not taken is still before its author's eyes.
    expect(await noor.contacts()).toEqual(['te laat']);
    await noor.engine.round(never);
    expect(await noor.states()).toEqual(states);
    expect(await noor.contacts()).toEqual(['te laat']);
  });

  it('arrives when the lease of its desk is over, and is opened by a key that was renewed since', async () => {
    await noor.log('weken later');
    const parcel = await noor.make();
    server.zone.clock.advance(1);
    await renewParcelKey(server.zone.centre, server.zone.zoneId);
    server.zone.clock.advance(60 * 86_400_000);
    await noor.takeIn(await imported(parcel));
    expect(new Set(await noor.states())).toEqual(new Set(['accepted']));
    await bert.log('met de nieuwe sleutel');
    const { parcelKey } = await bert.centre.signIn({
      login: (await loginOf(bert)).login,
      password: 'zes blauwe boten op het kanaal',
    });
    expect(parcelKey?.id).not.toBe(noor.session.parcelKey?.id);
  });
  const loginOf = async ({ session }: ParcelDesk) => {
    const { zoneId, centre } = server.zone;
    const account = await centre.store.directory.accountOf(zoneId, session.officerId);
    return account ?? expect.fail('no account');
  };

  it('brings the bytes of files, and the rest of one that was half sent', async () => {
    const bytes = pdfOfLength(900_000);
    const owner = { kind: 'contact', id: await noor.log('met een brief') } as const;
    const begun = { owner, fileName: 'brief', size: bytes.length };
    const { uploadId } = await beginFile(noor.test.file, begun);
    const whole = Buffer.from(bytes).toString('base64');
    await appendFile(noor.test.file, { uploadId, offset: 0, bytes: whole });
    const id = makeId(Date.parse(noor.test.clock.now()), noor.test.store.entropy.bytes(16));
    await finishFile(noor.test.file, { uploadId, id, keepDetails: false });
    const file = async () => (await readAttachments(noor.test.file, { owner }))[0];

    const parcel = await noor.make();
    expect(parcel.length).toBeGreaterThan(bytes.length);
    await bert.takeIn(parcel);
    await bert.deliver();
    expect(await file()).toMatchObject({ recordState: 'only-here', sent: 0 });
    await noor.takeIn(await bert.receipts());
    expect(await file()).toMatchObject({ recordState: 'received', sent: bytes.length });
    const { centre, zoneId } = server.zone;
    expect(await centre.store.blobs.received(zoneId, { entity: 'attachment', id })).toBe(
      bytes.length,
    );
  });

  it('says of how many files the bytes were not taken', async () => {
    await attachFile(noor, await noor.log('met een brief'));
    // A disk that failed.
    await noor.test.store.write(({ tables }) =>
      tables
        .updateTable('blob_chunk')
        .set({ bytes: Buffer.alloc(2_008, 'x') })
        .execute(),
    );
    await imported(await noor.make());
    expect(said).toMatchObject({ filesNotTaken: 1, refused: null });
  });

  it('brings the bytes of files whose row the centre sets aside, since a right has ended', async () => {
    const { centre, zoneId } = server.zone;
    for (const { id } of await centre.store.directory.allRights(zoneId)) {
      await centre.store.directory.endRight(zoneId, id, '2026-06-15');
    }
    const id = await attachFile(noor, await noor.log('met een brief'), 600_000);
    await noor.takeIn(await imported(await noor.make()));
    expect(await noor.states()).toContain('quarantined');
    const [kept] = await noor.test.store.read
      .selectFrom('blob_upload')
      .innerJoin('operation', 'operation.entity_id', 'blob_upload.entity_id')
      .innerJoin('blob', 'blob.hash', 'blob_upload.hash')
      .select(['blob_upload.state', 'operation.op_id as opId', 'operation.entity_id', 'blob.size'])
      .execute();
    expect(kept).toMatchObject({ state: 'received', entity_id: id });
    expect(await centre.store.blobs.received(zoneId, { opId: kept?.opId ?? '' })).toBe(kept?.size);
  });

  it('is taken by a centre that was restored since, and tells the desk of its new life', async () => {
    await noor.log('voor het herstel');
    await noor.engine.round(never);
    await noor.log('erna');
    const parcel = await noor.make();
    await restore();
    expect(await noor.takeIn(await imported(parcel))).toMatchObject({ refused: '' });
    expect(new Set(await noor.states())).toEqual(new Set(['accepted']));
    await noor.engine.round(never);
    expect(await noor.contacts()).toEqual(['erna', 'voor het herstel']);

    // Receipts of the life before are of no use any more.
    await noor.log('nog eens');
    const old = await imported(await noor.make());
    await restore();
    await noor.engine.round(never);
    await expect(noor.takeIn(old)).rejects.toMatchObject(refusal('outdated'));
    expect(new Set(await noor.states())).toEqual(new Set(['accepted']));
  });

  it('where the centre lost more than that, the next parcel holds it all', async () => {
    await noor.log('ging verloren');
    const first = await noor.make();
    await noor.takeIn(await imported(first));
    // As after a backup from before: the centre knows nothing of this desk's work.
    await noor.log('erna');
    const second = await noor.make();
    const emptied = await startTestServer(memoryStore(), { seed: 50 });
    const { directory } = emptied.zone.centre.store;
    const before = server.zone.centre.store.directory;
    const { zoneId } = server.zone;
    for (const account of await before.accounts(zoneId))
      await directory.putAccount(zoneId, account);
    for (const desk of await before.desks(zoneId)) await directory.putDesk(zoneId, desk);
    for (const right of await before.allRights(zoneId)) await directory.addRight(zoneId, right);
    for (const key of await before.parcelKeys(zoneId)) await directory.addParcelKey(zoneId, key);
    await directory.putAreas(zoneId, await before.areas(zoneId));
    await directory.changeEpoch(zoneId, server.zone.newId());
    await server.stop();
    await server.zone.centre.store.close();
    server = emptied;

    expect(await noor.takeIn(await imported(second))).toMatchObject({ refused: 'SEQUENCE_GAP' });
    expect(await noor.states()).toEqual(Array.from({ length: 5 }, () => 'only-here'));
    expect(await noor.takeIn(await imported(await noor.make()))).toMatchObject({ refused: '' });
    expect(new Set(await noor.states())).toEqual(new Set(['accepted']));
    expect(await noor.contacts()).toEqual(['erna', 'ging verloren']);
  });
}
