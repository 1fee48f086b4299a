import { EventEmitter } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, it, onTestFinished, vi } from 'vitest';

import { seededEntropy } from '../../tests/factories/test-store.ts';
import { openDatabase } from './open-database.ts';
import { checkSound } from './sound-check.ts';

// A system that gives no threads cannot be had otherwise.
vi.mock('node:worker_threads', () => ({
  Worker: class extends EventEmitter {
    constructor() {
      super();
      setImmediate(() => this.emit('error', new Error('no thread')));
    }
    terminate = () => Promise.resolve(1);
  },
}));

it('is done here where no thread can be had, and tells a sound file from a damaged one', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'wijkwerk-sound-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  const key = seededEntropy(3).bytes(32);
  const path = join(directory, 'desk.db');
  const connection = openDatabase(path, key, 'write');
  connection.exec('create table line (id integer primary key)');
  connection.close();
  await checkSound({ path, key });

  await writeFile(path, Buffer.alloc(8_192, 0x5a));
  await expect(checkSound({ path, key })).rejects.toThrow('FILE_DAMAGED');
});
