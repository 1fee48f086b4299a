import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { logBinomialTail, logTailOfTwo } from './binomial.ts';

const tail = (hits: number, n: number, share: number): number =>
  Math.exp(logBinomialTail(hits, n, share));

describe('the tail of a binomial share', () => {
  it('is what counting by hand gives', () => {
    expect(tail(2, 2, 1 / 6)).toBeCloseTo(1 / 36, 15);
    expect(tail(1, 3, 0.5)).toBeCloseTo(7 / 8, 15);
    expect(tail(8, 10, 0.5)).toBeCloseTo(56 / 1_024, 15);
    // The lady tasting tea who is right six times of eight (Fisher 1935, as single tries).
    expect(tail(6, 8, 0.5)).toBeCloseTo(37 / 256, 15);
    expect(tail(0, 5, 0.2)).toBe(1);
    expect(tail(1, 5, 0)).toBe(0);
    expect(tail(5, 5, 1)).toBe(1);
  });

  it('keeps its digits far out, and for many tries', () => {
    expect(logBinomialTail(1_000, 1_000, 0.25)).toBeCloseTo(1_000 * Math.log(0.25), 8);
    // Half of a symmetric distribution lies above its middle.
    expect(tail(501, 1_001, 0.5)).toBeCloseTo(0.5, 10);
  });

  it('falls with every hit asked for, and is with fewer the whole', () => {
    const cases = fc
      .record({ n: fc.integer({ min: 1, max: 600 }), share: fc.double({ min: 0.001, max: 0.999 }) })
      .filter(({ share }) => !Number.isNaN(share));
    fc.assert(
      fc.property(cases, fc.nat(), ({ n, share }, seed) => {
        const hits = 1 + (seed % n);
        const [more, fewer] = [
          logBinomialTail(hits, n, share),
          logBinomialTail(hits - 1, n, share),
        ];
        expect(more).toBeLessThanOrEqual(fewer + 1e-12);
        const rest = Math.exp(logBinomialTail(n - hits + 1, n, 1 - share));
        expect(Math.exp(more) + rest).toBeCloseTo(1, 9);
      }),
    );
  });

  it('of tries of two kinds is that of all of them, and below the bound of their mean', () => {
    const two = fc.record({
      one: fc.nat(30),
      other: fc.nat(30),
      share: fc.double({ min: 0.01, max: 0.4, noNaN: true }),
      second: fc.double({ min: 0.01, max: 0.4, noNaN: true }),
    });
    // One of a half and one of a quarter: both hit in one of eight cases.
    const both = logTailOfTwo(2, { n: 1, share: 0.5 }, { n: 1, share: 0.25 });
    expect(Math.exp(both)).toBeCloseTo(1 / 8, 15);
    fc.assert(
      fc.property(two, fc.nat(), ({ one, other, share, second }, seed) => {
        const n = one + other;
        const mean = n === 0 ? 0 : (one * share + other * second) / n;
        const fewest = Math.min(n, Math.ceil(n * mean) + 1);
        const hits = fewest + (seed % (n - fewest + 1));
        const same = logTailOfTwo(hits, { n: one, share }, { n: other, share });
        if (n > 0) expect(Math.exp(same)).toBeCloseTo(tail(hits, n, share), 10);
        const exact = logTailOfTwo(hits, { n: one, share }, { n: other, share: second });
        if (n > 0) expect(exact).toBeLessThanOrEqual(logBinomialTail(hits, n, mean) + 1e-9);
      }),
    );
    // Certain hits change nothing but how many are asked for.
    expect(logTailOfTwo(9, { n: 6, share: 0.1 }, { n: 4, share: 1 })).toBeCloseTo(
      logBinomialTail(5, 6, 0.1),
      12,
    );
  });

  it('refuses what is no count or share', () => {
    expect(() => logBinomialTail(3, 2, 0.5)).toThrow(RangeError);
    expect(() => logBinomialTail(1.5, 2, 0.5)).toThrow(RangeError);
    expect(() => logBinomialTail(1, 2, 1.5)).toThrow(RangeError);
  });
});
