import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { NOT_A_DESK } from '../host-messages.ts';
import { prepareWindowDirectory } from './desk-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wijkwerk-folder-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function prepare(profileDirectory: string): void {
  const windowDirectory = join(profileDirectory, 'electron');
  prepareWindowDirectory({ profileDirectory, windowDirectory, demo: false });
}

test('a new desk gets its folders, for their owner alone, and keeps them', () => {
  const profile = join(folder, 'new', 'desk');
  prepare(profile);
  prepare(profile);
  expect(readdirSync(profile)).toEqual(['electron']);
  if (process.platform !== 'win32') expect(statSync(profile).mode & 0o077).toBe(0);
});

test('a desk of the other host is taken as well', () => {
  mkdirSync(join(folder, 'officers'));
  prepare(folder);
  expect(readdirSync(folder).sort()).toEqual(['electron', 'officers']);
});

test('a folder of somebody else is refused and left as it is', () => {
  const letter = join(folder, 'letter.txt');
  writeFileSync(letter, 'Dear Ms Voorbeeld');
  const refusal = expect.objectContaining({ code: NOT_A_DESK });
  expect(() => prepare(folder)).toThrow(refusal);
  expect(() => prepare(letter)).toThrow(refusal);
  expect(() => prepare(join(letter, 'desk'))).toThrow(refusal);
  expect(readdirSync(folder)).toEqual(['letter.txt']);
});

test.runIf(process.platform === 'linux')('where nobody may make a folder, it ends', () => {
  expect(() => prepare('/proc/nope')).toThrow(expect.objectContaining({ code: 'ENOENT' }));
});
