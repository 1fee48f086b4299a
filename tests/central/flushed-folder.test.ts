import fs from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { PGlite } from '@electric-sql/pglite';
import { expect, it, vi } from 'vitest';

import { flushedFolder } from '../../central/store/pglite/flushed-folder.ts';

it('has a commit on the disk before it is confirmed', { timeout: 60_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'wijkwerk-flushed-'));
  const database = await PGlite.create(flushedFolder(folder));
  await database.exec('create table note (said text)');
  const flush = vi.spyOn(fs, 'fsyncSync');
  await database.query('select 1');
  expect(flush).not.toHaveBeenCalled();
  for (let commits = 1; commits <= 3; commits++) {
    await database.query('insert into note values ($1)', ['here']);
    expect(flush).toHaveBeenCalledTimes(commits);
  }
  flush.mockRestore();
  await database.close();
  await rm(folder, { recursive: true });
});
