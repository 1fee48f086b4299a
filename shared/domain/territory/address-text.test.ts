import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { houseNumberText, readAddress } from './address-text.ts';

const places = new Set(['muizen', 'mechelen', 'sint katelijne waver']);

/** The first reading in one line: street | number | box | postcode | place. */
function first(text: string): string {
  const reading = readAddress(text, places)[0];
  if (reading === undefined) return '';
  const { street, houseNumber, boxNumber, postcode, place } = reading;
  return [street, houseNumber, boxNumber, postcode, place].join('|');
}

describe('readAddress', () => {
  it.each([
    ['Antwerpse stwg 92', 'Antwerpse stwg|92|||'],
    ['Dorpsstraat 12A', 'Dorpsstraat|12A|||'],
    ['Dorpsstraat 12 a', 'Dorpsstraat|12A|||'],
    ['Dorpsstraat 12bis', 'Dorpsstraat|12bis|||'],
    ['Dorpsstraat, 12', 'Dorpsstraat|12|||'],
    ['Dorpsstraat12', 'Dorpsstraat|12|||'],
    ['Dorpsstraat nr. 12', 'Dorpsstraat|12|||'],
    ['Rue Haute n° 12', 'Rue Haute|12|||'],
    ['Dorpsstraat 12 bus 3', 'Dorpsstraat|12|3||'],
    ['Dorpsstraat 12, bus 3', 'Dorpsstraat|12|3||'],
    ['Dorpsstraat 12b3', 'Dorpsstraat|12|3||'],
    ['Dorpsstraat 12/3', 'Dorpsstraat|12|3||'],
    ['Rue Haute 12 bte 3', 'Rue Haute|12|3||'],
    ['Rue Haute 12 boîte A1', 'Rue Haute|12|A1||'],
    ['Dorpsstraat 12-14', 'Dorpsstraat|12-14|||'],
    ['12 rue Haute', 'rue Haute|12|||'],
    ['12, rue Haute, 1000 Bruxelles', 'rue Haute|12||1000|Bruxelles'],
    ['Hanswijkstr. zn.', 'Hanswijkstr.||||'],
    ['Hanswijkstr. z/n', 'Hanswijkstr.||||'],
    ['Hanswijkstr. z.n., Muizen', 'Hanswijkstr.||||Muizen'],
    ['Rue Haute s/n', 'Rue Haute||||'],
    ['Dorpsstraat zonder nummer', 'Dorpsstraat||||'],
    ['Dorpsstraat 3, 2812 Muizen', 'Dorpsstraat|3||2812|Muizen'],
    ['Dorpsstraat 3 2812 Muizen', 'Dorpsstraat|3||2812|Muizen'],
    ['Dorpsstraat 3, B-2812 Muizen', 'Dorpsstraat|3||2812|Muizen'],
    ['Dorpsstraat 3 (Muizen)', 'Dorpsstraat|3|||Muizen'],
    ['Dorpsstraat 3 Muizen', 'Dorpsstraat|3|||Muizen'],
    ['Dorpsstraat 3 Sint-Katelijne-Waver', 'Dorpsstraat|3|||Sint-Katelijne-Waver'],
    ['Muizen, Dorpsstraat 3', 'Dorpsstraat|3|||Muizen'],
    ['Dorpsstraat, Mui', 'Dorpsstraat||||Mui'],
    ['2800 Bruul', 'Bruul|||2800|'],
    ['2800, Bruul 5', 'Bruul|5||2800|'],
    ['B-2812 Dorpsstraat 3', 'Dorpsstraat|3||2812|'],
    ['2812 Muizen, Dorpsstraat 3', 'Dorpsstraat|3||2812|Muizen'],
    ['2812 Muizen Dorpsstraat 3', 'Dorpsstraat|3||2812|Muizen'],
    ['2812 Dorpsstraat 3 Muizen', 'Dorpsstraat|3||2812|Muizen'],
    ['Muizen', 'Muizen||||'],
    ['', ''],
    ['   ', ''],
  ])('%s', (text, expected) => {
    expect(first(text)).toBe(expected);
  });

  it.each(['11-Novemberstraat', 'Plein 1944', 'Jozef II-straat 5', 'Buurtweg 3', 'level 0 <-> 1'])(
    'may also take all of %s as a name',
    (text) => {
      expect(readAddress(text, places).map(({ street }) => street)).toContain(text);
    },
  );

  it('always ends with the whole text as a name, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const whole = text.replace(/\s+/gu, ' ').trim();
        const readings = readAddress(text, places);
        if (whole === '') expect(readings).toEqual([]);
        else expect(readings.some(({ street }) => street === whole)).toBe(true);
        for (const reading of readings) {
          expect(reading.street).not.toBe('');
          expect(houseNumberText(reading).length).toBeLessThanOrEqual(12);
        }
      }),
    );
  });

  it('finds street, number, box and place again in every usual order of them', () => {
    const name = fc.constantFrom('Dorpsstraat', 'Oude Baan', 'Rue de la Gare', "'t Veer");
    const number = fc.integer({ min: 1, max: 999 });
    const letter = fc.constantFrom('', 'A', 'B', 'C');
    const box = fc.constantFrom('', '1', '23', '0301');
    const boxWord = fc.constantFrom(' bus ', '/', ' bte ', ', bus ');
    const tail = fc.constantFrom('', ', 2812 Muizen', ' (Muizen)', ', Muizen', ' Muizen');
    fc.assert(
      fc.property(
        name,
        number,
        letter,
        box,
        boxWord,
        tail,
        (street, digits, suffix, flat, word, end) => {
          const houseNumber = `${digits}${suffix}`;
          const typed = `${street} ${houseNumber}${flat === '' ? '' : word + flat}${end}`;
          const [reading] = readAddress(typed, places);
          expect(reading).toMatchObject({
            street,
            houseNumber,
            boxNumber: flat,
            place: end === '' ? '' : 'Muizen',
          });
        },
      ),
    );
  });

  // A reading that tries every way to part the text would not end in this life.
  it('answers to long texts made to confuse it', { timeout: 10_000 }, () => {
    for (const text of [
      ' '.repeat(199) + 'a',
      '1 '.repeat(100),
      'a,'.repeat(100),
      '12-'.repeat(66),
    ]) {
      expect(() => readAddress(text, places)).not.toThrow();
    }
  });
});

describe('houseNumberText', () => {
  it('leaves the box out rather than the number when both do not fit', () => {
    expect(houseNumberText({ houseNumber: '12A', boxNumber: '3' })).toBe('12A/3');
    expect(houseNumberText({ houseNumber: '1234-1236', boxNumber: '0301' })).toBe('1234-1236');
  });
});
