import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { claimProfileFolder, NotADeskError } from './profile-folder.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'wijkwerk-folder-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

describe('a profile folder', () => {
  it('is made when it is not there, for its owner alone', async () => {
    const path = join(directory, 'new', 'desk');
    await claimProfileFolder(path);
    expect((await stat(path)).isDirectory()).toBe(true);
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o077).toBe(0);
    await claimProfileFolder(path);
  });

  it('is taken again when a desk was there, or only a host’s log', async () => {
    await mkdir(join(directory, 'log'));
    await writeFile(join(directory, 'loopback.lock'), '{}');
    await claimProfileFolder(directory);
    await mkdir(join(directory, 'officers'));
    await writeFile(join(directory, 'notes.txt'), 'from the administrator');
    await claimProfileFolder(directory);
  });

  it('of somebody else is refused and left as it is', async () => {
    await mkdir(join(directory, 'transfers'));
    const contract = join(directory, 'transfers', 'contract.txt');
    await writeFile(contract, 'not ours');
    await expect(claimProfileFolder(directory)).rejects.toThrow(NotADeskError);
    expect(await readFile(contract, 'utf8')).toBe('not ours');
    await expect(claimProfileFolder(contract)).rejects.toThrow('name a folder');
  });

  it.runIf(process.platform === 'linux')('that the system lets nobody make fails', async () => {
    await expect(claimProfileFolder('/proc/nope')).rejects.toThrow('ENOENT');
  });
});
