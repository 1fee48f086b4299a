import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { makeBrowserProfile, removeLeftBrowserProfiles } from './browser-profile.ts';

let parent: string;
let dead: number;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'wijkwerk-left-'));
  dead = spawnSync(process.execPath, ['--version']).pid;
});
afterEach(() => {
  rmSync(parent, { recursive: true });
});

function leave(name: string): string {
  mkdirSync(join(parent, name, 'Default'), { recursive: true });
  writeFileSync(join(parent, name, 'Default', 'History'), 'x');
  return name;
}

describe('browser profiles left behind', () => {
  it('by a host that died are removed', async () => {
    leave(`wijkwerk-browser-${dead}-aB3xY9`);
    await removeLeftBrowserProfiles(parent);
    expect(readdirSync(parent)).toEqual([]);
  });

  it('are not those of a host that lives', async () => {
    const mine = makeBrowserProfile(parent);
    leave(`wijkwerk-browser-${process.ppid}-aB3xY9`);
    await removeLeftBrowserProfiles(parent);
    expect(existsSync(mine)).toBe(true);
    expect(readdirSync(parent)).toHaveLength(2);
  });

  it('are only folders of exactly our name', async () => {
    const others = [
      leave(`wijkwerk-browser-${dead}-notes`),
      leave(`my-wijkwerk-browser-${dead}-aB3xY9`),
      leave('wijkwerk-browser-x-aB3xY9'),
    ];
    writeFileSync(join(parent, `wijkwerk-browser-${dead}-aFilex`), '');
    symlinkSync(join(parent, others[0] ?? ''), join(parent, `wijkwerk-browser-${dead}-aLinkx`));
    await removeLeftBrowserProfiles(parent);
    expect(readdirSync(parent)).toHaveLength(5);
  });

  it.skipIf(process.platform === 'win32')('stay while their browser still runs', async () => {
    const name = leave(`wijkwerk-browser-${dead}-aB3xY9`);
    const lock = join(parent, name, 'SingletonLock');
    symlinkSync(`${hostname()}-${process.pid}`, lock);
    await removeLeftBrowserProfiles(parent);
    expect(existsSync(join(parent, name))).toBe(true);
    rmSync(lock);
    symlinkSync(`${hostname()}-${dead}`, lock);
    await removeLeftBrowserProfiles(parent);
    expect(existsSync(join(parent, name))).toBe(false);
  });
});
