import { expect, it } from 'vitest';

import { inexactPlaceText, noNeighbourhoodText } from './place-text.ts';

it('does not claim that an unknown place lies outside the neighbourhoods', () => {
  expect(noNeighbourhoodText({ placeSource: 'unknown' })).toBe('list.placeUnknown');
  expect(noNeighbourhoodText({ placeSource: 'address' })).toBe('list.outside');
});

it('says how exact a place is only where it is not', () => {
  expect(inexactPlaceText({ placeSource: 'street' })).toBe('detail.middleOfStreet');
  expect(inexactPlaceText({ placeSource: 'unknown' })).toBe('detail.placeUnknown');
  expect(inexactPlaceText({ placeSource: 'pointed' })).toBeUndefined();
  expect(inexactPlaceText({ placeSource: 'address' })).toBeUndefined();
});
