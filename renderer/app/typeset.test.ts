import { expect, it } from 'vitest';

import { namespaces } from './texts.ts';
import { typeset } from './typeset.ts';

it('lets no French line begin with a sign that belongs to the word before it', () => {
  expect(typeset('fr', { a: 'Prêt ? Oui : « tout »', b: { c: 'ici ; là !' } })).toEqual({
    a: 'Prêt\u{a0}? Oui\u{a0}: «\u{a0}tout\u{a0}»',
    b: { c: 'ici\u{a0}; là\u{a0}!' },
  });
  for (const texts of Object.values(namespaces)) {
    expect(JSON.stringify(typeset('fr', texts.fr))).not.toMatch(/ [:;?!»]|« /);
  }
});

it('leaves the other languages as they are', () => {
  const texts = { a: 'Klaar : ja' };
  expect(typeset('nl', texts)).toBe(texts);
});
