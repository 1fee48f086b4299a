import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { aboutOnSheet, changesFile } from './changes-sheet.ts';

const subject = {
  text: 'Er wordt gedeald aan de poort',
  streetNameNl: 'Kerkstraat',
  streetNameFr: '',
  houseNumber: '12',
  contactId: '0197a000-0000-7000-8000-000000000001',
  partyId: null,
  isRestricted: false,
};
const words = {
  subject: 'Kerkstraat 12 · Er wordt gedeald aan de poort',
  restricted: 'beperkt',
  takenAway: 'niet meer hier',
};

describe('what a line of the sheet is about', () => {
  it('is where it was and what it says', () => {
    expect(aboutOnSheet({ subject, isTakenAway: false }, words)).toBe(words.subject);
  });

  it.each([true, false])(
    'is of what is restricted neither text nor place (taken away: %s)',
    (isTakenAway) => {
      const line = { subject: { ...subject, isRestricted: true }, isTakenAway };
      expect(aboutOnSheet(line, words)).toBe('beperkt');
    },
  );

  it('is nothing but that it is here no longer, where its text was taken away', () => {
    const nothing = { ...words, subject: '' };
    expect(aboutOnSheet({ subject, isTakenAway: true }, nothing)).toBe('niet meer hier');
    expect(aboutOnSheet({ subject, isTakenAway: false }, nothing)).toBe('');
  });
});

describe('the file of the sheet', () => {
  it('says the day, who and how many, and then a line for each change', () => {
    const text = changesFile({
      heading: 'Wijzigingen van 15/06/2026',
      about: [
        ['Dag', 'maandag 15 juni 2026'],
        ['Wijkinspecteur', 'Noor Voorbeeld'],
      ],
      count: '2 wijzigingen',
      rows: [
        ['08:05', 'contact genoteerd', words.subject, 'ontvangen (4-1)'],
        ['08:07', 'belofte gedaan', words.restricted, 'alleen hier'],
      ],
    });
    expect(text).toBe(
      '\u{feff}Wijzigingen van 15/06/2026\r\nDag: maandag 15 juni 2026\r\nWijkinspecteur: Noor Voorbeeld\r\n2 wijzigingen\r\n\r\n' +
        '08:05 | contact genoteerd | Kerkstraat 12 · Er wordt gedeald aan de poort | ontvangen (4-1)\r\n' +
        '08:07 | belofte gedaan | beperkt | alleen hier\r\n',
    );
    // As Windows and its mail programs read it: the mark says that it is UTF-8, and each line ends as theirs do.
    expect([...Buffer.from(text).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('has as many lines as there are changes, whatever was typed', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '\n', '\r', '\u2028', '|') });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 4, maxLength: 4 })), (rows) => {
        const text = changesFile({ heading: 'h', about: [], count: 'c', rows });
        expect(text.split(/[\r\n\u2028]+/u).filter((line) => line.includes(' | '))).toHaveLength(
          rows.length,
        );
      }),
    );
  });
});
