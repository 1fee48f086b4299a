import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { expect, it } from 'vitest';

const START = join(import.meta.dirname, 'start.mjs');

it.each([
  [['--profile='], '--profile needs a folder'],
  [['--profile', ' '], '--profile needs a folder'],
  [['--host', 'browser'], '--host is electron or loopback'],
  [['--colour'], '--colour'],
  [['--desks', '4'], '--desks is 1, 2 or 3'],
])('npm start refuses %j in words, before it does anything', (given, words) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [START, ...given], {
    encoding: 'utf8',
    timeout: 20_000,
  });
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toContain(words);
  expect(stderr).not.toMatch(/^\s+at /m);
});
