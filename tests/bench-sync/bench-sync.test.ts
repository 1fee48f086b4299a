import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { PARTS, readSyncArguments } from './arguments.ts';
import { makeDocuments } from './documents.ts';
import { missedAims, type SyncResults, type System } from './readings.ts';

const PROGRAM = join(import.meta.dirname, 'bench-sync.ts');

let cache: string;
beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'wijkwerk-bench-sync-'));
});
afterEach(() => rm(cache, { recursive: true, force: true }));

const run = (...given: readonly string[]) =>
  promisify(execFile)(process.execPath, [PROGRAM, '--cache', cache, ...given]);

/** It says nothing of time: on a machine that others use, a time proves nothing. */
describe('the benchmark of sync', () => {
  it('measures real desks against a real centre, and tells it as a table and as JSON', async () => {
    const only = PARTS.filter((part) => part !== 'peers').join();
    const { stdout } = await run('--size', '300', '--share', '1', '--only', only);
    const name = (await readdir(cache)).find((file) => file.startsWith('results-')) ?? '';
    const results = JSON.parse(await readFile(join(cache, name), 'utf8')) as SyncResults;
    if (results.left.length > 0) {
      expect(results.left).toEqual([
        { name: 'everything of ours', why: expect.any(String) as string },
      ]);
      return;
    }
    for (const { measure, unit, value } of results.readings) {
      expect(stdout).toContain(measure);
      if (unit === 'errors') expect(value).toBe(0);
      else expect(value).toBeGreaterThanOrEqual(0);
    }
    const measures = new Set(results.readings.map(({ measure }) => measure));
    for (const part of [
      'bootstrap 300: usable',
      'bootstrap 300: searchable',
      'push',
      'edit: p99',
    ]) {
      expect(measures).toContain(part);
    }
    expect(results.readings.filter(({ system }) => system === 'bare pipe')).not.toEqual([]);
  }, 240_000);

  it('says how to call it when it is called wrongly', async () => {
    await expect(run('--only', 'weather')).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('npm run bench:sync') as string,
    });
    expect(() => readSyncArguments(['--size', '100,many'])).toThrow(/--size/);
    expect(readSyncArguments(['--size', '100,2000']).sizes).toEqual([100, 2_000]);
    expect(readSyncArguments(['--only', 'push,idle']).parts).toEqual(['push', 'idle']);
  });
});

it('makes the same documents for the same seed, of about 450 bytes, and others for another', () => {
  const documents = [...makeDocuments(500, 1)];
  expect([...makeDocuments(500, 1)]).toEqual(documents);
  const bytes = Buffer.byteLength(JSON.stringify(documents)) / documents.length;
  expect(bytes).toBeGreaterThan(400);
  expect(bytes).toBeLessThan(500);
  const ids = [...documents, ...makeDocuments(500, 2)].map(({ id }) => id);
  expect(new Set(ids).size).toBe(1_000);
});

it('tells where an aim is missed: rates by what they fall short of, times by what they exceed', () => {
  const told = (measure: string, unit: string, values: Partial<Record<System, number>>): string =>
    missedAims(measure, unit, (_, system) => values[system]);
  const usable = 'bootstrap 100: usable';
  expect(told(usable, 'rows/s', { wijkwerk: 50, 'bare pipe': 100, pouchdb: 5 })).toBe('');
  expect(told(usable, 'rows/s', { wijkwerk: 49, 'bare pipe': 100, pouchdb: 5 })).toBe(
    'under 0.5 x bare pipe, under 10 x pouchdb',
  );
  expect(told('edit: p50', 'ms', { wijkwerk: 15 })).toBe('');
  expect(told('edit: p50', 'ms', { wijkwerk: 15.1 })).toBe('over 15');
  expect(told('push', 'ops/s', { 'bare pipe': 5 })).toBe('');
});
