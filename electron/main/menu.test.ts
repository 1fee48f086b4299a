import type { MenuItemConstructorOptions } from 'electron';
import { expect, test } from 'vitest';

import { menuTemplate } from './menu.ts';
import { textsFor } from './texts.ts';

function items(template: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return template.flatMap((item) => [
    item,
    ...(Array.isArray(item.submenu) ? items(item.submenu) : []),
  ]);
}

test.each(['linux', 'win32', 'darwin'])('every entry on %s has a text of ours', (platform) => {
  const all = items(menuTemplate(textsFor('nl'), platform, () => undefined));
  const untranslated = all.filter(({ type, label }) => type !== 'separator' && !label);
  expect(untranslated).toEqual([]);
  expect(all.filter(({ role }) => role === 'quit')).toHaveLength(1);
});

test('nothing in the menu reloads the page or opens the developer tools', () => {
  const roles = items(menuTemplate(textsFor('nl'), 'linux', () => undefined)).map(
    ({ role }) => role,
  );
  expect(roles).not.toContain('reload');
  expect(roles).not.toContain('forceReload');
  expect(roles).not.toContain('toggleDevTools');
});
