import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { readArguments } from './arguments.ts';
import { NOT_YET } from './measures/in-the-making.ts';
import type { Results } from './report.ts';

const PROGRAM = join(import.meta.dirname, 'bench.ts');
/** All but the start, which needs a build. */
const ONLY =
  'contract,contacts,street,map,today,outbox,address,parties,search,neighbourhood,gap,board';

let cache: string;
beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'wijkwerk-bench-'));
});
afterEach(() => rm(cache, { recursive: true, force: true }));

const run = (...given: readonly string[]) =>
  promisify(execFile)(process.execPath, [PROGRAM, '--cache', cache, ...given]);

/** It says nothing of time: on a machine that others use, a time proves nothing. */
describe('the benchmark', () => {
  it('makes a desk, measures all there is against plain SQL, and tells it as a table and as JSON', async () => {
    const { stdout } = await run('--size', '2000', '--turns', '2', '--only', ONLY);
    expect(stdout).toContain('2000 contacts, seed 1');
    const names = await readdir(cache);
    const file = names.find((name) => name.startsWith('results-')) ?? '';
    const results = JSON.parse(await readFile(join(cache, file), 'utf8')) as Results;
    for (const { why } of results.left) expect(why).toBe(NOT_YET);
    const measured = results.outcomes.map(({ name }) => name);
    expect(measured).toContain('contacts.log');
    expect(new Set(measured).size).toBe(measured.length);
    for (const { name, ours } of results.outcomes) {
      expect(stdout).toContain(name);
      expect(ours.count).toBe(2);
      expect(ours.p50).toBeGreaterThan(0);
      expect(ours.max).toBeGreaterThanOrEqual(ours.p50);
    }
    // The desk that was written to is gone, the one it came from is kept for the next time.
    expect(names.filter((name) => name.startsWith('run-'))).toEqual([]);
    const kept = names.filter((name) => name.startsWith('desk-2000-1-'));
    expect(kept).toHaveLength(1);

    const again = await run('--size', '2000', '--turns', '1', '--only', 'contract');
    expect(again.stderr).not.toContain('drawing a town');
    expect((await readdir(cache)).filter((name) => name.startsWith('desk-'))).toEqual(kept);
  }, 240_000);

  it('says how to call it when it is called wrongly', async () => {
    await expect(run('--size', 'many')).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('npm run bench') as string,
    });
    expect(() => readArguments(['--turns', '0'])).toThrow(/--turns/);
    expect(readArguments(['--only', 'map,list']).only).toEqual(['map', 'list']);
  });
});
