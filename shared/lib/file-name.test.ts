import fc from 'fast-check';
import { expect, it } from 'vitest';

import { fileNamePart } from './file-name.ts';

it('keeps the words of a title, without accents and signs', () => {
  expect(fileNamePart('Trager aan de école: vóór 8 uur!')).toBe('trager-aan-de-ecole-voor-8-uur');
  expect(fileNamePart('… / …')).toBe('');
  expect(fileNamePart('De Dienst '.repeat(20)).length).toBeLessThanOrEqual(60);
});

it('of any words, is a name that every system takes, and of such a name itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (words) => {
      const part = fileNamePart(words);
      expect(part).toMatch(/^([a-z0-9]+(-+[a-z0-9]+)*)?$/);
      expect(fileNamePart(part)).toBe(part);
    }),
  );
});
