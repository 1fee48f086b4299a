import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type ClosingEvidence, isPossible, LEAST_DOSE, verdictChoices } from './verdict.ts';
import { VERDICTS } from './vocabulary.ts';

const SIGN = { better: 'lower', baseline: 40 } as const;
const evidence = (changes: Partial<ClosingEvidence>): ClosingEvidence => ({
  sign: SIGN,
  after: 20,
  doseShare: 0.8,
  comparison: null,
  surroundings: null,
  parted: false,
  doubted: false,
  reached: true,
  ...changes,
});
const possible = (given: ClosingEvidence): readonly string[] =>
  VERDICTS.filter((verdict) => isPossible(given, verdict));

const difference = fc
  .tuple(fc.double({ min: -50, max: 50, noNaN: true }), fc.double({ min: 0, max: 20, noNaN: true }))
  .map(([estimate, half]) => ({ estimate, low: estimate - half, high: estimate + half }));
const anyEvidence = fc.record({
  sign: fc.record({
    better: fc.constantFrom('lower' as const, 'higher' as const),
    baseline: fc.double({ min: 0, max: 100, noNaN: true }),
  }),
  after: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
  doseShare: fc.double({ min: 0, max: 1, noNaN: true }),
  comparison: fc.option(difference),
  surroundings: fc.option(difference),
  parted: fc.boolean(),
  doubted: fc.boolean(),
  reached: fc.boolean(),
});

describe('N20: an honest verdict', () => {
  it('is only "not really tried" under half of the dose, whatever else was found', () => {
    fc.assert(
      fc.property(
        anyEvidence,
        fc.double({ min: 0, max: LEAST_DOSE, maxExcluded: true, noNaN: true }),
        (given, doseShare) => {
          expect(possible({ ...given, doseShare })).toEqual(['not-really-tried']);
        },
      ),
    );
    expect(possible(evidence({ doseShare: Number.NaN }))).toEqual(['not-really-tried']);
  });

  it('is never "not really tried" from half of the dose on, and always leaves "cannot tell"', () => {
    fc.assert(
      fc.property(
        anyEvidence,
        fc.double({ min: LEAST_DOSE, max: 1, noNaN: true }),
        (given, doseShare) => {
          const left = possible({ ...given, doseShare });
          expect(left).not.toContain('not-really-tried');
          expect(left).toContain('cannot-tell');
        },
      ),
    );
  });

  it('is never told by days that no file covers', () => {
    fc.assert(
      fc.property(anyEvidence, (given) => {
        const left = possible({
          ...given,
          doseShare: 0.8,
          parted: false,
          doubted: false,
          reached: false,
        });
        expect(left).toEqual(['cannot-tell']);
      }),
    );
    const [helped] = verdictChoices(evidence({ reached: false }));
    expect(helped).toEqual({ verdict: 'helped', possible: false, reason: 'not-covered' });
  });

  it('is at most one of helped, worse and no sign', () => {
    fc.assert(
      fc.property(anyEvidence, (given) => {
        const left = possible(given);
        const told = ['helped', 'worse', 'no-sign'].filter((one) => left.includes(one));
        expect(told.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is "helped" only with comparable streets whose interval leaves nothing out', () => {
    expect(possible(evidence({}))).toEqual(['cannot-tell']);
    const better = { estimate: -12, low: -20, high: -4 };
    expect(possible(evidence({ comparison: better }))).toEqual(['helped', 'cannot-tell']);
    const unsure = { estimate: -12, low: -26, high: 2 };
    expect(possible(evidence({ comparison: unsure }))).toEqual(['no-sign', 'cannot-tell']);
    const wrong = { estimate: 9, low: 3, high: 15 };
    expect(possible(evidence({ comparison: wrong }))).toEqual(['cannot-tell', 'worse']);
  });

  it('is not "helped" when it moved to the streets around', () => {
    const better = { estimate: -12, low: -20, high: -4 };
    const moved = evidence({
      comparison: better,
      surroundings: { estimate: 8, low: 2, high: 14 },
    });
    expect(possible(moved)).toEqual(['cannot-tell']);
    expect(verdictChoices(moved)[0]).toMatchObject({ reason: 'moved-elsewhere' });
  });

  it('is "cannot tell" alone across a change of method, whatever was counted', () => {
    fc.assert(
      fc.property(
        anyEvidence,
        fc.double({ min: LEAST_DOSE, max: 1, noNaN: true }),
        (given, doseShare) => {
          expect(possible({ ...given, doseShare, parted: true })).toEqual(['cannot-tell']);
        },
      ),
    );
  });

  it('is "cannot tell" alone while nobody said whether the method changed, and what it was once somebody did', () => {
    const tried = fc.double({ min: LEAST_DOSE, max: 1, noNaN: true });
    fc.assert(
      fc.property(anyEvidence, tried, (given, doseShare) => {
        const asked = { ...given, doseShare, doubted: true };
        expect(possible(asked)).toEqual(['cannot-tell']);
        // What was noted is known, however much else is asked.
        const [helped] = verdictChoices(asked);
        expect(helped?.reason).toBe(given.parted ? 'method-break' : 'method-doubted');
      }),
    );
    const better = { estimate: -12, low: -20, high: -4 };
    expect(possible(evidence({ comparison: better, doubted: true }))).toEqual(['cannot-tell']);
    expect(possible(evidence({ comparison: better, doubted: false }))).toContain('helped');
    expect(possible(evidence({ doubted: true, doseShare: 0.4 }))).toEqual(['not-really-tried']);
  });

  it('turns the interval where more is better', () => {
    const more = { estimate: 12, low: 4, high: 20 };
    const sign = { better: 'higher', baseline: 40 } as const;
    expect(possible(evidence({ sign, comparison: more }))).toEqual(['helped', 'cannot-tell']);
    expect(possible(evidence({ comparison: more }))).toEqual(['cannot-tell', 'worse']);
  });

  it('says nothing but "cannot tell" when nobody counted, and "no sign" when it is no better', () => {
    expect(possible(evidence({ after: null }))).toEqual(['cannot-tell']);
    expect(possible(evidence({ after: 40 }))).toEqual(['no-sign', 'cannot-tell']);
  });
});
