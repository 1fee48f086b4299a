import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { CountedStretch } from './comparison-streets.ts';
import {
  closingEvidence,
  countedBefore,
  differencesOf,
  keptEvidenceSchema,
} from './kept-evidence.ts';
import { isPossible, LEAST_DOSE, verdictChoices } from './verdict.ts';
import { VERDICTS } from './vocabulary.ts';

it('sets what was counted afterwards beside what was counted in the same way before', () => {
  const own = [41, 8].map((before, at) => ({
    id: `stretch-${at}`,
    metres: 100,
    leadUp: { count: 0 },
    count: { before, after: 5 },
  }));
  expect(countedBefore({ baseline: 60 }, { own })).toBe(49);
  expect(countedBefore({ baseline: 60 }, null)).toBe(60);
});

it('of a row from before suspicions were kept, each change of method was noted', () => {
  const days = { from: '2026-04-01', to: '2026-05-01' };
  const kept = keptEvidenceSchema.parse({
    before: days,
    leadUp: days,
    after: days,
    own: [],
    comparison: [],
    surroundings: [],
    breaks: [{ source: 'Camera’s', on: '2026-04-10', note: 'Nieuwe' }],
  });
  expect(kept.breaks).toMatchObject([{ note: 'Nieuwe', suspected: false }]);
  const closing = closingEvidence(
    { sign: { better: 'lower', baseline: 4 }, doseShare: 1 },
    kept,
    null,
  );
  expect([closing.parted, closing.doubted]).toEqual([true, false]);
});

describe('whatever was counted', () => {
  const count = fc.nat(60);
  const stretches = (least: number, most: number): fc.Arbitrary<readonly CountedStretch[]> =>
    fc.array(
      fc.record({ before: count, after: count, leadUp: count, metres: fc.nat(400) }).map((one) => ({
        id: `${one.before}-${one.after}`,
        metres: one.metres,
        leadUp: { count: one.leadUp },
        count: { before: one.before, after: one.after },
      })),
      { minLength: least, maxLength: most },
    );
  const counted = fc.record({
    own: stretches(1, 4),
    comparison: stretches(0, 12),
    surroundings: stretches(0, 6),
    breaks: fc.array(
      fc.record({
        source: fc.constant('s'),
        on: fc.constant('2026-06-01'),
        note: fc.constant(''),
        suspected: fc.boolean(),
      }),
      { maxLength: 2 },
    ),
  });
  const better = fc.constantFrom('lower' as const, 'higher' as const);
  const baseline = fc.nat(1_000);
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const verdictsOf = (
    one: Parameters<typeof closingEvidence>[0],
    ...rest: [Parameters<typeof closingEvidence>[1], number | null]
  ) => verdictChoices(closingEvidence(one, ...rest));

  it('a figure that somebody typed decides nothing where the program counts, and neither does one of afterwards', () => {
    fc.assert(
      fc.property(counted, better, share, baseline, baseline, (evidence, way, dose, one, other) => {
        const with_ = (typed: number, after: number | null) =>
          verdictsOf({ sign: { better: way, baseline: typed }, doseShare: dose }, evidence, after);
        expect(with_(one, other)).toEqual(with_(other, null));
      }),
    );
  });

  it('where somebody counts by hand, the fixed baseline parts what is better from what is not', () => {
    fc.assert(
      fc.property(better, baseline, baseline, (way, before, after) => {
        const closing = closingEvidence(
          { sign: { better: way, baseline: before }, doseShare: 1 },
          null,
          after,
        );
        const isBetter = way === 'lower' ? after < before : after > before;
        expect(isPossible(closing, 'no-sign')).toBe(!isBetter);
        for (const verdict of ['helped', 'worse'] as const) {
          expect(isPossible(closing, verdict)).toBe(false);
        }
      }),
    );
  });

  it('some verdict is always possible, never both better and worse, and under half of the dose one alone', () => {
    fc.assert(
      fc.property(counted, better, share, (evidence, way, doseShare) => {
        const choices = verdictsOf(
          { sign: { better: way, baseline: 0 }, doseShare },
          evidence,
          null,
        );
        const possible = choices.filter((one) => one.possible).map(({ verdict }) => verdict);
        expect(choices.map(({ verdict }) => verdict)).toEqual(VERDICTS);
        if (doseShare < LEAST_DOSE) expect(possible).toEqual(['not-really-tried']);
        else expect(possible).toContain('cannot-tell');
        expect(possible.includes('helped') && possible.includes('worse')).toBe(false);
      }),
    );
  });

  it('what is better turned round turns "helped" into "worse"', () => {
    fc.assert(
      fc.property(counted, (evidence) => {
        const alone = { ...evidence, surroundings: [] };
        const possible = (way: 'lower' | 'higher', verdict: 'helped' | 'worse') =>
          isPossible(
            closingEvidence({ sign: { better: way, baseline: 0 }, doseShare: 1 }, alone, null),
            verdict,
          );
        expect(possible('lower', 'helped')).toBe(possible('higher', 'worse'));
        expect(possible('lower', 'worse')).toBe(possible('higher', 'helped'));
      }),
    );
  });

  it('a change of method, noted or suspected, leaves "cannot tell" alone of what was tried', () => {
    fc.assert(
      fc.property(counted, better, share, (evidence, way, doseShare) => {
        const closing = closingEvidence(
          { sign: { better: way, baseline: 0 }, doseShare },
          evidence,
          null,
        );
        const marks = evidence.breaks.map(({ suspected }) => suspected);
        expect([closing.parted, closing.doubted]).toEqual([
          marks.includes(false),
          marks.includes(true),
        ]);
        const possible = VERDICTS.filter((verdict) => isPossible(closing, verdict));
        if (doseShare < LEAST_DOSE) expect(possible).toEqual(['not-really-tried']);
        else if (marks.length > 0) expect(possible).toEqual(['cannot-tell']);
      }),
    );
  });

  it('a change of method leaves nothing to compare, and the order of stretches does not matter', () => {
    fc.assert(
      fc.property(counted, (evidence) => {
        const found = differencesOf(evidence);
        if (evidence.breaks.length > 0) expect(found).toEqual({ difference: null, around: null });
        const turned = differencesOf({
          ...evidence,
          own: evidence.own.toReversed(),
          comparison: evidence.comparison.toReversed(),
        });
        expect(turned.difference === null).toBe(found.difference === null);
        if (found.difference && turned.difference) {
          expect(turned.difference.estimate).toBeCloseTo(found.difference.estimate, 9);
          expect(turned.difference.low).toBeCloseTo(found.difference.low, 9);
        }
      }),
    );
  });
});
