import { join, resolve } from 'node:path';

import { describe, expect, test } from 'vitest';

import { InvalidOption, parseOptions } from './options.ts';

const places = { applicationData: resolve('/data'), workingDirectory: resolve('/here') };

describe('the arguments of the application', () => {
  test('are optional', () => {
    expect(parseOptions([], places)).toEqual({
      profileDirectory: resolve('/data/Wijkwerk/desk'),
      windowDirectory: resolve('/data/Wijkwerk/desk/electron'),
      demo: false,
    });
  });

  test('the demo never shares a folder with real work', () => {
    expect(parseOptions(['--demo'], places)).toMatchObject({
      profileDirectory: resolve('/data/Wijkwerk demo/desk'),
      demo: true,
    });
  });

  test.each([
    { argv: ['--profile', 'desk'], directory: resolve('/here/desk') },
    { argv: ['--profile=desk'], directory: resolve('/here/desk') },
    { argv: ['.', '--profile', resolve('/elsewhere')], directory: resolve('/elsewhere') },
  ])('a profile folder: $argv', ({ argv, directory }) => {
    expect(parseOptions(argv, places)).toMatchObject({
      profileDirectory: directory,
      windowDirectory: join(directory, 'electron'),
    });
  });

  test('leave those of Chromium alone', () => {
    expect(
      parseOptions(['--remote-debugging-port=0', '--demo', '--force-device-scale-factor=2'], places)
        .demo,
    ).toBe(true);
  });

  test.each([[['--profile']], [['--profile=']], [['--profile', ' ']], [['--demo=no']]])(
    'are refused when they make no sense: %s',
    (argv) => {
      expect(() => parseOptions(argv, places)).toThrow(InvalidOption);
    },
  );
});
