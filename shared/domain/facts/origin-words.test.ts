import fc from 'fast-check';
import { expect, it } from 'vitest';

import { originOfWord } from './origin-words.ts';

it('knows who brought a fact to light by the words of three languages', () => {
  const words = {
    public: ['burger', 'Bewoner', 'citoyen', 'Habitant', 'citizen', 'public', 'RESIDENT'],
    partner: ['partner', 'Partners', 'partenaire', 'Stad', 'commune'],
    police: ['politie', 'Police', 'ambtshalve', 'd’office', 'D’initiative', 'patrol'],
  } as const;
  for (const origin of ['public', 'partner', 'police'] as const) {
    for (const word of words[origin])
      expect(`${word} ${originOfWord(word)}`).toBe(`${word} ${origin}`);
  }
});

it('takes a word by its letters alone, and only a whole one', () => {
  const known = ['burger', 'partenaire', 'politie'];
  fc.assert(
    fc.property(
      fc.constantFrom(...known),
      fc.constantFrom('', ' ', '  ', '.', '-'),
      fc.boolean(),
      fc.stringMatching(/^[a-z]{1,8}$/),
      (word, edge, isLoud, more) => {
        const written = `${edge}${isLoud ? word.toUpperCase() : word}${edge}`;
        expect(originOfWord(written)).toBe(originOfWord(word));
        expect(originOfWord(`${word} ${more}`)).toBeNull();
        expect(originOfWord(`geen ${word}`)).toBeNull();
      },
    ),
  );
  expect(originOfWord('')).toBeNull();
  expect(originOfWord('toString')).toBeNull();
});
