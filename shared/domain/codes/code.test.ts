import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addDays, OPEN_END } from '../../lib/dates.ts';
import {
  type Code,
  CODE_LISTS,
  type CodeFields,
  codeFromName,
  codeSchema,
  codesOn,
  isClosedList,
  isCodeOn,
  problemOfCode,
} from './code.ts';

const fields: CodeFields = {
  nameNl: 'Verkeer',
  nameFr: 'Circulation',
  nameEn: 'Traffic',
  family: '',
  position: 1,
  validFrom: '2020-01-01',
  validTo: OPEN_END,
};
const row = (changes: Partial<Code>): Code => ({
  id: '01970000-0000-7000-8000-000000000001',
  list: 'channel',
  code: 'street',
  ...fields,
  ...changes,
});

describe('the codes that may be chosen', () => {
  it('are those of the list that are valid on that day, in the order of the zone', () => {
    const codes = [
      row({ code: 'late', position: 3 }),
      row({ code: 'early', position: 1 }),
      row({ code: 'b', position: 2 }),
      row({ code: 'a', position: 2 }),
      row({ code: 'other', list: 'problem' }),
      row({ code: 'ended', validTo: '2026-01-01' }),
      row({ code: 'coming', validFrom: '2027-01-01' }),
    ];
    expect(codesOn(codes, 'channel', '2026-06-15').map(({ code }) => code)).toEqual([
      'early',
      'a',
      'b',
      'late',
    ]);
  });

  it('are valid from their first day up to, not on, the day they end', () => {
    fc.assert(
      fc.property(fc.integer({ min: -50, max: 50 }), (days) => {
        const codes = [row({ validFrom: '2026-06-01', validTo: '2026-06-11' })];
        const day = addDays('2026-06-01', days);
        expect(isCodeOn(codes, 'channel', 'street', day)).toBe(days >= 0 && days < 10);
      }),
    );
  });
});

describe('the rules of a code', () => {
  it('let a closed list be worded, but not grow or shrink', () => {
    for (const list of CODE_LISTS.filter(isClosedList)) {
      expect(problemOfCode(list, fields, true)?.reason).toBe('closed-list');
      expect(problemOfCode(list, fields, false)).toBeUndefined();
      expect(problemOfCode(list, { ...fields, validTo: '2026-01-01' }, false)?.field).toBe(
        'validTo',
      );
    }
  });

  it('ask a reason for its colour, and nothing else for one', () => {
    expect(problemOfCode('contact-reason', fields, true)?.field).toBe('family');
    expect(problemOfCode('contact-reason', { ...fields, family: 'care' }, true)).toBeUndefined();
    expect(problemOfCode('channel', { ...fields, family: 'care' }, true)?.field).toBe('family');
  });

  it('want at least one day of validity', () => {
    const ended = { ...fields, validTo: fields.validFrom };
    expect(problemOfCode('channel', ended, false)?.reason).toBe('ends-before-it-begins');
  });
});

describe('a code made from a name', () => {
  it('is always a code, and one that is not taken', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (name) => {
        const first = codeFromName(name, new Set());
        const second = codeFromName(name, new Set([first]));
        expect(codeSchema.safeParse(first).success).toBe(true);
        expect(codeSchema.safeParse(second).success).toBe(true);
        expect(second).not.toBe(first);
      }),
    );
  });

  it('reads like the name', () => {
    expect(codeFromName('Énergie & water', new Set())).toBe('energie-water');
  });
});
