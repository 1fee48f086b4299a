import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { foldText, readStreetName, streetKey } from './street-name.ts';

const readings = (text: string): string[] =>
  readStreetName(text).map((reading) => reading.join(''));

describe('foldText', () => {
  it.each([
    ['Chaussée d’Anvers', 'chaussee d anvers'],
    ['Bethaniënstraat', 'bethanienstraat'],
    ['Rue du Sacré-Cœur', 'rue du sacre coeur'],
    ["'t  Vlietje", 't vlietje'],
    ['ĲZERSTRAAT', 'ijzerstraat'],
    ['Straße', 'strasse'],
    ['  - . ', ''],
  ])('folds %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('leaves folded text as it is, whatever the script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const folded = foldText(text);
        expect(foldText(folded)).toBe(folded);
        expect(folded).not.toMatch(/^ | $| {2}/);
      }),
    );
  });

  it('does not see case or composed accents', () => {
    const names = fc.string({ unit: fc.constantFrom(...'abcéèçÏöŒ -.') });
    fc.assert(
      fc.property(names, (name) => {
        expect(foldText(name.toUpperCase())).toBe(foldText(name));
        expect(foldText(name.normalize('NFD'))).toBe(foldText(name.normalize('NFC')));
      }),
    );
  });
});

describe('readStreetName', () => {
  it.each([
    ['Antwerpse stwg', 'Antwerpsesteenweg'],
    ['Antwerpse stw.', 'Antwerpsesteenweg'],
    ['Hanswijkstr.', 'Hanswijkstraat'],
    ['Hanswijk str', 'Hanswijkstraat'],
    ['Kon. Albertpl.', 'Koning Albertplein'],
    ['Kon. Astridln', 'Koningin Astridlaan'],
    ['St.-Jansstr.', 'Sint-Jansstraat'],
    ['St Katelijnestr', 'Sint-Katelijnestraat'],
    ['H. Geeststr', 'Heilige Geeststraat'],
    ['O.L.V.-straat', 'Onze-Lieve-Vrouwestraat'],
    ['OLV-straat', 'Onze-Lieve-Vrouwstraat'],
    ['O.-L.-Vrouwestr.', 'Onze-Lieve-Vrouwestraat'],
    ['Burg. Voorbeeldlaan', 'Burgemeester Voorbeeldlaan'],
    ['Dr. Voorbeelddr.', 'Dokter Voorbeelddreef'],
    ['Mgr. Voorbeeldstr.', 'Monseigneur Voorbeeldstraat'],
    ['Past. Voorbeeldwg', 'Pastoor Voorbeeldweg'],
    ['Gen. Voorbeeldpl.', 'Generaal Voorbeeldplein'],
    ['stwg op Voorbeeld', 'Steenweg op Voorbeeld'],
    ['av. du Général Exemple', 'Avenue du Général Exemple'],
    ['bd. Exemple', 'Boulevard Exemple'],
    ['boul Exemple', 'Boulevard Exemple'],
    ['r. Haute', 'Rue Haute'],
    ['chée de Mons', 'Chaussée de Mons'],
    ['ch. de Mons', 'Chaussée de Mons'],
    ['ch. Vert', 'Chemin Vert'],
    ['pl. St-Pierre', 'Place Saint-Pierre'],
    ['pl. Ste-Anne', 'Place Sainte-Anne'],
    ['sq. Exemple', 'Square Exemple'],
    ['r. N.-D.', 'Rue Notre-Dame'],
  ])('reads %s as %s', (typed, name) => {
    expect(readings(typed)).toContain(streetKey(name));
  });

  it('keeps the letters as they were typed among the readings', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('gen', 'dorpsstr', 'mark', 'dr', 'kerk'), {
          minLength: 1,
          maxLength: 2,
        }),
        (words) => {
          expect(readings(words.join(' '))).toContain(words.join(''));
        },
      ),
    );
  });

  it('stays bounded and lossless on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const all = readStreetName(text);
        expect(all.length).toBeLessThanOrEqual(16);
        expect(all.length === 0).toBe(foldText(text) === '');
        for (const reading of all) expect(reading).not.toContain('');
      }),
    );
    expect(readStreetName('st. st. st. st. st. st. st. st.')).toHaveLength(16);
  });

  it('gives two spellings of a name one key', () => {
    const stem = fc.stringMatching(/^[b-df-hj-np-z]{4,8}e$/);
    fc.assert(
      fc.property(
        stem,
        fc.constantFrom(['stwg', 'steenweg'], ['ln', 'laan']),
        (word, [short, long]) => {
          const key = streetKey(`${word}${long}`);
          expect(streetKey(`${word} ${short}.`)).toBe(key);
          expect(streetKey(`${word.toUpperCase()}-${long}`)).toBe(key);
          expect(streetKey(`${word}${short}`)).toBe(key);
        },
      ),
    );
  });
});
