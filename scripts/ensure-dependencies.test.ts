import { describe, expect, it } from 'vitest';

import { isAsLocked } from './ensure-dependencies.mjs';

const a = { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } };
const b = { 'node_modules/b': { version: '2.0.0', integrity: 'sha512-b', optional: true } };
const installed = { ...a, ...b };
const lock = { packages: { '': { version: '0.1.0' }, ...installed } };

describe('whether the installed packages are those of the lock file', () => {
  it('knows a complete installation', () => {
    expect(isAsLocked(lock, { packages: installed })).toBe(true);
  });

  it('needs no package that is for other systems', () => {
    expect(isAsLocked(lock, { packages: a })).toBe(true);
  });

  it('misses a package', () => {
    expect(isAsLocked(lock, { packages: b })).toBe(false);
  });

  it.each([
    ['another version', { version: '1.0.1', integrity: 'sha512-a' }],
    ['another content', { version: '1.0.0', integrity: 'sha512-x' }],
  ])('sees %s', (_what, entry) => {
    expect(isAsLocked(lock, { packages: { ...installed, 'node_modules/a': entry } })).toBe(false);
  });

  it('sees one that is no longer asked for', () => {
    const more = { ...installed, 'node_modules/c': { version: '1.0.0' } };
    expect(isAsLocked(lock, { packages: more })).toBe(false);
  });
});
