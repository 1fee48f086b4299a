import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { placeNameKey, streetNameKey } from './street-name-key.ts';

describe('streetNameKey', () => {
  it.each([
    ['Graaf van Egmontstraat', 'graaf  Van-Egmontstraat'],
    ['Rue de l’Église', "RUE DE L'EGLISE"],
    ["'t Vlietje", 't vlietje'],
    ['Caf\u00e9straat', 'Cafe\u0301straat'],
  ])('%s = %s', (one, other) => {
    expect(streetNameKey(one)).toBe(streetNameKey(other));
  });

  it('keeps different names and numbers apart', () => {
    expect(streetNameKey('N15')).not.toBe(streetNameKey('N16'));
    expect(streetNameKey('Kerkstraat')).not.toBe(streetNameKey('Kerklaan'));
  });

  it('is the key of itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(streetNameKey(streetNameKey(name))).toBe(streetNameKey(name));
      }),
    );
  });
});

describe('placeNameKey', () => {
  it('reads past what sources add in brackets', () => {
    expect(placeNameKey('Mechelen (Dg.)')).toBe(placeNameKey('Mechelen'));
    expect(placeNameKey('Heffen (Mechelen)')).toBe('heffen');
    expect(placeNameKey('(zonder)')).toBe('zonder');
  });
});
