import { expect, it } from 'vitest';

import { choiceByLetter } from './choice-by-letter.ts';

const VALUES = ['school', 'nuisance', 'shopkeeper'] as const;
const textOf = (value: string): string => value;

it('goes round the choices with that letter', () => {
  expect(choiceByLetter(VALUES, textOf, '', 's')).toBe('school');
  expect(choiceByLetter(VALUES, textOf, 'school', 'S')).toBe('shopkeeper');
  expect(choiceByLetter(VALUES, textOf, 'shopkeeper', 's')).toBe('school');
});

it('leaves other keys alone', () => {
  expect(choiceByLetter(VALUES, textOf, '', 'x')).toBeUndefined();
  expect(choiceByLetter(VALUES, textOf, '', 'Tab')).toBeUndefined();
});
