import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { missingGround, mixOfMeans, standingOf, unsaidLighter } from './means.ts';
import { isHeavy, lighterThan, MEANS } from './vocabulary.ts';

const step = {
  kind: 'taken',
  means: 'official-report',
  urgent: false,
  legalGround: 'reglement',
  necessity: 'niets anders hielp',
  proportionality: 'het minste dat kon',
  decidedBy: 'noor',
} as const;

describe('N8: the least means', () => {
  it('asks of every lighter means what became of it, and of no heavier one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...MEANS), fc.subarray([...MEANS]), (means, said) => {
        const missing = unsaidLighter(
          means,
          said.map((one) => ({ means: one })),
        );
        expect(missing).toEqual(lighterThan(means).filter((one) => !said.includes(one)));
        expect(missing).not.toContain(means);
      }),
    );
    expect(unsaidLighter('talk', [])).toEqual([]);
  });

  it('asks of a heavy step for each of its grounds, and of a light one for none', () => {
    for (const field of ['legalGround', 'necessity', 'proportionality'] as const) {
      expect(missingGround({ ...step, [field]: '  ' })).toBe(field);
    }
    expect(missingGround({ ...step, decidedBy: null })).toBe('decidedBy');
    expect(missingGround(step)).toBeUndefined();
    for (const means of MEANS.filter((one) => !isHeavy(one))) {
      expect(missingGround({ ...step, means, legalGround: '', decidedBy: null })).toBeUndefined();
    }
  });

  it('lets an urgent step go without words, never without who decided, and asks for a review', () => {
    const urgent = { ...step, urgent: true, legalGround: '', necessity: '', proportionality: '' };
    expect(missingGround(urgent)).toBeUndefined();
    expect(missingGround({ ...urgent, decidedBy: null })).toBe('decidedBy');
    expect(standingOf({ ...urgent, secondBy: null, reviewedBy: null })).toBe('review');
    expect(standingOf({ ...urgent, secondBy: null, reviewedBy: 'lead' })).toBe('seen');
  });

  it('waits for a second pair of eyes when it is heavy', () => {
    expect(standingOf({ ...step, secondBy: null, reviewedBy: null })).toBe('waits');
    expect(standingOf({ ...step, secondBy: 'samir', reviewedBy: null })).toBe('seen');
    expect(standingOf({ ...step, means: 'talk', secondBy: null, reviewedBy: null })).toBe('light');
  });
});

it('the mix counts what was tried or taken, the lightest first', () => {
  expect(
    mixOfMeans([
      { means: 'warning', kind: 'taken' },
      { means: 'talk', kind: 'tried' },
      { means: 'talk', kind: 'taken' },
      { means: 'mediation', kind: 'not-tried' },
    ]),
  ).toEqual([
    { means: 'talk', count: 2 },
    { means: 'warning', count: 1 },
  ]);
});
