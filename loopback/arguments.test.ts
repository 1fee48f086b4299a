import { resolve } from 'node:path';

import { describe, expect, it } from 'vitest';

import { readArguments } from './arguments.ts';

describe('arguments', () => {
  it('has sensible values for all but the profile', () => {
    expect(readArguments(['--profile', 'desk'])).toEqual({
      profileDirectory: resolve('desk'),
      demo: false,
      port: 0,
      browser: true,
      linger: 300_000,
    });
  });

  it('reads all of them', () => {
    const given = ['--profile=x', '--demo', '--port=8080', '--no-browser', '--linger=2'];
    expect(readArguments(given)).toMatchObject({
      demo: true,
      port: 8080,
      browser: false,
      linger: 120_000,
    });
  });

  it.each([
    [[]],
    [['--profile']],
    [['--profile=']],
    [['--profile', ' ']],
    [['--profile=x', '--port=70000']],
    [['--profile=x', '--port=1.5']],
    [['--profile=x', '--port=']],
    [['--profile=x', '--linger=0']],
    [['--profile=x', '--unknown']],
    [['--profile=x', 'y']],
  ])('refuses %j', (given) => {
    expect(() => readArguments(given)).toThrow();
  });
});
