import { describe, expect, it } from 'vitest';

import type { Machine } from './launch-browser.ts';
import { findBrowser } from './launch-browser.ts';

function machine(platform: NodeJS.Platform, programs: readonly string[]): Machine {
  return {
    platform,
    environment: {
      PATH: '/usr/local/bin:/usr/bin',
      ProgramFiles: 'C:\\Program Files',
      'ProgramFiles(x86)': 'C:\\Program Files (x86)',
      LocalAppData: 'C:\\Users\\officer\\AppData\\Local',
    },
    home: '/Users/officer',
    isProgram: (path) => programs.includes(path),
  };
}

describe('finding a browser', () => {
  it.each<[NodeJS.Platform, string]>([
    ['linux', '/usr/bin/chromium'],
    ['linux', '/usr/local/bin/microsoft-edge'],
    ['darwin', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    ['darwin', '/Users/officer/Applications/Chromium.app/Contents/MacOS/Chromium'],
    ['win32', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
    ['win32', 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'],
    ['win32', 'C:\\Users\\officer\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe'],
  ])('on %s: %s', (platform, path) => {
    expect(findBrowser(machine(platform, [path]))).toBe(path);
  });

  it('prefers Chrome where there are several, and says when there is none', () => {
    const both = ['/usr/bin/chromium', '/usr/bin/google-chrome'];
    expect(findBrowser(machine('linux', both))).toBe('/usr/bin/google-chrome');
    expect(findBrowser(machine('linux', ['/usr/bin/firefox']))).toBeNull();
  });
});
