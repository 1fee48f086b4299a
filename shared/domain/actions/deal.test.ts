import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  DEFAULT_FIELDS_OUT,
  doneBeforeMade,
  openSides,
  partStanding,
  problemOfDeal,
  sheetLines,
  subjectOut,
} from './deal.ts';
import { FIELDS_OUT, PERSONAL_FIELDS } from './vocabulary.ts';

const words = {
  place: 'Schoolstraat',
  problem: 'te snel',
  times: 'maandag 8 u.',
  measures: 'drempel',
  contact: 'Samir Demoen',
  persons: 'Mila Verzonnen',
};
const anyDeal = fc.record({
  ground: fc.constantFrom('', '   ', 'protocol'),
  fieldsOut: fc.subarray([...FIELDS_OUT]),
  parties: fc.array(fc.constant('party'), { maxLength: 2 }),
});

describe('N17: a deal sheet', () => {
  it('has nothing about a person unless somebody chose so', () => {
    expect(DEFAULT_FIELDS_OUT.some((field) => PERSONAL_FIELDS.has(field))).toBe(false);
    expect(DEFAULT_FIELDS_OUT).not.toContain('contact');
  });

  it('never names a person without a ground', () => {
    fc.assert(
      fc.property(anyDeal, (deal) => {
        const names = sheetLines(deal, words).some(({ field }) => PERSONAL_FIELDS.has(field));
        if (deal.ground.trim() === '') {
          expect(names).toBe(false);
          if (deal.parties.length > 0) expect(problemOfDeal(deal)).toBe('ground');
        }
        if (names) expect(deal.parties.length).toBeGreaterThan(0);
      }),
    );
  });

  it('holds the chosen fields and no other', () => {
    const deal = { ground: '', fieldsOut: ['times', 'place'] as const, parties: [] };
    expect(sheetLines({ ...deal, fieldsOut: [...deal.fieldsOut] }, words)).toEqual([
      { field: 'place', text: 'Schoolstraat' },
      { field: 'times', text: 'maandag 8 u.' },
    ]);
  });
});

it('a deal is named by the chosen fields alone, by the kinds of measures before the streets', () => {
  const subject = { measures: 'toezicht', place: 'Schoolstraat' };
  fc.assert(
    fc.property(anyDeal, (deal) => {
      const isOut = (field: 'measures' | 'place') => deal.fieldsOut.includes(field);
      expect(subjectOut(deal, subject)).toEqual([
        ...(isOut('measures') ? ['toezicht'] : []),
        ...(isOut('place') ? ['Schoolstraat'] : []),
      ]);
      expect(subjectOut(deal, { measures: '', place: '' })).toEqual([]);
    }),
  );
});

it('no part is done before the day on which the deal was made, where that is known', () => {
  const day = fc.constantFrom('2026-06-13', '2026-06-14', '2026-06-15');
  const dayOrNull = fc.option(day);
  fc.assert(
    fc.property(dayOrNull, dayOrNull, dayOrNull, (madeOn, theyDoneOn, weDoneOn) => {
      const done = { theyDoneOn, weDoneOn };
      const field = doneBeforeMade({ madeOn, ...done });
      const early = Object.entries(done).filter(
        ([, one]) => one !== null && madeOn !== null && one < madeOn,
      );
      expect(field).toBe(early[0]?.[0]);
    }),
  );
});

it('each side is kept, late, overdue or open', () => {
  const today = '2026-06-15';
  expect(partStanding('2026-06-10', '2026-06-10', today)).toBe('kept');
  expect(partStanding('2026-06-10', '2026-06-11', today)).toBe('late');
  expect(partStanding('2026-06-14', null, today)).toBe('overdue');
  expect(partStanding('2026-06-15', null, today)).toBe('open');
  expect(partStanding(null, null, today)).toBe('none');
});

describe('what of a deal is yet to be done', () => {
  const day = fc.option(fc.constant('2026-06-15'));
  const parts = fc.record({
    withdrawn: fc.boolean(),
    weDo: fc.constantFrom('', ' ', 'Tellen'),
    weDueOn: day,
    theyDoneOn: day,
    weDoneOn: day,
  });

  it('is what a side was asked and did not do, and nothing once it was withdrawn', () => {
    fc.assert(
      fc.property(parts, (deal) => {
        const open = openSides(deal);
        if (deal.withdrawn) expect(open).toEqual([]);
        else expect(open.includes('they')).toBe(deal.theyDoneOn === null);
        expect(openSides({ ...deal, theyDoneOn: '2026-06-16', weDoneOn: '2026-06-16' })).toEqual(
          [],
        );
      }),
    );
  });

  it('is of the team only where it said something or a day', () => {
    const deal = { withdrawn: false, weDueOn: null, theyDoneOn: null, weDoneOn: null };
    expect(openSides({ ...deal, weDo: '' })).toEqual(['they']);
    expect(openSides({ ...deal, weDo: 'Tellen' })).toEqual(['they', 'we']);
    expect(openSides({ ...deal, weDo: '', weDueOn: '2026-06-15' })).toEqual(['they', 'we']);
  });
});
