import { expect, it } from 'vitest';

import { matchingCommands } from './commands.ts';

const commands = [
  { label: 'Nieuw contact' },
  { label: 'Vergrendelen', keywords: 'slot verlaten' },
  { label: 'Taal: Français', keywords: 'Frans' },
];
const found = (typed: string) => matchingCommands(commands, typed).map(({ label }) => label);

it('finds commands by the beginnings of their words, whatever the accents', () => {
  expect(found('')).toHaveLength(3);
  expect(found('cont')).toEqual(['Nieuw contact']);
  expect(found('contact nieuw')).toEqual(['Nieuw contact']);
  expect(found('slot')).toEqual(['Vergrendelen']);
  expect(found('francais')).toEqual(['Taal: Français']);
  expect(found('tact')).toEqual([]);
  expect(found('nieuw slot')).toEqual([]);
});
