import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { seededEntropy } from '../../tests/factories/test-store.ts';
import { openDatabase } from './open-database.ts';
import { checkSound } from './sound-check.ts';

const key = seededEntropy(3).bytes(32);
let directory: string;
let path: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'wijkwerk-sound-'));
  path = join(directory, 'desk.db');
  const connection = openDatabase(path, key, 'write');
  connection.exec('create table line (id integer primary key, text text not null)');
  connection.exec(`
    with recursive number (n) as (values (1) union all select n + 1 from number where n < 20000)
    insert into line select n, hex(randomblob(40)) from number`);
  connection.close();
});
afterEach(() => rm(directory, { recursive: true, force: true }));

it('finds a whole file sound, keeps the key and lets others work meanwhile', async () => {
  let turns = 0;
  const turning = setInterval(() => (turns += 1), 0);
  await checkSound({ path, key });
  clearInterval(turning);
  expect(turns).toBeGreaterThan(0);
  expect(key.some((byte) => byte !== 0)).toBe(true);
});

it('notices damage in the midst of the file, which opening it does not', async () => {
  const bytes = await readFile(path);
  bytes.fill(0x5a, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 300);
  await writeFile(path, bytes);
  openDatabase(path, key, 'read').close();
  await expect(checkSound({ path, key })).rejects.toThrow('FILE_DAMAGED');
});

it('says damaged of what it cannot open', async () => {
  await expect(checkSound({ path, key: seededEntropy(4).bytes(32) })).rejects.toThrow(
    'FILE_DAMAGED',
  );
});
