import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { plainReason } from './start-error.ts';

const MAIN = join(import.meta.dirname, 'main.ts');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wijkwerk-start-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** The host as a person starts it in a terminal; every start here has to fail. */
async function start(profile: string, ...more: readonly string[]) {
  const child = spawn(process.execPath, [MAIN, '--profile', profile, '--no-browser', ...more], {
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: 20_000,
  });
  const said = text(child.stderr);
  await once(child, 'close');
  return { code: child.exitCode, said: await said };
}

describe('a start that cannot be says one sentence', () => {
  it('when the profile is a file', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(await start(file)).toEqual({
      code: 1,
      said: 'The profile given is a file: name a folder.\n',
    });
    expect(await start(join(file, 'desk'))).toMatchObject({
      code: 1,
      said: expect.stringMatching(/^The folder of this desk cannot be made there.*\.\n$/),
    });
  });

  it('when the profile is a folder of somebody else, and leaves it as it is', async () => {
    writeFileSync(join(folder, 'letter.txt'), 'Dear Ms Voorbeeld');
    const { code, said } = await start(folder);
    expect(code).toBe(1);
    expect(said).toMatch(/^The folder given as profile holds other things.*\.\n$/);
    expect(readdirSync(folder)).toEqual(['letter.txt']);
  });

  it.runIf(process.platform === 'linux')('when nobody may make the folder', async () => {
    expect(await start('/proc/nope')).toEqual({
      code: 1,
      said: 'The folder of this desk cannot be made there (ENOENT).\n',
    });
  });
});

describe('the reason of an end', () => {
  const given = { port: 80, profileDirectory: resolve('/desks/south') };
  const failure = (facts: object) => Object.assign(new Error('x'), facts);

  it.each([
    [{ code: 'EACCES', path: resolve('/desks') }, 'may not be written here (EACCES).'],
    [{ code: 'EROFS', path: resolve('/desks/south/log') }, 'may not be written here (EROFS).'],
    [{ code: 'ENOSPC' }, 'has no room left on its disk (ENOSPC).'],
    [{ code: 'SQLITE_CANTOPEN' }, 'may not be written here (SQLITE_CANTOPEN).'],
  ])('%j is explained', (facts, sentence) => {
    expect(plainReason(failure(facts), given)).toBe(`The folder of this desk ${sentence}`);
  });

  it.each([
    ['EADDRINUSE', 'Port 80 is in use by another program'],
    ['EACCES', 'Port 80 may not be used here (EACCES)'],
  ])('%s names the port', (code, sentence) => {
    expect(plainReason(failure({ code, syscall: 'listen' }), given)).toContain(sentence);
  });

  it.each([
    new TypeError('x is not a function'),
    failure({ code: 'ENOENT', path: resolve('/application/package.json') }),
    'text',
  ])('is not made up for a defect of ours: %s', (error) => {
    expect(plainReason(error, given)).toBeNull();
  });
});
