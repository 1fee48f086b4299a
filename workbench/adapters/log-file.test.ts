import { mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, expect, test } from 'vitest';

import { openLogFile } from './log-file.ts';

const profile = mkdtempSync(join(tmpdir(), 'wijkwerk-log-'));
const file = join(profile, 'log', 'electron.jsonl');
afterEach(() => {
  rmSync(profile, { recursive: true, force: true });
});

function write(line: string): Promise<void> {
  const stream = openLogFile(profile, 'electron');
  return new Promise((resolve) => stream.end(`${line}\n`, resolve));
}

test('lines are added, and a large file starts anew beside its predecessor', async () => {
  await write('first');
  await write('second');
  expect(readFileSync(file, 'utf8')).toBe('first\nsecond\n');
  truncateSync(file, 5 * 1024 * 1024 + 1);
  await write('third');
  expect(readFileSync(file, 'utf8')).toBe('third\n');
  expect(readFileSync(`${file}.1`).length).toBe(5 * 1024 * 1024 + 1);
});
