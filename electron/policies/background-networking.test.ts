import { expect, test } from 'vitest';

import { silenceChromium } from './background-networking.ts';

test('Chromium is told to keep quiet, and no safeguard is switched off on the way', () => {
  const switches = new Map<string, string | undefined>();
  silenceChromium({
    appendSwitch: (name, value) => {
      switches.set(name, value);
    },
    appendArgument: () => undefined,
    getSwitchValue: (name) => switches.get(name) ?? '',
    hasSwitch: (name) => switches.has(name),
    removeSwitch: (name) => {
      switches.delete(name);
    },
  });

  expect([...switches.keys()]).toEqual(
    expect.arrayContaining([
      'disable-background-networking',
      'disable-component-update',
      'disable-domain-reliability',
      'host-resolver-rules',
    ]),
  );
  expect(switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND');
  for (const dangerous of ['no-sandbox', 'disable-web-security', 'ignore-certificate-errors']) {
    expect(switches.has(dangerous)).toBe(false);
  }
});
