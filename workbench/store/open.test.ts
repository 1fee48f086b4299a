import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { manualClock, seededEntropy } from '../../tests/factories/test-store.ts';
import { openStore } from './open.ts';
import { openDatabase } from './open-database.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'wijkwerk-open-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const entropy = seededEntropy(7);
const key = entropy.bytes(32);
const identity = {
  officerId: '01970000-0000-7000-8000-000000000001',
  deviceId: '01970000-0000-7000-8000-000000000002',
};
const open = (file = 'desk.db', onCheck = () => {}) =>
  openStore({ path: join(directory, file), key, clock: manualClock(), entropy, identity, onCheck });

describe('an officer’s file', () => {
  it('is unreadable without its key: no plain text in the file, its log or a copy', async () => {
    const { store } = await open();
    const canary = 'Kanarie-op-de-Melkmarkt';
    await store.write(async ({ tables }) => {
      await tables.insertInto('setting').values({ key: 'canary', value: canary }).execute();
    });
    await store.copyTo(join(directory, 'copy.db'));
    for (const name of ['desk.db', 'desk.db-wal', 'copy.db']) {
      const bytes = await readFile(join(directory, name));
      expect(bytes.length).toBeGreaterThan(0);
      expect(bytes.includes(canary)).toBe(false);
      expect(bytes.subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
    }
    await store.close();
    expect(() => openDatabase(join(directory, 'desk.db'), entropy.bytes(32), 'read')).toThrow(
      'FILE_DAMAGED',
    );
    const copy = openDatabase(join(directory, 'copy.db'), key, 'read');
    expect(copy.prepare(`select value from setting where key = 'canary'`).pluck().get()).toBe(
      canary,
    );
    copy.close();
  });

  it('is opened as evidence asks: WAL, synchronous FULL, foreign keys, secure delete, no trusted schema', () => {
    const connection = openDatabase(join(directory, 'pragmas.db'), key, 'write');
    const pragma = (name: string): unknown => connection.pragma(name, { simple: true });
    expect(pragma('journal_mode')).toBe('wal');
    expect(pragma('synchronous')).toBe(2);
    expect(pragma('foreign_keys')).toBe(1);
    expect(pragma('secure_delete')).toBe(1);
    expect(pragma('trusted_schema')).toBe(0);
    connection.close();
  });

  it.skipIf(process.platform === 'win32')('can be read by its owner alone', async () => {
    const { store } = await open();
    for (const name of ['desk.db', 'desk.db-wal', 'desk.db-shm']) {
      expect((await stat(join(directory, name))).mode & 0o777, name).toBe(0o600);
    }
    await store.close();
  });

  it('cannot be changed through the reading connection', async () => {
    const { store } = await open();
    await store.close();
    const reading = openDatabase(join(directory, 'desk.db'), key, 'read');
    expect(() => reading.exec(`insert into setting values ('a', 'b')`)).toThrow(
      /readonly|query_only/,
    );
    reading.close();
  });

  it('notices an unclean stop, checks itself and goes on', async () => {
    let checks = 0;
    const openCounting = () => open('desk.db', () => (checks += 1));
    const first = await openCounting();
    expect(first.uncleanStop).toBe(false);
    expect(checks).toBe(0);
    // Not closed: as after a crash.
    const second = await openCounting();
    expect(second.uncleanStop).toBe(true);
    expect(checks).toBe(1);
    await second.store.close();
    const third = await openCounting();
    expect(third.uncleanStop).toBe(false);
    expect(checks).toBe(1);
    await third.store.close();
  });

  it('refuses a damaged file and leaves it as it was', async () => {
    const { store } = await open();
    await store.close();
    const path = join(directory, 'desk.db');
    const bytes = await readFile(path);
    bytes.fill(0x5a, 0, 2_000);
    await writeFile(path, bytes);
    await expect(open()).rejects.toThrow('FILE_DAMAGED');
    expect((await readFile(path)).equals(bytes)).toBe(true);
  });

  it('keeps the identity it was made with', async () => {
    const { store } = await open();
    await store.close();
    const again = await openStore({
      path: join(directory, 'desk.db'),
      key,
      clock: manualClock(),
      entropy,
      identity: { officerId: identity.deviceId, deviceId: identity.officerId },
    });
    expect(again.store.identity).toEqual(identity);
    await again.store.close();
  });
});

describe('a transaction', () => {
  it('numbers operations without a gap, also when one between them fails', async () => {
    const { store } = await open();
    const record = (fails: boolean) =>
      store.write(async (handle) => {
        await handle.record({
          entity: 'officer',
          entityId: identity.officerId,
          baseVersion: 0,
          change: { kind: 'patch', fields: { displayName: 'Noor Voorbeeld' } },
        });
        if (fails) throw new Error('planned');
      });
    await record(false);
    await expect(record(true)).rejects.toThrow('planned');
    await record(false);
    const rows = await store.read
      .selectFrom('operation')
      .select(['device_seq', 'author_id'])
      .execute();
    expect(rows).toEqual([
      { device_seq: 1, author_id: identity.officerId },
      { device_seq: 2, author_id: identity.officerId },
    ]);
    await store.close();
  });

  it('never edits an operation', async () => {
    const { store } = await open();
    await store.write((handle) =>
      handle.record({
        entity: 'officer',
        entityId: identity.officerId,
        baseVersion: 0,
        change: { kind: 'command', name: 'addOfficer', arguments: {} },
      }),
    );
    await expect(
      store.write(async ({ tables }) => {
        await tables.updateTable('operation').set({ change: '{}' }).execute();
      }),
    ).rejects.toThrow('never edited');
    await store.close();
  });
});
